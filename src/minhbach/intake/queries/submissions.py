"""Single submissions: by id, by number and secret, by who sent them."""

import hashlib
from collections.abc import Collection

from minhbach.intake.contracts import FileRecord, FileRole, Sender, SubmissionKind, SubmissionNotVisible
from minhbach.intake.models import Message, SealedSender, Submission, SubmissionFile
from minhbach.intake.rules import plain_number
from minhbach.intake.sealing import NO_HASH, fits, identity_hashes, opened

SUBMISSION = "submission"
"""The kind under which events, files and mails name a submission, by its id."""


def submission(submission_id: int) -> Submission:
    """Return a submission for a room that has asked who may see it.

    :raises SubmissionNotVisible: if there is none.
    """
    row = Submission.objects.select_related("body", "entered_by").filter(pk=submission_id).first()
    if row is None:
        raise SubmissionNotVisible
    return row


def by_number(number: str, *, body_id: int) -> int | None:
    """Return the id of a body's submission by its number, for a room that asks by other means who may see it."""
    rows = Submission.objects.filter(number=plain_number(number), body=body_id)
    return rows.values_list("pk", flat=True).first()


def by_secret(number: str, secret: str, *, kind: SubmissionKind = SubmissionKind.REQUEST) -> int | None:
    """Return the id of the submission of a kind that this number and secret open, however typed; None for none.

    Numbers that exist take no longer than those that do not.
    """
    known = plain_number(number)
    rows = Submission.objects.filter(number=known, kind=kind)
    row = rows.values_list("pk", "secret_hash").first() if known else None
    submission_id, kept = row or (None, NO_HASH)
    return submission_id if fits(secret, number=known, kept=kept) else None


def secret_mark(submission_id: int) -> str | None:
    """Return a mark that changes with the secret, for a browser that opened the submission; None for none."""
    kept = Submission.objects.filter(pk=submission_id).values_list("secret_hash", flat=True).first()
    return hashlib.sha256(kept.encode()).hexdigest()[:16] if kept else None


def sender_of(submission_id: int) -> Sender | None:
    """Return who sent it, for a room that has asked who may read it; None once that is erased."""
    content = SealedSender.objects.filter(submission=submission_id).values_list("content", flat=True).first()
    return opened(content) if content else None


def submissions_of_same_person(submission_id: int) -> tuple[int, ...]:
    """Return the ids of what the same person sent before and after, by the identity number; the newest first."""
    sender = sender_of(submission_id)
    hashes = list(identity_hashes(sender.identity_number)) if sender else []
    rows = SealedSender.objects.filter(identity_hash__in=hashes).exclude(submission=submission_id)
    return tuple(rows.order_by("-submission").values_list("submission_id", flat=True))


def files_of(submission_id: int) -> tuple[FileRecord, ...]:
    """Return the files that came along, those of later messages too, in their order."""
    return tuple(
        FileRecord(row.pk, row.name, FileRole(row.role), row.size, row.state, row.file_id, row.sentence)
        for row in SubmissionFile.objects.filter(submission=submission_id)
    )


def messages_of(submission_id: int, *, kinds: Collection[str] = ()) -> tuple[Message, ...]:
    """Return the thread of a submission, the oldest first."""
    rows = Message.objects.filter(submission=submission_id).select_related("written_by").prefetch_related("files")
    return tuple(rows.filter(kind__in=kinds) if kinds else rows)
