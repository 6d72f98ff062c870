"""What somebody is still writing, without an account: kept a day for the browser that holds its secret."""

from django.db import models

from minhbach.intake.contracts import FileRole


class Draft(models.Model):
    """A form half filled in, encrypted under a secret that stands only in the browser's cookie."""

    digest = models.CharField(max_length=64, unique=True)
    content = models.BinaryField()
    until = models.DateTimeField(db_index=True)

    def __str__(self) -> str:
        return f"draft {self.pk}"


class DraftFile(models.Model):
    """A file of a draft; it waits in quarantine, unread, under `place`."""

    draft = models.ForeignKey(Draft, on_delete=models.CASCADE, related_name="files")
    role = models.CharField(max_length=16, choices=[(one.value, one.value) for one in FileRole])
    name = models.CharField(max_length=255)
    size = models.PositiveBigIntegerField()
    place = models.CharField(max_length=64, unique=True)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"file {self.pk} of draft {self.draft_id}"
