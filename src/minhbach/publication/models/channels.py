"""Where an item is published: one row for each form of the law that was chosen, with what was done there."""

from django.db import models


class Channel(models.Model):
    """One form of publication of one version: planned, done, and for a posting taken down.

    :ivar form: the key of the statute's form ("portal", "posting"); `statute` is its number.
    :ivar place: a link, or where it hangs or was read out. `evidence` tells what shows it: an issue, a photograph.
    :ivar stays_until: the last day on which a posting must still hang (at least thirty days).
    :ivar corrects: the row of the earlier version in the same place, which this one puts right (Article 22(5)).
    """

    item = models.ForeignKey("register.Item", on_delete=models.CASCADE, related_name="+")
    body = models.ForeignKey("agencies.Body", on_delete=models.PROTECT, related_name="+")
    version_number = models.PositiveIntegerField()
    statute = models.CharField(max_length=20)
    form = models.CharField(max_length=20)
    planned_on = models.DateField()
    place = models.CharField(max_length=500, blank=True)
    evidence = models.CharField(max_length=500, blank=True)
    done_on = models.DateField(null=True)
    done_by = models.ForeignKey("accounts.Person", on_delete=models.PROTECT, related_name="+", null=True)
    stays_until = models.DateField(null=True)
    taken_down_on = models.DateField(null=True)
    taken_down_by = models.ForeignKey("accounts.Person", on_delete=models.PROTECT, related_name="+", null=True)
    corrects = models.ForeignKey("self", on_delete=models.PROTECT, related_name="corrected_by", null=True)
    dropped_because = models.CharField(max_length=300, blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["item", "version_number"], name="channel_of_item"),
            models.Index(
                fields=["body", "planned_on"],
                condition=models.Q(done_on__isnull=True, dropped_because=""),
                name="channel_to_do",
            ),
            models.Index(
                fields=["body", "stays_until"],
                condition=models.Q(stays_until__isnull=False, taken_down_on__isnull=True),
                name="channel_to_take_down",
            ),
        ]

    def __str__(self) -> str:
        return f"channel {self.pk} ({self.form})"
