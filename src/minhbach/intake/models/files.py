"""Files that came along: they wait, unread, until they are known to carry no mark of secrecy."""

from django.db import models

from minhbach.intake.contracts import FileRole
from minhbach.intake.models.submissions import Submission
from minhbach.intake.models.thread import Message


class FileState(models.TextChoices):
    """Where a file stands."""

    WAITING = "waiting"
    KEPT = "kept"
    """It carries no mark of secrecy and lies in foundation's store."""
    REFUSED = "refused"
    """It carries one: neither the file nor its name is kept."""
    UNREADABLE = "unreadable"
    """Nobody could tell what it says, so it was not kept."""


class SubmissionFile(models.Model):
    """A file of a submission, or of a later message of its thread.

    :ivar place: under which name it waits in quarantine; empty once it was read.
    :ivar name: empty once the file proved secret.
    """

    submission = models.ForeignKey(Submission, on_delete=models.CASCADE, related_name="files")
    message = models.ForeignKey(Message, on_delete=models.CASCADE, related_name="files", null=True)
    role = models.CharField(max_length=16, choices=[(one.value, one.value) for one in FileRole])
    state = models.CharField(max_length=12, choices=FileState.choices, default=FileState.WAITING)
    name = models.CharField(max_length=255, blank=True)
    size = models.PositiveBigIntegerField()
    place = models.CharField(max_length=64, blank=True)
    file_id = models.BigIntegerField(null=True)
    code = models.CharField(max_length=40, blank=True)
    sentence = models.CharField(max_length=500, blank=True)

    class Meta:
        ordering = ["pk"]
        indexes = [models.Index(fields=["state"], condition=models.Q(state="waiting"), name="intake_file_waiting")]

    def __str__(self) -> str:
        return f"file {self.pk} of submission {self.submission_id}"
