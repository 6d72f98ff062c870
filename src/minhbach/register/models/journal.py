"""What stands behind the lines: the numbers of the books, and what items said before they were changed."""

from django.db import models

from minhbach.register.models.items import Item


class BookSeries(models.Model):
    """The numbers of a body's book of a year. Its row is locked while one is given; none is ever given twice."""

    body = models.ForeignKey("agencies.Body", on_delete=models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField()
    last = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["body", "year"], name="one_book_a_body_and_year")]

    def __str__(self) -> str:
        return f"book {self.year} of {self.body_id}"


class ItemChange(models.Model):
    """What a change replaced. It may name people, so it stands here, where it can be erased, and not in the event log.

    :ivar before: the former value of each field that the change replaced, as the page writes it.
    """

    item = models.ForeignKey(Item, on_delete=models.CASCADE, related_name="changes")
    event_id = models.BigIntegerField(unique=True)
    before = models.JSONField()

    def __str__(self) -> str:
        return f"change {self.event_id} of item {self.item_id}"
