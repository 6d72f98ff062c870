"""What waits for a job."""

from minhbach.intake.models import FileState, SubmissionFile


def waiting_files() -> tuple[int, ...]:
    """Return the ids of files that nobody has read yet, the oldest first."""
    rows = SubmissionFile.objects.filter(state=FileState.WAITING).order_by("pk")
    return tuple(rows.values_list("pk", flat=True))
