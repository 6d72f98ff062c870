"""Keeps whole pages of the public for a while, so that a small machine bears many readers at once.

What is kept is kept under the number of `publication.stamp`, which changes in the transaction of every publication and
withdrawal: whatever was kept before is asked for no more, in no process, from that moment on. What changes without that
stamp (a telephone number, a name of an agency) shows within `SECONDS`.
"""

import functools
import hashlib
from collections.abc import Callable
from datetime import UTC
from typing import Concatenate, ParamSpec

from django.core.cache import caches
from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response, patch_vary_headers
from django.utils.http import http_date
from django.utils.translation import get_language

from minhbach.foundation import clock
from minhbach.foundation.type_size import size_chosen
from minhbach.publication.stamp import public_stamp

SECONDS = 60
LARGEST = 128 * 1024
"""Bytes of what is kept; a book that somebody reads whole is not worth the room."""
CACHE = "pages"
P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, P], HttpResponse]


def kept_for_visitors(view: View[P]) -> View[P]:
    """Let a page that shows everybody the same be kept, and be asked for again only if it changed.

    Who is logged in, or has a message waiting, gets a page of their own: its frame names them.
    """

    @functools.wraps(view)
    def answered(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        if request.COOKIES.get("sessionid") or request.COOKIES.get("messages"):
            return view(request, *args, **kwargs)
        number, changed_at = public_stamp()
        key = _key(request, number)
        found = caches[CACHE].get(key)
        if found is None:
            response = view(request, *args, **kwargs)
            if not _is_worth_keeping(response):
                return response
            found = _Kept.of(response)
            caches[CACHE].set(key, found, SECONDS)
        response = found.again()
        # A page may be kept by who read it, but never shown again without asking: it may have been withdrawn.
        response["Cache-Control"] = "no-cache"
        response["ETag"] = found.etag
        if changed_at and request.path.endswith((".atom", ".xml")):
            response["Last-Modified"] = http_date(changed_at.astimezone(UTC).timestamp())
        patch_vary_headers(response, ["Cookie"])
        return get_conditional_response(request, etag=found.etag, response=response) or response

    return answered


class _Kept:
    """A page as it is kept: its bytes, its type, its tag."""

    def __init__(self, content: bytes, headers: dict[str, str], status: int) -> None:
        self.content, self.headers, self.status = content, headers, status
        # Weak, since the same page may go out compressed or not.
        self.etag = f'W/"{hashlib.sha256(content).hexdigest()[:32]}"'

    @classmethod
    def of(cls, response: HttpResponse) -> "_Kept":
        return cls(response.content, dict(response.headers), response.status_code)

    def again(self) -> HttpResponse:
        return HttpResponse(self.content, headers=self.headers, status=self.status)


def _key(request: HttpRequest, number: int) -> str:
    parts = (
        str(number),
        clock.today().isoformat(),
        get_language() or "",
        str(size_chosen(request)),
        request.get_host(),
        request.scheme or "",
        request.get_full_path(),
    )
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def _is_worth_keeping(response: HttpResponse) -> bool:
    return (
        response.status_code == 200
        and not response.streaming
        and not response.cookies
        and len(response.content) < LARGEST
    )
