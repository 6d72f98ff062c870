"""What is on its way to the public, and what was taken back from it."""

from django.db import models

from minhbach.domain.lifecycles.publication import PublicationState
from minhbach.publication.contracts import WithdrawalReason


class Publication(models.Model):
    """One version of a subject on its way to the public, by the approval of a named person.

    :ivar version_id: the register's version; 0 for what has no versions. `version_number` is how people call it.
    :ivar drafted_by: who first meant to publish it; `submitted_by` is the same until somebody submits it.
    :ivar digest: of what the approver saw; the sweep that opens it later holds the content against it.
    :ivar words: what the item was called in this version when it was approved; an earlier version is cited by them.
    :ivar publish_on: the day that the approver chose; None: at once.
    :ivar hides_earlier: versions before this one must not be read any more.
    :ivar opened_on: since when the public reads it.
    """

    subject_kind = models.CharField(max_length=40)
    subject_id = models.BigIntegerField()
    version_id = models.BigIntegerField(default=0)
    version_number = models.PositiveIntegerField(default=0)
    body = models.ForeignKey("agencies.Body", on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=20, choices=[(s.value, s.value) for s in PublicationState])
    drafted_by = models.ForeignKey("accounts.Person", on_delete=models.PROTECT, related_name="+", null=True)
    submitted_by = models.ForeignKey("accounts.Person", on_delete=models.PROTECT, related_name="+")
    submitted_at = models.DateTimeField()
    approved_by = models.ForeignKey("accounts.Person", on_delete=models.PROTECT, related_name="+", null=True)
    approved_at = models.DateTimeField(null=True)
    approved_by_drafter = models.BooleanField(default=False)
    digest = models.CharField(max_length=64, blank=True)
    words = models.JSONField(default=dict)
    publish_on = models.DateField(null=True)
    hides_earlier = models.BooleanField(default=False)
    opened_on = models.DateField(null=True)
    remark = models.CharField(max_length=500, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["subject_kind", "subject_id", "version_id"], name="one_publication_a_version"
            ),
        ]
        indexes = [
            models.Index(fields=["subject_kind", "state"]),
            models.Index(fields=["body", "state"]),
            models.Index(fields=["publish_on"], condition=models.Q(state="scheduled"), name="publication_scheduled"),
        ]

    def __str__(self) -> str:
        return f"{self.subject_kind} {self.subject_id}: {self.state}"


class Withdrawal(models.Model):
    """That an item was taken away from the public: what its address says from then on.

    :ivar why: what the public reads of the reason; `remark` is the leader's own words, for the body alone.
    :ivar until_on: since when something of the item is public again; None: nothing is.
    """

    item = models.ForeignKey("register.Item", on_delete=models.CASCADE, related_name="+")
    withdrawn_on = models.DateField()
    why = models.CharField(max_length=12, choices=[(one.value, one.value) for one in WithdrawalReason])
    remark = models.CharField(max_length=500)
    withdrawn_by = models.ForeignKey("accounts.Person", on_delete=models.PROTECT, related_name="+", null=True)
    until_on = models.DateField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["item"], condition=models.Q(until_on__isnull=True), name="one_running_withdrawal_an_item"
            )
        ]

    def __str__(self) -> str:
        return f"withdrawal of item {self.item_id}"


class PublicStamp(models.Model):
    """One row that changes with everything that the public sees: pages kept in a cache are kept under its number."""

    number = models.PositiveBigIntegerField(default=0)
    changed_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"stamp {self.number}"
