"""Record many events of one chain at once: for sweeps that move thousands of rows in one transaction."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from minhbach.domain.access import Actor
from minhbach.domain.text import nfc
from minhbach.foundation.contracts import Fact, Subject
from minhbach.foundation.eventlog.hashing import START, canonical, content, digest, link
from minhbach.foundation.eventlog.impersonal import refuse_personal
from minhbach.foundation.eventlog.locking import hold_chain
from minhbach.foundation.models import Event, EventChain


@dataclass(frozen=True, slots=True)
class Happened:
    """What `record_event` is told of one entry."""

    kind: str
    subject: Subject
    ground: str = ""
    facts: Mapping[str, Fact] = field(default_factory=dict)


def record_events(events: Iterable[Happened], *, chain: str, actor: Actor, now: datetime) -> int:
    """Append the entries to the chain in their order, each as `record_event` would, and return how many they are.

    Whoever writes to several chains takes them in the order of their names, so that two such sweeps never wait for each
    other.

    :raises NotInTransaction: outside `transaction.atomic`.
    :raises PersonalFact: if something looks like personal data; then none is recorded.
    """
    hold_chain(chain)
    head = EventChain.objects.filter(name=chain).first() or EventChain(name=chain, count=0, head=START)
    fresh, rows = head.count == 0, []
    for event in events:
        rows.append(_row(event, head, actor, now))
        head.count, head.head = rows[-1].sequence, rows[-1].hash
    if rows:
        Event.objects.bulk_create(rows, batch_size=500)
        head.save(force_insert=fresh, force_update=not fresh)
    return len(rows)


def _row(event: Happened, head: EventChain, actor: Actor, now: datetime) -> Event:
    facts = {name: nfc(value) if isinstance(value, str) else value for name, value in event.facts.items()}
    ground = nfc(event.ground)
    refuse_personal(subject=str(event.subject), facts=facts, ground=ground)
    entry = content(
        chain=head.name,
        sequence=head.count + 1,
        kind=event.kind,
        subject=str(event.subject),
        actor=actor.reference,
        at=now,
        ground=ground,
        facts=facts,
    )
    return Event(
        chain=head.name,
        sequence=head.count + 1,
        kind=event.kind,
        subject_kind=event.subject.kind,
        subject_id=str(event.subject.id),
        actor=actor.reference,
        at=now,
        ground=ground,
        facts=canonical(facts),
        previous_hash=head.head,
        hash=link(head.head, digest(entry)),
    )
