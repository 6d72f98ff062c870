"""Give a submission a fresh secret: with its number, when its form comes again, or when the old one was lost."""

from datetime import datetime

from django.db import transaction

from minhbach.domain.access import Actor
from minhbach.foundation.actions.record_event import record_event
from minhbach.foundation.contracts import Subject, body_chain
from minhbach.intake.contracts import Receipt, SubmissionNotVisible
from minhbach.intake.models import Submission
from minhbach.intake.queries import SUBMISSION
from minhbach.intake.rules import new_secret
from minhbach.intake.sealing import secret_hash


@transaction.atomic
def renew_secret(*, submission_id: int, actor: Actor, now: datetime) -> Receipt:
    """Return a fresh secret; the one before opens nothing any more. The caller has seen that the asker is the sender.

    :raises SubmissionNotVisible: if there is none.
    """
    row = Submission.objects.select_for_update().filter(pk=submission_id).first()
    if row is None:
        raise SubmissionNotVisible
    receipt = keep_fresh_secret(row, is_new=False)
    record_event(
        chain=body_chain(row.body_id),
        kind="submission.secret_renewed",
        subject=Subject(SUBMISSION, row.pk),
        actor=actor,
        now=now,
        facts={"number": row.number},
    )
    return receipt


def keep_fresh_secret(row: Submission, *, is_new: bool = True) -> Receipt:
    """Save a submission with a fresh secret, of which only the hash is kept."""
    secret = new_secret()
    row.secret_hash = secret_hash(secret, number=row.number)
    row.save()
    return Receipt(row.pk, row.number, secret, row.received_at, is_new=is_new)
