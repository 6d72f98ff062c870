"""The public's pages of internal regulations: which agency published one, and what it says."""

from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from minhbach.agencies.forms import cleaned_or_empty
from minhbach.agencies.labels import LEVEL_LABELS
from minhbach.agencies.queries.directory import Narrowing, narrowed, territories_below
from minhbach.agencies.queries.focal_points import bodies_with_duty
from minhbach.domain.units.values import Level
from minhbach.foundation import clock
from minhbach.foundation.dates import written
from minhbach.foundation.sheets import as_csv
from minhbach.publication.announcement_forms import AnnouncementListForm
from minhbach.publication.announcement_labels import decision_words
from minhbach.publication.models import Announcement
from minhbach.publication.queries import publication_of
from minhbach.publication.queries.announcements import with_announcement
from minhbach.publication.queries.regulations import KIND, public_regulations
from minhbach.publication.regulation_content import model_used
from minhbach.publication.regulation_labels import model_words
from minhbach.publication.regulation_paper import issued_paper
from minhbach.publication.views.announcements import shown
from minhbach.publication.views.regulation_doors import paper_file

PAGE = 50


@require_safe
def regulations(request: HttpRequest) -> HttpResponse:
    """Show every agency that answers requests with the regulation that it published, or "chưa công bố"."""
    today = clock.today()
    provinces = territories_below(None, on=today)
    form = AnnouncementListForm(request.GET, territories=[(one.key, one.name) for one in provinces])
    form.fields["co"].label = _("Quy chế")
    asked = cleaned_or_empty(form)
    to = Narrowing(asked.get("q", ""), asked.get("noi", ""), asked.get("cap", ""))
    rows = with_announcement(narrowed(bodies_with_duty(today), to, on=today), KIND).order_by("sort_key", "pk")
    whether = asked.get("co", "")
    if whether:
        rows = rows.filter(announced_id__isnull=whether == "chua")
    if request.GET.get("dang") == "csv":
        head = (_("Cơ quan"), _("Thuộc"), _("Số quyết định"), _("Ngày quyết định"))
        sheet = ((one.name, one.place, one.announced_by or _("chưa công bố"), _day(one)) for one in rows)
        return as_csv(head, sheet, file_name="quy-che-noi-bo.csv")
    page = Paginator(rows, PAGE).get_page(request.GET.get("trang"))
    context = {
        "form": form,
        "page": page,
        "lines": [{"body": one, "decision": decision_words(one.announced_by, one.announced_on)} for one in page],
        "chips": _chips(to, whether, {one.key: one.name for one in provinces}),
    }
    return render(request, "publication/public_regulations.html", context)


def _day(row: Any) -> str:
    return written(row.announced_on) if row.announced_on else ""


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
def regulation(request: HttpRequest, announcement_id: int) -> HttpResponse:
    """Show one regulation that was published, also where a later one stands in its place."""
    row = _the_regulation(announcement_id)
    others = public_regulations().filter(body=row.body_id).exclude(pk=row.pk).order_by("-decided_on", "-pk")
    held = row.regulation
    context = {
        **shown(row),
        "publication": publication_of(row.kind, row.pk),
        "model_name": model_words(model_used(held), held.model_key, held.model_version),
        "others": [{"row": one, "decision": decision_words(one.number, one.decided_on)} for one in others],
    }
    return render(request, "publication/public_regulation.html", context)


@require_safe
def regulation_file(request: HttpRequest, announcement_id: int, file_type: str) -> HttpResponse:
    """Give a published regulation with its decision as a document."""
    row = _the_regulation(announcement_id)
    return paper_file(issued_paper(row), file_type, f"quy-che-{row.body.slug}-{row.pk}")


def _the_regulation(announcement_id: int) -> Announcement:
    row = public_regulations().filter(pk=announcement_id).first()
    if row is None:
        raise Http404
    return row
