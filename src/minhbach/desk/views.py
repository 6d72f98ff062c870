"""The officers' first page."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from minhbach.accounts.doors import officer_only


@officer_only
def today(request: HttpRequest) -> HttpResponse:
    """Show what needs an act today, what is late, and what waits for whom."""
    return render(request, "desk/today.html")
