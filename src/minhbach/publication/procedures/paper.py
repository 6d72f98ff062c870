"""An agency's procedure as a document, in the layout of Decree 30/2020; Vietnamese, whatever the page's language."""

from collections.abc import Iterator, Sequence

from django.utils.translation import override

from minhbach.agencies.contracts import FocalPointRecord
from minhbach.domain.statutes import State
from minhbach.papers.contracts import Block, Heading, Item, Paper, Paragraph, Signature, Table
from minhbach.papers.queries import letterhead
from minhbach.publication.announcements.labels import decision_words
from minhbach.publication.models import Announcement, Procedure
from minhbach.publication.procedures.indexing import NAME
from minhbach.publication.procedures.law import LawLine, from_json
from minhbach.publication.procedures.showing import ShownPart, shown_parts
from minhbach.publication.step_figure import days_written, sum_of

KIND = "Thủ tục hành chính"
ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV")
STATES = {State.PROVISIONAL: "tạm áp dụng", State.UNVERIFIED: "chưa kiểm chứng"}


def procedure_paper(row: Announcement, focal_points: Sequence[FocalPointRecord]) -> Paper:
    """Return the procedure as it was announced, with who receives requests now; to be signed by hand where needed."""
    with override("vi"):
        head = letterhead(row.body_id)
        return Paper(
            kind=KIND,
            body_above=head.body_above,
            issuing_body=head.issuing_body,
            symbol="",
            place=head.place,
            day=row.decided_on,
            subject=NAME,
            blocks=tuple(_blocks(row, focal_points)),
            signature=Signature(head.authority, head.position),
        )


def _blocks(row: Announcement, focal_points: Sequence[FocalPointRecord]) -> Iterator[Block]:
    procedure, parts = row.procedure, shown_parts(from_json(row.procedure.law_lines))
    yield Paragraph(f"Công bố bằng {decision_words(row.number, row.decided_on)};", ground=True)
    numbers = iter(ROMAN)
    yield Heading(f"{next(numbers)}. NƠI TIẾP NHẬN YÊU CẦU")
    yield from _where(procedure, focal_points)
    for part in parts:
        yield Heading(f"{next(numbers)}. {str(part.title).upper()}")
        yield from _lines(part)
    yield Heading(f"{next(numbers)}. QUY TRÌNH NỘI BỘ")
    yield _steps(procedure)


def _where(procedure: Procedure, focal_points: Sequence[FocalPointRecord]) -> Iterator[Block]:
    yield Item("-", f"Nơi tiếp nhận: {procedure.place}")
    yield Item("-", f"Giờ tiếp nhận: {procedure.hours}")
    for point in focal_points:
        given = point.fields
        reached = "; ".join(filter(None, (f"điện thoại {given.telephone}", f"thư điện tử {given.email}")))
        yield Item("-", f"Đầu mối: {point.title}; {reached}")
    for line in procedure.remark.splitlines():
        if line.strip():
            yield Paragraph(line.strip())


def _lines(part: ShownPart) -> Iterator[Block]:
    for number, line in enumerate(part.lines, start=1):
        yield Item(f"{number}." if part.ordered else "-", _in_words(line))


def _in_words(line: LawLine) -> str:
    state = STATES.get(State(line.state))
    return f"{line.words} ({line.cited}{f'; {state}' if state else ''})"


def _steps(procedure: Procedure) -> Table:
    steps = list(procedure.steps.all())
    rows = [(str(one.position), one.title, one.unit_name, days_written(one.days)) for one in steps]
    total = ("", "Cộng", "", days_written(sum_of(one.days for one in steps)))
    return Table(("Bước", "Việc", "Đơn vị", "Ngày làm việc"), (*rows, total), (1, 6, 4, 2), (0, 3))
