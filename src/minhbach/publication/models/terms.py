"""What was decided about something whose time of being public is over."""

from django.db import models

from minhbach.publication.contracts import KeepOpenGround


class TermDecision(models.Model):
    """That an item stays public after its term, for how long and why. The latest one for a term counts.

    :ivar term_on: the first day after the term, as the register said it then; another term there asks anew.
    :ivar stays_until: the first day on which it is asked again; None: never for this term.
    """

    item = models.ForeignKey("register.Item", on_delete=models.CASCADE, related_name="+")
    term_on = models.DateField()
    stays_until = models.DateField(null=True)
    ground = models.CharField(max_length=12, choices=[(one.value, one.value) for one in KeepOpenGround])
    words = models.CharField(max_length=300)
    decided_on = models.DateField()
    decided_by = models.ForeignKey("accounts.Person", on_delete=models.PROTECT, related_name="+", null=True)

    class Meta:
        indexes = [models.Index(fields=["item", "term_on"], name="term_decision_of_item")]

    def __str__(self) -> str:
        return f"decision {self.pk} on item {self.item_id}"
