"""What may be printed and laid out at the counter."""

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from minhbach.agencies.contracts import BodyNotVisible
from minhbach.agencies.queries import body_by_slug
from minhbach.agencies.queries.bodies import body as body_of
from minhbach.agencies.queries.focal_points import focal_points_of
from minhbach.foundation import clock
from minhbach.papers.contracts import FontsMissing
from minhbach.portal.caching import kept_for_visitors
from minhbach.portal.leaflet import leaflet


@require_safe
@kept_for_visitors
def agency_leaflet(request: HttpRequest, slug: str) -> HttpResponse:
    """Give an agency's leaflet with whom to ask: its own focal points, or those of the body that it is a part of."""
    try:
        body = body_by_slug(slug)
    except BodyNotVisible as error:
        raise Http404 from error
    asked = [one for one in (body.id, body.parent_id) if one]
    found = focal_points_of(asked, on=clock.today())
    server = next((one for one in asked if one in found), body.id)
    try:
        made = leaflet(
            body,
            found.get(server, ()),
            served_by=body_of(server).full_name if server != body.id else "",
            address=request.build_absolute_uri(reverse("agencies:body", args=[body.slug])),
            home=request.build_absolute_uri(reverse("portal:home")),
            language=get_language() or "vi",
        )
    except FontsMissing as missing:
        return HttpResponse(str(missing), status=503, content_type="text/plain; charset=utf-8")
    shown = content_disposition_header(as_attachment=False, filename=f"to-roi-{body.slug}.pdf") or "inline"
    return HttpResponse(made, content_type="application/pdf", headers={"Content-Disposition": shown})
