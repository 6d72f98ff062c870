"""Texts in another language than Vietnamese, of a public item or of an agency itself, for reference."""

from django.db import models
from django.db.models import Q


class Translation(models.Model):
    """One text in one language. How far it has come to the public, its row of the gate says (kind "translation").

    :ivar item: whose version `version_number` it translates; None: what the agency says of itself.
    :ivar language: a BCP-47 tag of `law/languages/`.
    :ivar translator: the office that translated it, never a person.
    :ivar revision: counts changes, so that two people do not overwrite each other's.
    """

    item = models.ForeignKey("register.Item", on_delete=models.CASCADE, related_name="+", null=True)
    body = models.ForeignKey("agencies.Body", on_delete=models.PROTECT, related_name="+")
    version_number = models.PositiveIntegerField(default=0)
    language = models.CharField(max_length=35)
    title = models.CharField(max_length=1000)
    text = models.TextField()
    translator = models.CharField(max_length=300)
    revision = models.PositiveIntegerField(default=0)
    drafted_by = models.ForeignKey("accounts.Person", on_delete=models.PROTECT, related_name="+", null=True)
    drafted_at = models.DateTimeField()
    public_from = models.DateField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["item", "version_number", "language"],
                condition=Q(item__isnull=False),
                name="one_translation_a_version",
            ),
            models.UniqueConstraint(
                fields=["body", "language"], condition=Q(item__isnull=True), name="one_own_text_a_language"
            ),
        ]

    def __str__(self) -> str:
        return f"translation {self.pk} ({self.language})"
