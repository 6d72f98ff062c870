"""Write a message into the thread of a submission. Part of another room's act, in its transaction, which records it."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from minhbach.domain.access import Actor
from minhbach.intake.cleaning import LONGEST_MESSAGE, paragraph
from minhbach.intake.contracts import WaitingFile
from minhbach.intake.models import Message, SubmissionFile


@transaction.atomic
def write_message(
    *,
    submission_id: int,
    kind: str,
    text: str,
    actor: Actor,
    now: datetime,
    files: Sequence[WaitingFile] = (),
    mail_id: int | None = None,
    message_id: str = "",
) -> int:
    """Add a message and return its id. Without a person and without a system it is the sender's.

    :param kind: what it is, for pages and counts: "supplement", "question", "notice" …
    :param files: that came with it, waiting in quarantine.
    :param message_id: what tells the e-mail that it came by from every other; no two messages have the same.
    """
    message = Message.objects.create(
        submission_id=submission_id,
        is_from_sender=actor.person is None and actor.system is None,
        kind=kind,
        text=paragraph(text, longest=LONGEST_MESSAGE),
        at=now,
        written_by_id=actor.person,
        mail_id=mail_id,
        message_id=message_id,
    )
    SubmissionFile.objects.bulk_create(
        SubmissionFile(
            submission_id=submission_id,
            message=message,
            role=file.role,
            name=file.name,
            size=file.size,
            place=file.place,
        )
        for file in files
    )
    return message.pk
