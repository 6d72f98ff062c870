"""What all lists of planning share: pages, the print view, and how far tasks stand from their limits."""

import datetime as dt
from dataclasses import replace
from typing import Any, TypeVar

from django.core.paginator import Page, Paginator
from django.db.models import Model, QuerySet
from django.http import HttpRequest, QueryDict
from django.utils.translation import gettext_lazy as _

from minhbach.domain.lifecycles.assignment import AssignmentState
from minhbach.domain.plans.standing import FOUR
from minhbach.domain.reading.results import DeadlineKind
from minhbach.planning.filter_forms import STANDINGS, TaskFilterForm
from minhbach.planning.labels import ASSIGNMENT_TAGS, STANDING_TAGS, standing_tag
from minhbach.planning.models import Assignment, AssignmentRole, AssignmentSpan
from minhbach.planning.queries import Counts, TaskFilters, name_of, spans_on
from minhbach.planning.queries.periods import passed_periods
from minhbach.planning.spans import stand_of

Row = TypeVar("Row", bound=Model)
PRINTED_AT_MOST = 2000
BY_LIMIT = {"": _("Hạn gần nhất"), "-han": _("Hạn xa nhất")}
BY_PLACE = {"": _("Thứ tự trong văn bản"), "han": _("Hạn gần nhất"), "-han": _("Hạn xa nhất")}


def is_print_view(request: HttpRequest) -> bool:
    """True where the page is asked for paper (`?in=1`): all rows, everything open."""
    return request.GET.get("in") == "1"


def page_of(request: HttpRequest, rows: QuerySet[Row], *, size: int) -> Page[Row]:
    """Return the asked page of the rows; for paper all of them, up to two thousand."""
    return NarrowPaginator(rows, PRINTED_AT_MOST if is_print_view(request) else size).get_page(request.GET.get("trang"))


class NarrowPaginator(Paginator[Row]):
    """Finds a page by ids alone and fetches its rows then.

    Sorting 30,000 whole rows, with all that is joined to them, to show fifty costs most where the fifty stand last.
    """

    def _get_page(self, object_list: Any, number: int, paginator: Any) -> Page[Row]:
        if not isinstance(self.object_list, QuerySet):
            return Page(object_list, number, paginator)
        ids = list(object_list.values_list("pk", flat=True))
        found = {row.pk: row for row in self.object_list.order_by().filter(pk__in=ids)}
        return Page([found[pk] for pk in ids if pk in found], number, paginator)


def without_standing(form: TaskFilterForm, *, on: dt.date, person: int | None = None) -> TaskFilters:
    """Return what was asked but for the standing, whose counts are to be shown beside each other."""
    return replace(form.filters(on=on, person=person), standing=None)


def standing_counts(counted: Counts, request: HttpRequest, *, url: str = "") -> list[dict[str, Any]]:
    """Return how many parts of tasks stand how: shape, words, count and the address that shows the rows it counts.

    :param url: the list of these rows, where it is another page than the one that shows the counts.
    """
    asked = request.GET.copy()
    for name in ("trang", "in", "dang"):
        asked.pop(name, None)
    return [
        {
            # Nothing late is no alarm.
            "shape": STANDING_TAGS[its][0] if counted.of(its) else "waiting",
            "words": STANDING_TAGS[its][1],
            "count": counted.of(its),
            "key": key,
            "url": f"{url}?{_with(asked, key)}",
        }
        for key, its in STANDINGS.items()
        if counted.of(its) or its in FOUR
    ]


def _with(asked: QueryDict, standing: str) -> str:
    asked = asked.copy()
    asked["tinh_trang"] = standing
    return asked.urlencode()


def spans_of(rows: QuerySet[Assignment], *, on: dt.date) -> QuerySet[AssignmentSpan]:
    """Return how the assignments, as far as they lead, stood on the day."""
    return spans_on(on).filter(assignment__in=rows.order_by())


def assignment_line(row: Assignment, *, on: dt.date) -> dict[str, Any]:
    """Return what a list shows of one body's part in a task, as it stands today."""
    return {
        "row": row,
        "task": row.task,
        "plan_name": name_of(row.task.plan),
        "role": AssignmentRole(row.role).label,
        "tag": standing_tag(stand_of(row), DeadlineKind(row.task.deadline_kind), on=on),
        "step": ASSIGNMENT_TAGS[AssignmentState(row.state)],
        "passed": passed_periods(row, on=on),
    }


def plan_tasks_form(request: HttpRequest) -> TaskFilterForm:
    """Return the question to the tasks of one plan."""
    without = ("co_quan", "cap", "vai", "cua_toi", "buoc", "tinh_den")
    return TaskFilterForm(request.GET, without=without, orders=BY_PLACE)
