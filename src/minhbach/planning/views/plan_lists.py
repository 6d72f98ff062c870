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
from minhbach.planning.queries import assignments_in, counts, name_of, spans_on
from minhbach.planning.queries.counting import StandOfTask, stands_by_task
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


def stands_of_tasks(plan: Plan, *, on: dt.date) -> Mapping[int, StandOfTask]:
    """Return how the leading bodies of each task stood on the day; the sum of their counts is how the plan stood."""
    return stands_by_task(spans_on(on).filter(plan=plan), on=on)


def task_lines(
    plan: Plan, tasks: Collection[Task], by_task: Mapping[int, StandOfTask], *, on: dt.date
) -> list[dict[str, Any]]:
    """Return the tasks, each with how its leading bodies stood on the day: a word for one, counts for several.

    :param by_task: `stands_of_tasks` of the day.
    """
    issued = issued_documents(plan)
    return [{**_task_line(task, by_task.get(task.pk), on), **_issued(issued.get(task.pk, []))} for task in tasks]


def _issued(documents: list[tuple[str, dt.date]]) -> dict[str, Any]:
    return {"issued": documents[:SHOWN_DOCUMENTS], "more_issued": max(0, len(documents) - SHOWN_DOCUMENTS)}


def _task_line(task: Task, stands: StandOfTask | None, on: dt.date) -> dict[str, Any]:
    if stands is None:
        return {"task": task, "tag": ("waiting", _("Chưa có cơ quan nào trong danh bạ"))}
    if stands.alone is not None:
        return {"task": task, "tag": standing_tag(stands.alone, DeadlineKind(task.deadline_kind), on=on)}
    several = [
        {"shape": STANDING_TAGS[one][0], "words": STANDING_TAGS[one][1], "count": stands.counts.of(one)}
        for one in STANDINGS.values()
        if stands.counts.of(one)
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
