"""Put into the portal's outbox what happened to its requests: each step of a case once, in its order."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import F, Max
from django.db.models.functions import Coalesce

from minhbach.domain.lifecycles.request import RequestState
from minhbach.requests.models import Case, PortalCase, PortalNews, Step
from minhbach.requests.service_portal.statuses import STATUSES

AT_ONCE = 500


def queue_portal_news(*, now: datetime) -> int:
    """Queue a message for every request of the portal that was taken in or moved; return how many messages it was.

    A sweep over rows: safe twice, late, or after a week of silence.
    """
    newest = Coalesce(Max("case__steps__pk"), 0)
    rows = PortalCase.objects.annotate(newest=newest)
    untold = rows.filter(told=0) | rows.filter(newest__gt=F("last_step"))
    return sum(_queue(portal_case_id, now) for portal_case_id in untold.values_list("pk", flat=True)[:AT_ONCE])


@transaction.atomic
def _queue(portal_case_id: int, now: datetime) -> int:
    row = PortalCase.objects.select_for_update(of=("self",)).select_related("case__submission").get(pk=portal_case_id)
    steps = list(Step.objects.filter(case=row.case_id, pk__gt=row.last_step).order_by("pk"))
    told = [] if row.told else [_message(row, RequestState.RECEIVED, row.case.received_on)]
    told += [_message(row, RequestState(step.to_state), step.on) for step in steps]
    for content in told:
        row.told += 1
        PortalNews.objects.create(
            portal_case=row, place=row.told, content={**content, "sequence": row.told}, next_at=now, queued_at=now
        )
    if steps:
        row.last_step = steps[-1].pk
    row.save(update_fields=["told", "last_step"])
    return len(told)


def _message(row: PortalCase, state: RequestState, on: date) -> Mapping[str, Any]:
    """Return what the portal is told: how the request stands, since when, by when it is answered. No people."""
    case: Case = row.case
    return {
        "portal_number": row.portal_number,
        "number": case.number,
        "status": STATUSES[state],
        "on": on.isoformat(),
        "due_on": case.due_on.isoformat() if case.due_on else None,
        "due_is_provisional": case.is_due_provisional,
    }
