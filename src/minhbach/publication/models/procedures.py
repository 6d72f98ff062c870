"""What an agency announces as its procedure for requests (Law 01/2026, Article 11(5)): the law's part and its own."""

from django.db import models

from minhbach.publication.models.announcements import Announcement


class Procedure(models.Model):
    """The content of one version of a body's procedure.

    Whom to ask is no part of it: pages and papers take the focal point of the day from the agencies.

    :ivar statute: the number of the law that `law_lines` tells of.
    :ivar law_lines: what the law said when this version was written or submitted, as `procedure_law.as_json` writes it.
    :ivar law_digest: tells whether the law says something else today.
    :ivar days_at_hand: working days that the law left for all steps together, as `procedure_law.working_days_at_hand`.
    :ivar place: where requests are received; `hours`: when. `remark`: what the agency adds, lines as paragraphs.
    """

    announcement = models.OneToOneField(Announcement, on_delete=models.CASCADE, related_name="procedure")
    statute = models.CharField(max_length=40)
    law_lines = models.JSONField(default=list)
    law_digest = models.CharField(max_length=64)
    days_at_hand = models.PositiveSmallIntegerField()
    place = models.CharField(max_length=300, blank=True)
    hours = models.CharField(max_length=200, blank=True)
    remark = models.TextField(max_length=2000, blank=True)

    def __str__(self) -> str:
        return f"procedure {self.announcement_id} under {self.statute}"


class ProcedureStep(models.Model):
    """A step of the agency's own handling of a request (quy trình nội bộ).

    :ivar unit: of the agency, or the agency itself; `unit_name` as it was called then.
    :ivar days: working days that it may take, in halves.
    """

    procedure = models.ForeignKey(Procedure, on_delete=models.CASCADE, related_name="steps")
    position = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=300)
    unit = models.ForeignKey("agencies.Body", on_delete=models.PROTECT, related_name="+")
    unit_name = models.CharField(max_length=300)
    days = models.DecimalField(max_digits=4, decimal_places=1)

    class Meta:
        ordering = ["position"]
        constraints = [models.UniqueConstraint(fields=["procedure", "position"], name="one_step_a_place")]

    def __str__(self) -> str:
        return f"step {self.position} of {self.procedure_id}"
