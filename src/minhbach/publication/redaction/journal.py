"""Events of a redaction: they stand with its subject, and say how many and on which ground, never what or where."""

from datetime import datetime

from minhbach.domain.access import Actor
from minhbach.foundation.actions.record_event import record_event
from minhbach.foundation.contracts import Fact, Subject, body_chain
from minhbach.publication.models import Redaction


def note(row: Redaction, kind: str, *, actor: Actor, now: datetime, **facts: Fact) -> None:
    """Record what was done with a redaction."""
    record_event(
        chain=body_chain(row.body_id),
        kind=f"redaction.{kind}",
        subject=Subject(row.subject_kind, row.subject_id),
        actor=actor,
        now=now,
        facts={"redaction": row.pk, **facts},
    )
