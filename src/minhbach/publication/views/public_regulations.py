"""The public's pages of internal regulations: which agency published one, and what it says."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from minhbach.agencies.queries.focal_points import bodies_with_duty
from minhbach.agencies.queries.succession import end_of
from minhbach.foundation import clock
from minhbach.foundation.sheets import as_csv
from minhbach.publication.announcements.labels import decision_words
from minhbach.publication.models import Announcement
from minhbach.publication.queries import publication_of
from minhbach.publication.queries.announcements import with_announcement
from minhbach.publication.queries.regulations import KIND, public_regulations
from minhbach.publication.regulations.content import model_used
from minhbach.publication.regulations.labels import model_words
from minhbach.publication.regulations.paper import issued_paper
from minhbach.publication.views.announcements import shown
from minhbach.publication.views.regulation_doors import paper_file
from minhbach.publication.views.who_announced import line_of, who_announced


@require_safe
def regulations(request: HttpRequest) -> HttpResponse:
    """Show every agency that answers requests with the regulation that it published, or "chưa công bố"."""
    bodies = with_announcement(bodies_with_duty(clock.today()), KIND).order_by("sort_key", "pk")
    asked = who_announced(request, bodies, what=_("Quy chế"))
    if request.GET.get("dang") == "csv":
        head = (_("Cơ quan"), _("Thuộc"), _("Số quyết định"), _("Ngày quyết định"))
        return as_csv(head, map(line_of, asked.rows), file_name="quy-che-noi-bo.csv")
    return render(request, "publication/public_regulations.html", asked.page(request))


@require_safe
def regulation(request: HttpRequest, announcement_id: int) -> HttpResponse:
    """Show one regulation that was published, also where a later one stands in its place."""
    row = _the_regulation(announcement_id)
    others = public_regulations().filter(body=row.body_id).exclude(pk=row.pk).order_by("-decided_on", "-pk")
    held = row.regulation
    context = {
        **shown(row),
        "ended": end_of(row.body_id, on=clock.today()),
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
