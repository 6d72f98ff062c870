"""Open a sender's identity number. It is written down who did, when and why, and the sender may see it."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from minhbach.domain.access import Actor
from minhbach.domain.text import squeeze
from minhbach.foundation.actions.record_event import record_event
from minhbach.foundation.contracts import Subject, body_chain
from minhbach.intake.contracts import SubmissionNotVisible, SubmissionRefused
from minhbach.intake.models import IdentityReading, Submission
from minhbach.intake.queries import SUBMISSION, sender_of
from minhbach.intake.queries.written import identity_numbers_of

LONGEST_PURPOSE = 300


@transaction.atomic
def read_identity(*, submission_id: int, purpose: str, actor: Actor, now: datetime) -> str:
    """Return the identity number; the caller has asked whether the actor may read who sent it.

    :param purpose: why, in the officer's words.
    :raises SubmissionNotVisible: if there is no such submission, or its sender was erased, or no person asks.
    :raises SubmissionRefused: if no purpose is given.
    """
    row, sender = Submission.objects.filter(pk=submission_id).first(), sender_of(submission_id)
    if row is None or sender is None or actor.person is None:
        raise SubmissionNotVisible
    _note(row, purpose, actor, now)
    return sender.identity_number


@transaction.atomic
def read_identity_in_words(*, submission_id: int, purpose: str, actor: Actor, now: datetime) -> tuple[str, ...]:
    """Return the numbers of papers inside what its sender wrote; the caller has asked whether the actor may read it.

    :raises SubmissionNotVisible: if there is no such submission, or no person asks.
    :raises SubmissionRefused: if no purpose is given.
    """
    row = Submission.objects.filter(pk=submission_id).first()
    if row is None or actor.person is None:
        raise SubmissionNotVisible
    _note(row, purpose, actor, now)
    return identity_numbers_of(submission_id)


def _note(row: Submission, purpose: str, actor: Actor, now: datetime) -> None:
    purpose = squeeze(purpose)[:LONGEST_PURPOSE]
    if not purpose:
        raise SubmissionRefused(_("Ghi mở xem để làm gì: người gửi đọc được."), field="purpose")
    assert actor.person is not None
    IdentityReading.objects.create(submission=row, read_by_id=actor.person, read_at=now, purpose=purpose)
    record_event(
        chain=body_chain(row.body_id),
        kind="submission.identity_read",
        subject=Subject(SUBMISSION, row.pk),
        actor=actor,
        now=now,
        facts={"number": row.number},
    )
