"""The lists of Decree 13, Article 6, and the agency's own one: on a page, and as files in their columns."""

from typing import Any

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from minhbach.accounts.doors import actor_on, role_only
from minhbach.agencies.queries import body_names
from minhbach.domain.access import Actor
from minhbach.foundation import clock
from minhbach.foundation.dates import written
from minhbach.foundation.sheets import as_csv
from minhbach.papers.sending import MEDIA, paper_sent
from minhbach.register.filter_forms import BodyForm
from minhbach.register.list_files import MOST_ON_PAPER, list_paper, workbook_head
from minhbach.register.listed import COLUMNS, GROUNDS, TITLES, AddressOf, ListKind, cells_of, offered_lists
from minhbach.register.models import Item
from minhbach.register.queries import lists, registers_of
from minhbach.register.registries import public_path
from minhbach.register.rules import SEES, SEES_CLOSED
from minhbach.register.sending import workbook_sent

PAGE, PRINTED_AT_MOST = 50, 3000


@role_only(*SEES)
@require_safe
def item_list(request: HttpRequest, kind: str) -> HttpResponse:
    """Show one of the lists of a body, or give it as a file."""
    which, actor = _kind(kind), actor_on(request)
    roles = SEES_CLOSED if which is ListKind.NOT_PUBLIC else SEES
    own = registers_of(actor, roles)
    if not own:
        raise Http404
    form = BodyForm(request.GET, bodies=body_names(own).items())
    body_id, rows = form.body(), _rows(which, form.body(), actor)
    wanted = request.GET.get("dang", "")
    if wanted in ("csv", *MEDIA):
        return _file(request, which, rows, wanted, form)
    printed = request.GET.get("in") == "1"
    page = Paginator(rows, PRINTED_AT_MOST if printed else PAGE).get_page(request.GET.get("trang"))
    address_of = _addresses(request)
    context = {
        "form": form,
        "kind": which.value,
        "title": TITLES[which],
        "ground": GROUNDS[which],
        "body": form.body_name(),
        "body_id": body_id,
        "columns": [column.words for column in COLUMNS[which]],
        "page": page,
        "lines": [_line(which, row, number, address_of) for number, row in enumerate(page, start=page.start_index())],
        "today": clock.today(),
        "others": [(one.value, TITLES[one]) for one in offered_lists(actor) if one is not which],
        "most": MOST_ON_PAPER,
    }
    return render(request, "register/list.html", context)


def _kind(asked: str) -> ListKind:
    try:
        return ListKind(asked)
    except ValueError:
        raise Http404 from None


def _rows(kind: ListKind, body_id: int, actor: Actor) -> QuerySet[Item]:
    rows = {
        ListKind.MUST_BE_PUBLIC: lists.must_be_public,
        ListKind.CONDITIONAL: lists.conditional,
        ListKind.NOT_PUBLIC: lists.not_public,
    }[kind]
    return rows([body_id], actor=actor).select_related("creating_unit", "body")


def _line(kind: ListKind, row: Item, number: int, address_of: AddressOf) -> dict[str, Any]:
    cells = cells_of(kind, row, number, address_of)
    return {"row": row, "cells": list(zip((column.words for column in COLUMNS[kind]), cells, strict=True))}


def _addresses(request: HttpRequest) -> AddressOf:
    def address_of(row: Item) -> str:
        path = public_path(row.public_id) if row.public_version_id else ""
        return request.build_absolute_uri(path) if path else ""

    return address_of


def _file(request: HttpRequest, kind: ListKind, rows: QuerySet[Item], wanted: str, form: BodyForm) -> HttpResponse:
    name, today, address_of = f"danh-muc-{kind.value}", clock.today(), _addresses(request)
    lines = (
        cells_of(kind, row, number, address_of) for number, row in enumerate(rows.iterator(chunk_size=500), start=1)
    )
    if wanted == "csv":
        return as_csv([str(column.words) for column in COLUMNS[kind]], lines, file_name=f"{name}.csv")
    if wanted == "xlsx":
        about = _("%(body)s, tính đến %(day)s") % {"body": form.body_name(), "day": written(today)}
        return workbook_sent(workbook_head(kind), lines, title=str(TITLES[kind]), about=about, name=name)
    paper = list_paper(kind, rows[:MOST_ON_PAPER], body_id=form.body(), on=today, address_of=address_of)
    return paper_sent(paper, wanted, name)
