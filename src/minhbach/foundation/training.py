"""Training (tập huấn): an installation of its own, in which people learn and from which nothing goes out.

Its data lie apart from the real ones, so they are in no figure, feed, search or book but their own. A mark in its
database holds it to this mode: the same data are not served as real ones, nor real ones as training.
"""

from collections.abc import Callable
from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseNotFound

from minhbach.foundation.models import Event, TrainingMark

WATERMARK = "BẢN TẬP HUẤN, KHÔNG CÓ GIÁ TRỊ"
FILE_PREFIX = "TAP-HUAN-"
FOR_MACHINES = (".atom", ".xml", ".ics")
"""Endings of addresses that other machines fetch by themselves."""
NO_ROBOTS = "User-agent: *\nDisallow: /\n"


class WrongMode(Exception):
    """These data belong to another mode; the sentence says which."""


def watermark() -> str:
    """Return what stands across every page that leaves a training installation; "" elsewhere."""
    return WATERMARK if settings.IS_TRAINING else ""


@transaction.atomic
def hold_to_mode(*, now: datetime) -> None:
    """Mark the data of a training installation that begins, and refuse data of another mode.

    :raises WrongMode: if training would begin on data that are there, or training data would be served as real.
    """
    is_marked = TrainingMark.objects.exists()
    if is_marked and not settings.IS_TRAINING:
        raise WrongMode("Dữ liệu ở đây là của bản tập huấn (MINHBACH_MODE=training); không dùng làm dữ liệu thật.")
    if settings.IS_TRAINING and not is_marked:
        if Event.objects.exists():
            raise WrongMode("Ở đây đã có dữ liệu thật. Bản tập huấn cần MINHBACH_DATA và DATABASE_URL riêng.")
        TrainingMark.objects.create(begun_at=now)


class TrainingMiddleware:
    """Keeps machines away from a training installation, and names the files that people take out of it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer the request; outside training as if this were not here."""
        if not settings.IS_TRAINING:
            return self.get_response(request)
        if request.path == "/robots.txt":
            response = HttpResponse(NO_ROBOTS, content_type="text/plain; charset=utf-8")
        elif request.path.endswith(FOR_MACHINES):
            response = HttpResponseNotFound()
        else:
            response = self.get_response(request)
        response["X-Robots-Tag"] = "noindex, nofollow, noarchive"
        if named := response.get("Content-Disposition"):
            response["Content-Disposition"] = _renamed(named)
        return response


def _renamed(named: str) -> str:
    """Return the same with the prefix before the name of the file, however it is written."""
    for start in ('filename="', "filename*=utf-8''"):
        named = named.replace(start, start + FILE_PREFIX)
    return named
