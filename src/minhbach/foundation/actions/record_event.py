"""Record that something was done: the only writer of the event log."""

from collections.abc import Mapping
from datetime import datetime

from minhbach.domain.access import Actor
from minhbach.domain.text import nfc
from minhbach.foundation.contracts import EventRecord, Fact, Subject
from minhbach.foundation.eventlog.hashing import START, canonical, content, digest, link
from minhbach.foundation.eventlog.impersonal import refuse_personal
from minhbach.foundation.eventlog.locking import hold_chain
from minhbach.foundation.eventlog.rows import as_record
from minhbach.foundation.models import Event, EventChain


def record_event(
    *,
    chain: str,
    kind: str,
    subject: Subject,
    actor: Actor,
    now: datetime,
    ground: str = "",
    facts: Mapping[str, Fact] | None = None,
) -> EventRecord:
    """Append an entry to a chain, in the transaction of the change that it tells of.

    :param chain: `body_chain(body_id)`, or `INSTALLATION` for what concerns no single body.
    :param kind: room and past participle, like `plan.confirmed`.
    :param ground: the article or document (số/ký hiệu) that allows or orders the act; no free text about people.
    :param facts: ids, codes, dates and digests, each without white space; no names, addresses, numbers of people.
    :raises NotInTransaction: outside `transaction.atomic`.
    :raises PersonalFact: if something looks like personal data, which could never be erased from here.
    """
    facts = {name: nfc(value) if isinstance(value, str) else value for name, value in (facts or {}).items()}
    ground = nfc(ground)
    refuse_personal(subject=str(subject), facts=facts, ground=ground)
    hold_chain(chain)
    head = EventChain.objects.filter(name=chain).first() or EventChain(name=chain, count=0, head=START)
    entry = content(
        chain=chain,
        sequence=head.count + 1,
        kind=kind,
        subject=str(subject),
        actor=actor.reference,
        at=now,
        ground=ground,
        facts=facts,
    )
    row = Event.objects.create(
        chain=chain,
        sequence=head.count + 1,
        kind=kind,
        subject_kind=subject.kind,
        subject_id=str(subject.id),
        actor=actor.reference,
        at=now,
        ground=ground,
        facts=canonical(facts),
        previous_hash=head.head,
        hash=link(head.head, digest(entry)),
    )
    head.count, head.head = row.sequence, row.hash
    head.save(force_insert=row.sequence == 1, force_update=row.sequence > 1)
    return as_record(row)
