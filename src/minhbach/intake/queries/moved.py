"""What was sent in as a request and is dealt with otherwise since somebody read it."""

from minhbach.intake.contracts import SubmissionKind
from minhbach.intake.models import Submission
from minhbach.intake.queries.submissions import by_secret


def is_moved(submission_id: int) -> bool:
    """True if what came as a request is none any more: it keeps the statute that requests alone have."""
    rows = Submission.objects.filter(pk=submission_id, kind=SubmissionKind.FEEDBACK)
    return rows.exclude(statute="").exists()


def moved_by_secret(number: str, secret: str) -> int | None:
    """Return the id of what number and secret open, if it came as a request and is none any more."""
    submission_id = by_secret(number, secret, kind=SubmissionKind.FEEDBACK)
    return submission_id if submission_id is not None and is_moved(submission_id) else None
