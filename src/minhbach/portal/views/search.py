"""One search over information, agencies and plans: without scripts, without an account."""

from collections.abc import Mapping
from typing import Any

from django.core.paginator import Page, Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from minhbach.domain.statutes import Matter
from minhbach.foundation import clock
from minhbach.foundation.dates import written
from minhbach.foundation.search.contracts import Found
from minhbach.foundation.sheets import as_csv
from minhbach.lawbook.statutes import statute_for
from minhbach.portal.caching import kept_for_visitors
from minhbach.portal.filter_forms import FilterForm, asked_in
from minhbach.portal.queries.directory import found_bodies, plan_lines, plans_found
from minhbach.portal.searching import Asked, announced_found, bodies_offered, found_for, lines_found
from minhbach.portal.views.asking import page_number, words_asked

ITEMS_A_PAGE = 20
MOST_ROWS = 1_000
BODIES_SHOWN = PLANS_SHOWN = ANNOUNCED_SHOWN = 3


@require_safe
@kept_for_visitors
def search(request: HttpRequest) -> HttpResponse:
    """Show what answers: information first by how well it fits, agencies and plans that bear the words beside it."""
    asked = asked_in(request.GET, words=words_asked(request))
    if request.GET.get("dang") == "csv":
        return _as_file(request, asked)
    number = page_number(request)
    context: dict[str, Any] = {"words": asked.words, "asked": asked}
    if asked.words or asked.is_narrowed:
        found = found_for(asked, offset=(number - 1) * ITEMS_A_PAGE, limit=ITEMS_A_PAGE)
        pages = Paginator(range(found.count), ITEMS_A_PAGE)
        if number > pages.num_pages:
            number = pages.num_pages
            found = found_for(asked, offset=(number - 1) * ITEMS_A_PAGE, limit=ITEMS_A_PAGE)
        context |= _found(asked, found, pages.get_page(number)) | _beside(asked, number)
    return render(request, "portal/search.html", context)


def _found(asked: Asked, found: Found, page: "Page[int]") -> dict[str, Any]:
    offered = bodies_offered(found.facets, asked.body)
    form = FilterForm(asked, found.facets, offered=offered, letters=letters_today())
    return {"found": found, "lines": lines_found(found.hits), "page": page, "form": form, "chips": form.chips()}


def _beside(asked: Asked, number: int) -> dict[str, Any]:
    """Return agencies, what they announced, and plans with the words: on the first page without filters alone."""
    if asked.is_narrowed or number > 1:
        return {}
    bodies, plans = found_bodies(asked.words), plans_found(asked.words)
    return {
        "bodies": bodies[:BODIES_SHOWN],
        "more_bodies": len(bodies) > BODIES_SHOWN,
        "announced": announced_found(asked.words, limit=ANNOUNCED_SHOWN),
        "plans": plan_lines(plans[:PLANS_SHOWN]),
        "more_plans": plans[PLANS_SHOWN : PLANS_SHOWN + 1].exists(),
    }


def letters_today() -> Mapping[str, str]:
    """Return the letters of Article 17(1) of the law in force with their words, in the order of the law."""
    return {one.letter: one.words for one in statute_for(Matter.REGISTER, clock.today()).letters}


def _as_file(request: HttpRequest, asked: Asked) -> HttpResponse:
    head = [
        gettext("Tên, trích yếu"),
        gettext("Loại văn bản"),
        gettext("Số, ký hiệu"),
        gettext("Ngày"),
        gettext("Cơ quan"),
        gettext("Điểm khoản 1 Điều 17"),
        gettext("Công khai ngày"),
        gettext("Địa chỉ"),
    ]
    lines = lines_found(found_for(asked, limit=MOST_ROWS, with_facets=False).hits)
    rows = [
        (
            line.title,
            line.kind,
            line.reference,
            written(line.on) if line.on else "",
            line.body,
            line.letter,
            written(line.published_on),
            request.build_absolute_uri(reverse("portal:item", args=[line.public_id])),
        )
        for line in lines
    ]
    return as_csv(head, rows, file_name="ket-qua.csv")
