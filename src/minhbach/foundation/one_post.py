"""Lets a form do its work once, however often it is sent: a double press, a reload, two at a time.

It holds for officers' pages and for what people do to what they follow. Each page that is made carries a fresh token
against foreign forms. The same token with the same fields under the same address is the same form sent again; the page
that comes after brings another token, so that who means it may repeat it. What a form led to is kept for a day, without
a word of what it said. A form whose process died before it led anywhere may be sent again after a minute: nobody knows
whether it was done, and the acts themselves refuse what is done already.
"""

import hashlib
from collections.abc import Callable, Iterator
from datetime import timedelta
from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _

from minhbach.foundation import clock
from minhbach.foundation.models import PostedForm
from minhbach.foundation.templatetags.shell import vn_moment
from minhbach.foundation.wrong_method import page_above

KEPT = timedelta(days=1)
AT_WORK = timedelta(minutes=1)
"""How long a form that has led nowhere yet may still be at work: longer than any request is let run."""
TOKEN = "csrfmiddlewaretoken"  # noqa: S105 (the name of the field)
HELD = ("/lam-viec/", "/tra-cuu/yeu-cau/", "/tra-cuu/gop-y/")
"""Where forms are held: officers' pages, and what people do to what they opened. None of these is cached, so that no
two pages share a token. Opening and closing are not held: their answers bring the cookie, and must come each time."""
LONGEST_ADDRESS = 500
DONE = (HTTPStatus.FOUND, HTTPStatus.SEE_OTHER)
"""A form that was done leads on; one that was refused comes again, and may be sent again as it is."""


class OnePost:
    """Keeps which forms were sent, and leads who sends one again to where it led the first time."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer the request, and note where its form led; one that led nowhere is forgotten at once."""
        response = self.get_response(request)
        key = getattr(request, "posted_form", None)
        if key is not None:
            kept = PostedForm.objects.filter(key=key)
            address = response.headers.get("Location", "")
            if response.status_code in DONE and len(address) <= LONGEST_ADDRESS:
                kept.update(led_to=address)
            else:
                kept.delete()
        return response

    def process_view(self, request: HttpRequest, *_view: Any) -> HttpResponse | None:
        """Note the form before anything is done; one that was noted before does nothing more."""
        if (
            request.method != "POST"
            or not any(part in request.path_info for part in HELD)
            or not request.POST.get(TOKEN)
        ):
            return None
        key = _key(request)
        try:
            with transaction.atomic():
                PostedForm.objects.create(key=key, at=clock.now())
        except IntegrityError:
            first = PostedForm.objects.filter(key=key).first()
            if first is None or first.led_to or not _taken_over(first):
                return _sent_before(request, first)
        request.posted_form = key  # type: ignore[attr-defined]
        return None


def _taken_over(first: PostedForm) -> bool:
    """Take over a form that was given up by a process that died; True for one of those who try at once."""
    now = clock.now()
    given_up = PostedForm.objects.filter(key=first.key, led_to="", at=first.at, at__lt=now - AT_WORK)
    return bool(given_up.update(at=now))


def _sent_before(request: HttpRequest, first: PostedForm | None) -> HttpResponse:
    when = {"when": vn_moment(first.at if first else clock.now())}
    if first is not None and first.led_to:
        sentence = _("Biểu mẫu này đã gửi lúc %(when)s; lần gửi sau không làm gì thêm.") % when
    else:
        sentence = _("Biểu mẫu gửi lúc %(when)s đang được xử lý. Sau một phút chưa thấy kết quả thì gửi lại.") % when
    messages.warning(request, sentence)
    return HttpResponseRedirect((first and first.led_to) or page_above(request.path))


def _key(request: HttpRequest) -> str:
    """Return what tells this form from every other; files count by name and size."""
    digest = hashlib.sha256()
    for part in _parts(request):
        digest.update(part.encode("utf-8", "surrogatepass") + b"\0")
    return digest.hexdigest()


def _parts(request: HttpRequest) -> Iterator[str]:
    yield str(request.user.pk)
    yield request.get_full_path()
    for name, values in sorted(request.POST.lists()):
        yield name
        yield from (str(value) for value in values)
    for name, files in sorted(request.FILES.lists()):
        yield name
        yield from (f"{file.name} {file.size}" for file in files)
