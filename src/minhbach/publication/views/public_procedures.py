"""The public's pages of the procedure for requests: what the law says, and what each agency adds by its decision."""

from typing import Any

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from minhbach.agencies.contracts import BodyNotVisible, BodyRecord
from minhbach.agencies.queries import body_by_slug
from minhbach.agencies.queries.focal_points import focal_points_of
from minhbach.agencies.queries.succession import end_of
from minhbach.foundation import clock
from minhbach.foundation.sheets import as_csv
from minhbach.papers.sending import paper_sent
from minhbach.publication.announcements.labels import decision_words
from minhbach.publication.law_today import law_today
from minhbach.publication.models import Announcement
from minhbach.publication.procedures.paper import procedure_paper
from minhbach.publication.procedures.showing import plain_facts, shown_differences, shown_parts
from minhbach.publication.queries import publication_of
from minhbach.publication.queries.procedures import (
    bodies_to_announce,
    must_announce,
    procedure_in_force,
    public_procedures,
)
from minhbach.publication.views.announcements import shown
from minhbach.publication.views.who_announced import line_of, who_announced


@require_safe
def procedures(request: HttpRequest) -> HttpResponse:
    """Show what the law in force says in plain words, and every agency with its procedure, or "chưa công bố"."""
    today = clock.today()
    asked = who_announced(request, bodies_to_announce(today).order_by("sort_key", "pk"), what=_("Thủ tục"))
    if request.GET.get("dang") == "csv":
        return _as_sheet(request, asked.rows)
    law = law_today(today)
    context = {"law": law, "plain": plain_facts(law), "parts": shown_parts(law.lines), "today": today}
    return render(request, "publication/public_procedures.html", {**asked.page(request), **context})


def _as_sheet(request: HttpRequest, rows: QuerySet[Any]) -> HttpResponse:
    head = (_("Cơ quan"), _("Thuộc"), _("Quyết định công bố"), _("Ngày"), _("Địa chỉ"))
    addresses = ((one, reverse("procedures:of_body", args=[one.slug])) for one in rows)
    sheet = ((*line_of(one), request.build_absolute_uri(address)) for one, address in addresses)
    return as_csv(head, sheet, file_name="thu-tuc.csv")


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
        "ended": end_of(body.id, on=clock.today()),
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
