"""The first page, and how to get help."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from minhbach.portal.caching import kept_for_visitors
from minhbach.portal.queries.directory import new_plans, publishing_bodies
from minhbach.portal.queries.lines import lines_of, newest_items
from minhbach.register.registries import public_path
from minhbach.requests.queries.disclosed import disclosed_answers

ITEMS_SHOWN, ANSWERS_SHOWN = 5, 3


@require_safe
@kept_for_visitors
def home(request: HttpRequest) -> HttpResponse:
    """Show the first page: search before form, then agencies and what is new."""
    context = {
        "bodies": publishing_bodies(),
        "lines": lines_of(newest_items()[:ITEMS_SHOWN]),
        "plans": new_plans(),
        "answered": [(row, public_path(row.item.public_id)) for row in disclosed_answers()[:ANSWERS_SHOWN] if row.item],
    }
    return render(request, "portal/home.html", context)


@require_safe
@kept_for_visitors
def help_page(request: HttpRequest) -> HttpResponse:
    """Show how to get help, by which channel, and how far these pages serve people with disabilities."""
    return render(request, "portal/help.html")
