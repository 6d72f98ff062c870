"""Let a submission be what it turned out to be. Part of another room's act, in its transaction, which records it."""

from minhbach.intake.contracts import SubmissionKind, SubmissionNotVisible
from minhbach.intake.models import Submission


def change_kind(*, submission_id: int, kind: SubmissionKind) -> None:
    """Keep number, secret, words, sender and files; only what it is changes.

    :raises SubmissionNotVisible: if there is none.
    """
    if not Submission.objects.filter(pk=submission_id).update(kind=kind):
        raise SubmissionNotVisible
