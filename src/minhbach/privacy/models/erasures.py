"""Minutes of what was erased: that it was, when, why, how much; no word of it."""

from django.db import models

from minhbach.privacy.contracts import ErasureCause


class Erasure(models.Model):
    """One erasure of a matter's personal data (biên bản xóa dữ liệu).

    :ivar due_on: the first day on which they were kept no longer; None where they were erased before, as asked.
    :ivar counts: how much, by what it was: {"files": 2}.
    :ivar is_journaled: it stands in the list outside the database too, by which it is done again after a restore.
    """

    submission = models.ForeignKey("intake.Submission", on_delete=models.PROTECT, related_name="+")
    number = models.CharField(max_length=20)
    body = models.ForeignKey("agencies.Body", on_delete=models.PROTECT, related_name="+")
    cause = models.CharField(max_length=10, choices=[(one.value, one.value) for one in ErasureCause])
    ended_on = models.DateField()
    due_on = models.DateField(null=True)
    erased_at = models.DateTimeField()
    erased_by = models.ForeignKey("accounts.Person", on_delete=models.PROTECT, related_name="+", null=True)
    counts = models.JSONField(default=dict)
    is_journaled = models.BooleanField(default=False)

    class Meta:
        ordering = ["-erased_at", "-pk"]
        indexes = [models.Index(fields=["body", "-erased_at"], name="erasure_of_body")]

    def __str__(self) -> str:
        return f"erasure of {self.number}"
