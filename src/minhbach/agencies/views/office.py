"""Officers' pages of the bodies that they keep or oversee."""

import datetime as dt
from collections.abc import Iterator
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from minhbach.agencies.actions.add_unit import add_unit
from minhbach.agencies.actions.change_body import BodyDetails, change_body
from minhbach.agencies.contracts import AgenciesError, BodyNotVisible
from minhbach.agencies.doors import actor_on, officer_only
from minhbach.agencies.forms import BodyDetailsForm, NewUnitForm, OfficeListForm, cleaned_or_empty
from minhbach.agencies.labels import KIND_LABELS, LEVEL_LABELS
from minhbach.agencies.models import Body
from minhbach.agencies.queries.directory import Narrowing, parts_of, territories_below
from minhbach.agencies.queries.focal_points import (
    field_set,
    focal_points_of,
    needs_focal_point,
    terms_of,
    withdrawn_terms,
)
from minhbach.agencies.queries.office import (
    ENDING_WITHIN,
    OfficeFilters,
    body_seen,
    office_counts,
    office_list,
    terms_ending,
)
from minhbach.agencies.views.history import history
from minhbach.domain.bodies.values import Kind
from minhbach.domain.units.values import Level
from minhbach.foundation import clock
from minhbach.foundation.dates import written
from minhbach.foundation.sheets import as_csv

PAGE = 50
FIELDS = ("address", "telephone", "email", "website", "working_hours", "essential_service")


@officer_only
@require_GET
def office(request: HttpRequest) -> HttpResponse:
    """Show the officer's bodies, who of them lacks a focal point, and whose term ends soon."""
    actor, today = actor_on(request), clock.today()
    places = [(one.key, one.name) for one in territories_below(None, on=today)]
    form = OfficeListForm(request.GET, territories=places)
    asked = cleaned_or_empty(form)
    to = Narrowing(asked.get("q", ""), asked.get("noi", ""), asked.get("cap", ""))
    filters = OfficeFilters(to, asked.get("co", ""), request.GET.get("xep", ""))
    rows = office_list(actor, filters, on=today)
    if request.GET.get("dang") == "csv":
        return as_csv(_head(), _sheet(rows, today), file_name="co-quan.csv")
    page = Paginator(rows, PAGE).get_page(request.GET.get("trang"))
    context = {
        "form": form,
        "page": page,
        "lines": _lines(list(page), today),
        "own": Body.objects.filter(pk__in=actor.bodies()).order_by("sort_key", "pk"),
        "counts": office_counts(actor, on=today),
        "ending": terms_ending(actor, on=today)[:10],
        "filters": filters,
        "chips": _chips(filters, dict(places), form),
        "within": ENDING_WITHIN,
    }
    return render(request, "agencies/office.html", context)


@officer_only
@require_GET
def office_body(request: HttpRequest, body_id: int) -> HttpResponse:
    """Show one body: how it is reached, its units, its focal points of all times, and what was done."""
    row, may_change = the_body(request, body_id)
    today = clock.today()
    terms = terms_of(row.pk)
    shown = [_term(term, today) for term in terms]
    context = {
        "row": row,
        "may_change": may_change,
        "today": today,
        "kind": KIND_LABELS[Kind(row.kind)],
        "level": LEVEL_LABELS[Level(row.level)],
        "units": parts_of(row.pk, on=today),
        "terms": shown,
        "withdrawn": withdrawn_terms(row.pk) if may_change else (),
        "must_have": needs_focal_point(row, on=today),
        "law": field_set(today),
        "history": history(row.pk, [term.pk for term in terms]) if may_change else (),
        "has_focal_point": any(one["running"] for one in shown),
    }
    return render(request, "agencies/office_body.html", context)


@officer_only
@require_http_methods(["GET", "POST"])
def change_details(request: HttpRequest, body_id: int) -> HttpResponse:
    """Change how a body is reached."""
    row = body_to_change(request, body_id)
    initial = {name: getattr(row, name) for name in FIELDS}
    form = BodyDetailsForm(request.POST or None, initial=initial)
    if row.kind != Kind.SERVICE_UNIT:
        del form.fields["essential_service"]
    if request.method == "POST" and form.is_valid():
        details = BodyDetails(**(initial | form.cleaned_data))
        change_body(body_id=body_id, details=details, actor=actor_on(request), now=clock.now())
        messages.success(request, _("Đã lưu."))
        return redirect("agencies:office_body", body_id)
    context = {"row": row, "form": form}
    return render(request, "agencies/change_details.html", context, status=422 if form.errors else 200)


