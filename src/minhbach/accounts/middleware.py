"""Puts who asks on every request, and keeps every path under `/lam-viec/` behind the log-in page."""

import re
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils.functional import SimpleLazyObject

from minhbach.accounts.doors import to_log_in
from minhbach.accounts.queries import actor_of
from minhbach.domain.access import VISITOR, Actor
from minhbach.foundation import clock

_OFFICERS_PATH = re.compile(r"/(?:en/)?lam-viec(?:/|$)")


class ActorMiddleware:
    """Sets `request.actor`, found on first use: the visitor, or the person of the session with today's posts."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer the request; without a session, a path of officers, existing or not, leads to the log-in page."""
        request.actor = SimpleLazyObject(lambda: _find_actor(request))  # type: ignore[attr-defined]
        if _OFFICERS_PATH.match(request.path_info) and not request.user.is_authenticated:
            return to_log_in(request)
        return self.get_response(request)


def _find_actor(request: HttpRequest) -> Actor:
    if request.user.is_authenticated and request.user.pk is not None:
        return actor_of(request.user.pk, on=clock.today())
    return VISITOR
