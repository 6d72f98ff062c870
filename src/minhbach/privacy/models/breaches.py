"""The register of breaches of the protection of personal data (sổ theo dõi vi phạm dữ liệu cá nhân)."""

from django.db import models
from django.db.models import Q


class BreachSeries(models.Model):
    """The numbers of one body and year. Its row is locked while one is given."""

    body = models.ForeignKey("agencies.Body", on_delete=models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField()
    last = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["body", "year"], name="one_breach_series_a_year")]

    def __str__(self) -> str:
        return f"breaches of {self.body_id} in {self.year}"


class Breach(models.Model):
    """What happened, whom it concerns, when it was found, who was told. Words name no person.

    :ivar kinds: of `DataKind`, with commas. `people`: how many it concerns; None: not known.
    :ivar is_grave: it may do the harm for which the law asks a notice, and the clock of `notice_due_at` runs.
    :ivar notified_at: when the authority was told; `people_told_on`: when those concerned were.
    :ivar delivery_id: of the answer that went to somebody else, where it is that.
    """

    body = models.ForeignKey("agencies.Body", on_delete=models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField()
    number = models.PositiveIntegerField()
    what = models.CharField(max_length=2000)
    kinds = models.CharField(max_length=120)
    people = models.PositiveIntegerField(null=True)
    whom = models.CharField(max_length=300, blank=True)
    happened_on = models.DateField(null=True)
    found_at = models.DateTimeField()
    is_grave = models.BooleanField(default=False)
    why_not_grave = models.CharField(max_length=500, blank=True)
    measures = models.CharField(max_length=2000, blank=True)
    notice_due_at = models.DateTimeField(null=True)
    notified_at = models.DateTimeField(null=True)
    people_told_on = models.DateField(null=True)
    closed_on = models.DateField(null=True)
    closing = models.CharField(max_length=2000, blank=True)
    delivery_id = models.BigIntegerField(null=True, unique=True)
    letter_id = models.BigIntegerField(null=True)
    entered_by = models.ForeignKey("accounts.Person", on_delete=models.PROTECT, related_name="+")
    entered_at = models.DateTimeField()
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["-found_at", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["body", "year", "number"], name="one_breach_a_number"),
            models.CheckConstraint(condition=Q(is_grave=True) | ~Q(why_not_grave=""), name="light_breach_says_why"),
        ]
        indexes = [models.Index(fields=["body", "closed_on"], name="breach_of_body")]

    def __str__(self) -> str:
        return f"breach {self.number}/{self.year} of body {self.body_id}"
