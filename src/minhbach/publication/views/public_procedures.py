"""The public's pages of the procedure for requests: what the law says, and what each agency adds by its decision."""

from typing import Any

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from minhbach.agencies.contracts import BodyNotVisible, BodyRecord
from minhbach.agencies.forms import cleaned_or_empty
from minhbach.agencies.labels import LEVEL_LABELS
from minhbach.agencies.queries import body_by_slug
from minhbach.agencies.queries.directory import Narrowing, narrowed, territories_below
from minhbach.agencies.queries.focal_points import focal_points_of
from minhbach.domain.units.values import Level
from minhbach.foundation import clock
from minhbach.foundation.dates import written
from minhbach.foundation.sheets import as_csv
from minhbach.publication.announcement_labels import decision_words
from minhbach.publication.law_today import law_today
from minhbach.publication.models import Announcement
from minhbach.publication.procedure_forms import ProcedureListForm
from minhbach.publication.procedure_paper import procedure_paper
from minhbach.publication.procedure_showing import plain_facts, shown_differences, shown_parts
from minhbach.publication.queries import publication_of
from minhbach.publication.queries.procedures import (
    bodies_to_announce,
    must_announce,
    procedure_in_force,
    public_procedures,
)
from minhbach.publication.views.announcements import shown
from minhbach.publication.views.media import paper_sent

PAGE = 50


@require_safe
def procedures(request: HttpRequest) -> HttpResponse:
    """Show what the law in force says in plain words, and every agency with its procedure, or "chưa công bố"."""
    today = clock.today()
    provinces = territories_below(None, on=today)
    form = ProcedureListForm(request.GET, territories=[(one.key, one.name) for one in provinces])
    asked = cleaned_or_empty(form)
    to = Narrowing(asked.get("q", ""), asked.get("noi", ""), asked.get("cap", ""))
    rows: QuerySet[Any] = narrowed(bodies_to_announce(today), to, on=today).order_by("sort_key", "pk")
    whether = asked.get("co", "")
    if whether:
        rows = rows.filter(announced_id__isnull=whether == "chua")
    if request.GET.get("dang") == "csv":
        return _as_sheet(request, rows)
    page = Paginator(rows, PAGE).get_page(request.GET.get("trang"))
    law = law_today(today)
    context = {
        "form": form,
        "page": page,
        "lines": [{"body": one, "decision": decision_words(one.announced_by, one.announced_on)} for one in page],
        "chips": _chips(to, whether, {one.key: one.name for one in provinces}),
        "law": law,
        "plain": plain_facts(law),
        "parts": shown_parts(law.lines),
        "today": today,
    }
    return render(request, "publication/public_procedures.html", context)


def _as_sheet(request: HttpRequest, rows: QuerySet[Any]) -> HttpResponse:
    head = (_("Cơ quan"), _("Thuộc"), _("Quyết định công bố"), _("Ngày"), _("Địa chỉ"))
    sheet = (
        (
            one.name,
            one.place,
            one.announced_by if one.announced_id else _("chưa công bố"),
            written(one.announced_on) if one.announced_on else "",
            request.build_absolute_uri(reverse("procedures:of_body", args=[one.slug])),
        )
        for one in rows
    )
    return as_csv(head, sheet, file_name="thu-tuc.csv")


def _chips(to: Narrowing, whether: str, provinces: dict[str, str]) -> list[tuple[Any, str]]:
    chips: list[tuple[Any, str]] = [(f"“{to.words}”", "q")] if to.words else []
    if to.within:
        chips.append((provinces.get(to.within, to.within), "noi"))
    if to.level:
        chips.append((LEVEL_LABELS[Level(to.level)], "cap"))
    if whether:
        chips.append((_("đã công bố") if whether == "co" else _("chưa công bố"), "co"))
    return chips


@require_safe
def procedure_of_body(request: HttpRequest, slug: str) -> HttpResponse:
    """Show an agency's procedure in force; of an agency that announced none, the law's part and whom to ask."""
    body = _the_body(slug)
    row = procedure_in_force(body.id)
    if row is not None:
        return _shown(request, body, row)
    if not must_announce(body.id, on=clock.today()):
        raise Http404
    points = focal_points_of([body.id], on=clock.today()).get(body.id, ())
    context = {
        "body": body,
        "parts": shown_parts(law_today(clock.today()).lines),
        "focal_points": points,
        "others": _others(body, None),
    }
    return render(request, "publication/public_procedure.html", context)


@require_safe
def procedure_version(request: HttpRequest, slug: str, announcement_id: int) -> HttpResponse:
    """Show one version that was announced, also where a later one stands in its place."""
    body = _the_body(slug)
    row = public_procedures().filter(pk=announcement_id, body_id=body.id).first()
    if row is None:
        raise Http404
    return _shown(request, body, row)


def _the_body(slug: str) -> BodyRecord:
    try:
        return body_by_slug(slug)
    except BodyNotVisible:
        raise Http404 from None


def _shown(request: HttpRequest, body: BodyRecord, row: Announcement) -> HttpResponse:
    wanted = request.GET.get("dang", "")
    if wanted in ("docx", "pdf"):
        return _as_file(row, wanted)
    context = {
        **shown(row),
        "body": body,
        "publication": publication_of(row.kind, row.pk),
        "changes": shown_differences(row.procedure, law_today(clock.today())) if row.replaced_on is None else (),
        "others": _others(body, row),
    }
    return render(request, "publication/public_procedure.html", context)


def _others(body: BodyRecord, shown_row: Announcement | None) -> list[dict[str, Any]]:
    rows = public_procedures().filter(body_id=body.id).order_by("-decided_on", "-pk")
    kept = [one for one in rows if shown_row is None or one.pk != shown_row.pk]
    return [{"row": one, "decision": decision_words(one.number, one.decided_on)} for one in kept]


def _as_file(row: Announcement, wanted: str) -> HttpResponse:
    paper = procedure_paper(row, focal_points_of([row.body_id], on=clock.today()).get(row.body_id, ()))
    return paper_sent(paper, wanted, f"thu-tuc-{row.body.slug}")
