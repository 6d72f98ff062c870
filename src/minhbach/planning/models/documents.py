"""Documents on their way to becoming plans, and the draft tasks that a person checks."""

from django.db import models

from minhbach.domain.lifecycles.plan_import import ImportState
from minhbach.planning.models.deadlines import DeadlineFields


class PlanImport(models.Model):
    """A document on its way to becoming a plan: read by the machine, checked by a person.

    `drawn`: no document was read; the drafts were drawn from the tasks that the plan `above` gives to the body.
    """

    body = models.ForeignKey("agencies.Body", on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=20, choices=[(s.value, s.value) for s in ImportState])
    uploaded_by = models.ForeignKey("accounts.Person", on_delete=models.PROTECT, related_name="+", null=True)
    uploaded_at = models.DateTimeField()
    file_name = models.CharField(max_length=255, blank=True)
    file_sha256 = models.CharField(max_length=64)
    stored_file_id = models.BigIntegerField(null=True)
    refusal = models.CharField(max_length=500, blank=True)
    pages_done = models.PositiveIntegerField(default=0)
    pages_total = models.PositiveIntegerField(default=0)
    head = models.JSONField(default=dict)
    reading = models.JSONField(default=dict)
    source_lines = models.JSONField(default=list)
    problems = models.JSONField(default=list)
    issuing_body = models.ForeignKey("agencies.Body", on_delete=models.PROTECT, related_name="+", null=True)
    bodies_note = models.CharField(max_length=200, blank=True)
    above = models.ForeignKey("planning.Plan", on_delete=models.SET_NULL, related_name="+", null=True)
    drawn = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["body", "file_sha256"],
                condition=~models.Q(state__in=[ImportState.DISCARDED, ImportState.REFUSED, ImportState.UNREADABLE]),
                name="one_open_import_a_document",
            )
        ]
        indexes = [models.Index(fields=["body", "state", "uploaded_at"])]

    def __str__(self) -> str:
        return f"import {self.pk} ({self.state})"


class DraftTask(DeadlineFields):
    """One proposed task of an import. `left_out` means that a person said: this is no task."""

    plan_import = models.ForeignKey(PlanImport, on_delete=models.CASCADE, related_name="draft_tasks")
    position = models.PositiveIntegerField()
    section = models.CharField(max_length=60, blank=True)
    number = models.CharField(max_length=60, blank=True)
    title = models.TextField()
    scope = models.CharField(max_length=500, blank=True)
    lead = models.JSONField(default=list)
    coordinating = models.JSONField(default=list)
    product = models.TextField(blank=True)
    report_to = models.JSONField(default=list)
    source = models.JSONField(default=dict)
    checked = models.BooleanField(default=False)
    left_out = models.BooleanField(default=False)
    added_by_hand = models.BooleanField(default=False)
    above_task = models.ForeignKey("planning.Task", on_delete=models.SET_NULL, related_name="+", null=True)

    class Meta:
        ordering = ["position"]
        constraints = [models.UniqueConstraint(fields=["plan_import", "position"], name="one_draft_a_position")]

    def __str__(self) -> str:
        return f"{self.number} {self.title[:60]}"
