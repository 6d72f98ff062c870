"""Batches (lô): what was scanned together."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from minhbach.digitisation.contracts import Way
from minhbach.domain.lifecycles.scan import BatchState

STATES = [(one.value, one.value) for one in BatchState]
WAYS = [(one.value, one.value) for one in Way]


class BatchSeries(models.Model):
    """The numbers of a body's batches in a year: `last` was given last."""

    body = models.ForeignKey("agencies.Body", on_delete=models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField()
    last = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["body", "year"], name="one_batch_series_a_year")]

    def __str__(self) -> str:
        return f"batches of {self.year}: {self.last}"


class Batch(models.Model):
    """Files that were scanned together, usually the papers of one box.

    :ivar number: counts from 1 in the body's year; "lô 07".
    :ivar store: with `shelf`, `box` and `folder` the place of the paper originals; each scan may say its own.
    :ivar trouble: why the machine stopped by itself, as a sentence; it goes on when a person resumes the batch.
    """

    body = models.ForeignKey("agencies.Body", on_delete=models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField()
    number = models.PositiveIntegerField()
    title = models.CharField(_("tên lô"), max_length=200, blank=True)
    state = models.CharField(max_length=10, choices=STATES, default=BatchState.RUNNING)
    way = models.CharField(max_length=10, choices=WAYS)
    store = models.CharField(_("kho"), max_length=60, blank=True)
    shelf = models.CharField(_("giá"), max_length=60, blank=True)
    box = models.CharField(_("hộp"), max_length=60, blank=True)
    folder = models.CharField(_("hồ sơ"), max_length=60, blank=True)
    roadmap = models.ForeignKey(
        "digitisation.RoadmapLine", on_delete=models.SET_NULL, related_name="batches", null=True, blank=True
    )
    started_by = models.ForeignKey("accounts.Person", on_delete=models.PROTECT, related_name="+", null=True)
    started_at = models.DateTimeField()
    trouble = models.CharField(max_length=500, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = _("lô bản quét")
        constraints = [models.UniqueConstraint(fields=["body", "year", "number"], name="one_batch_a_number")]
        indexes = [
            models.Index(fields=["body", "-started_at"], name="batch_newest_of_body"),
            models.Index(fields=["body", "box"], name="batch_box_of_body"),
        ]

    def __str__(self) -> str:
        return f"batch {self.year}-{self.number}"
