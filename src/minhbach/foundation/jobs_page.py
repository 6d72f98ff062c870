"""The administrator's page of jobs: what waits, runs, has failed, and comes next."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_POST, require_safe

from minhbach.domain.access import VISITOR, Actor, Role
from minhbach.foundation.actions.retry_job import retry_job
from minhbach.foundation.clock import now
from minhbach.foundation.contracts import JobNotFailed
from minhbach.foundation.jobs.listing import overview


@require_safe
def show_jobs(request: HttpRequest) -> HttpResponse:
    """Show the jobs to an administrator."""
    return refusal_to(request) or render(request, "foundation/jobs.html", {"jobs": overview()})


@require_POST
def try_job_again(request: HttpRequest, job_id: UUID) -> HttpResponse:
    """Put a failed job back into the queue."""
    refusal = refusal_to(request)
    if refusal:
        return refusal
    try:
        retry_job(job_id=job_id, actor=_actor(request), now=now())
    except JobNotFailed as error:
        raise Http404 from error
    messages.success(request, gettext("Đã đưa việc trở lại hàng chờ."))
    return redirect("foundation:jobs")


def _actor(request: HttpRequest) -> Actor:
    actor: Actor = getattr(request, "actor", VISITOR)
    return actor


def refusal_to(request: HttpRequest) -> HttpResponse | None:
    """Return the answer to whoever is no administrator; None for one who is."""
    # The doors of `accounts` belong to a later room; these are the same two answers.
    actor = _actor(request)
    if actor.person is None:
        return redirect_to_login(request.get_full_path())
    if not actor.holds(Role.ADMINISTRATOR):
        raise Http404
    return None
