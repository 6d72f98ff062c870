"""The door of the National Public Service Portal: signed messages, answered in JSON. Shut unless it is connected."""

from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, JsonResponse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt

from minhbach.foundation import clock
from minhbach.requests.actions.receive_from_portal import (
    AnotherUnderThisNumber,
    SentOn,
    note_nonce,
    receive_from_portal,
)
from minhbach.requests.service_portal.messages import NotUnderstood, read_message
from minhbach.requests.service_portal.signing import NotThePortals, checked

LARGEST = 30 * 1024 * 1024


@never_cache
@csrf_exempt
def service_portal(request: HttpRequest) -> JsonResponse:
    """Take a request in. The answer is given once number, words and files are on the disk, never before."""
    portal = settings.SERVICE_PORTAL
    if portal is None:
        raise Http404
    if request.method != "POST":
        return _refused(405, "method", headers={"Allow": "POST"})
    body = request.read(LARGEST + 1)
    if len(body) > LARGEST:
        return _refused(413, "too_large")
    now = clock.now()
    try:
        signed = checked(
            request.headers,
            method="POST",
            path=request.get_full_path(),
            body=body,
            key=portal.key,
            now=int(now.timestamp()),
        )
        note_nonce(nonce=signed.nonce, now=now)
        receipt = receive_from_portal(request=read_message(body), content=body, now=now)
    except NotThePortals as error:
        return _refused(401, error.reason)
    except SentOn:
        return _refused(409, "repeated_nonce")
    except AnotherUnderThisNumber:
        return _refused(409, "another_under_this_number")
    except NotUnderstood as error:
        return _refused(422, "not_understood", faults=error.faults)
    answer = {
        "number": receipt.number,
        "secret": receipt.secret,
        "received_at": receipt.received_at.isoformat(),
        "is_new": receipt.is_new,
        "notice": _("Giữ kín mã tra cứu. Mã trong lần trả lời cuối là mã dùng được."),
    }
    return JsonResponse(answer, status=201 if receipt.is_new else 200)


def _refused(status: int, reason: str, *, headers: dict[str, str] | None = None, **more: Any) -> JsonResponse:
    return JsonResponse({"error": reason, **more}, status=status, headers=headers)
