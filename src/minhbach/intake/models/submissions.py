"""What came in, and apart from it who sent it."""

from django.db import models

from minhbach.domain.statutes import ChannelKey
from minhbach.intake.contracts import Behalf, Delivery, SubmissionKind, Way


class SubmissionSeries(models.Model):
    """The numbers of a year, one series for the installation. Its row is locked while one is given: no gap, no twin."""

    year = models.PositiveSmallIntegerField(unique=True)
    last = models.PositiveIntegerField(default=0)

    def __str__(self) -> str:
        return f"submissions of {self.year}"


class Submission(models.Model):
    """Something that came in from outside. Its words may be erased; number, days and ways stay, for the book.

    :ivar statute: number of the law that it stands under to its end, by the day on which it was sent.
    :ivar form_key: of the form that was sent, so that the same form sent twice is one; empty but for the portal.
    :ivar secret_hash: what is kept of the secret (`keeping.hashed`).
    :ivar is_elsewhere: a commune's body was asked by somebody from elsewhere; None: not asked.
    :ivar is_agency_unsure: the sender did not know which body holds it.
    """

    number = models.CharField(max_length=20, unique=True)
    kind = models.CharField(max_length=20, choices=[(one.value, one.value) for one in SubmissionKind])
    body = models.ForeignKey("agencies.Body", on_delete=models.PROTECT, related_name="+")
    statute = models.CharField(max_length=20)
    channel = models.CharField(max_length=12, choices=[(one.value, one.value) for one in ChannelKey])
    way = models.CharField(max_length=16, choices=[(one.value, one.value) for one in Way])
    sent_on = models.DateField()
    received_on = models.DateField()
    received_at = models.DateTimeField()
    entered_by = models.ForeignKey("accounts.Person", on_delete=models.PROTECT, related_name="+", null=True)
    behalf = models.CharField(max_length=16, choices=[(one.value, one.value) for one in Behalf])
    delivery = models.CharField(max_length=12, choices=[(one.value, one.value) for one in Delivery])
    is_elsewhere = models.BooleanField(null=True)
    is_agency_unsure = models.BooleanField(default=False)
    text = models.TextField(blank=True)
    form_key = models.CharField(max_length=64, blank=True)
    secret_hash = models.CharField(max_length=120)
    erased_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["form_key"], condition=~models.Q(form_key=""), name="one_submission_a_form_sent"
            )
        ]
        indexes = [models.Index(fields=["body", "received_on"], name="submission_of_body")]

    def __str__(self) -> str:
        return f"submission {self.number}"


class SealedSender(models.Model):
    """Who sent it, sealed: a copy of the database tells nothing. The row goes when its time is over.

    :ivar identity_hash: of the identity number under the installation's key, to find what the same person asked for.
    """

    submission = models.OneToOneField(Submission, on_delete=models.CASCADE, related_name="sealed_sender")
    content = models.TextField()
    identity_hash = models.CharField(max_length=64, blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["identity_hash"], condition=~models.Q(identity_hash=""), name="sender_by_identity")
        ]

    def __str__(self) -> str:
        return f"sender of submission {self.submission_id}"
