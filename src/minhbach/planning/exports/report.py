"""The report on how a plan is carried out, as a document in the administrative layout."""

import datetime as dt
from itertools import islice

from django.utils.translation import override

from minhbach.domain.plans.standing import Standing
from minhbach.domain.text import squeeze
from minhbach.domain.units.values import Level
from minhbach.foundation.dates import written
from minhbach.foundation.writing import number_written
from minhbach.papers.contracts import Block, Heading, Paper, Paragraph, Signature, Table
from minhbach.papers.queries import letterhead
from minhbach.papers.rules import symbol_for
from minhbach.planning.labels import STANDING_TAGS
from minhbach.planning.models import AssignmentRole, Plan, Task
from minhbach.planning.queries import Counts, name_of
from minhbach.planning.queries.state import (
    PartState,
    counts_of_levels,
    counts_of_tasks,
    counts_on,
    difficulties_on,
    parts_on,
    tasks_in_order,
)

REPORT = "Báo cáo"
MOST_LATE = 300
"""Late parts that the report lists; the workbook has them all."""
LONGEST_RESULT = 300
NAMED = {Level.PROVINCE: "Cấp tỉnh", Level.DISTRICT: "Cấp huyện", Level.COMMUNE: "Cấp xã"}


def plan_report(plan: Plan, day: dt.date) -> Paper:
    """Return the report as of the day, to be numbered and signed by hand.

    The document is Vietnamese whatever the language of the page. The caller has checked that the asker belongs to the
    body that keeps the plan: the report says what accepted results say.
    """
    # The words of labels too.
    with override("vi"):
        head = letterhead(plan.body_id)
        return Paper(
            kind=REPORT,
            body_above=head.body_above,
            issuing_body=head.issuing_body,
            symbol=symbol_for(kind=REPORT, abbreviation=head.abbreviation),
            place=head.place,
            year=day.year,
            subject=f"Tình hình thực hiện {_called(plan)}",
            blocks=tuple(_blocks(plan, day)),
            recipients=_recipients(plan),
            signature=Signature(authority=head.authority, position=head.position),
        )


def _recipients(plan: Plan) -> tuple[str, ...]:
    above = (str(plan.issuing_body),) if plan.issuing_body and plan.issuing_body_id != plan.body_id else ()
    return (*above, "Lưu: VT")


def _called(plan: Plan) -> str:
    day = f" ngày {written(plan.issued_on)}" if plan.issued_on else ""
    by = plan.issuing_body or plan.issuer_name
    return name_of(plan) + day + (f" của {by}" if by else "")


def _blocks(plan: Plan, day: dt.date) -> list[Block]:
    whole, by_task = counts_on(plan, day), counts_of_tasks(plan, day)
    tasks = list(tasks_in_order(plan))
    parts = _Parts(plan, day)
    difficulties = difficulties_on(plan, day)
    about = squeeze(plan.title)
    return [
        Paragraph(f"Thực hiện {_called(plan)}{f' ({about})' if about else ''}, {plan.body} báo cáo như sau:"),
        Heading("I. KẾT QUẢ CHUNG"),
        Paragraph(general_words(whole, tasks=len(tasks), day=day)),
        *_rate(whole),
        *(Paragraph(level_words(level, counted)) for level, counted in _several_levels(plan, day)),
        Heading("II. KẾT QUẢ TỪNG NHIỆM VỤ"),
        _task_table(tasks, by_task, parts),
        Heading("III. VIỆC QUÁ HẠN"),
        *_late(parts, whole),
        Heading("IV. KHÓ KHĂN, VƯỚNG MẮC"),
        Paragraph(_difficulties(difficulties.raised, difficulties.answered)),
        Paragraph(f"Trên đây là báo cáo tình hình thực hiện {name_of(plan)}, tính đến hết ngày {written(day)}./."),
    ]


def general_words(whole: Counts, *, tasks: int, day: dt.date) -> str:
    """Return the paragraph with the four counts, as officials say them."""
    of = {one.value: number_written(whole.of(one)) for one in Standing}
    said = (
        f"Tính đến hết ngày {written(day)}, kế hoạch có {number_written(tasks)} nhiệm vụ, "
        f"giao thành {number_written(whole.every)} việc của các cơ quan chủ trì: "
        f"hoàn thành đúng hạn {of['done_in_time']} việc; hoàn thành trễ hạn {of['done_late']} việc; "
        f"đang thực hiện, trong hạn {of['open_in_time']} việc; chưa hoàn thành, quá hạn {of['open_late']} việc"
    )
    if not whole.without_date:
        return f"{said}."
    beside = f"; ngoài ra {number_written(whole.without_date)} việc chưa có ngày hạn để tính."
    return said + beside


