"""The proof does not believe whoever made a copy: what is only painted over, or still told somewhere, is found."""

import io

import pikepdf
import pytest

from minhbach.extraction.redaction.contracts import Box, Shape, Term
from minhbach.extraction.redaction.proof import content
from minhbach.extraction.redaction.proof.prove import Copy, prove
from minhbach.extraction.redaction.redact import redact
from minhbach.extraction.redaction.sources.pdf import MAX_PAGES
from minhbach.extraction.tests.redaction.corpus.boxes import line_of, made, place
from minhbach.extraction.tests.redaction.corpus.cases import person_of
from minhbach.extraction.tests.redaction.corpus.pdf import PLAIN, SIZE, page

PERSON = person_of(11)
BEFORE, WORDS, AFTER = line_of(PERSON)
WHOLE = (0.0, 0.0, *SIZE)
TERM = Term(WORDS, page=1)


def box() -> Box:
    page(PLAIN)  # the font by which the words are measured is there after that
    marked = place(BEFORE, WORDS)
    return Box(1, marked["x0"], marked["y0"], marked["x1"], marked["y1"])


def proved(pdf: bytes):
    return prove(Copy(pdf, [Shape(WHOLE, WHOLE)], [box()], [TERM]), may_stand_elsewhere=True)


def clean_copy() -> bytes:
    return redact(made(PERSON).data, [box()]).pdf


def test_a_box_that_is_only_painted_over_the_words_is_no_redaction(tesseract):
    over = box()

    def paint(canvas):
        canvas.rect(over.x0, over.y0, over.x1 - over.x0, over.y1 - over.y0, fill=1)

    proof = proved(page(PLAIN, BEFORE + WORDS + AFTER, more=paint))
    assert not proof.clean
    assert {hit.where for hit in proof.left if hit.text == WORDS} >= {"text"}


def test_a_page_that_shows_the_words_is_found_by_all_readers(tesseract):
    proof = proved(page(PLAIN, BEFORE + WORDS + AFTER))
    assert not proof.clean
    assert {"text", "ocr"} <= {hit.where for hit in proof.left}


@pytest.mark.parametrize("where", ["information", "attachment", "second page of the file"])
def test_what_a_sound_copy_gets_added_is_found(where, tesseract):
    with pikepdf.open(io.BytesIO(clean_copy())) as pdf:
        if where == "information":
            pdf.docinfo["/Title"] = WORDS
        elif where == "attachment":
            pdf.attachments["a.txt"] = pikepdf.AttachedFileSpec(pdf, WORDS.encode())
        else:
            pdf.pages[0].contents_add(f"BT 3 Tr /F 9 Tf 5 5 Td <{WORDS.encode('utf-16-be').hex()}> Tj ET".encode())
        buffer = io.BytesIO()
        pdf.save(buffer)
    proof = proved(buffer.getvalue())
    assert not proof.clean


def test_a_sound_copy_is_clean(tesseract):
    proof = proved(clean_copy())
    assert proof.clean
    assert proof.left == ()


def test_the_proof_has_room_for_as_many_pages_as_a_copy_may_have():
    wide, high = round(210 / 25.4 * 200), round(297 / 25.4 * 200)  # A4 at 200 dpi, two points a byte
    assert MAX_PAGES * (wide // 2 + 2) * high < content.MOST_BYTES
