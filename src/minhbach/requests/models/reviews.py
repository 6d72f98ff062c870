"""What comes after an answer: it is wrong or incomplete, somebody complains, somebody sues."""

from django.db import models

from minhbach.domain.lifecycles.review import ReviewKind, ReviewState
from minhbach.requests.models.cases import Case


class Review(models.Model):
    """A request to correct, an error that the body found by itself, a complaint, or a lawsuit, with its own clock.

    :ivar begun_on: the day of receipt, or of finding it. `accepted_on`: of a complaint, when settling it began.
    :ivar is_due_provisional: the date rests on what was not seen in its text, or may change.
    :ivar decided_by: never who decided what is complained about.
    """

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="reviews")
    kind = models.CharField(max_length=20, choices=[(one.value, one.value) for one in ReviewKind])
    state = models.CharField(max_length=16, choices=[(one.value, one.value) for one in ReviewState])
    begun_on = models.DateField()
    accepted_on = models.DateField(null=True)
    is_complex = models.BooleanField(default=False)
    due_on = models.DateField(null=True)
    article = models.CharField(max_length=200, blank=True)
    is_due_provisional = models.BooleanField(default=False)
    words = models.TextField(blank=True)
    entered_by = models.ForeignKey("accounts.Person", on_delete=models.PROTECT, related_name="+", null=True)
    decided_by = models.ForeignKey("accounts.Person", on_delete=models.PROTECT, related_name="+", null=True)
    decided_on = models.DateField(null=True)
    decision = models.TextField(blank=True)
    letter_id = models.BigIntegerField(null=True)

    class Meta:
        ordering = ["pk"]
        indexes = [
            models.Index(
                fields=["state", "due_on"], condition=models.Q(decided_on__isnull=True), name="review_open_due"
            )
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.pk} of case {self.case_id}"
