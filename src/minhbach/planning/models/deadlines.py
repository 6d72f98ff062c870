"""The columns of a deadline, as drafts and tasks share them."""

from django.db import models

from minhbach.domain.reading.results import DeadlineKind

DEADLINE_KINDS = [(kind.value, kind.value) for kind in DeadlineKind]


class DeadlineFields(models.Model):
    """A deadline as the document states it. `due_on` is a copy for the index, computed by `domain.plans.deadlines`."""

    deadline_text = models.CharField(max_length=1000, blank=True)
    deadline_kind = models.CharField(max_length=30, choices=DEADLINE_KINDS, default=DeadlineKind.NONE)
    deadline_start = models.DateField(null=True, blank=True)
    deadline_end = models.DateField(null=True, blank=True)
    deadline_recurring = models.BooleanField(default=False)
    deadline_condition = models.CharField(max_length=500, blank=True)
    deadline_branches = models.JSONField(default=list, blank=True)

    class Meta:
        abstract = True
