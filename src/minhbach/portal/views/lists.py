"""The two public lists of Decree 13/2018, Article 6: on a page, and as files in the columns of the Decree."""

from typing import Any

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from minhbach.agencies.contracts import BodyRecord
from minhbach.agencies.queries.succession import end_of
from minhbach.foundation import clock
from minhbach.foundation.dates import written
from minhbach.foundation.sheets import as_csv
from minhbach.papers.sending import MEDIA, paper_sent
from minhbach.portal.caching import kept_for_visitors
from minhbach.portal.filter_forms import body_asked
from minhbach.portal.list_forms import ListForm
from minhbach.portal.queries.lists import bodies_in, law_today, narrowed_rows, rows_of
from minhbach.publication.queries.monitor import lacking
from minhbach.register.labels import standing_tags
from minhbach.register.list_files import MOST_ON_PAPER, list_paper, workbook_head
from minhbach.register.listed import COLUMNS, GROUNDS, TITLES, AddressOf, ListKind, cells_of
from minhbach.register.sending import workbook_sent

PAGE, PRINTED_AT_MOST = 50, 3000


@require_safe
@kept_for_visitors
def must_be_public(request: HttpRequest) -> HttpResponse:
    """Show the list of information that must be public."""
    return _shown(request, ListKind.MUST_BE_PUBLIC)


@require_safe
@kept_for_visitors
def conditional(request: HttpRequest) -> HttpResponse:
    """Show the list of information that is accessible under conditions."""
    return _shown(request, ListKind.CONDITIONAL)


def _shown(request: HttpRequest, kind: ListKind) -> HttpResponse:
    body, today = body_asked(request.GET), clock.today()
    own = rows_of(kind, [body.id] if body else None)
    law = law_today(today) if kind is ListKind.MUST_BE_PUBLIC else None
    asked = request.GET.copy()
    if body is None:  # An agency that is not there narrows nothing.
        asked.pop("co_quan", None)
    form = ListForm(
        asked,
        offered=bodies_in(rows_of(kind, None)),
        chosen=body,
        law=law,
    )
    lacks = form.lacks()
    own = own.filter(lacking(lacks, law=law, on=today)) if law and lacks else own
    rows = narrowed_rows(own, form.filters(), order=request.GET.get("xep", ""), on=today)
    wanted = request.GET.get("dang", "")
    # A paper has a head, and so one agency.
    if wanted in ("csv", "xlsx") or (body and wanted in MEDIA):
        return _file(kind, rows, wanted, body, request)
    printed = request.GET.get("in") == "1"
    page = Paginator(rows, PRINTED_AT_MOST if printed else PAGE).get_page(request.GET.get("trang"))
    context = {
        "kind": kind.value,
        "title": TITLES[kind],
        "ground": GROUNDS[kind],
        "body": body,
        "ended": end_of(body.id, on=today) if body else None,
        "form": form,
        "chips": form.chips(),
        "page": page,
        "lines": [_line(kind, row, number) for number, row in enumerate(page, start=page.start_index())],
        "columns": [column.words for column in COLUMNS[kind]],
        "today": today,
        "most": MOST_ON_PAPER,
    }
    return render(request, "portal/public_list.html", context)


def _line(kind: ListKind, row: Any, number: int) -> dict[str, Any]:
    cells = dict(
        zip((str(column.words) for column in COLUMNS[kind]), cells_of(kind, row, number, _nowhere), strict=True)
    )
    pairs = list(cells.items())
    return {
        "row": row,
        "number": number,
        "title": pairs[1][1],
        "cells": pairs[2:] if kind is ListKind.CONDITIONAL else pairs[2:8],
        "url": reverse("portal:item", args=[row.public_id]) if row.public_version_id else row.address,
        "standing": list(standing_tags(row, on=clock.today())) if kind is ListKind.MUST_BE_PUBLIC else [],
    }


def _nowhere(_row: Any) -> str:
    return ""


def _file(
    kind: ListKind, rows: QuerySet[Any], wanted: str, body: BodyRecord | None, request: HttpRequest
) -> HttpResponse:
    name, today, address_of = f"danh-muc-{kind.value}", clock.today(), _address_of(request)
    if body and wanted in ("docx", "pdf"):
        paper = list_paper(kind, rows[:MOST_ON_PAPER], body_id=body.id, on=today, address_of=address_of)
        return paper_sent(paper, wanted, name)
    lines = (
        cells_of(kind, row, number, address_of) for number, row in enumerate(rows.iterator(chunk_size=500), start=1)
    )
    if wanted == "csv":
        return as_csv([str(column.words) for column in COLUMNS[kind]], lines, file_name=f"{name}.csv")
    about = gettext("%(body)s, tính đến %(day)s") % {
        "body": body.full_name if body else gettext("Mọi cơ quan"),
        "day": written(today),
    }
    return workbook_sent(workbook_head(kind), lines, title=str(TITLES[kind]), about=about, name=name)


def _address_of(request: HttpRequest) -> AddressOf:
    def address(row: Any) -> str:
        path = reverse("portal:item", args=[row.public_id])
        return request.build_absolute_uri(path) if row.public_version_id else ""

    return address
