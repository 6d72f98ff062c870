"""The door of the pages of mail: the two answers of `accounts.doors`, which belong to a later room."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse

from minhbach.domain.access import VISITOR, Actor, Role

P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, P], HttpResponse]


def actor_on(request: HttpRequest) -> Actor:
    """Return who asks."""
    actor: Actor = getattr(request, "actor", VISITOR)
    return actor


def administrator_only(view: View[P]) -> View[P]:
    """Let in an administrator; the view itself asks of which bodies."""

    @wraps(view)
    def guarded(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        actor = actor_on(request)
        if actor.person is None:
            return redirect_to_login(request.get_full_path())
        if not actor.holds(Role.ADMINISTRATOR):
            raise Http404
        return view(request, *args, **kwargs)

    return guarded
