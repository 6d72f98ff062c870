"""Who asks for a page of this room. Without a session the middleware has led an officer's path to the log-in page."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.http import Http404, HttpRequest, HttpResponse

from minhbach.domain.access import VISITOR, Actor

P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, P], HttpResponse]


def actor_on(request: HttpRequest) -> Actor:
    """Return who asks; a request that met no middleware of accounts is a visitor's."""
    actor: Actor = getattr(request, "actor", VISITOR)
    return actor


def officer_only(view: View[P]) -> View[P]:
    """Answer 404 to everybody who holds no post today."""

    @wraps(view)
    def guarded(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        if not actor_on(request).is_officer:
            raise Http404
        return view(request, *args, **kwargs)

    return guarded
