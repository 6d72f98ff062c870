"""Send what is due in the portal's outbox: each request's messages in order, each until it is there."""

from collections.abc import Callable
from datetime import datetime, timedelta

from django.db import transaction

from minhbach.foundation.mail.rules import pause_before_try
from minhbach.requests.models import NewsState, PortalNews
from minhbach.requests.service_portal.posting import Posted

HELD = timedelta(minutes=5)
"""How long a try may take before another worker takes the message up; the portal knows a repeated one by its place."""
MOST_AT_ONCE = 200


def send_portal_news(*, post: Callable[[PortalNews], Posted], clock: Callable[[], datetime]) -> tuple[int, int]:
    """Send what is due and return how many messages were sent, and how many wait still.

    Where the portal does not answer, the rest waits for the next time.
    """
    sent = 0
    for news_id in _due(clock()):
        row = _take_up(news_id, clock())
        if row is None:
            continue
        posted = post(row)
        _write_down(row.pk, posted, clock())
        sent += posted.is_there
        if not (posted.is_there or posted.is_refused):
            break
    return sent, PortalNews.objects.filter(state=NewsState.QUEUED).count()


def _due(now: datetime) -> list[int]:
    """Return what is due, for each request only the first that waits; those after it are due once that one is there."""
    rows = PortalNews.objects.filter(state=NewsState.QUEUED).order_by("portal_case", "place")
    firsts: dict[int, tuple[int, datetime]] = {}
    for pk, portal_case, next_at in rows.values_list("pk", "portal_case_id", "next_at"):
        firsts.setdefault(portal_case, (pk, next_at))
    return [pk for pk, next_at in firsts.values() if next_at <= now][:MOST_AT_ONCE]


@transaction.atomic
def _take_up(news_id: int, now: datetime) -> PortalNews | None:
    rows = PortalNews.objects.select_for_update(of=("self",))
    row = rows.filter(pk=news_id, state=NewsState.QUEUED, next_at__lte=now).first()
    if row is None:  # Another worker was quicker.
        return None
    row.attempts, row.next_at = row.attempts + 1, now + HELD
    row.save(update_fields=["attempts", "next_at"])
    return row


@transaction.atomic
def _write_down(news_id: int, posted: Posted, now: datetime) -> None:
    row = PortalNews.objects.select_for_update(of=("self",)).get(pk=news_id)
    if row.state != NewsState.QUEUED:
        return
    row.said = posted.said
    if posted.is_there:
        row.state, row.sent_at = NewsState.SENT, now
    elif posted.is_refused:
        row.state = NewsState.REFUSED
    else:
        row.next_at = now + pause_before_try(row.attempts)
    row.save()
