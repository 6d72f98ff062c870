"""Documents that were handed in to be read, on their way to becoming items."""

from django.db import models

from minhbach.register.models.files import HeldState


class DropState(models.TextChoices):
    """Where a dropped document stands."""

    WAITING = HeldState.WAITING.value, HeldState.WAITING.label
    READ = "read"
    UNREADABLE = HeldState.UNREADABLE.value, HeldState.UNREADABLE.label
    REFUSED = HeldState.REFUSED.value, HeldState.REFUSED.label
    USED = "used"


class DroppedDocument(models.Model):
    """A file whose head is read, so that number, symbol, kind, date and name are proposed instead of typed.

    The file waits in quarantine until a person has entered it as an item, or a day has passed.

    :ivar head: what was read: title, kind, number, symbol, issuer, issued_on; None before.
    :ivar name: empty once the file proved secret.
    """

    body = models.ForeignKey("agencies.Body", on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=12, choices=DropState.choices, default=DropState.WAITING)
    name = models.CharField(max_length=255, blank=True)
    size = models.PositiveBigIntegerField()
    handed_in_by = models.ForeignKey("accounts.Person", on_delete=models.PROTECT, related_name="+", null=True)
    handed_in_at = models.DateTimeField()
    head = models.JSONField(null=True)
    code = models.CharField(max_length=40, blank=True)
    sentence = models.CharField(max_length=500, blank=True)

    class Meta:
        indexes = [models.Index(fields=["state", "handed_in_at"], name="dropped_document_state")]

    def __str__(self) -> str:
        return f"dropped document {self.pk} ({self.state})"
