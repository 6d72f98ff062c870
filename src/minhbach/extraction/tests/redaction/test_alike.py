"""Equal pages are burnt and looked at once, and what comes out is what came out when each was worked on by itself."""

import io
from collections import Counter
from collections.abc import Callable

import pikepdf
import pypdfium2
import pytest

from minhbach.extraction.redaction import alike, pages
from minhbach.extraction.redaction.contracts import Box, NotProved, Shape, Term
from minhbach.extraction.redaction.proof import prove as proving
from minhbach.extraction.redaction.proof.alike import page_digests
from minhbach.extraction.redaction.proof.prove import Copy, prove
from minhbach.extraction.redaction.redact import redact
from minhbach.extraction.sandbox.run import run
from minhbach.extraction.tests.samples import HEIGHT, WIDTH, body, letterhead, pdf

COUNT = 14
WHOLE = (0.0, 0.0, WIDTH, HEIGHT)
SAME = "Ủy ban nhân dân phường trả lời trong thời hạn theo quy định."
NAME = Box(1, 60, 560, 560, 620, "Điều 15 khoản 2")


def same_page(canvas) -> None:
    letterhead(canvas)
    body(canvas, SAME, 600)


def dotted(canvas) -> None:
    """Draw the same words, and a dot that only a look at the page tells."""
    same_page(canvas)
    canvas.circle(300, 300, 1.5, fill=1)


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """Count what is asked of the sandbox, which answers as ever."""
    count: Counter[str] = Counter()

    def counting(task: str, *rest: object, **more: object) -> object:
        count[task] += 1
        return run(task, *rest, **more)  # type: ignore[arg-type]

    for module in (pages, proving):
        monkeypatch.setattr(module, "run", counting)
    return count


def copied(*draw: Callable) -> bytes:
    return redact(pdf(*draw), [NAME], accept_elsewhere=True).pdf


def test_the_copy_is_the_same_as_when_each_page_is_worked_on_by_itself(asked, tesseract, monkeypatch):
    draw = [same_page] * COUNT
    once = copied(*draw)
    assert asked["redaction_burn"] == asked["proof_seen"] == 2  # the page with the box, and the others
    for module in (alike, proving):
        monkeypatch.setattr(module, "FEW", COUNT)
    assert copied(*draw) == once
    assert asked["redaction_burn"] == asked["proof_seen"] == 2 + COUNT


def test_pages_with_the_same_words_that_look_different_are_worked_on_by_themselves(asked, tesseract):
    copied(*[same_page] * COUNT, dotted)
    assert asked["redaction_burn"] == asked["proof_seen"] == 3


def test_words_of_a_box_that_stand_on_equal_pages_are_told_with_each_of_these(tesseract):
    with pytest.raises(NotProved) as refused:
        redact(pdf(*[same_page] * COUNT), [NAME])
    told = {hit.page for hit in refused.value.proof.elsewhere if hit.where == "ocr" and hit.page}
    assert told == set(range(2, COUNT + 1))


def test_equal_boxes_of_equal_pages_are_sought_on_their_own_page(tesseract):
    boxes = [Box(number, *NAME.rectangle, NAME.ground) for number in range(1, COUNT + 1)]
    made = redact(pdf(*[same_page] * COUNT), boxes)
    assert {term.page for term in made.proof.terms} == set(range(1, COUNT + 1))
    text = [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(made.pdf)]
    assert len(text) == COUNT and not any(SAME[:20] in words for words in text)


def test_what_is_not_painted_on_equal_pages_is_told_of_each():
    number = COUNT + 1
    boxes = [Box(page, 100, 100, 300, 120) for page in range(1, number + 1)]
    shapes = [Shape(WHOLE, WHOLE)] * number
    proof = prove(Copy(pdf(*[lambda canvas: None] * number), shapes, boxes, []), may_stand_elsewhere=True)
    assert [hit.page for hit in proof.left if hit.where == "ocr"] == list(range(1, number + 1))


def test_pages_that_inherit_different_things_are_told_apart():
    with pikepdf.open(io.BytesIO(pdf(same_page, same_page))) as file:
        root = file.Root.Pages
        one, other = list(root.Kids)
        assert len(set(page_digests(saved(file)))) == 1
        turned = file.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.Pages, Count=1, Parent=root, Rotate=90))
        turned.Kids, other.Parent = pikepdf.Array([other]), turned
        del other["/Rotate"], one["/Rotate"]
        root.Kids = pikepdf.Array([one, turned])
        assert len(set(page_digests(saved(file)))) == 2


def saved(file: pikepdf.Pdf) -> bytes:
    buffer = io.BytesIO()
    file.save(buffer)
    return buffer.getvalue()


def test_a_term_keeps_no_page_where_it_has_none():
    term = Term("0382", page=None)
    leaf = pages.Leaf(Shape(WHOLE, WHOLE), (1, 1), "", b"", ())
    assert pages.BurntPage(leaf, (term,), blank=False, sure=1.0).of_page(4).terms == (term,)
