"""Spreadsheets of running work on their way to becoming a plan, and what they said of work done."""

from django.db import models
from django.db.models import Q

from minhbach.planning.models.assignments import WorkReport
from minhbach.planning.models.documents import DraftTask, PlanImport


class SheetUpload(models.Model):
    """A spreadsheet that an officer handed in, until its rows become drafts or it is dropped.

    `content` is the file taken apart (`extraction.tables`), emptied once it served; the file waits in quarantine.
    `head_row` counts from 0; `columns` are `SheetColumn` values, one a column; both None until a person chose them.

    :ivar document: the one document whose rows are taken, where the list has rows of several.
    :ivar left_out: numbers of rows (from 1) that a person leaves out.
    """

    body = models.ForeignKey("agencies.Body", on_delete=models.PROTECT, related_name="+")
    uploaded_by = models.ForeignKey("accounts.Person", on_delete=models.PROTECT, related_name="+")
    uploaded_at = models.DateTimeField()
    file_name = models.CharField(max_length=255)
    file_sha256 = models.CharField(max_length=64)
    content = models.JSONField(default=dict)
    sheet = models.PositiveSmallIntegerField(default=0)
    head_row = models.PositiveIntegerField(null=True)
    columns = models.JSONField(null=True)
    year = models.PositiveSmallIntegerField(null=True)
    default_lead = models.CharField(max_length=300, blank=True)
    document = models.CharField(max_length=200, blank=True)
    left_out = models.JSONField(default=list)
    dropped_at = models.DateTimeField(null=True)
    plan_import = models.ForeignKey(PlanImport, on_delete=models.SET_NULL, related_name="sheets", null=True)

    class Meta:
        indexes = [models.Index(fields=["body", "uploaded_at"], name="sheet_by_body")]

    def __str__(self) -> str:
        return f"sheet {self.pk}"


class ColumnChoice(models.Model):
    """What a body's officers last said that columns with this heading hold; `heading` in folded form."""

    body = models.ForeignKey("agencies.Body", on_delete=models.CASCADE, related_name="+")
    heading = models.CharField(max_length=120)
    column = models.CharField(max_length=20)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["body", "heading"], name="one_choice_a_heading")]

    def __str__(self) -> str:
        return f"{self.heading}: {self.column}"


class SheetFact(models.Model):
    """What the row of a draft said of its work: how far it is, when it was done. Told on when the plan is confirmed.

    :ivar row: its number in the file, from 1.
    :ivar report: the report that it became; None while there is none.
    """

    draft = models.OneToOneField(DraftTask, on_delete=models.CASCADE, related_name="sheet_fact")
    row = models.PositiveIntegerField()
    state = models.TextField(blank=True)
    note = models.TextField(blank=True)
    percent = models.PositiveSmallIntegerField(null=True)
    done_on = models.DateField(null=True)
    report = models.OneToOneField(WorkReport, on_delete=models.SET_NULL, related_name="sheet_fact", null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(percent=None) | Q(percent__lte=100), name="sheet_percent_is_a_percentage"
            )
        ]

    def __str__(self) -> str:
        return f"row {self.row} of draft {self.draft_id}"
