"""Tables of planning: imports under review, plans, tasks, and whose each task is."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from minhbach.domain.lifecycles.plan_import import ImportState
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


class PlanImport(models.Model):
    """A document on its way to becoming a plan: read by the machine, checked by a person."""

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

    class Meta:
        ordering = ["position"]
        constraints = [models.UniqueConstraint(fields=["plan_import", "position"], name="one_draft_a_position")]

    def __str__(self) -> str:
        return f"{self.number} {self.title[:60]}"


class Plan(models.Model):
    """A confirmed plan, or an official letter whose duties became tasks."""

    body = models.ForeignKey("agencies.Body", on_delete=models.PROTECT, related_name="+")
    issuing_body = models.ForeignKey("agencies.Body", on_delete=models.PROTECT, related_name="+", null=True)
    plan_import = models.OneToOneField(PlanImport, on_delete=models.PROTECT, related_name="plan", null=True)
    slug = models.SlugField(max_length=120, unique=True)
    doc_type = models.CharField(max_length=60, blank=True)
    number = models.CharField(max_length=40, blank=True)
    symbol = models.CharField(max_length=60, blank=True)
    issuer_name = models.CharField(max_length=300, blank=True)
    place = models.CharField(max_length=120, blank=True)
    issued_on = models.DateField(null=True)
    title = models.TextField()
    signer = models.CharField(max_length=120, blank=True)
    signer_position = models.CharField(max_length=120, blank=True)
    is_draft_document = models.BooleanField(default=False)
    bodies_note = models.CharField(max_length=200, blank=True)
    responsibilities = models.JSONField(default=list)
    budget = models.JSONField(default=list)
    statistic_fields = models.JSONField(default=list)
    confirmed_by = models.ForeignKey("accounts.Person", on_delete=models.PROTECT, related_name="+", null=True)
    confirmed_at = models.DateTimeField()
    search_text = models.TextField(blank=True)

    class Meta:
        indexes = [models.Index(fields=["body", "-issued_on"]), models.Index(fields=["-issued_on", "id"])]

    def __str__(self) -> str:
        return self.slug


class Task(DeadlineFields):
    """One task of a confirmed plan, in the document's words."""

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="tasks")
    position = models.PositiveIntegerField()
    section = models.CharField(max_length=60, blank=True)
    number = models.CharField(max_length=60, blank=True)
    title = models.TextField()
    scope = models.CharField(max_length=500, blank=True)
    lead_text = models.JSONField(default=list)
    coordinating_text = models.JSONField(default=list)
    product = models.TextField(blank=True)
    report_to = models.JSONField(default=list)
    source = models.JSONField(default=dict)
    due_on = models.DateField(null=True, db_index=True)
    search_text = models.TextField(blank=True)

    class Meta:
        ordering = ["position"]
        constraints = [models.UniqueConstraint(fields=["plan", "position"], name="one_task_a_position")]

    def __str__(self) -> str:
        return f"{self.number} {self.title[:60]}"


class AssignmentRole(models.TextChoices):
    """How a body takes part in a task."""

    LEAD = "lead", _("chủ trì")
    COORDINATING = "coordinating", _("phối hợp")


class Assignment(models.Model):
    """One body's part in one task: a task of several or collective leads has one for each body."""

    task = models.ForeignKey(Task, on_delete=models.CASCADE, related_name="assignments")
    body = models.ForeignKey("agencies.Body", on_delete=models.PROTECT, related_name="+")
    role = models.CharField(max_length=20, choices=AssignmentRole.choices)
    as_written = models.CharField(max_length=300)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["task", "body", "role"], name="one_assignment_a_body_and_role")]
        indexes = [models.Index(fields=["body", "role"])]

    def __str__(self) -> str:
        return f"{self.body_id} {self.role} {self.task_id}"
