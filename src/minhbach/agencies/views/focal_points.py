"""The public list of focal points: whom to ask, agency by agency."""

import datetime as dt
from collections.abc import Iterator
from typing import Any

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from minhbach.agencies.forms import FocalPointListForm, cleaned_or_empty
from minhbach.agencies.labels import LEVEL_LABELS
from minhbach.agencies.models import Body
from minhbach.agencies.queries.directory import Narrowing, bodies_on, narrowed, territories_below
from minhbach.agencies.queries.focal_points import bodies_with_duty, field_set, focal_points_of
from minhbach.agencies.registries import service_lists_naming
from minhbach.domain.bodies.values import Kind
from minhbach.domain.units.values import Level
from minhbach.foundation import clock
from minhbach.foundation.sheets import as_csv

PAGE = 50


@require_GET
def focal_points(request: HttpRequest) -> HttpResponse:
    """Show the bodies that answer requests themselves, each with its focal point or "chưa công bố"."""
    today = clock.today()
    provinces = territories_below(None, on=today)
    form = FocalPointListForm(request.GET, territories=[(one.key, one.name) for one in provinces])
    asked = cleaned_or_empty(form)
    to = Narrowing(asked.get("q", ""), asked.get("noi", ""), asked.get("cap", ""))
    rows = narrowed(bodies_with_duty(today), to, on=today).order_by("sort_key", "pk")
    if request.GET.get("dang") == "csv":
        return as_csv(_head(), _sheet(rows, today), file_name="dau-moi.csv")
    page = Paginator(rows, PAGE).get_page(request.GET.get("trang"))
    names = {one.key: one.name for one in provinces}
    context = {
        "form": form,
        "page": page,
        "lines": _lines(list(page), today),
        "to": to,
        "chips": _chips(to, names),
        "law": field_set(today),
    }
    return render(request, "agencies/focal_points.html", context)


@require_GET
def service_units(request: HttpRequest) -> HttpResponse:
    """Show the public service units that supply basic, essential services (Article 11(5) of Law 01/2026)."""
    today = clock.today()
    provinces = territories_below(None, on=today)
    form = FocalPointListForm(request.GET, territories=[(one.key, one.name) for one in provinces])
    asked = cleaned_or_empty(form)
    to = Narrowing(asked.get("q", ""), asked.get("noi", ""), asked.get("cap", ""), Kind.SERVICE_UNIT)
    rows = narrowed(bodies_on(today).filter(essential_service=True), to, on=today)
    if request.GET.get("dang") == "csv":
        return as_csv(_units_head(), _units_sheet(list(rows)), file_name="don-vi-su-nghiep.csv")
    page = Paginator(rows, PAGE).get_page(request.GET.get("trang"))
    names = {one.key: one.name for one in provinces}
    lists = service_lists_naming([row.pk for row in page])
    context = {
        "form": form,
        "page": page,
        "lines": [{"body": row, "named_in": lists.naming.get(row.pk)} for row in page],
        "lists_url": lists.address,
        "to": to,
        "chips": _chips(to, names),
    }
    return render(request, "agencies/service_units.html", context)


def _units_head() -> tuple[str, ...]:
    return (
        _("Đơn vị"),
        _("Thuộc"),
        _("Địa chỉ"),
        _("Điện thoại"),
        _("Thư điện tử"),
        _("Trang thông tin"),
        _("Danh mục đã công bố"),
    )


def _units_sheet(rows: list[Body]) -> Iterator[tuple[str, ...]]:
    named = service_lists_naming([row.pk for row in rows]).naming
    for row in rows:
        words, _address = named.get(row.pk, ("", ""))
        yield (row.name, row.place, row.address, row.telephone, row.email, row.website, words)


def _lines(rows: list[Body], today: dt.date) -> list[dict[str, Any]]:
    found = focal_points_of([row.pk for row in rows], on=today)
    return [{"body": row, "points": found.get(row.pk, ())} for row in rows]


def _head() -> tuple[str, ...]:
    return (
        _("Cơ quan"),
        _("Thuộc"),
        _("Đầu mối"),
        _("Chức vụ"),
        _("Địa chỉ làm việc"),
        _("Điện thoại"),
        _("Thư điện tử"),
        _("Giờ làm việc"),
    )


def _sheet(rows: QuerySet[Body], today: dt.date) -> Iterator[tuple[str, ...]]:
    every = list(rows)
    found = focal_points_of(rows.values_list("pk", flat=True), on=today)
    for row in every:
        for point in found.get(row.pk, ()):
            given = point.fields
            yield (
                row.name,
                row.place,
                point.title,
                given.position,
                given.address,
                given.telephone,
                given.email,
                given.working_hours,
            )
        if row.pk not in found:
            yield (row.name, row.place, _("chưa công bố"), "", "", "", "", "")


def _chips(to: Narrowing, provinces: dict[str, str]) -> list[tuple[Any, str]]:
    chips: list[tuple[Any, str]] = [(f"“{to.words}”", "q")] if to.words else []
    if to.within:
        chips.append((provinces.get(to.within, to.within), "noi"))
    if to.level:
        chips.append((LEVEL_LABELS[Level(to.level)], "cap"))
    return chips
