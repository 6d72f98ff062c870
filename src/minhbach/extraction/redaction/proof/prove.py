"""The proof of one copy: by the text of its pages, by its bytes, by its metadata, and by what can be read on it."""

from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any

from minhbach.extraction.contracts import CannotRead
from minhbach.extraction.redaction.alike import FEW, grouped, without_page
from minhbach.extraction.redaction.at_once import at_once
from minhbach.extraction.redaction.contracts import (
    Box,
    Hit,
    Proof,
    Shape,
    Term,
    Written,
    boxes_to_plain,
    shape_to_plain,
    words_from_plain,
)
from minhbach.extraction.redaction.lines import rows
from minhbach.extraction.redaction.locate import places_of
from minhbach.extraction.redaction.space import overlap
from minhbach.extraction.redaction.spellings import Haystack, Needle
from minhbach.extraction.sandbox.run import Folder, run

SEARCHED = {
    "text": "pdfminer.six: mọi chữ trong nội dung của từng trang, cả chữ không hiện",
    "bytes": "pikepdf: mọi luồng sau khi giải nén và cả tệp, các cách mã hóa chữ",
    "metadata": "pikepdf: mọi chuỗi và tên ngoài nội dung trang; tệp không có phần nào ngoài ảnh và chữ",
    "ocr": "tesseract: chữ đọc được trên từng trang vẽ ở 300 dpi, các trang giống hệt nhau đọc một lần; "
    "các ô che đã phủ kín",
}
_INSIDE = 0.5  # of a word's box
_NOT_PAINTED = "ô che chưa phủ kín"


@dataclass(frozen=True, slots=True)
class Copy:
    """What is proved: the file, the shapes of its pages, what is painted, what must be gone."""

    pdf: bytes
    shapes: Sequence[Shape]
    boxes: Sequence[Box]
    terms: Sequence[Term]


def prove(copy: Copy, *, may_stand_elsewhere: bool) -> Proof:
    """Look for the terms everywhere in a copy.

    :param may_stand_elsewhere: the same words outside the boxes are told apart, for a person to accept; else they are
        left like any other.
    :raises CannotRead: if the copy itself cannot be read; then nothing is proved.
    """
    terms = list(dict.fromkeys(copy.terms))
    with Folder(copy.pdf) as folder, ThreadPoolExecutor(max_workers=2) as pool:
        told = pool.submit(run, "proof_text", folder)
        taken = pool.submit(run, "proof_bytes", folder, terms=[term.text for term in terms])
        seen, unpainted = _seen(folder, copy)
        text, held = [words_from_plain(page) for page in told.result()], taken.result()
    on_pages = [*_hits(copy, terms, text, "text"), *_hits(copy, terms, seen, "ocr")]
    inside = [hit for hit in on_pages if _is_boxed(hit, copy.boxes)]
    outside = [hit for hit in on_pages if not _is_boxed(hit, copy.boxes)]
    known = {hit.text for hit in outside}
    strings = [Hit(terms[n].text, "bytes") for n in held["bytes"] if not terms[n].box_only]
    strings += [Hit(terms[n].text, "metadata") for n in held["metadata"] if not terms[n].box_only]
    left = [*inside, *(Hit(what, "metadata") for what in held["unexpected"]), *unpainted]
    left += [hit for hit in strings if hit.where == "metadata" or hit.text not in known]
    elsewhere = [*outside, *(hit for hit in strings if hit.where == "bytes" and hit.text in known)]
    if not may_stand_elsewhere:
        left, elsewhere = [*left, *elsewhere], []
    return Proof(tuple(terms), tuple(copy.boxes), SEARCHED, tuple(dict.fromkeys(left)), tuple(dict.fromkeys(elsewhere)))


def _seen(folder: Folder, copy: Copy) -> tuple[list[tuple[Written, ...]], list[Hit]]:
    boxes = [[box for box in copy.boxes if box.page == number] for number in range(1, len(copy.shapes) + 1)]
    alike = grouped((n, (digest, without_page(boxes[n]))) for n, digest in enumerate(_digests(folder, copy)))

    def look(index: int) -> dict[str, Any]:
        shape = shape_to_plain(copy.shapes[index])
        return dict(run("proof_seen", folder, page=index + 1, shape=shape, boxes=boxes_to_plain(boxes[index])))

    words: list[tuple[Written, ...]] = [()] * len(copy.shapes)
    unpainted: list[Hit] = []
    for group, found in zip(alike, at_once(look, [group[0] for group in alike]), strict=True):
        for index in group:
            words[index] = words_from_plain(found["words"])
            open_boxes = (boxes[index][at].rectangle for at in found["open"])
            unpainted += [Hit(_NOT_PAINTED, "ocr", index + 1, place) for place in open_boxes]
    return words, unpainted


def _digests(folder: Folder, copy: Copy) -> list[str]:
    """Return what pages with the same content and shape have in common; a page that cannot be told is its own."""
    own = [str(number) for number in range(len(copy.shapes))]
    if len(own) <= FEW:
        return own
    try:
        told = run("proof_alike", folder)
    except CannotRead:
        return own
    return [f"{one} {shape}" for one, shape in zip(told, copy.shapes, strict=True)] if len(told) == len(own) else own


def _hits(copy: Copy, terms: Iterable[Term], pages: Sequence[Sequence[Written]], where: str) -> Iterator[Hit]:
    """Yield where on the pages terms stand; short ones count only in the boxes of their own page."""
    needles = [(term, Needle(term.text)) for term in terms]
    for number, words in enumerate(pages, 1):
        grounds = [box for box in copy.boxes if box.page == number and box.ground]
        kept = [word for word in words if not _is_ground(word, grounds)]
        level = [word for row in rows(kept, copy.shapes[number - 1]) for word in row]
        whole = Haystack(" ".join(word.text for word in kept))
        across = Haystack(" ".join(word.text for word in level))
        for term, needle in needles:
            if not needle.is_in(whole) and not needle.is_in(across):
                continue
            places = places_of(term, [kept, level])
            if not places and needle.anywhere and not term.box_only:
                yield Hit(term.text, where, number)
            for place in places:
                if not term.box_only or (term.page == number and _is_boxed(Hit("", "", number, place), copy.boxes)):
                    yield Hit(term.text, where, number, place)


def _is_ground(word: Written, grounds: Sequence[Box]) -> bool:
    """Say whether a word is what the copy itself writes into a box."""
    covering = (box for box in grounds if overlap(word.box, box.rectangle) >= _INSIDE)
    return any(Needle(word.text).is_in(Haystack(box.ground)) for box in covering)


def _is_boxed(hit: Hit, boxes: Sequence[Box]) -> bool:
    return hit.box is not None and any(
        box.page == hit.page and overlap(hit.box, box.rectangle) >= _INSIDE for box in boxes
    )