def level_words(level: Level, counted: Counts) -> str:
    """Return the sentence with the four counts of one level."""
    of = {one.value: number_written(counted.of(one)) for one in Standing}
    return (
        f"{NAMED[level]}: {number_written(counted.every)} việc, hoàn thành đúng hạn {of['done_in_time']}; trễ hạn "
        f"{of['done_late']}; đang thực hiện, trong hạn {of['open_in_time']}; quá hạn {of['open_late']}."
    )


def _several_levels(plan: Plan, day: dt.date) -> list[tuple[Level, Counts]]:
    found = list(counts_of_levels(plan, day).items())
    return found if len(found) > 1 else []


def _rate(whole: Counts) -> list[Block]:
    if whole.in_time_rate is None:
        return []
    return [Paragraph(f"Trong số việc có ngày hạn, {whole.in_time_rate}% hoàn thành đúng hạn hoặc còn trong hạn.")]


class _Parts:
    """The leading parts of the day, read once: the late ones, and by task the results that one body has."""

    def __init__(self, plan: Plan, day: dt.date) -> None:
        self.late: list[PartState] = []
        self.of_task: dict[int, list[PartState]] = {}
        for part in parts_on(plan, day, with_evidence=True, only_leads=True):
            if part.role != AssignmentRole.LEAD:
                continue
            if part.stands == Standing.OPEN_LATE:
                self.late.append(part)
            # Of a task of thousands of bodies the table says counts, so two are enough to know that it is one.
            kept = self.of_task.setdefault(part.task_position, [])
            if len(kept) < 2:
                kept.append(part)


def _task_table(tasks: list[Task], by_task: object, parts: _Parts) -> Table:
    counted: dict[int, Counts] = dict(by_task)  # type: ignore[call-overload]
    head = ("TT", "Nhiệm vụ", "Chủ trì", "Thời hạn", "Tình trạng", "Kết quả")
    rows = tuple(
        _task_row(task, counted.get(task.pk, Counts()), parts.of_task.get(task.position, [])) for task in tasks
    )
    return Table(head, rows, widths=(6, 32, 17, 15, 15, 20), centred=(0,))


def _task_row(task: Task, counted: Counts, parts: list[PartState]) -> tuple[str, ...]:
    limit = task.deadline_text or "—"
    due = parts[0].due_on if len(parts) == 1 else task.due_on
    if due and written(due) not in limit:
        limit = f"{limit}\n({written(due)})"
    return (
        ".".join(filter(None, (task.section, task.number))) or str(task.position),
        squeeze(task.title),
        "; ".join(task.lead_text),
        limit,
        _stands(counted, parts),
        _result(parts),
    )


def _stands(counted: Counts, parts: list[PartState]) -> str:
    if len(parts) == 1:
        part = parts[0]
        if part.dropped:
            return "Thôi thực hiện"
        return str(STANDING_TAGS[part.stands][1]) if part.stands else "—"
    said = [f"{STANDING_TAGS[one][1]}: {number_written(counted.of(one))}" for one in Standing if counted.of(one)]
    return "\n".join(said) or "—"


def _result(parts: list[PartState]) -> str:
    if len(parts) != 1:
        return ""
    part, said = parts[0], squeeze(parts[0].evidence)
    said = f"{said[:LONGEST_RESULT].rstrip()}…" if len(said) > LONGEST_RESULT else said
    done = f"Xong ngày {written(part.done_on)}." if part.done_on else ""
    return " ".join(filter(None, (done, said)))


def _late(parts: _Parts, whole: Counts) -> list[Block]:
    if not parts.late:
        return [Paragraph("Không có việc quá hạn.")]
    head = ("TT", "Nhiệm vụ", "Cơ quan", "Hạn")
    rows = tuple(
        (str(place), squeeze(part.task_title), part.body, written(part.due_on) if part.due_on else "")
        for place, part in enumerate(islice(parts.late, MOST_LATE), start=1)
    )
    blocks: list[Block] = [Table(head, rows, widths=(6, 48, 32, 14), centred=(0, 3))]
    more = whole.open_late - len(rows)
    if more > 0:
        blocks.append(Paragraph(f"Và {number_written(more)} việc quá hạn khác, ghi trong bảng tính kèm theo."))
    return blocks


def _difficulties(raised: int, answered: int) -> str:
    if not raised:
        return "Chưa có khó khăn, vướng mắc nào được nêu."
    return f"Đã nêu {raised} khó khăn, vướng mắc; đã trả lời {answered}, chưa trả lời {raised - answered}."
