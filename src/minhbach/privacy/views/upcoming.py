"""What will be erased next, for the leader to see before; and minutes of what was erased."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from minhbach.accounts.doors import actor_on, role_only
from minhbach.agencies.queries import body_names
from minhbach.domain.personal_data import after_months
from minhbach.foundation import clock
from minhbach.foundation.dates import written
from minhbach.foundation.sheets import as_csv
from minhbach.intake.contracts import SubmissionKind
from minhbach.papers.contracts import Paper, Paragraph, Signature, Table
from minhbach.papers.queries import letterhead
from minhbach.papers.sending import paper_sent
from minhbach.privacy.forms import ErasureFilterForm
from minhbach.privacy.labels import CAUSES, counted, kind_label
from minhbach.privacy.queries import upcoming
from minhbach.privacy.queries.erasures import erasures_visible_to, narrowed
from minhbach.privacy.registries import kept_matters
from minhbach.privacy.retention import period_of
from minhbach.privacy.rules import SEES

PAGE, PRINTED = 50, 3000
UPCOMING_HEAD = ("Số", "Loại", "Cơ quan", "Ngày giải quyết xong", "Ngày xóa", "Đang giữ")
MINUTES_HEAD = ("Số", "Ngày giải quyết xong", "Lúc xóa", "Vì sao", "Người quyết định", "Đã xóa")
WIDTHS = (3, 3, 3, 4, 4, 4)


@role_only(*SEES)
@require_safe
def upcoming_erasures(request: HttpRequest) -> HttpResponse:
    """Show what is erased up to the end of the next month, or of as many months as were asked for."""
    actor, today = actor_on(request), clock.today()
    months = _months(request.GET.get("thang", ""))
    until = after_months(today.replace(day=1), months + 1) - timedelta(days=1)
    found = upcoming(actor, until=until, on=today)
    names = body_names({one.finished.body_id for one in found})
    if request.GET.get("dang") == "csv":
        return as_csv(UPCOMING_HEAD, _cells(found, names), file_name="sap-xoa.csv")
    page = Paginator(found, PAGE).get_page(request.GET.get("trang"))
    context = {
        "page": page,
        "lines": [{"one": one, "kind": kind_label(one.kind), "body": names[one.finished.body_id]} for one in page],
        "until": until,
        "months": months,
        "choices": (1, 3, 6, 12),
        "held": sum(one.is_held for one in found),
        "several_bodies": len(names) > 1,
        "periods": [(kind_label(kind), period_of(kind, ended_on=today)) for kind in kept_matters()],
    }
    return render(request, "privacy/upcoming.html", context)


def _months(asked: str) -> int:
    return min(int(asked), 60) if asked.isdecimal() and len(asked) < 4 and int(asked) else 1


def _cells(found: tuple[Any, ...], names: dict[int, str]) -> Iterator[tuple[str, ...]]:
    for one in found:
        yield (
            one.finished.number,
            kind_label(SubmissionKind(one.kind)),
            names[one.finished.body_id],
            written(one.finished.ended_on),
            written(one.erased_from),
            "x" if one.is_held else "",
        )


@role_only(*SEES)
@require_safe
def erasures(request: HttpRequest) -> HttpResponse:
    """Show the minutes; as CSV and as a paper to sign."""
    actor, form = actor_on(request), ErasureFilterForm(request.GET)
    form.is_valid()
    told = form.cleaned_data
    rows = narrowed(erasures_visible_to(actor), number=told.get("tim") or "", year=told.get("nam"))
    if request.GET.get("dang") == "csv":
        return as_csv(MINUTES_HEAD, _minutes(rows), file_name="bien-ban-xoa.csv")
    if request.GET.get("dang") in ("pdf", "docx"):
        own = min(actor.bodies_where(*SEES))
        return paper_sent(_paper(own, list(_minutes(rows[:PRINTED]))), request.GET["dang"], "bien-ban-xoa")
    page = Paginator(rows, PAGE).get_page(request.GET.get("trang"))
    context = {
        "form": form,
        "page": page,
        "is_asked": any(form.data.get(name) for name in form.fields),
        "lines": [{"row": row, "cause": CAUSES[row.cause], "counted": counted(row.counts)} for row in page],
    }
    return render(request, "privacy/erasures.html", context)


def _minutes(rows: Any) -> Iterator[tuple[str, ...]]:
    for row in rows:
        at = timezone.localtime(row.erased_at)
        yield (
            row.number,
            written(row.ended_on),
            f"{at:%H:%M} {written(at)}",
            str(CAUSES[row.cause]),
            row.erased_by.name if row.erased_by else "",
            counted(row.counts),
        )


def _paper(body_id: int, lines: list[tuple[str, ...]]) -> Paper:
    own = letterhead(body_id)
    words = "Dữ liệu cá nhân của các yêu cầu, góp ý sau đã xóa; số, ngày và kết quả giải quyết được giữ lại."
    return Paper(
        kind="Biên bản",
        body_above=own.body_above,
        issuing_body=own.issuing_body,
        symbol="",
        place=own.place,
        year=clock.today().year,
        subject="xóa dữ liệu cá nhân",
        blocks=(Paragraph(words), Table(MINUTES_HEAD, tuple(lines) or (("",) * len(WIDTHS),), widths=WIDTHS)),
        signature=Signature(own.authority, own.position),
    )
