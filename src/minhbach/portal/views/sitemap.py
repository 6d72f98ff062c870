"""The map of the site for search engines: an index of parts, each with at most ten thousand addresses."""

from collections.abc import Iterable
from datetime import date
from xml.sax.saxutils import escape

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from minhbach.foundation import clock
from minhbach.portal.caching import kept_for_visitors
from minhbach.portal.queries.addresses import A_PART, SECTIONS

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
ROBOTS = """User-agent: *
Disallow: /lam-viec/
Disallow: /en/lam-viec/
Disallow: /dang-nhap/
Disallow: /en/dang-nhap/
Disallow: /tim-kiem/
Disallow: /en/tim-kiem/
Disallow: /co-chu/

Sitemap: {sitemap}
"""


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Tell crawlers what is theirs: everything public but the endless pages of the search."""
    text = ROBOTS.format(sitemap=request.build_absolute_uri(reverse("feeds:sitemap")))
    return HttpResponse(text, content_type="text/plain; charset=utf-8")


@require_safe
@kept_for_visitors
def index(request: HttpRequest) -> HttpResponse:
    """Name the parts."""
    today = clock.today()
    parts = (
        reverse("feeds:sitemap_part", args=[name, number])
        for name, section in SECTIONS.items()
        for number in range(1, -(-section.count(today) // A_PART) + 1)
    )
    return _xml("sitemapindex", "sitemap", ((part, None) for part in parts), request)


@require_safe
@kept_for_visitors
def part(request: HttpRequest, section: str, number: int) -> HttpResponse:
    """Name the addresses of one part; 404 for one that is not there."""
    known = SECTIONS.get(section)
    found = list(known.addresses(clock.today(), (number - 1) * A_PART, number * A_PART)) if known and number else []
    if not found:
        raise Http404
    return _xml("urlset", "url", found, request)


def _xml(root: str, entry: str, listed: Iterable[tuple[str, date | None]], request: HttpRequest) -> HttpResponse:
    lines = (
        f"<{entry}><loc>{escape(request.build_absolute_uri(path))}</loc>"
        f"{f'<lastmod>{day.isoformat()}</lastmod>' if day else ''}</{entry}>"
        for path, day in listed
    )
    text = f'{HEAD}<{root} xmlns="{NAMESPACE}">\n' + "\n".join(lines) + f"\n</{root}>\n"
    return HttpResponse(text, content_type="application/xml; charset=utf-8")
