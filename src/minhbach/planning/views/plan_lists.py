"""What officers' and the public's pages of one plan share: its tasks with how they stand, and every body's part."""

import datetime as dt
from collections.abc import Collection, Mapping
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from minhbach.agencies.queries import body_names
from minhbach.domain.reading.results import DeadlineKind
from minhbach.foundation import clock
from minhbach.planning.filter_forms import STANDINGS, TaskFilterForm
from minhbach.planning.labels import STANDING_TAGS, standing_tag
from minhbach.planning.models import Assignment, Plan, Task
from minhbach.planning.queries import Counts, assignments_in, counts, counts_by, name_of, spans_on
from minhbach.planning.queries.counting import one_span_by_task
from minhbach.planning.queries.tasks import issued_documents
from minhbach.planning.views.lists import (
    BY_PLACE,
    assignment_line,
    page_of,
    spans_of,
    standing_counts,
    without_standing,
)

SHOWN_DOCUMENTS = 3
LONGEST_ID = 18
"""Digits that any id in the database may have; more would be no id, and too large to ask for."""
WORK_ORDERS = {**BY_PLACE, "co-quan": _("Cơ quan")}


def counts_by_task(plan: Plan, *, on: dt.date) -> Mapping[int, Counts]:
    """Return how the leading bodies of each task stood on the day; their sum is how the plan stood."""
    return counts_by(spans_on(on).filter(plan=plan), "assignment__task", on=on)


def task_lines(
    plan: Plan, tasks: Collection[Task], by_task: Mapping[int, Counts], *, on: dt.date
) -> list[dict[str, Any]]:
    """Return the tasks, each with how its leading bodies stood on the day: a word for one, counts for several.

    :param by_task: `counts_by_task` of the day.
    """
    spans = spans_on(on).filter(plan=plan)
    # A plan of the centre has 30,000 spans; only where one body leads does the span itself say something.
    few = [task.pk for task in tasks if by_task.get(task.pk, Counts()).every <= 1]
    alone, issued = one_span_by_task(spans, few), issued_documents(plan)
    return [
        {**_task_line(task, by_task.get(task.pk, Counts()), alone.get(task.pk), on), **_issued(issued.get(task.pk, []))}
        for task in tasks
    ]


def _issued(documents: list[tuple[str, dt.date]]) -> dict[str, Any]:
    return {"issued": documents[:SHOWN_DOCUMENTS], "more_issued": max(0, len(documents) - SHOWN_DOCUMENTS)}


def _task_line(task: Task, counted: Counts, alone: Any, on: dt.date) -> dict[str, Any]:
    kind = DeadlineKind(task.deadline_kind)
    if alone is not None and counted.every <= 1:
        return {"task": task, "tag": standing_tag(alone, kind, on=on)}
    if not counted.every:
        return {"task": task, "tag": ("waiting", _("Chưa có cơ quan nào trong danh bạ"))}
    several = [
        {"shape": STANDING_TAGS[one][0], "words": STANDING_TAGS[one][1], "count": counted.of(one)}
        for one in STANDINGS.values()
        if counted.of(one)
    ]
    return {"task": task, "several": several}


def plan_work_form(request: HttpRequest) -> TaskFilterForm:
    """Return the question to every body's part in a plan; a body may be named by the links that lead here."""
    asked = request.GET.get("co_quan", "")
    bodies = body_names([int(asked)]).items() if asked.isdecimal() and len(asked) <= LONGEST_ID else ()
    without = ("cua_toi",) if bodies else ("cua_toi", "co_quan")
    return TaskFilterForm(request.GET, without=without, orders=WORK_ORDERS, bodies=bodies)


def plan_work_context(
    request: HttpRequest, plan: Plan, form: TaskFilterForm, rows: QuerySet[Assignment]
) -> dict[str, Any]:
    """Return what the list of a plan's work shows."""
    today = clock.today()
    day = form.day(today=today)
    page = page_of(request, rows, size=50)
    any_standing = assignments_in(plan, without_standing(form, on=today))
    return {
        "plan": plan,
        "name": name_of(plan),
        "page": page,
        "lines": [assignment_line(row, on=today) for row in page],
        "form": form,
        "counts": standing_counts(counts(spans_of(any_standing, on=day), on=day), request),
        "day": day,
    }
