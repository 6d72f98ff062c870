"""The public's pages that show several rooms."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from minhbach.domain.text import squeeze
from minhbach.portal.queries import (
    BODIES_SHOWN,
    found_bodies,
    new_plans,
    plan_lines,
    plans_found,
    publishing_bodies,
)

LONGEST_QUESTION = 200
PLANS_A_PAGE = 10


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """Show the first page: search before form, then agencies and what is new."""
    return render(request, "portal/home.html", {"bodies": publishing_bodies(), "plans": new_plans()})


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """Show which agencies and public plans hold the words that were asked for."""
    words = squeeze(request.GET.get("q", "").replace("\x00", ""))[:LONGEST_QUESTION]
    page = Paginator(plans_found(words), PLANS_A_PAGE).get_page(request.GET.get("trang"))
    bodies = found_bodies(words) if page.number == 1 else ()
    context = {
        "words": words,
        "bodies": bodies[:BODIES_SHOWN],
        "more_bodies": len(bodies) > BODIES_SHOWN,
        "page": page,
        "plans": plan_lines(page),
    }
    return render(request, "portal/search.html", context)


@require_safe
def help_page(request: HttpRequest) -> HttpResponse:
    """Show how to get help, by which channel, and how far these pages serve people with disabilities."""
    return render(request, "portal/help.html")
