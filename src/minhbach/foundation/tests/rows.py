"""What several tests of this room start from."""

from datetime import UTC, datetime

from django.db import transaction

from minhbach.domain.access import Actor
from minhbach.foundation.actions.record_event import record_event
from minhbach.foundation.contracts import EventRecord, Fact, Subject, body_chain

AT = datetime(2026, 10, 19, 2, 30, 0, 123456, tzinfo=UTC)
OFFICER = Actor(person=7)


def record(*, body: int = 1, kind: str = "plan.confirmed", subject: int = 5, **facts: Fact) -> EventRecord:
    """Record an event of a body in a transaction of its own."""
    with transaction.atomic():
        return record_event(
            chain=body_chain(body), kind=kind, subject=Subject("plan", subject), actor=OFFICER, now=AT, facts=facts
        )
