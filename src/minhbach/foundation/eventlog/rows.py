"""Rows of the event log as records."""

import json

from minhbach.foundation.contracts import EventRecord, Subject
from minhbach.foundation.models import Event


def as_record(row: Event) -> EventRecord:
    """Return a row as the record that other rooms may hold. The subject's id comes back as text."""
    return EventRecord(
        id=row.pk,
        chain=row.chain,
        sequence=row.sequence,
        kind=row.kind,
        subject=Subject(row.subject_kind, row.subject_id),
        actor=row.actor,
        at=row.at,
        ground=row.ground,
        facts=json.loads(row.facts),
        previous_hash=row.previous_hash,
        hash=row.hash,
    )
