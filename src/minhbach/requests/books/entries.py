"""The follow-up book of requests (Sổ theo dõi cung cấp thông tin theo yêu cầu): a line a case, without names."""

from collections.abc import Iterator

from django.db.models import OuterRef, QuerySet, Subquery
from django.utils.translation import gettext as _

from minhbach.domain.lifecycles.request import RequestState
from minhbach.foundation.dates import written
from minhbach.intake.covering import covered
from minhbach.papers.contracts import Paper, Signature, Table
from minhbach.papers.queries import letterhead
from minhbach.requests.labels import OFFICER_TAGS, WAY_LABELS
from minhbach.requests.models import Answer, Case, CostNotice

WIDTHS = (2, 3, 2, 2, 3, 2, 2, 3, 2)


def head() -> tuple[str, ...]:
    """Return the columns' names."""
    return (
        _("Số vào sổ"), _("Số"), _("Ngày nhận"), _("Cách nhận"), _("Nội dung"), _("Hạn trả lời"), _("Ngày trả lời"),
        _("Kết quả"), _("Chi phí (đồng)"),
    )  # fmt: skip


def book_rows(rows: QuerySet[Case], *, year: int, body_id: int) -> QuerySet[Case]:
    """Return the cases of a book, in the order of their numbers, each with `sent_on` of its answer and `paid`."""
    of_book = rows.filter(body=body_id, received_on__year=year).select_related("submission", "book_line")
    answers = Answer.objects.filter(case=OuterRef("pk"), sent_on__isnull=False).order_by("-pk")
    costs = CostNotice.objects.filter(case=OuterRef("pk")).order_by("-pk")
    return of_book.annotate(
        answered_on=Subquery(answers.values("sent_on")[:1]), cost=Subquery(costs.values("total")[:1])
    ).order_by("number")


def cells(rows: QuerySet[Case], *, reads_words: bool) -> Iterator[tuple[str, ...]]:
    """Yield each line as it is shown: numbers of papers covered, and no word of people for who only supervises."""
    for row in rows:
        answered = getattr(row, "answered_on", None)
        cost = getattr(row, "cost", None)
        line = getattr(row, "book_line", None)
        yield (
            str(line.number) if line else "",
            row.number,
            written(row.received_on),
            str(WAY_LABELS[row.submission.way]),
            covered(row.subject) if reads_words else "",
            written(row.due_on) if row.due_on else "",
            written(answered) if answered else "",
            str(OFFICER_TAGS[RequestState(row.state)][1]),
            str(cost) if cost else "",
        )


def workbook_head() -> list[tuple[str, int]]:
    """Return the columns' names with their widths in characters, for the workbook."""
    return [(str(words), 5 * width) for words, width in zip(head(), WIDTHS, strict=True)]


def book_paper(lines: list[tuple[str, ...]], *, year: int, body_id: int) -> Paper:
    """Return the book as a document to be printed."""
    own = letterhead(body_id)
    return Paper(
        kind="Sổ theo dõi",
        body_above=own.body_above,
        issuing_body=own.issuing_body,
        symbol="",
        place=own.place,
        year=year,
        subject=f"Cung cấp thông tin theo yêu cầu, năm {year}",
        blocks=(Table(head(), tuple(lines) or (("",) * len(WIDTHS),), widths=WIDTHS),),
        signature=Signature(own.authority, own.position),
    )
