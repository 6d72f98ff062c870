"""What stops an erasure (giữ lại theo yêu cầu pháp lý)."""

from django.db import models

from minhbach.privacy.contracts import HoldKind


class LegalHold(models.Model):
    """That the data of a submission are kept beyond their time, by whom, why, until when.

    :ivar ground: the document or matter that asks for it, in words; never whom it concerns.
    :ivar until: its last day; None: until somebody lifts it.
    """

    submission = models.ForeignKey("intake.Submission", on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=12, choices=[(one.value, one.value) for one in HoldKind])
    ground = models.CharField(max_length=300)
    placed_by = models.ForeignKey("accounts.Person", on_delete=models.PROTECT, related_name="+")
    placed_at = models.DateTimeField()
    until = models.DateField(null=True)
    lifted_by = models.ForeignKey("accounts.Person", on_delete=models.PROTECT, related_name="+", null=True)
    lifted_at = models.DateTimeField(null=True)
    lifted_because = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["-placed_at", "-pk"]
        indexes = [
            models.Index(fields=["submission"], condition=models.Q(lifted_at__isnull=True), name="hold_in_force")
        ]

    def __str__(self) -> str:
        return f"hold {self.pk} of submission {self.submission_id}"
