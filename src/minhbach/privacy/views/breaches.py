"""The register of breaches: list, one breach, noting, changing, telling, closing."""

from collections.abc import Iterator
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from minhbach.accounts.doors import actor_on, role_only
from minhbach.foundation import clock
from minhbach.foundation.contracts import Subject
from minhbach.foundation.dates import written
from minhbach.foundation.sheets import as_csv
from minhbach.lawbook.personal_data import breach_term_on
from minhbach.papers.contracts import Paper, Signature, Table
from minhbach.papers.queries import letterhead, letters_about
from minhbach.papers.sending import paper_sent
from minhbach.privacy.breach_forms import (
    BreachFilterForm,
)
from minhbach.privacy.history import history_of
from minhbach.privacy.labels import kinds_named
from minhbach.privacy.models import Breach
from minhbach.privacy.queries.breaches import (
    BREACH,
    breaches_visible_to,
    in_order,
    narrowed,
    not_noted,
)
from minhbach.privacy.rules import KEEPS_BREACHES
from minhbach.privacy.views.showing import the_breach
from minhbach.register.sending import workbook_sent

PAGE, PRINTED = 30, 2000
HEAD = ("Số", "Phát hiện", "Sự việc", "Dữ liệu", "Số người", "Hạn thông báo", "Đã thông báo", "Đóng")
WIDTHS = (2, 3, 6, 4, 2, 3, 3, 2)
"""The columns of the register as it is printed; what leaves the house in a file is Vietnamese."""


@role_only(*KEEPS_BREACHES)
@require_safe
def breaches(request: HttpRequest) -> HttpResponse:
    """Show the register; as CSV, XLSX and PDF too."""
    actor, now = actor_on(request), clock.now()
    form = BreachFilterForm(request.GET)
    rows = narrowed(breaches_visible_to(actor), form.filters(), now=now)
    rows = in_order(rows, request.GET.get("xep", ""))
    wanted = request.GET.get("dang")
    if wanted == "csv":
        return as_csv(HEAD, _cells(rows), file_name="so-su-co.csv")
    if wanted == "xlsx":
        head = [(words, 5 * width) for words, width in zip(HEAD, WIDTHS, strict=True)]
        return workbook_sent(head, _cells(rows), title="Sổ theo dõi sự cố dữ liệu cá nhân", about="", name="so-su-co")
    if wanted == "pdf":
        return paper_sent(_book(actor.bodies_where(*KEEPS_BREACHES), list(_cells(rows[:PRINTED]))), "pdf", "so-su-co")
    page = Paginator(rows, PAGE).get_page(request.GET.get("trang"))
    context = {
        "form": form,
        "page": page,
        "lines": [_line(row, now) for row in page],
        "is_asked": any(form.data.get(name) for name in form.fields),
        "astray": not_noted(actor),
    }
    return render(request, "privacy/breaches.html", context)


def _line(row: Breach, now: Any) -> dict[str, Any]:
    is_waiting = row.is_grave and row.notified_at is None and row.closed_on is None
    is_late = bool(is_waiting and row.notice_due_at and row.notice_due_at < now)
    hours = int((row.notice_due_at - now).total_seconds() // 3600) if row.notice_due_at and is_waiting else None
    return {"row": row, "kinds": kinds_named(row.kinds), "waits": is_waiting, "is_late": is_late, "hours": hours}


def _cells(rows: Any) -> Iterator[tuple[str, ...]]:
    for row in rows:
        yield (
            f"{row.number}/{row.year}",
            _moment(row.found_at),
            row.what,
            kinds_named(row.kinds),
            "" if row.people is None else str(row.people),
            _moment(row.notice_due_at),
            _moment(row.notified_at),
            written(row.closed_on) if row.closed_on else "",
        )


def _moment(at: Any) -> str:
    local = timezone.localtime(at) if at else None
    return f"{local:%H:%M} {written(local)}" if local else ""


def _book(own: frozenset[int], lines: list[tuple[str, ...]]) -> Paper:
    head = letterhead(min(own))
    return Paper(
        kind="Sổ theo dõi",
        body_above=head.body_above,
        issuing_body=head.issuing_body,
        symbol="",
        place=head.place,
        year=clock.today().year,
        subject="Sự cố về dữ liệu cá nhân",
        blocks=(Table(HEAD, tuple(lines) or (("",) * len(HEAD),), widths=WIDTHS),),
        signature=Signature(head.authority, head.position),
    )


@role_only(*KEEPS_BREACHES)
@require_safe
def breach(request: HttpRequest, breach_id: int) -> HttpResponse:
    """Show one breach: what happened, the clock and where it comes from, who was told, what comes next."""
    row, actor = the_breach(request, breach_id), actor_on(request)
    context = {
        **_line(row, clock.now()),
        "term": breach_term_on(timezone.localdate(row.found_at)),
        "letters": list(letters_about(Subject(BREACH, row.pk), actor=actor)),
        "lines": history_of(Subject(BREACH, row.pk)),
    }
    return render(request, "privacy/breach.html", context)
