"""The table of opinions as officials keep it (bảng tổng hợp, tiếp thu, giải trình ý kiến): rows, and a document."""

from collections.abc import Iterable

from django.utils import translation

from minhbach.foundation.dates import written
from minhbach.papers.contracts import Paper, Paragraph, Signature, Table
from minhbach.papers.queries import letterhead
from minhbach.publication.models import Announcement, Opinion
from minhbach.publication.queries.regulations import opinions_on
from minhbach.publication.regulations.content import subject_of
from minhbach.publication.regulations.labels import ANSWERS, STANCES

HEAD = (
    ("STT", 6),
    ("Nơi góp ý", 28),
    ("Góp ý về", 28),
    ("Nội dung ý kiến", 50),
    ("Tiếp thu, giải trình", 50),
)
"""Vietnamese: what officials sign is Vietnamese in whatever language they read the pages. Widths in characters."""


TITLE = "Bảng tổng hợp, tiếp thu, giải trình ý kiến đối với dự thảo Quy chế"


def table_rows(opinions: Iterable[Opinion]) -> list[tuple[str, ...]]:
    """Return a row for each opinion; the bodies are named, the people who wrote in their name are not."""
    with translation.override("vi"):
        return [
            (
                str(number),
                one.asked.body.name,
                one.about or "Toàn bộ dự thảo",
                _joined(str(STANCES[one.stance]), one.text),
                _joined(str(ANSWERS[one.answer]), one.answer_text) if one.answer else "",
            )
            for number, one in enumerate(opinions, start=1)
        ]


def _joined(word: str, text: str) -> str:
    return f"{word}. {text}" if text else word


def opinion_paper(row: Announcement) -> Paper:
    """Return the table as a report of the body, ready to be numbered and signed by hand."""
    head, opinions = letterhead(row.body_id), list(opinions_on(row))
    rounds = list(row.regulation.rounds.order_by("pk"))
    asked = sum(one.asked.count() for one in rounds)
    days = f"từ ngày {written(rounds[0].asked_at)} đến ngày {written(rounds[-1].until_on)}" if rounds else ""
    subject = subject_of(row.regulation, on=rounds[-1].until_on if rounds else row.drafted_at.date())
    return Paper(
        kind="Báo cáo",
        issuing_body=head.issuing_body,
        body_above=head.body_above,
        symbol=f"BC-{head.abbreviation}",
        place=head.place,
        year=row.drafted_at.year,
        subject=f"Tổng hợp, tiếp thu, giải trình ý kiến đối với dự thảo Quy chế {subject[:1].lower()}{subject[1:]}",
        blocks=(
            Paragraph(
                f"Dự thảo được gửi lấy ý kiến {asked} nơi, {days}. Đã nhận {len(opinions)} ý kiến.".replace(" ,", "")
            ),
            Table(tuple(words for words, _w in HEAD), tuple(table_rows(opinions)), (1, 4, 4, 7, 7), (0,)),
        ),
        signature=Signature(head.authority, head.position),
        recipients=("Lưu: VT, hồ sơ quy chế",),
    )
