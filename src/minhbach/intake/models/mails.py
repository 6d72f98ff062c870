"""E-mails that came in: what each says lies sealed; what became of it stands open, for lists and counts."""

from django.db import models

from minhbach.intake.models.submissions import Submission


class MailState(models.TextChoices):
    """What became of a mail."""

    WAITING = "waiting"
    """A person looks what it is."""
    REQUEST = "request"
    FEEDBACK = "feedback"
    IN_CASE = "in_case"
    """It was written into the thread of something that was here already."""
    NOTHING = "nothing"
    """Put aside by a person: no matter for the body."""


class TakenMail(models.Model):
    """A mail that was taken in, once however often it is read: `key` is made of its Message-ID or its content.

    :ivar mailbox: the body whose mailbox it came to.
    :ivar submission: what it began, with its number, or whose thread the machine wrote it into.
    :ivar into: whose thread a person wrote it into, though it had a number of its own.
    :ivar content: sealed: name, address, subject, words; empty once erased.
    :ivar taken_out_because: why a person took it out of a case again, in their words.
    :ivar machine: why no person seems to have written it; else empty.
    :ivar left_out: files that were not kept: too many, too large, or empty.
    """

    key = models.CharField(max_length=64, unique=True)
    body = models.ForeignKey("agencies.Body", on_delete=models.PROTECT, related_name="+")
    submission = models.ForeignKey(Submission, on_delete=models.PROTECT, related_name="mails")
    into = models.ForeignKey(Submission, on_delete=models.PROTECT, related_name="mails_taken_over", null=True)
    content = models.TextField(blank=True)
    taken_out_because = models.TextField(blank=True)
    state = models.CharField(max_length=12, choices=MailState.choices, default=MailState.WAITING)
    machine = models.CharField(max_length=12, blank=True)
    left_out = models.PositiveSmallIntegerField(default=0)
    is_receipt_sent = models.BooleanField(default=False)
    sent_at = models.DateTimeField(null=True)
    arrived_on = models.DateField()
    taken_at = models.DateTimeField()
    sorted_by = models.ForeignKey("accounts.Person", on_delete=models.PROTECT, related_name="+", null=True)
    sorted_at = models.DateTimeField(null=True)
    erased_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["body", "state", "taken_at"], name="taken_mail_of_body")]

    def __str__(self) -> str:
        return f"mail {self.pk}"


class MailboxWatch(models.Model):
    """How a mailbox stands: when it was last read through, and since when it does not answer."""

    body = models.OneToOneField("agencies.Body", on_delete=models.PROTECT, related_name="+")
    read_at = models.DateTimeField(null=True)
    silent_since = models.DateTimeField(null=True)
    left = models.PositiveIntegerField(default=0)

    def __str__(self) -> str:
        return f"mailbox of body {self.body_id}"
