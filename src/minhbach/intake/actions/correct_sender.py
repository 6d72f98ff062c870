"""Correct what is kept of who sent something in, because they ask for it (Law 91/2025, Article 4)."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from django.db import transaction

from minhbach.domain.access import Actor
from minhbach.foundation.actions.record_event import record_event
from minhbach.foundation.contracts import Subject, body_chain
from minhbach.intake.cleaning import clean_sender
from minhbach.intake.contracts import SubmissionNotVisible
from minhbach.intake.models import SealedSender, Submission
from minhbach.intake.queries import SUBMISSION
from minhbach.intake.sealing import identity_hash, opened, sealed

CORRECTABLE = ("name", "address", "identity_number", "telephone", "email", "postal_address")
"""What of a sender may be put right; the words of a request are supplemented, not changed."""


@transaction.atomic
def correct_sender(*, submission_id: int, values: Mapping[str, str], actor: Actor, now: datetime) -> tuple[str, ...]:
    """Write other values for the named parts and return the names of those that changed; the old ones are not kept.

    :param values: by the names of `CORRECTABLE`; others are left alone.
    :raises SubmissionNotVisible: if there is no such submission, or its sender was erased.
    """
    row = SealedSender.objects.select_for_update(of=("self",)).filter(submission=submission_id).first()
    if row is None:
        raise SubmissionNotVisible
    before = opened(row.content)
    wanted = {name: value for name, value in values.items() if name in CORRECTABLE}
    after = clean_sender(replace(before, **wanted))  # type: ignore[arg-type]
    changed = tuple(name for name in CORRECTABLE if getattr(after, name) != getattr(before, name))
    if changed:
        row.content, row.identity_hash = sealed(after), identity_hash(after.identity_number)
        row.save(update_fields=["content", "identity_hash"])
        _record(submission_id, changed, actor, now)
    return changed


def _record(submission_id: int, changed: tuple[str, ...], actor: Actor, now: datetime) -> None:
    row = Submission.objects.only("body_id", "number").get(pk=submission_id)
    record_event(
        chain=body_chain(row.body_id),
        kind="submission.sender_corrected",
        subject=Subject(SUBMISSION, submission_id),
        actor=actor,
        now=now,
        facts={"number": row.number, "parts": ",".join(changed)},
    )
