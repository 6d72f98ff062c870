"""Spreadsheets that wait to be taken in, and results that they told."""

import datetime as dt
from collections.abc import Collection, Sequence

from django.db.models import QuerySet

from minhbach.domain.access import Actor, Role
from minhbach.domain.lifecycles.assignment import AssignmentState
from minhbach.domain.reading.sheets.columns import SheetColumn, find_head, heading_key, propose_columns
from minhbach.domain.reading.sheets.values import Cell
from minhbach.extraction.tables.values import cell_from_plain
from minhbach.planning.contracts import PlanNotVisible
from minhbach.planning.models import Assignment, ColumnChoice, Plan, SheetUpload
from minhbach.planning.queries.staff import Work, staff_of
from minhbach.planning.queries.work import reach_of
from minhbach.planning.rules import MAY_IMPORT

Rows = Sequence[Sequence[Cell]]


def sheets_visible_to(actor: Actor) -> QuerySet[SheetUpload]:
    """Return the spreadsheets that still wait, of the bodies in which the actor holds a post that imports."""
    bodies = actor.bodies_where(*MAY_IMPORT)
    rows = SheetUpload.objects.filter(body_id__in=bodies, plan_import=None, dropped_at=None)
    return rows.order_by("-uploaded_at", "-pk")


def visible_sheet(sheet_id: int, *, actor: Actor) -> SheetUpload:
    """Return one spreadsheet that waits.

    :raises PlanNotVisible: if it is not there for the actor.
    """
    row = sheets_visible_to(actor).select_related("body").filter(pk=sheet_id).first()
    if row is None:
        raise PlanNotVisible
    return row


def sheet_for_change(sheet_id: int, *, actor: Actor) -> SheetUpload:
    """Return one spreadsheet that waits, locked until the end of the transaction.

    :raises PlanNotVisible: if it is not there for the actor.
    """
    row = sheets_visible_to(actor).select_for_update().filter(pk=sheet_id).first()
    if row is None:
        raise PlanNotVisible
    return row


def sheet_names(upload: SheetUpload) -> list[str]:
    """Return the names of its sheets, in their order."""
    return [sheet["name"] for sheet in upload.content.get("sheets", ())]


def rows_of(upload: SheetUpload, sheet: int | None = None) -> Rows:
    """Return the rows of the chosen sheet, or of another one."""
    sheets = upload.content.get("sheets", ())
    chosen = upload.sheet if sheet is None else sheet
    if chosen >= len(sheets):
        return ()
    return [[_cell(plain) for plain in row] for row in sheets[chosen]["rows"]]


def _cell(plain: object) -> Cell:
    cell = cell_from_plain(plain)
    return Cell(cell.text, cell.day, cell.number)


def likely_head(rows: Rows) -> int | None:
    """Return where the head of the table seems to be, from 0; None where no row looks like one."""
    return find_head([[cell.text for cell in row] for row in rows[:60]])


def headings_of(rows: Rows, head: int) -> list[str]:
    """Return the headings of the row, each on one line."""
    return [" ".join(cell.text.split()) for cell in rows[head]] if head < len(rows) else []


def proposed_columns(upload: SheetUpload, headings: Sequence[str]) -> tuple[SheetColumn, ...]:
    """Return what each column is likely to hold, by what the body's officers said before and by the headings."""
    keys = {heading_key(heading) for heading in headings}
    rows = ColumnChoice.objects.filter(body_id=upload.body_id, heading__in=keys).values_list("heading", "column")
    return propose_columns(headings, {heading: SheetColumn(column) for heading, column in rows})


def results_of_sheets(plan_ids: Collection[int] | None = None) -> QuerySet[Assignment]:
    """Return the parts of tasks whose result was told by a spreadsheet and waits for a leader."""
    rows = Assignment.objects.filter(
        state=AssignmentState.REPORTED,
        reports__sheet_fact__isnull=False,
        reports__is_result=True,
        reports__answered_at=None,
        reports__taken_back_at=None,
    )
    return rows if plan_ids is None else rows.filter(task__plan_id__in=plan_ids)


def leads_in(plan: Plan, *, actor: Actor) -> bool:
    """True if the actor leads the body that keeps the plan, or one with a part in it."""
    if actor.holds(Role.LEADER, body=plan.body_id):
        return True
    leads = reach_of(actor).leads
    return bool(leads) and Assignment.objects.filter(task__plan=plan, body_id__in=leads).exists()


def results_to_accept(plan: Plan, *, actor: Actor, on: dt.date) -> list[Assignment]:
    """Return those of the plan that the actor may accept, in the plan's order, however many: a few queries."""
    if not leads_in(plan, actor=actor):
        return []
    rows = results_of_sheets([plan.pk]).select_related("task__plan", "body").order_by("task__position", "pk")
    waiting = [(row, Work(row.body_id, plan.body_id)) for row in rows]
    staff = staff_of([work for _row, work in waiting], on=on)
    return [row for row, work in waiting if actor.person in staff.accepting(work)]
