"""The roadmap of the backlog (lộ trình số hóa): which older papers are to be digitised by when."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class RoadmapLine(models.Model):
    """A share of a body's older papers, and the day by which it is to be digitised.

    :ivar from_year: of the documents, with `until_year` inclusive.
    :ivar boxes: how many there are, `pages` an estimate; what is done is counted from confirmed scans.
    :ivar letter: of Article 17(1), where the share is one letter of the register's backlog; "": of all.
    :ivar version: of the row, for pages that were open while somebody else changed it.
    """

    body = models.ForeignKey("agencies.Body", on_delete=models.PROTECT, related_name="+")
    title = models.CharField(_("phần hồ sơ"), max_length=200)
    from_year = models.PositiveSmallIntegerField()
    until_year = models.PositiveSmallIntegerField()
    letter = models.CharField(max_length=2, blank=True)
    boxes = models.PositiveIntegerField(default=0)
    pages = models.PositiveIntegerField(default=0)
    due_on = models.DateField()
    is_dropped = models.BooleanField(default=False)
    version = models.PositiveIntegerField(default=1)
    made_by = models.ForeignKey("accounts.Person", on_delete=models.PROTECT, related_name="+", null=True)
    made_at = models.DateTimeField()

    class Meta:
        verbose_name = _("dòng lộ trình số hóa")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(from_year__lte=models.F("until_year")), name="roadmap_years_in_order"
            )
        ]
        indexes = [models.Index(fields=["body", "due_on"], name="roadmap_due_of_body")]

    def __str__(self) -> str:
        return f"roadmap line {self.pk}"
