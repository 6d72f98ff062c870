"""What people ask about their own data, and what they were told."""

from django.db import models

from minhbach.privacy.contracts import WishKind, WishState


class DataWish(models.Model):
    """A wish to have one's data corrected or erased. `words` and `answer` are erased with the matter.

    :ivar due_on: by when the person hears (`law/personal_data/terms.toml`); None where no law sets a term.
    :ivar parts: names of the parts that were corrected, with commas; never their values.
    """

    submission = models.ForeignKey("intake.Submission", on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=8, choices=[(one.value, one.value) for one in WishKind])
    state = models.CharField(max_length=8, choices=[(one.value, one.value) for one in WishState], default="open")
    words = models.TextField(blank=True)
    asked_at = models.DateTimeField()
    due_on = models.DateField(null=True)
    answer = models.TextField(blank=True)
    parts = models.CharField(max_length=200, blank=True)
    answered_by = models.ForeignKey("accounts.Person", on_delete=models.PROTECT, related_name="+", null=True)
    answered_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-asked_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["submission", "kind"], condition=models.Q(state="open"), name="one_open_wish_of_a_kind"
            )
        ]

    def __str__(self) -> str:
        return f"wish {self.pk} of submission {self.submission_id}"
