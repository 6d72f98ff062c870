"""Who was asked while a case is in work. No statute stops the clock for it."""

from django.db import models

from minhbach.requests.contracts import Asked, Heard
from minhbach.requests.models.cases import Case


class Consultation(models.Model):
    """A question to another body, or to a third person whom the information concerns.

    :ivar sealed_who: name and address of a third person, sealed; empty where a body was asked.
    :ivar by: until when the asked one was to answer; `answered_on` None: not yet. Silence is no consent.
    """

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="consultations")
    kind = models.CharField(max_length=16, choices=[(one.value, one.value) for one in Asked])
    body = models.ForeignKey("agencies.Body", on_delete=models.PROTECT, related_name="+", null=True)
    sealed_who = models.TextField(blank=True)
    question = models.TextField(blank=True)
    asked_on = models.DateField()
    asked_by = models.ForeignKey("accounts.Person", on_delete=models.PROTECT, related_name="+", null=True)
    by = models.DateField()
    answered_on = models.DateField(null=True)
    outcome = models.CharField(max_length=16, choices=[(one.value, one.value) for one in Heard], blank=True)
    words = models.TextField(blank=True)
    letter_id = models.BigIntegerField(null=True)

    class Meta:
        ordering = ["pk"]
        indexes = [
            models.Index(fields=["case"], condition=models.Q(answered_on__isnull=True), name="consultation_out_of_case")
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.pk} of case {self.case_id}"
