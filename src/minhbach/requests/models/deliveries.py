"""How an answer came to its requester, and what was done where it went to somebody else."""

from django.db import models

from minhbach.requests.contracts import DeliveryWay
from minhbach.requests.models.answers import Answer


class DeliverySent(models.Model):
    """One sending of an answer.

    :ivar code_hash: of the one-time code that opens the files; the code itself is not kept. `code_until`: its last day.
    :ivar opened_at: when the code was used; it opens no second time.
    :ivar went_wrong_on: the day on which it was found that it went to somebody else; `put_right` what was done.
    """

    answer = models.ForeignKey(Answer, on_delete=models.CASCADE, related_name="deliveries")
    way = models.CharField(max_length=16, choices=[(one.value, one.value) for one in DeliveryWay])
    on = models.DateField()
    at = models.DateTimeField()
    by = models.ForeignKey("accounts.Person", on_delete=models.PROTECT, related_name="+", null=True)
    words = models.CharField(max_length=500, blank=True)
    code_hash = models.CharField(max_length=160, blank=True)
    code_until = models.DateField(null=True)
    opened_at = models.DateTimeField(null=True)
    went_wrong_on = models.DateField(null=True)
    put_right_on = models.DateField(null=True)
    put_right = models.TextField(blank=True)
    letter_id = models.BigIntegerField(null=True)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"delivery {self.pk} of answer {self.answer_id}"
