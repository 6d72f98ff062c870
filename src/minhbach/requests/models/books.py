"""The follow-up book of a body and year, and what was taken over from the one that it kept before."""

from django.db import models

from minhbach.requests.models.cases import Case


class BookImportState(models.TextChoices):
    """How far a book that is taken over has come."""

    MAPPING = "mapping"
    DONE = "done"
    UNDONE = "undone"
    DROPPED = "dropped"


class BookImport(models.Model):
    """A follow-up book that an office kept before, handed in as a spreadsheet. `content` is emptied once it served.

    :ivar head_row: counts from 0; `columns` holds a `BookColumn` for each column; None until a person chose them.
    :ivar last_before: the last number of the series before it was taken in, so that undoing leaves it as it was.
    """

    body = models.ForeignKey("agencies.Body", on_delete=models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField()
    state = models.CharField(max_length=10, choices=BookImportState.choices, default=BookImportState.MAPPING)
    handed_in_by = models.ForeignKey("accounts.Person", on_delete=models.PROTECT, related_name="+")
    handed_in_at = models.DateTimeField()
    content = models.JSONField(default=dict)
    sheet = models.PositiveSmallIntegerField(default=0)
    head_row = models.PositiveIntegerField(default=0)
    columns = models.JSONField(null=True)
    rows = models.PositiveIntegerField(default=0)
    last_before = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["-handed_in_at", "-pk"]

    def __str__(self) -> str:
        return f"book import {self.pk} ({self.state})"


class BookSeries(models.Model):
    """The numbers of one body and year. Its row is locked while one is given."""

    body = models.ForeignKey("agencies.Body", on_delete=models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField()
    last = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["body", "year"], name="one_request_book_a_year")]

    def __str__(self) -> str:
        return f"book {self.year} of body {self.body_id}"


class BookLine(models.Model):
    """The line of a case in the book of its body; cases of before there were lines have none.

    :ivar book_import: set where the case was taken over from the book that was kept before.
    """

    case = models.OneToOneField(Case, on_delete=models.CASCADE, related_name="book_line")
    body = models.ForeignKey("agencies.Body", on_delete=models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField()
    number = models.PositiveIntegerField()
    book_import = models.ForeignKey(BookImport, on_delete=models.PROTECT, related_name="lines", null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["body", "year", "number"], name="one_case_a_book_number")]

    def __str__(self) -> str:
        return f"{self.number}/{self.year} of body {self.body_id}"
