"""The rows that the figures of the cascade count: parts of tasks below a plan, and those that nobody took over."""

import datetime as dt
from collections.abc import Collection
from typing import Any

from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from minhbach.accounts.doors import actor_on, officer_only
from minhbach.domain.lifecycles.assignment import AssignmentState
from minhbach.domain.plans.standing import Stand
from minhbach.domain.reading.results import DeadlineKind
from minhbach.domain.text import fold
from minhbach.foundation import clock
from minhbach.foundation.dates import written
from minhbach.foundation.sheets import as_csv
from minhbach.planning.cascade.forms import DONE, NOT_TAKEN, TAKEN, PartsFilterForm, day_of
from minhbach.planning.cascade.values import Cascade
from minhbach.planning.filter_forms import STANDINGS
from minhbach.planning.labels import ASSIGNMENT_TAGS, standing_tag
from minhbach.planning.models import AssignmentSpan, Plan
from minhbach.planning.ordering import ordered
from minhbach.planning.queries import name_of
from minhbach.planning.queries.cascade import cascade_of, parts_below, taken_over
from minhbach.planning.queries.counting import stands
from minhbach.planning.queries.taking_part import follows
from minhbach.planning.views.cascade import branch_words, the_followed_plan
from minhbach.planning.views.lists import page_of

COLUMNS = {"muc": "assignment__task__position", "han": "due_on", "co-quan": "body__sort_key"}
THEN = ("assignment__task__position", "body__sort_key", "pk")


@officer_only
def cascade_work(request: HttpRequest, plan_id: int) -> HttpResponse:
    """Show the parts of tasks that a figure of the cascade counts."""
    return _list(request, plan_id, only_untaken=False)


@officer_only
def untaken(request: HttpRequest, plan_id: int) -> HttpResponse:
    """Show the tasks of the plan that nobody took over."""
    return _list(request, plan_id, only_untaken=True)


def _list(request: HttpRequest, plan_id: int, *, only_untaken: bool) -> HttpResponse:
    plan, today = the_followed_plan(request, plan_id), clock.today()
    form, members = _asked(request, plan, only_untaken=only_untaken, today=today)
    day = day_of(form, today=today)
    rows = _narrowed(parts_below(plan, on=day), form, members, day=day, only_untaken=only_untaken)
    rows = ordered(rows.select_related("assignment__task", "body"), form.order(), COLUMNS, default="muc", then=THEN)
    if request.GET.get("dang") == "csv":
        return _sheet(rows, day, file_name=f"{plan.slug}-viec-cap-duoi.csv")
    page = page_of(request, rows, size=50)
    context = {
        "plan": plan,
        "name": name_of(plan),
        "form": form,
        "page": page,
        "lines": [_line(row, day) for row in page],
        "day": day,
        "untaken": only_untaken,
        "may_urge": only_untaken and follows(plan, actor_on(request)),
    }
    return render(request, "planning/cascade_parts.html", context)


def _asked(
    request: HttpRequest, plan: Plan, *, only_untaken: bool, today: dt.date
) -> tuple[PartsFilterForm, Collection[int] | None]:
    """Return the question, and whose parts it asks of; None for everybody's, which needs no look at the bodies."""
    body, branch = request.GET.get("co_quan", ""), request.GET.get("nhanh", "")
    bare = PartsFilterForm(request.GET, bodies={}, branches={}, only_untaken=only_untaken)
    if not body and not branch:
        return bare, None
    whole = cascade_of(plan, on=day_of(bare, today=today), actor=actor_on(request))
    named = next((one.body.full_name for one in whole.bodies if str(one.body.id) == body), "")
    bodies = {body: named} if named else {}
    branches = {branch: branch_words(whole.branch_names[branch])} if branch in whole.branch_names else {}
    form = PartsFilterForm(request.GET, bodies=bodies, branches=branches, only_untaken=only_untaken)
    return form, _members(whole, body if bodies else "", branch if branches else "")


def _members(whole: Cascade, body: str, branch: str) -> Collection[int] | None:
    if not body and not branch:
        return None
    rows = (one for one in whole.bodies if (not body or str(one.body.id) == body))
    return [member for one in rows if not branch or one.branch == branch for member in one.members]


def _narrowed(
    rows: QuerySet[AssignmentSpan],
    form: PartsFilterForm,
    members: Collection[int] | None,
    *,
    day: dt.date,
    only_untaken: bool,
) -> QuerySet[AssignmentSpan]:
    for word in fold(form.words()).split():
        rows = rows.filter(Q(assignment__task__search_text__contains=word) | Q(body__search_text__contains=word))
    if members is not None:
        rows = rows.filter(body__in=members)
    taking = NOT_TAKEN if only_untaken else form.asked("nhan")
    if taking == NOT_TAKEN:
        rows = rows.filter(~taken_over(on=day))
    elif taking == TAKEN:
        rows = rows.filter(taken_over(on=day))
    standing = form.asked("tinh_trang")
    if standing == DONE:
        return rows.filter(done_on__isnull=False)
    return rows.filter(stands(STANDINGS[standing], on=day)) if standing else rows


def _line(row: AssignmentSpan, day: dt.date) -> dict[str, Any]:
    task = row.assignment.task
    stand = Stand(row.body_id, row.due_on, row.done_on, row.dropped)
    return {
        "row": row,
        "task": task,
        "tag": standing_tag(stand, DeadlineKind(task.deadline_kind), on=day),
        "step": ASSIGNMENT_TAGS[AssignmentState(row.assignment.state)],
    }


def _sheet(rows: QuerySet[AssignmentSpan], day: dt.date, *, file_name: str) -> HttpResponse:
    head = (_("Mục"), _("Nhiệm vụ"), _("Cơ quan"), _("Hạn (nguyên văn)"), _("Hạn"), _("So với hạn"), _("Bước hôm nay"))
    cells = (
        (
            ".".join(filter(None, (line["task"].section, line["task"].number))),
            line["task"].title,
            line["row"].body,
            line["task"].deadline_text,
            written(line["row"].due_on) if line["row"].due_on else "",
            line["tag"][1],
            line["step"][1],
        )
        for line in (_line(row, day) for row in rows.iterator(chunk_size=1000))
    )
    return as_csv(head, cells, file_name=file_name)
