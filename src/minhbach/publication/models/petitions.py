"""Who says that something public is wrong, by when it must be answered, and what was answered."""

from django.db import models

from minhbach.domain.lifecycles.petition import PetitionState
from minhbach.publication.contracts import PetitionWay, PublisherAnswer


class PetitionSeries(models.Model):
    """The numbers of a year, one series for the installation. Its row is locked while one is given."""

    year = models.PositiveSmallIntegerField(unique=True)
    last = models.PositiveIntegerField(default=0)

    def __str__(self) -> str:
        return f"petitions of {self.year}"


class Petition(models.Model):
    """A petition to correct what is public (kiến nghị, Article 22(4)). Name, address and words may be erased.

    :ivar form_key: of the form that was sent, so that the same form sent twice is one petition; empty at the counter.
    :ivar version_number: what was public when it came.
    :ivar due_on: a copy for the index, recomputed from the facts; `statute` is the number of the law that sets it.
    :ivar answer: what the sender is told. `corrected_in` is the version that puts it right.
    """

    number = models.CharField(max_length=20, unique=True)
    item = models.ForeignKey("register.Item", on_delete=models.PROTECT, related_name="+")
    body = models.ForeignKey("agencies.Body", on_delete=models.PROTECT, related_name="+")
    version_number = models.PositiveIntegerField()
    way = models.CharField(max_length=10, choices=[(one.value, one.value) for one in PetitionWay])
    form_key = models.CharField(max_length=64, blank=True)
    sender = models.CharField(max_length=200, blank=True)
    contact = models.CharField(max_length=300, blank=True)
    text = models.TextField()
    received_at = models.DateTimeField()
    received_on = models.DateField()
    entered_by = models.ForeignKey("accounts.Person", on_delete=models.PROTECT, related_name="+", null=True)
    statute = models.CharField(max_length=20)
    due_on = models.DateField()
    is_due_provisional = models.BooleanField(default=False)
    state = models.CharField(max_length=12, choices=[(one.value, one.value) for one in PetitionState])
    answer = models.TextField(blank=True)
    answered_on = models.DateField(null=True)
    answered_by = models.ForeignKey("accounts.Person", on_delete=models.PROTECT, related_name="+", null=True)
    corrected_in = models.PositiveIntegerField(null=True)
    corrected_on = models.DateField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["form_key"], condition=~models.Q(form_key=""), name="one_petition_a_form_sent"
            )
        ]
        indexes = [
            models.Index(fields=["body", "state", "due_on"], name="petition_due_of_body"),
            models.Index(fields=["item", "state"], name="petition_of_item"),
        ]

    def __str__(self) -> str:
        return f"petition {self.number}"


class CorrectionRequest(models.Model):
    """That the body which made an item asked another that published it wrongly to put it right (Article 22(3)).

    :ivar petition: which showed that it is wrong there, if one did.
    :ivar search_text: publisher and place without marks: what lists look through.
    :ivar letter_id: the letter that asks, in the room of papers, with its number and day.
    :ivar outcome: a `PublisherAnswer`; empty while they have not answered. `done_on` is the day of their correction.
    """

    item = models.ForeignKey("register.Item", on_delete=models.PROTECT, related_name="+")
    body = models.ForeignKey("agencies.Body", on_delete=models.PROTECT, related_name="+")
    petition = models.ForeignKey(Petition, on_delete=models.PROTECT, related_name="requests", null=True)
    publisher = models.CharField(max_length=300)
    place = models.CharField(max_length=500)
    search_text = models.TextField(editable=False)
    what = models.CharField(max_length=1000)
    letter_id = models.BigIntegerField(null=True)
    asked_on = models.DateField()
    asked_by = models.ForeignKey("accounts.Person", on_delete=models.PROTECT, related_name="+", null=True)
    outcome = models.CharField(
        max_length=12, choices=[(one.value, one.value) for one in PublisherAnswer], blank=True, default=""
    )
    answer = models.CharField(max_length=1000, blank=True, default="")
    answered_on = models.DateField(null=True)
    done_on = models.DateField(null=True)

    class Meta:
        indexes = [models.Index(fields=["item"], name="correction_request_of_item")]

    def __str__(self) -> str:
        return f"correction request {self.pk}"
