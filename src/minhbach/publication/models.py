"""Tables of the publication gate."""

from django.db import models

from minhbach.domain.lifecycles.publication import PublicationState


class Publication(models.Model):
    """One subject on its way to the public, by the approval of a named person."""

    subject_kind = models.CharField(max_length=40)
    subject_id = models.BigIntegerField()
    body = models.ForeignKey("agencies.Body", on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=20, choices=[(s.value, s.value) for s in PublicationState])
    submitted_by = models.ForeignKey("accounts.Person", on_delete=models.PROTECT, related_name="+")
    submitted_at = models.DateTimeField()
    approved_by = models.ForeignKey("accounts.Person", on_delete=models.PROTECT, related_name="+", null=True)
    approved_at = models.DateTimeField(null=True)
    approved_by_drafter = models.BooleanField(default=False)
    remark = models.CharField(max_length=500, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["subject_kind", "subject_id"], name="one_publication_a_subject")]
        indexes = [models.Index(fields=["subject_kind", "state"]), models.Index(fields=["body", "state"])]

    def __str__(self) -> str:
        return f"{self.subject_kind} {self.subject_id}: {self.state}"
