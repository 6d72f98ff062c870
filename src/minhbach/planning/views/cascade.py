"""The cascade's pages: which bodies below made their plan and how far they are."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Page, Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from minhbach.accounts.doors import actor_on, officer_only
from minhbach.domain.plans.standing import Standing
from minhbach.foundation import clock
from minhbach.foundation.dates import written
from minhbach.foundation.sheets import as_csv
from minhbach.planning.cascade.forms import NOT_TAKEN, CascadeFilterForm, day_of
from minhbach.planning.cascade.values import (
    BRANCH_COLUMNS,
    COLUMNS,
    BodyBelow,
    Branch,
    Cascade,
    CascadeFilters,
    Sums,
    sorted_by,
    summed,
)
from minhbach.planning.contracts import PlanNotVisible
from minhbach.planning.labels import STANDING_TAGS, Words
from minhbach.planning.models import Plan
from minhbach.planning.queries import name_of, plans_visible_to
from minhbach.planning.queries.cascade import cascade_of, plan_followed
from minhbach.planning.queries.taking_part import follows
from minhbach.planning.views.lists import PRINTED_AT_MOST, is_print_view

PAGE = 50


def the_followed_plan(request: HttpRequest, plan_id: int) -> Plan:
    """Return the plan for an officer of the body that keeps it; 404 for everybody else."""
    try:
        return plan_followed(plan_id, actor=actor_on(request))
    except PlanNotVisible:
        raise Http404 from None


@officer_only
def cascade(request: HttpRequest, plan_id: int) -> HttpResponse:
    """Show the branches below a plan, or, once anything is asked, the bodies that it is asked of."""
    plan, actor, today = the_followed_plan(request, plan_id), actor_on(request), clock.today()
    # The day decides what is counted, and the branches what may be asked: so the day is read first.
    day = day_of(CascadeFilterForm(request.GET, branches={}), today=today)
    whole = cascade_of(plan, on=day, actor=actor)
    form = CascadeFilterForm(request.GET, branches=_branch_choices(whole))
    filters = form.filters()
    bodies = sorted_by(whole.narrowed(filters), form.order(), COLUMNS)
    if request.GET.get("dang") == "csv":
        return _sheet(bodies, file_name=f"{plan.slug}-cap-duoi.csv")
    in_branches = not filters.any and any(one.startswith("t") for one in whole.branch_names)
    rows = sorted_by(whole.branches(), form.order(), BRANCH_COLUMNS) if in_branches else bodies
    page = _page(request, rows)
    sums = summed(bodies)
    links = _Links(plan, day if day != today else None)
    context = {
        "plan": plan,
        "name": name_of(plan),
        "form": form,
        "day": day,
        "page": page,
        "lines": _lines(page, links, _opened(page, request)),
        "in_branches": in_branches,
        "any_body": bool(whole.bodies),
        "sums": sums,
        "figures": _figures(sums, filters, form, links),
        "may_urge": follows(plan, actor),
    }
    return render(request, "planning/cascade.html", context)


def _branch_choices(whole: Cascade) -> Mapping[str, str]:
    return {key: branch_words(name) for key, name in sorted(whole.branch_names.items(), key=lambda one: one[1])}


def branch_words(name: str) -> str:
    """Return how pages call the branch of a province."""
    return _("Các xã, phường của %(province)s") % {"province": name}


class _Links:
    """Addresses of the lists behind the figures, as of the day that the page counts."""

    def __init__(self, plan: Plan, day: dt.date | None) -> None:
        # Looked up once: a page of fifty lines leads to them three hundred times.
        self._bodies = reverse("planning:cascade", args=[plan.pk])
        self._parts = reverse("planning:cascade_work", args=[plan.pk])
        self._day = {"tinh_den": written(day)} if day else {}

    def bodies(self, **asked: str) -> str:
        return self._to(self._bodies, asked)

    def parts(self, **asked: str) -> str:
        return self._to(self._parts, asked)

    def _to(self, address: str, asked: Mapping[str, str]) -> str:
        question = urlencode({**{key: value for key, value in asked.items() if value}, **self._day})
        return address + (f"?{question}" if question else "")


def _figures(sums: Sums, filters: CascadeFilters, form: CascadeFilterForm, links: _Links) -> list[dict[str, Any]]:
    """Return the figures above the list: those of lists that can be asked for as they stand have an address."""
    asked = {name: str(form.asked(name) or "") for name in ("tim", "cap", "nhanh")}
    whole = not (filters.words or filters.level or filters.lack)
    return [
        {
            "words": _("Chưa có kế hoạch"),
            "shape": "act" if sums.without_plan else "done",
            "count": sums.without_plan,
            "of": sums.owing,
            "url": links.bodies(**asked, thieu="ke-hoach"),
        },
        {
            "words": _("Việc chưa ai nhận"),
            "shape": "act" if sums.not_taken_over else "done",
            "count": sums.not_taken_over,
            "of": sums.given,
            "url": links.parts(nhan=NOT_TAKEN, nhanh=filters.branch) if whole else "",
        },
        {
            "words": _("Việc quá hạn"),
            "shape": "late" if sums.counts.open_late else "done",
            "count": sums.counts.open_late,
            "of": sums.given,
            "url": links.parts(tinh_trang="qua-han", nhanh=filters.branch) if whole else "",
        },
    ]


def _lines(page: Page[Any], links: _Links, opened: frozenset[int]) -> list[dict[str, Any]]:
    return [
        _branch_line(one, links)
        if isinstance(one, Branch) and one.only is None
        else _body_line(one.only if isinstance(one, Branch) else one, links, opened)
        for one in page
    ]


def _branch_line(one: Branch, links: _Links) -> dict[str, Any]:
    return {
        "words": branch_words(one.name),
        "url": links.bodies(nhanh=one.key),
        "bodies": one.sums.bodies,
        "sums": one.sums,
        "lack_url": links.bodies(nhanh=one.key, thieu="ke-hoach"),
        **_addresses(links, nhanh=one.key),
    }


def _body_line(one: Any, links: _Links, opened: frozenset[int]) -> dict[str, Any]:
    return {
        "words": one.body.full_name,
        "body": one,
        "sums": one,
        "opens_plan": one.plan is not None and one.plan.id in opened,
        **_addresses(links, co_quan=str(one.body.id)),
    }


def _addresses(links: _Links, **whose: str) -> dict[str, str]:
    return {
        "given_url": links.parts(**whose),
        "untaken_url": links.parts(**whose, nhan=NOT_TAKEN),
        "done_url": links.parts(**whose, tinh_trang="xong"),
        "late_url": links.parts(**whose, tinh_trang="qua-han"),
    }


def _opened(page: Page[Any], request: HttpRequest) -> frozenset[int]:
    """Return which of the plans on the page the officer may open: that there is one is not that they may read it."""
    bodies = [one.only if isinstance(one, Branch) else one for one in page]
    ids = [one.plan.id for one in bodies if one is not None and one.plan is not None]
    rows = plans_visible_to(actor_on(request)).filter(pk__in=ids).order_by()
    return frozenset(rows.values_list("pk", flat=True))


def _page(request: HttpRequest, rows: Sequence[Any]) -> Page[Any]:
    size = PRINTED_AT_MOST if is_print_view(request) else PAGE
    return Paginator(rows, size).get_page(request.GET.get("trang"))


def _sheet(bodies: Sequence[BodyBelow], *, file_name: str) -> HttpResponse:
    head: tuple[Words, ...] = (
        _("Cơ quan"),
        _("Kế hoạch của cơ quan"),
        _("Ngày"),
        _("Việc được giao"),
        _("Đã nhận"),
        _("Chưa nhận"),
        *(STANDING_TAGS[one][1] for one in Standing),
    )
    return as_csv(map(str, head), map(_cells, bodies), file_name=file_name)


def _cells(one: BodyBelow) -> tuple[object, ...]:
    return (
        one.body.full_name,
        one.plan.name if one.plan else _("chưa có") if one.owes_plan else _("không phải lập"),
        written(one.plan.issued_on) if one.plan else "",
        one.given,
        one.taken_over,
        one.not_taken_over,
        *(one.counts.of(its) for its in Standing),
    )
