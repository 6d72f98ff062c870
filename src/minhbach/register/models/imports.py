"""Lists of items that are taken in from a spreadsheet."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ImportState(models.TextChoices):
    """How far a list has come."""

    MAPPING = "mapping", _("Đang chọn cột")
    RUNNING = "running", _("Đang nhập")
    DONE = "done", _("Đã nhập")
    UNDONE = "undone", _("Đã hoàn tác")
    DROPPED = "dropped", _("Đã bỏ")
    FAILED = "failed", _("Chưa nhập được")


class ItemImport(models.Model):
    """A spreadsheet that an officer handed in, until its rows become items or it is dropped.

    `content` is the file taken apart (`extraction.tables`), emptied once it served. The file itself is not kept.

    :ivar head_row: counts from 0; `columns` holds an `ItemColumn` for each column; both None until a person chose them.
    :ivar left_out: numbers of rows (from 1) that a person leaves out.
    :ivar gives_classes: a person answers for the classes that the list names; otherwise they are only proposed.
    :ivar rows_done: of `rows_total`, while the job looks the rows through; then all are written at once.
    :ivar trouble: why it could not be taken in, as a sentence.
    """

    body = models.ForeignKey("agencies.Body", on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=10, choices=ImportState.choices, default=ImportState.MAPPING)
    handed_in_by = models.ForeignKey("accounts.Person", on_delete=models.PROTECT, related_name="+", null=True)
    handed_in_at = models.DateTimeField()
    file_name = models.CharField(max_length=255)
    file_sha256 = models.CharField(max_length=64)
    content = models.JSONField(default=dict)
    sheet = models.PositiveSmallIntegerField(default=0)
    head_row = models.PositiveIntegerField(null=True)
    columns = models.JSONField(null=True)
    left_out = models.JSONField(default=list)
    gives_classes = models.BooleanField(default=False)
    rows_total = models.PositiveIntegerField(default=0)
    rows_done = models.PositiveIntegerField(default=0)
    trouble = models.CharField(max_length=500, blank=True)

    class Meta:
        indexes = [models.Index(fields=["body", "handed_in_at"], name="item_import_by_body")]

    def __str__(self) -> str:
        return f"item import {self.pk} ({self.state})"


class ColumnChoice(models.Model):
    """What a body's officers last said that columns with this heading hold; `heading` in folded form."""

    body = models.ForeignKey("agencies.Body", on_delete=models.CASCADE, related_name="+")
    heading = models.CharField(max_length=120)
    column = models.CharField(max_length=24)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["body", "heading"], name="one_register_choice_a_heading")]

    def __str__(self) -> str:
        return f"{self.heading}: {self.column}"
