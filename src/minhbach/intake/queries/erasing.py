"""What the room that looks after personal data asks: one submission locked, and those that came back with a backup."""

from collections.abc import Collection

from django.db.models import QuerySet

from minhbach.intake.contracts import SubmissionNotVisible
from minhbach.intake.models import Submission


def submission_for_change(submission_id: int) -> Submission:
    """Return a submission, locked until the end of the transaction.

    :raises SubmissionNotVisible: if there is none.
    """
    row = Submission.objects.select_for_update().filter(pk=submission_id).first()
    if row is None:
        raise SubmissionNotVisible
    return row


def not_erased_among(numbers: Collection[str]) -> QuerySet[Submission]:
    """Return the submissions with these numbers that are not erased."""
    return Submission.objects.filter(number__in=numbers, erased_at__isnull=True)
