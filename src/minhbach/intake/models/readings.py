"""Who opened a sender's identity number, and why: the sender may see it (Law 91/2025, Article 4)."""

from django.db import models

from minhbach.intake.models.submissions import Submission


class IdentityReading(models.Model):
    """That an officer opened what is masked elsewhere. `purpose` is the officer's own words and may be erased."""

    submission = models.ForeignKey(Submission, on_delete=models.CASCADE, related_name="identity_readings")
    read_by = models.ForeignKey("accounts.Person", on_delete=models.PROTECT, related_name="+")
    read_at = models.DateTimeField()
    purpose = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["-read_at", "-pk"]

    def __str__(self) -> str:
        return f"reading {self.pk} of submission {self.submission_id}"
