"""The administrator's page of what this machine can do with files, and what is missing."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from minhbach.foundation import clock
from minhbach.foundation.jobs_page import refusal_to
from minhbach.foundation.machine import this_machine


@require_safe
def show_machine(request: HttpRequest) -> HttpResponse:
    """Show it to an administrator."""
    now = clock.now()
    return refusal_to(request) or render(
        request, "foundation/machine.html", {"machine": this_machine(now=now), "now": now}
    )
