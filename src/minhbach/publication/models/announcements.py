"""What bodies announce by a decision, through the gate: each version one row, the one in force and those before it."""

from django.db import models
from django.db.models import Q


class Announcement(models.Model):
    """One version of something that a body announces.

    How far it has come, its row of the gate says; what the public may read, the dates here, which the gate's own acts
    write.

    :ivar kind: an `AnnouncementKind`.
    :ivar number: of the decision that announces it, with its symbol.
    :ivar remark: said beside it on the public page: why a list names nobody.
    :ivar is_draft: nobody has approved it yet; there is one draft at a time.
    :ivar revision: counts changes, so that two people do not overwrite each other's.
    :ivar public_from: since when the public reads it; `replaced_on`: since when a later one stands in its place, and
        this one is only cited; `withdrawn_on`: since when nobody outside the body reads it any more.
    """

    kind = models.CharField(max_length=20)
    body = models.ForeignKey("agencies.Body", on_delete=models.PROTECT, related_name="+")
    number = models.CharField(max_length=60, blank=True)
    decided_on = models.DateField(null=True)
    remark = models.CharField(max_length=500, blank=True)
    is_draft = models.BooleanField(default=True)
    revision = models.PositiveIntegerField(default=0)
    drafted_by = models.ForeignKey("accounts.Person", on_delete=models.PROTECT, related_name="+")
    drafted_at = models.DateTimeField()
    public_from = models.DateField(null=True)
    replaced_on = models.DateField(null=True)
    withdrawn_on = models.DateField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "body"], condition=Q(is_draft=True), name="one_draft_of_an_announcement"
            ),
        ]
        indexes = [models.Index(fields=["kind", "body", "public_from"], name="announcement_public")]

    def __str__(self) -> str:
        return f"{self.kind} {self.pk} of {self.body_id}"


class ListedUnit(models.Model):
    """A unit in a list of public service units, as the list says it: later changes of the unit change no list."""

    announcement = models.ForeignKey(Announcement, on_delete=models.CASCADE, related_name="units")
    unit = models.ForeignKey("agencies.Body", on_delete=models.PROTECT, related_name="+")
    position = models.PositiveIntegerField()
    name = models.CharField(max_length=300)
    address = models.CharField(max_length=300, blank=True)
    telephone = models.CharField(max_length=40, blank=True)
    email = models.CharField(max_length=254, blank=True)
    website = models.CharField(max_length=300, blank=True)
    services = models.CharField(max_length=500)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["announcement", "unit"], name="one_line_a_listed_unit")]

    def __str__(self) -> str:
        return f"{self.unit_id} in {self.announcement_id}"
