"""The book of a body and year (sổ đăng ký thông tin), to be looked through and printed; struck lines stay in it."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from minhbach.accounts.doors import actor_on, role_only
from minhbach.agencies.queries import body_names
from minhbach.foundation import clock
from minhbach.foundation.dates import local_date, written
from minhbach.foundation.sheets import as_csv
from minhbach.register.exporting import day, unit_of
from minhbach.register.filter_forms import BookForm
from minhbach.register.labels import PLACE_LABELS, access_tag, retention_label
from minhbach.register.models import Item, ItemState
from minhbach.register.queries import registers_of
from minhbach.register.queries.books import book_of, years_of
from minhbach.register.queries.visible import bodies_of_holders
from minhbach.register.rules import SEES_CLOSED, reference_of

PAGE, PRINTED_AT_MOST = 50, 5000


@role_only(*SEES_CLOSED)
@require_safe
def book(request: HttpRequest) -> HttpResponse:
    """Show the lines of a book in the order of their numbers."""
    actor, today = actor_on(request), clock.today()
    bodies = bodies_of_holders(actor, SEES_CLOSED)
    years = sorted({today.year, *years_of(bodies)}, reverse=True)
    form = BookForm(
        request.GET, bodies=_own_first(body_names(bodies), registers_of(actor, SEES_CLOSED)).items(), years=years
    )
    rows = book_of(form.body(), year=form.year(), actor=actor).select_related("creating_unit")
    if request.GET.get("dang") == "csv":
        lines = (_cells(row) for row in rows.iterator(chunk_size=500))
        return as_csv(_head(), lines, file_name=f"so-thong-tin-{form.year()}.csv")
    printed = request.GET.get("in") == "1"
    page = Paginator(rows, PRINTED_AT_MOST if printed else PAGE).get_page(request.GET.get("trang"))
    context = {
        "form": form,
        "year": form.year(),
        "body": form.body_name(),
        "columns": _head(),
        "page": page,
        "lines": [_line(row) for row in page],
        "today": today,
    }
    return render(request, "register/book.html", context)


def _own_first(names: dict[int, str], own: frozenset[int]) -> dict[int, str]:
    return {**{one: name for one, name in names.items() if one in own}, **names}


def _line(row: Item) -> dict[str, Any]:
    return {
        "row": row,
        "struck": row.state == ItemState.STRUCK,
        "cells": list(zip(_head(), _cells(row), strict=True)),
    }


def _head() -> list[str]:
    return [
        _("Số"),
        _("Ngày vào sổ"),
        _("Tên loại và trích yếu"),
        _("Số, ký hiệu"),
        _("Ngày tạo ra"),
        _("Đơn vị tạo ra"),
        _("Loại tiếp cận"),
        _("Nơi để bản giấy"),
        _("Bảo quản"),
        _("Ghi chú"),
    ]


def _cells(row: Item) -> tuple[str, ...]:
    return (
        str(row.book_number),
        written(local_date(row.entered_at)),
        ": ".join(part for part in (row.kind, row.title) if part),
        reference_of(number=row.number, symbol=row.symbol),
        day(row.created_on),
        unit_of(row),
        access_tag(row)[1],
        ", ".join(f"{label} {value}" for name, label in PLACE_LABELS.items() if (value := getattr(row, name))),
        retention_label(row.retention_years),
        _("Đã gạch: %(reason)s") % {"reason": row.struck_reason} if row.state == ItemState.STRUCK else "",
    )
