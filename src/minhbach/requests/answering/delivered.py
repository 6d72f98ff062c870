"""What a one-time code opened in a browser: for an hour, and only the files of that delivery."""

from django.conf import settings
from django.core import signing
from django.db.models import Q
from django.http import HttpRequest, HttpResponse

from minhbach.domain.lifecycles.request import RequestState
from minhbach.requests.contracts import AnswerFileState
from minhbach.requests.models import AnswerFile, Case, DeliverySent

GIVEN = (RequestState.PROVIDED, RequestState.PROVIDED_IN_PART)
COOKIE, SALT, SECONDS = "nhan_thong_tin", "minhbach.requests.answering.delivered", 3600


def remember(response: HttpResponse, delivery_id: int) -> None:
    """Let the browser that gave number and code read the delivery for an hour."""
    response.set_cookie(
        COOKIE,
        signing.dumps(delivery_id, salt=SALT),
        max_age=SECONDS,
        httponly=True,
        samesite="Lax",
        secure=settings.SESSION_COOKIE_SECURE,
    )


def opened_delivery(request: HttpRequest) -> DeliverySent | None:
    """Return the delivery that the browser opened; None for none, or where it went astray."""
    try:
        delivery_id = signing.loads(request.COOKIES.get(COOKIE, ""), salt=SALT, max_age=SECONDS)
    except signing.BadSignature:
        return None
    rows = DeliverySent.objects.select_related("answer__case__body")
    return rows.filter(pk=delivery_id, opened_at__isnull=False, went_wrong_on__isnull=True).first()


def provided_files(case: Case) -> list[AnswerFile]:
    """Return the files that were provided to the requester of a case, and of its parts."""
    rows = AnswerFile.objects.filter(Q(case=case) | Q(case__whole=case), state=AnswerFileState.LOOKED)
    return list(rows.filter(case__state__in=GIVEN, file_id__isnull=False).select_related("case"))


def files_of(delivery: DeliverySent) -> list[AnswerFile]:
    """Return the files that went out with it."""
    rows = AnswerFile.objects.filter(case=delivery.answer.case, state=AnswerFileState.LOOKED, file_id__isnull=False)
    return list(rows)
