"""The doors of officers' pages: without a session to the log-in page, without the right 404."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from minhbach.domain.access import Actor, Role

P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, P], HttpResponse]


def actor_on(request: HttpRequest) -> Actor:
    """Return who asks, as `ActorMiddleware` found."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    return actor


def officer_only(view: View[P]) -> View[P]:
    """Let in a person who holds a post today; send one without a session to the log-in page, answer 404 to others."""
    return _door(view, lambda actor: actor.is_officer)


def logged_in_only(view: View[P]) -> View[P]:
    """Let in whoever has a session, also without a post: for pages about one's own account."""
    return _door(view, lambda actor: actor.person is not None)


def role_only(*roles: Role) -> Callable[[View[P]], View[P]]:
    """Let in an officer who holds one of the roles in some body; the view itself asks in which.

    The view tells its roles, so that who posts too late is told so if the act was theirs (`foundation.late_posts`).
    """

    def guarded(view: View[P]) -> View[P]:
        door = _door(view, lambda actor: actor.holds(*roles))
        door.roles = roles  # type: ignore[attr-defined]
        return door

    return guarded


def to_log_in(request: HttpRequest) -> HttpResponseRedirect:
    """Return the way to the log-in page and from there back here."""
    return HttpResponseRedirect(f"{reverse('account_login')}?{urlencode({'next': request.get_full_path()})}")


def _door(view: View[P], lets_in: Callable[[Actor], bool]) -> View[P]:
    @wraps(view)
    def guarded(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        actor = actor_on(request)
        if actor.person is None:
            return to_log_in(request)
        if not lets_in(actor):
            raise Http404
        return view(request, *args, **kwargs)

    return guarded
