"""Erase what letters about a subject say; number, symbol, day and kind stay, so that no book has a gap."""

from collections.abc import Iterable
from datetime import datetime

from minhbach.foundation.actions.destroy_files import destroy_files_about
from minhbach.foundation.contracts import Subject
from minhbach.papers.as_json import to_json
from minhbach.papers.contracts import Paper, Paragraph, Signature
from minhbach.papers.models import Letter
from minhbach.papers.queries import LETTER, paper_of, searched_text

SUBJECT = "nội dung đã xóa theo thời hạn lưu giữ dữ liệu cá nhân"
WORDS = "Nội dung văn bản này đã xóa theo thời hạn lưu giữ dữ liệu cá nhân."
SCAN = "da-xoa"
"""What stands where the name of a signed scan stood; the file itself is destroyed."""


def erase_letters_about(subjects: Iterable[Subject], *, now: datetime) -> int:
    """Erase the letters about some subjects and return how many; the caller's action records the event. Safe twice."""
    erased = 0
    for subject in subjects:
        for row in Letter.objects.filter(about_kind=subject.kind, about_id=int(subject.id)).exclude(subject=SUBJECT):
            _erase(row)
            destroy_files_about([Subject(LETTER, row.pk)], now=now)
            erased += 1
    return erased


def _erase(row: Letter) -> None:
    kept = paper_of(row)
    paper = Paper(
        kind=kept.kind,
        body_above=kept.body_above,
        issuing_body=kept.issuing_body,
        number=kept.number,
        symbol=kept.symbol,
        place=kept.place,
        day=kept.day,
        year=kept.year,
        subject=SUBJECT,
        blocks=(Paragraph(WORDS),),
        signature=Signature(kept.signature.authority, kept.signature.position, kept.signature.name),
    )
    row.subject, row.content, row.search_text = SUBJECT, to_json(paper), searched_text(paper)
    row.scan_name = SCAN if row.scan_file_id else ""
    row.dropped_reason = ""
    row.save(update_fields=["subject", "content", "search_text", "scan_name", "dropped_reason"])