@officer_only
@require_http_methods(["GET", "POST"])
def new_unit(request: HttpRequest, body_id: int) -> HttpResponse:
    """Add a unit inside a body."""
    row = body_to_change(request, body_id)
    form = NewUnitForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            add_unit(parent_id=body_id, actor=actor_on(request), now=clock.now(), **form.cleaned_data)
            messages.success(request, _("Đã thêm đơn vị."))
            return redirect("agencies:office_body", body_id)
        except AgenciesError as refused:
            form.add_error("name", str(refused))
    return render(request, "agencies/new_unit.html", {"row": row, "form": form}, status=422 if form.errors else 200)


def the_body(request: HttpRequest, body_id: int) -> tuple[Body, bool]:
    """Return the body for who asks and whether it may be changed; 404 where it is not there for them."""
    try:
        return body_seen(body_id, actor=actor_on(request), on=clock.today())
    except BodyNotVisible:
        raise Http404 from None


def body_to_change(request: HttpRequest, body_id: int) -> Body:
    """Return a body that who asks may change; 404 otherwise."""
    row, may_change = the_body(request, body_id)
    if not may_change:
        raise Http404
    return row


def _term(term: Any, today: dt.date) -> dict[str, Any]:
    running = term.from_on <= today and (term.until_on is None or today < term.until_on)
    if term.from_on > today:
        tag = ("waiting", _("Sẽ bắt đầu"))
    elif not running:
        tag = ("closed", _("Đã thôi"))
    elif term.until_on is not None and (term.until_on - today).days <= ENDING_WITHIN:
        tag = ("act", _("Sắp hết hạn"))
    else:
        tag = ("done", _("Đang làm đầu mối"))
    last_on = term.until_on - dt.timedelta(days=1) if term.until_on else None
    ended = not running and term.from_on <= today
    return {
        "row": term,
        "tag": tag,
        "running": running,
        "ended": ended,
        "last_on": last_on,
        "was_changed": term.was_changed,
    }


def _lines(rows: list[Body], today: dt.date) -> list[dict[str, Any]]:
    found = focal_points_of([row.pk for row in rows], on=today)
    return [{"body": row, "points": found.get(row.pk, ()), "kind": KIND_LABELS[Kind(row.kind)]} for row in rows]


def _head() -> tuple[str, ...]:
    return (
        _("Cơ quan"),
        _("Thuộc"),
        _("Loại"),
        _("Phải có đầu mối"),
        _("Đầu mối"),
        _("Điện thoại"),
        _("Thư điện tử"),
        _("Hết hạn"),
    )


def _sheet(rows: QuerySet[Body], today: dt.date) -> Iterator[tuple[str, ...]]:
    every: list[Any] = list(rows)
    found = focal_points_of([row.pk for row in every], on=today)
    for row in every:
        points = found.get(row.pk, ())
        yield (
            row.name,
            row.place,
            str(KIND_LABELS[Kind(row.kind)]),
            _("có") if row.is_due else "",
            "; ".join(point.title for point in points) or (_("chưa có") if row.is_due else ""),
            "; ".join(point.fields.telephone for point in points),
            "; ".join(point.fields.email for point in points),
            written(row.term_ends) if row.term_ends else "",
        )


def _chips(filters: OfficeFilters, places: dict[str, str], form: OfficeListForm) -> list[tuple[Any, str]]:
    to = filters.to
    chips: list[tuple[Any, str]] = [(f"“{to.words}”", "q")] if to.words else []
    if to.within:
        chips.append((places.get(to.within, to.within), "noi"))
    if to.level:
        chips.append((LEVEL_LABELS[Level(to.level)], "cap"))
    if filters.state:
        labels = dict(form.fields["co"].choices)  # type: ignore[attr-defined]
        chips.append((f"{form.fields['co'].label}: {labels[filters.state]}", "co"))
    return chips
