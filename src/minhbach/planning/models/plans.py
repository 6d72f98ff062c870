"""Confirmed plans and their tasks."""

from django.db import models

from minhbach.planning.models.deadlines import DeadlineFields
from minhbach.planning.models.documents import PlanImport


class Plan(models.Model):
    """A confirmed plan, or an official letter whose duties became tasks. `above` is the plan that it carries out."""

    body = models.ForeignKey("agencies.Body", on_delete=models.PROTECT, related_name="+")
    issuing_body = models.ForeignKey("agencies.Body", on_delete=models.PROTECT, related_name="+", null=True)
    above = models.ForeignKey("self", on_delete=models.SET_NULL, related_name="below", null=True)
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
    """One task of a confirmed plan, in the document's words.

    `due_on` is the limit that the document gives; each assignment has the one that runs for it. `rhythm` is a code of
    `domain.plans.rhythm` for what recurs. `above_task` is the task of the plan above that this one carries out.
    """

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
    rhythm = models.CharField(max_length=60, blank=True)
    product_is_document = models.BooleanField(default=False)
    above_task = models.ForeignKey("self", on_delete=models.SET_NULL, related_name="taken_over_by", null=True)
    search_text = models.TextField(blank=True)

    class Meta:
        ordering = ["position"]
        constraints = [models.UniqueConstraint(fields=["plan", "position"], name="one_task_a_position")]

    def __str__(self) -> str:
        return f"{self.number} {self.title[:60]}"
