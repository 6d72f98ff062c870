"""The history of items: an event for every act, and what it replaced where it replaced words."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from minhbach.domain.access import Actor
from minhbach.foundation.actions.record_event import record_event
from minhbach.foundation.contracts import EventRecord, Fact, Subject, body_chain
from minhbach.register.models import Item, ItemChange
from minhbach.register.queries import ITEM


def note(
    row: Item,
    kind: str,
    *,
    actor: Actor,
    now: datetime,
    ground: str = "",
    facts: Mapping[str, Fact] | None = None,
    before: Mapping[str, Any] | None = None,
) -> EventRecord:
    """Record an event about an item; the words that it replaced are kept beside it, where they can be erased.

    :param kind: past participle: "classified".
    """
    event = record_event(
        chain=body_chain(row.body_id),
        kind=f"item.{kind}",
        subject=Subject(ITEM, row.pk),
        actor=actor,
        now=now,
        ground=ground,
        facts=facts,
    )
    if before:
        ItemChange.objects.create(item=row, event_id=event.id, before=dict(before))
    return event
