"""What the tasks of a plan cost."""

from django.db import models
from django.db.models import Q

from minhbach.planning.models.plans import Plan, Task


class BudgetLine(models.Model):
    """Money of one body for one task (or the plan as a whole) in one year, in đồng.

    Estimated, allotted, supplemented during the year, spent, and settled (quyết toán) once the year is closed.
    """

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="budget_lines")
    task = models.ForeignKey(Task, on_delete=models.CASCADE, related_name="budget_lines", null=True)
    body = models.ForeignKey("agencies.Body", on_delete=models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField()
    source = models.CharField(max_length=200, blank=True)
    estimate = models.BigIntegerField(default=0)
    allotted = models.BigIntegerField(default=0)
    supplement = models.BigIntegerField(default=0)
    spent = models.BigIntegerField(default=0)
    settled = models.BigIntegerField(null=True)
    note = models.CharField(max_length=500, blank=True)
    changed_by = models.ForeignKey("accounts.Person", on_delete=models.PROTECT, related_name="+")
    changed_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["plan", "body", "year"], condition=Q(task=None), name="one_budget_line_a_plan_body_year"
            ),
            models.UniqueConstraint(
                fields=["task", "body", "year"], condition=~Q(task=None), name="one_budget_line_a_task_body_year"
            ),
            models.CheckConstraint(
                condition=Q(estimate__gte=0, allotted__gte=0, spent__gte=0) & (Q(settled=None) | Q(settled__gte=0)),
                name="money_is_not_negative",
            ),
        ]
        indexes = [models.Index(fields=["plan", "year"], name="budget_by_plan")]

    def __str__(self) -> str:
        return f"{self.plan_id} {self.year} {self.body_id}"
