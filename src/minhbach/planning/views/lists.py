"""What all lists of planning share: pages, the print view, and how far tasks stand from their limits."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace
from typing import Any, TypeVar

from django.core.paginator import Page, Paginator
from django.db.models import Model, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from minhbach.planning.filter_forms import STANDING_LABELS, STANDINGS, TaskFilterForm
from minhbach.planning.queries import TaskFilters, counts_by_standing

Row = TypeVar("Row", bound=Model)
PRINTED_AT_MOST = 2000
BY_LIMIT = {"": _("Hạn gần nhất"), "-han": _("Hạn xa nhất")}
BY_PLACE = {"": _("Thứ tự trong văn bản"), "han": _("Hạn gần nhất"), "-han": _("Hạn xa nhất")}
SHAPES = {"qua-han": "late", "sap-den": "act", "con-han": "work", "khong-ngay": "waiting"}
PUBLIC_SHAPES = {**SHAPES, "qua-han": "waiting"}
"""For the public: a limit that passed is said, but nobody knows yet whether the work was done."""


def is_print_view(request: HttpRequest) -> bool:
    """True where the page is asked for paper (`?in=1`): all rows, everything open."""
    return request.GET.get("in") == "1"


def page_of(request: HttpRequest, rows: QuerySet[Row], *, size: int) -> Page[Row]:
    """Return the asked page of the rows; for paper all of them, up to two thousand."""
    return Paginator(rows, PRINTED_AT_MOST if is_print_view(request) else size).get_page(request.GET.get("trang"))


def without_standing(form: TaskFilterForm, *, on: dt.date) -> TaskFilters:
    """Return what was asked but for the standing, whose counts are to be shown beside each other."""
    return replace(form.filters(on=on), standing=None)


def standing_counts(
    rows: QuerySet[Any], *, on: dt.date, prefix: str, shapes: Mapping[str, str] = SHAPES
) -> list[dict[str, Any]]:
    """Return how many of the rows stand how on the day: shape, words, count and the filter that shows them."""
    counted = counts_by_standing(rows, on=on, prefix=prefix)
    return [
        {"shape": shapes[key], "words": STANDING_LABELS[key], "count": counted[its.value], "key": key}
        for key, its in STANDINGS.items()
        if counted[its.value]
    ]


def plan_tasks_form(request: HttpRequest) -> TaskFilterForm:
    """Return the question to the tasks of one plan."""
    return TaskFilterForm(request.GET, without=("co_quan", "vai"), orders=BY_PLACE)
