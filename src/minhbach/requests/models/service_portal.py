"""What came from the National Public Service Portal, and what goes back to it."""

from django.db import models

from minhbach.requests.models.cases import Case


class PortalCase(models.Model):
    """A case that came from the portal: once for each of the portal's numbers.

    :ivar digest: of what was sent, so that another message under the same number is refused and not taken for it.
    :ivar told: how many messages were queued; each has its place in the order.
    :ivar last_step: the last step of the case that a message was queued for.
    """

    case = models.OneToOneField(Case, on_delete=models.PROTECT, related_name="portal_case")
    portal_number = models.CharField(max_length=64, unique=True)
    digest = models.CharField(max_length=64)
    told = models.PositiveIntegerField(default=0)
    last_step = models.BigIntegerField(default=0)

    def __str__(self) -> str:
        return f"portal case {self.pk}"


class PortalNonce(models.Model):
    """A message that was seen: the same one sent on by somebody else is refused. Kept while its time is believed."""

    nonce = models.CharField(max_length=64, unique=True)
    seen_at = models.DateTimeField(db_index=True)

    def __str__(self) -> str:
        return f"nonce {self.pk}"


class NewsState(models.TextChoices):
    """Where a message to the portal stands."""

    QUEUED = "queued"
    SENT = "sent"
    REFUSED = "refused"
    """The portal said never: an administrator looks."""


class PortalNews(models.Model):
    """A message to the portal, in the outbox: it goes after the one before it, until the portal has it."""

    portal_case = models.ForeignKey(PortalCase, on_delete=models.CASCADE, related_name="news")
    place = models.PositiveIntegerField()
    content = models.JSONField()
    state = models.CharField(max_length=8, choices=NewsState.choices, default=NewsState.QUEUED)
    attempts = models.PositiveIntegerField(default=0)
    next_at = models.DateTimeField()
    said = models.CharField(max_length=300, blank=True)
    queued_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["portal_case", "place"]
        constraints = [models.UniqueConstraint(fields=["portal_case", "place"], name="portal_news_in_order")]
        indexes = [models.Index(fields=["state", "next_at"], name="portal_news_due")]

    def __str__(self) -> str:
        return f"news {self.place} of portal case {self.portal_case_id}"
