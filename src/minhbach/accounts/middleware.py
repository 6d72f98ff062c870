"""Puts who asks on every request, keeps `/lam-viec/` behind the log-in page, and loses nothing that was typed."""

import re
from collections.abc import Callable

from django.conf import settings
from django.contrib.auth import logout
from django.core.signing import BadSignature
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.middleware.csrf import CsrfViewMiddleware
from django.shortcuts import render
from django.urls import reverse
from django.utils.functional import SimpleLazyObject
from django.utils.http import urlencode
from django.utils.translation import gettext

from minhbach.accounts import kept_forms, sessions
from minhbach.accounts.doors import to_log_in
from minhbach.accounts.owing import owed_step
from minhbach.accounts.queries import actor_of
from minhbach.accounts.refilling import refill
from minhbach.domain.access import VISITOR, Actor
from minhbach.foundation import clock
from minhbach.foundation.wrong_method import or_a_page

OFFICERS_PATH = re.compile(r"/(?:en/)?lam-viec(?:/|$)")
KEPT_COOKIE = "bieu_mau"
PERSON_COOKIE = "nguoi_dung"
GetResponse = Callable[[HttpRequest], HttpResponse]


class ActorMiddleware:
    """Sets `request.actor`, found on first use: the visitor, or the person of the session with today's posts.

    Who still owes a step (a password of their own, a second factor) has no posts until it is done.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer the request; without a session, a path of officers, existing or not, leads to the log-in page."""
        request.actor = SimpleLazyObject(lambda: _find_actor(request))  # type: ignore[attr-defined]
        if not OFFICERS_PATH.match(request.path_info):
            return _remember_person(request, self.get_response(request))
        if request.user.is_authenticated and sessions.is_over(request.session, now=clock.now()):
            logout(request)
        if not request.user.is_authenticated:
            return _to_log_in_keeping(request)
        sessions.touch(request.session, now=clock.now())
        step = owed_step(request)
        if step is not None and not request.path_info.startswith(step.allowed):
            query = urlencode({"next": request.get_full_path()})
            return HttpResponseRedirect(f"{reverse(step.url_name)}?{query}")
        response = or_a_page(request, _remember_person(request, self._answer(request)))
        # Without no-store: the browser's way back must bring typed text back. `LogOut` empties the browser's cache.
        response.headers.setdefault("Cache-Control", "private, no-cache")
        return response

    def _answer(self, request: HttpRequest) -> HttpResponse:
        secret = request.COOKIES.get(KEPT_COOKIE)
        if not secret:
            return self.get_response(request)
        response = self.get_response(request)
        if request.method == "GET" and response.status_code in (200, 302, 405):
            return _give_back(request, response, secret)
        if request.method == "POST":
            _forget_if_sent(request, response, secret)
        return response


def _find_actor(request: HttpRequest) -> Actor:
    if not request.user.is_authenticated or request.user.pk is None:
        return VISITOR
    if owed_step(request) is not None:
        return Actor(person=request.user.pk)
    return actor_of(request.user.pk, on=clock.today())


class _FormCheck(CsrfViewMiddleware):
    """Tells whether a form comes from a page of ours; a stranger's page must not have anything kept here."""

    def _reject(self, _request: HttpRequest, reason: str) -> HttpResponse:
        return HttpResponse(reason, status=403)

    @classmethod
    def passes(cls, request: HttpRequest) -> bool:
        check = cls(lambda _: HttpResponse())
        check.process_request(request)
        return check.process_view(request, lambda _: HttpResponse(), (), {}) is None


def _to_log_in_keeping(request: HttpRequest) -> HttpResponse:
    response = to_log_in(request)
    if request.method != "POST" or not _FormCheck.passes(request):
        return response
    fields = kept_forms.worth_keeping(dict(request.POST.lists()))
    if not fields:
        return response
    kept = kept_forms.Kept(request.get_full_path(), fields, _last_person(request), had_files=bool(request.FILES))
    secret = kept_forms.keep(kept, now=clock.now())
    if secret is not None:
        _set_cookie(response, KEPT_COOKIE, secret, int(kept_forms.TERM.total_seconds()))
    return response


def _give_back(request: HttpRequest, response: HttpResponse, secret: str) -> HttpResponse:
    """Return the page with what was typed in it, or a page that shows what was typed and sends it again."""
    kept = kept_forms.find(secret, person=request.user.pk or 0, now=clock.now())
    if kept is None or kept.path != request.get_full_path():
        return response
    notice = gettext("Trang mở quá lâu. Nội dung vẫn còn; hãy gửi lại.")
    if kept.had_files:
        notice += " " + gettext("Tệp thì chọn lại.")
    if response.status_code == 200 and response.get("Content-Type", "").startswith("text/html"):
        filled = refill(response.content.decode(), kept.path, kept.fields, notice)
        if filled is not None:
            response.content = filled.encode()
            return response
    pairs = [(name, value) for name, values in kept.fields.items() for value in values]
    return render(request, "accounts/send_again.html", {"path": kept.path, "pairs": pairs, "notice": notice})


def _forget_if_sent(request: HttpRequest, response: HttpResponse, secret: str) -> None:
    kept = kept_forms.find(secret, person=request.user.pk or 0, now=clock.now())
    if kept is not None and kept.path == request.get_full_path() and response.status_code < 400:
        kept_forms.forget(secret)
        response.delete_cookie(KEPT_COOKIE)


def _last_person(request: HttpRequest) -> int | None:
    try:
        return int(request.get_signed_cookie(PERSON_COOKIE, default="") or 0) or None
    except (BadSignature, ValueError):
        return None


def _remember_person(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """Let the browser remember who had logged in, so that what is kept later is given to the same person only."""
    if request.session.accessed and request.user.pk is not None and _last_person(request) != request.user.pk:
        response.set_signed_cookie(
            PERSON_COOKIE,
            str(request.user.pk),
            max_age=settings.SESSION_LONGEST,
            httponly=True,
            samesite="Lax",
            secure=settings.SESSION_COOKIE_SECURE,
        )
    return response


def _set_cookie(response: HttpResponseBase, name: str, value: str, seconds: int) -> None:
    response.set_cookie(
        name, value, max_age=seconds, httponly=True, samesite="Lax", secure=settings.SESSION_COOKIE_SECURE
    )
