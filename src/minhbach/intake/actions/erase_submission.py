"""Erase who sent something in and what they wrote. Number, days, ways and how many files there were stay."""

from dataclasses import dataclass
from datetime import datetime
from functools import partial

from django.db import transaction
from django.db.models import Q

from minhbach.domain.access import Actor
from minhbach.foundation.actions.destroy_files import destroy_files_about
from minhbach.foundation.actions.record_event import record_event
from minhbach.foundation.contracts import Subject, body_chain
from minhbach.foundation.files import quarantine
from minhbach.intake.contracts import SubmissionNotVisible
from minhbach.intake.models import IdentityReading, Message, SealedSender, Submission, SubmissionFile, TakenMail
from minhbach.intake.queries import SUBMISSION


@dataclass(frozen=True, slots=True)
class ErasedSubmission:
    """How much was erased, for the minutes."""

    files: int
    messages: int


@transaction.atomic
def erase_submission(*, submission_id: int, actor: Actor, now: datetime) -> ErasedSubmission:
    """Erase for good; the caller has seen that its time is over and that no hold stops it. Safe twice.

    Number and secret still open the page, which then says that it was erased.

    :raises SubmissionNotVisible: if there is no such submission.
    """
    row = Submission.objects.select_for_update().filter(pk=submission_id).first()
    if row is None:
        raise SubmissionNotVisible
    # Mails that were written into its thread each began a submission of their own, with number and receipt.
    own = [row, *Submission.objects.filter(mails__into=row).select_for_update(of=("self",))]
    parts = [_erase(one, now) for one in own]
    erased = ErasedSubmission(sum(one.files for one in parts), sum(one.messages for one in parts))
    record_event(
        chain=body_chain(row.body_id),
        kind="submission.erased",
        subject=Subject(SUBMISSION, row.pk),
        actor=actor,
        now=now,
        facts={"number": row.number, "files": erased.files, "messages": erased.messages},
    )
    return erased


def _erase(row: Submission, now: datetime) -> ErasedSubmission:
    SealedSender.objects.filter(submission=row).delete()
    IdentityReading.objects.filter(submission=row).update(purpose="")
    TakenMail.objects.filter(Q(submission=row) | Q(into=row)).exclude(content="").update(
        content="", taken_out_because="", erased_at=now
    )
    messages = Message.objects.filter(submission=row).update(text="", message_id="")
    files = _erase_files(row, now)
    row.text, row.form_key, row.erased_at = "", "", row.erased_at or now
    row.save(update_fields=["text", "form_key", "erased_at"])
    return ErasedSubmission(files, messages)


def _erase_files(row: Submission, now: datetime) -> int:
    """Destroy files kept and waiting; of each row size and kind stay."""
    rows = SubmissionFile.objects.filter(submission=row)
    for place in list(rows.exclude(place="").values_list("place", flat=True)):
        transaction.on_commit(partial(quarantine.remove, place))
    destroy_files_about([Subject(SUBMISSION, row.pk)], now=now)
    rows.filter(state="waiting").update(state="unreadable")
    return rows.update(name="", place="", file_id=None, sentence="")
