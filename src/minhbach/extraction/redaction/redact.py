"""The door of redaction: a file in, a copy out from which something is gone for good, proved; or a refusal."""

import hashlib
from collections.abc import Callable, Collection, Sequence
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

from minhbach.extraction.contracts import CannotRead
from minhbach.extraction.extract import file_bytes
from minhbach.extraction.redaction.contracts import Box, NotProved, Proof, Redacted
from minhbach.extraction.redaction.finding import Finder
from minhbach.extraction.redaction.pages import Pages
from minhbach.extraction.redaction.proof.prove import Copy, prove
from minhbach.extraction.redaction.sources.gather import Gathered, gather

Progress = Callable[[int, int], None]
_ROUNDS = 3
_NO_BOXES = "Chưa có ô nào để che."
_NO_PAGE = "Ô che ở trang {page}, nhưng tệp chỉ có {pages} trang."
_OFF_PAGE = "Ô che ở trang {page} nằm ngoài trang."
_LEFT = "Không chứng minh được bản che đã sạch nên không lưu: “{text}” vẫn còn ({where})."
_ELSEWHERE = (
    "Chữ trong ô che còn ở chỗ khác ({count} chỗ, ví dụ “{text}”, trang {page}) nên chưa lưu. "
    "Che thêm các chỗ đó, hoặc xác nhận để lại bằng --accept-elsewhere."
)
_WHERE = {"text": "trong chữ của trang", "bytes": "trong dữ liệu của tệp", "metadata": "trong thông tin của tệp",
          "ocr": "đọc được trên trang"}  # fmt: skip


def redact(
    data: "bytes | Path", boxes: Sequence[Box], *, accept_elsewhere: bool = False, progress: Progress | None = None
) -> Redacted:
    """Return a copy without what the boxes cover.

    :param accept_elsewhere: the same words may stay where they stand outside the boxes.
    :raises CannotRead: if the file, or a member of it, cannot be handled, or a box lies on no page.
    :raises NotProved: if anything of what stood in the boxes was found in the copy.
    """
    data, gathered = _taken(data)
    if not boxes:
        raise CannotRead("no_boxes", _NO_BOXES)
    with ExitStack() as stack:
        pages = Pages(gathered, stack, progress)
        _refuse_off_page(boxes, pages)
        leaves = pages.burnt(boxes)
        terms = [term for leaf in leaves.values() for term in leaf.terms]
        copy = Copy(pages.written(), pages.shapes, boxes, terms)
        proof = prove(copy, may_stand_elsewhere=True)
        proof = replace(proof, elsewhere_accepted=accept_elsewhere, removed=pages.removed, notes=pages.notes)
        return _given_out(data, gathered, copy, proof)


def redact_found(
    data: "bytes | Path", labels: Collection[str], *, ground: str = "", progress: Progress | None = None
) -> Redacted:
    """Return a copy without what screening finds under these labels, wherever it stands.

    :raises CannotRead: as `redact`, and where a page cannot be read surely enough to find anything on it.
    :raises NotProved: if anything that was found is still in the copy.
    """
    data, gathered = _taken(data)
    with ExitStack() as stack:
        pages = Pages(gathered, stack, progress)
        finder = Finder(pages, labels, ground)
        for _ in range(_ROUNDS):
            boxes, terms = finder.search()
            copy = Copy(pages.written(), pages.shapes, boxes, terms)
            proof = prove(copy, may_stand_elsewhere=False)
            if not finder.learn(proof):
                break
        proof = replace(proof, removed=pages.removed, notes=(*pages.notes, *finder.notes))
        return _given_out(data, gathered, copy, proof)


def _taken(data: "bytes | Path") -> tuple[bytes, Gathered]:
    content = data if isinstance(data, bytes) else file_bytes(data)
    try:
        return content, gather(content)
    except CannotRead as refusal:
        digest = hashlib.sha256(content).hexdigest()
        raise refusal.about(file_format=refusal.format, sha256=digest) from refusal.__cause__


def _refuse_off_page(boxes: Sequence[Box], pages: Pages) -> None:
    for box in boxes:
        if not 1 <= box.page <= len(pages.shapes):
            raise CannotRead("wrong_box", _NO_PAGE.format(page=box.page, pages=len(pages.shapes)))
        x0, y0, x1, y1 = pages.shapes[box.page - 1].media
        if box.x1 <= x0 or box.y1 <= y0 or box.x0 >= x1 or box.y0 >= y1:
            raise CannotRead("wrong_box", _OFF_PAGE.format(page=box.page))


def _given_out(data: bytes, gathered: Gathered, copy: Copy, proof: Proof) -> Redacted:
    if proof.left:
        hit = proof.left[0]
        raise NotProved(_LEFT.format(text=hit.text, where=_WHERE[hit.where]), proof)
    if not proof.clean:
        hit = proof.elsewhere[0]
        raise NotProved(_ELSEWHERE.format(count=len(proof.elsewhere), text=hit.text, page=hit.page), proof)
    digests = (hashlib.sha256(copy.pdf).hexdigest(), hashlib.sha256(data).hexdigest())
    return Redacted(copy.pdf, len(copy.shapes), gathered.format, *digests, proof)
