"""How mail writes to the event log: what it is about, never to whom or what it says."""

from collections.abc import Mapping
from datetime import datetime

from minhbach.domain.access import Actor
from minhbach.foundation.actions.record_event import record_event
from minhbach.foundation.contracts import INSTALLATION, Fact, Subject, body_chain
from minhbach.foundation.models import OutgoingMail


def mail_subject(mail_id: int) -> Subject:
    """Return how events name a mail."""
    return Subject("mail", mail_id)


def note_mail(
    kind: str, mail: OutgoingMail, *, actor: Actor, now: datetime, facts: Mapping[str, Fact] | None = None
) -> None:
    """Record what happened to a mail, on the chain of the body whose mail it is."""
    record_event(
        chain=INSTALLATION if mail.body_id is None else body_chain(mail.body_id),
        kind=kind,
        subject=mail_subject(mail.pk),
        actor=actor,
        now=now,
        facts={"about": f"{mail.about_kind}:{mail.about_id}", **(facts or {})},
    )
