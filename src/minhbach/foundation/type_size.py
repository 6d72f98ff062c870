"""Larger type for whoever wants it, without scripts: a link sets a cookie and leads back to the page."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_safe

COOKIE = "co_chu"
USUAL = 100
SIZES = (USUAL, 125, 150)
"""Percent of the usual size."""
YEAR = 365 * 24 * 60 * 60


def size_chosen(request: HttpRequest) -> int:
    """Return the size that the reader chose, the usual one where none or nonsense was."""
    asked = request.COOKIES.get(COOKIE, "")
    return int(asked) if asked in {str(size) for size in SIZES} else USUAL


@require_safe
def choose_size(request: HttpRequest, size: int) -> HttpResponse:
    """Remember the size in the reader's browser, and in no other place; 404 for one that is not offered."""
    if size not in SIZES:
        raise Http404
    back = request.GET.get("ve", "")
    if not back.startswith("/") or not url_has_allowed_host_and_scheme(back, allowed_hosts=None):
        back = "/"
    response = HttpResponseRedirect(back)
    response["Cache-Control"] = "no-store"
    if size == USUAL:
        response.delete_cookie(COOKIE)
        return response
    response.set_cookie(
        COOKIE, str(size), max_age=YEAR, httponly=True, samesite="Lax", secure=settings.SESSION_COOKIE_SECURE
    )
    return response
