"""The events of digitisation: an entry for every act, without names of files or people."""

from collections.abc import Mapping
from datetime import datetime

from minhbach.digitisation.models import Batch, Scan
from minhbach.digitisation.queries.visible import BATCH, SCAN
from minhbach.domain.access import Actor
from minhbach.foundation.actions.record_event import record_event
from minhbach.foundation.contracts import Fact, Subject, body_chain


def note_batch(row: Batch, kind: str, *, actor: Actor, now: datetime, facts: Mapping[str, Fact] | None = None) -> None:
    """Record what was done with a batch; `kind` is a past participle."""
    _note(row.body_id, f"batch.{kind}", Subject(BATCH, row.pk), actor, now, facts)


def note_scan(row: Scan, kind: str, *, actor: Actor, now: datetime, facts: Mapping[str, Fact] | None = None) -> None:
    """Record what was done with a scan. Of what was refused neither name nor digest may be among the facts."""
    _note(row.batch.body_id, f"scan.{kind}", Subject(SCAN, row.pk), actor, now, facts)


def _note(
    body_id: int, kind: str, subject: Subject, actor: Actor, now: datetime, facts: Mapping[str, Fact] | None
) -> None:
    record_event(chain=body_chain(body_id), kind=kind, subject=subject, actor=actor, now=now, facts=facts)
