"""The pages that say what went wrong. They open no session, and stand without a database and without templates."""

from collections.abc import Iterator
from http import HTTPStatus
from typing import Any

from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.http.request import RawPostDataException, UnreadablePostError
from django.middleware.csrf import get_token
from django.template import loader

from minhbach.domain.access import VISITOR
from minhbach.foundation.shell import Shell

LAST_RESORT = """<!doctype html><html lang="vi"><meta charset="utf-8"><title>Chưa làm được · Minh Bạch</title>
<h1>Chưa làm được, nội dung vẫn còn</h1><p>Hãy quay lại trang trước và gửi lại sau ít phút.</p>
<p lang="en">This could not be done. What you typed is still on the page before: go back and send it again in a few
minutes.</p></html>"""
"""In both languages, because the catalogues may be what is broken."""
NEVER_GIVEN_BACK = ("password", "secret", "code", "mat-khau", "ma-")


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001
    """Answer 404 in the same words for what is not there and for what may not be seen."""
    return _error_page(request, "foundation/404.html", HTTPStatus.NOT_FOUND)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001
    """Answer 400 for a request that cannot be understood."""
    return _error_page(request, "foundation/400.html", HTTPStatus.BAD_REQUEST)


def not_done(request: HttpRequest) -> HttpResponse:
    """Answer 500: the act was not done; what was typed is still on the page before this one."""
    try:
        return _rendered(request, "foundation/500.html", HTTPStatus.INTERNAL_SERVER_ERROR, bare=True)
    except Exception:  # The last door: whatever broke the page may break this one too.
        return HttpResponse(LAST_RESORT, status=HTTPStatus.INTERNAL_SERVER_ERROR)


def form_page_too_old(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001
    """Answer 403 for a form whose page was open too long, and give back what was typed, ready to be sent again."""
    extra: dict[str, Any] = {"typed": [], "files": False}
    if _sent_from_here(request):
        extra = {"typed": list(_typed(request)), "files": bool(request.FILES), "csrf_token": get_token(request)}
    return _error_page(request, "foundation/403_csrf.html", HTTPStatus.FORBIDDEN, extra)


def _error_page(
    request: HttpRequest, template: str, status: HTTPStatus, extra: dict[str, Any] | None = None
) -> HttpResponse:
    try:
        return _rendered(request, template, status, bare=False, extra=extra)
    except DatabaseError:  # The help line of the frame may ask the database; without one the page stands all the same.
        return _rendered(request, template, status, bare=True, extra=extra)


def _rendered(
    request: HttpRequest, template: str, status: HTTPStatus, *, bare: bool, extra: dict[str, Any] | None = None
) -> HttpResponse:
    # Context processors would open the session, and after a broken request that may be what is broken.
    # Where nothing may be seen, the link to the other language must not tell which addresses exist: it leads home.
    full_path = "/" if status == HTTPStatus.NOT_FOUND else request.get_full_path()
    frame = Shell(path=request.path, full_path=full_path, actor=VISITOR, bare=bare)
    return HttpResponse(loader.render_to_string(template, {"shell": frame, **(extra or {})}), status=status)


def _sent_from_here(request: HttpRequest) -> bool:
    # A page elsewhere may have sent this form; giving it a valid token back would finish the attack with one click.
    site = request.headers.get("Sec-Fetch-Site")
    origin = request.headers.get("Origin")
    here = f"{request.scheme}://{request.get_host()}"
    if site is not None:
        return site == "same-origin" and origin in (None, here)
    return origin == here


def _typed(request: HttpRequest) -> Iterator[tuple[str, str]]:
    try:
        fields = list(request.POST.lists())
    except (UnreadablePostError, RawPostDataException):
        return
    for name, values in fields:
        if name != "csrfmiddlewaretoken" and not any(part in name.lower() for part in NEVER_GIVEN_BACK):
            yield from ((name, str(value)) for value in values)
