"""The doors of the pages of days off: every officer reads them, the keeper of the calendar changes it."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse

from minhbach.domain.access import Actor
from minhbach.foundation.mail.doors import actor_on
from minhbach.foundation.registries import keeps_calendar

P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, P], HttpResponse]


def officer_only(view: View[P]) -> View[P]:
    """Let in whoever holds a post today."""
    return _door(view, lambda actor: actor.is_officer)


def keeper_only(view: View[P]) -> View[P]:
    """Let in who keeps the calendar of the installation."""
    return _door(view, keeps_calendar)


def _door(view: View[P], lets_in: Callable[[Actor], bool]) -> View[P]:
    # The doors of `accounts` belong to a later room; these give the same two answers.
    @wraps(view)
    def guarded(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        actor = actor_on(request)
        if actor.person is None:
            return redirect_to_login(request.get_full_path())
        if not lets_in(actor):
            raise Http404
        return view(request, *args, **kwargs)

    return guarded
