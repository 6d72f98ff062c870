"""Whose each task is, how it stood between which days, and what was reported of it."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from minhbach.domain.lifecycles.assignment import AssignmentState
from minhbach.planning.models.plans import Plan, Task

STATES = [(state.value, state.value) for state in AssignmentState]


class AssignmentRole(models.TextChoices):
    """How a body takes part in a task."""

    LEAD = "lead", _("chủ trì")
    COORDINATING = "coordinating", _("phối hợp")


class Assignment(models.Model):
    """One body's part in one task: a task of several or collective leads has one for each body.

    :ivar given_body: the body that the plan named, where a merging moved the work to its successor since.
    :ivar due_on: the limit that runs now (a copy for the index); None where there is none yet.
    :ivar period_on: of recurring work, the day of the period that runs by the rhythm, whatever its limit was moved to.
    :ivar done_on: the day on which the accepted result was reported; None while the work is open.
    """

    task = models.ForeignKey(Task, on_delete=models.CASCADE, related_name="assignments")
    body = models.ForeignKey("agencies.Body", on_delete=models.PROTECT, related_name="+")
    given_body = models.ForeignKey("agencies.Body", on_delete=models.PROTECT, related_name="+", null=True)
    role = models.CharField(max_length=20, choices=AssignmentRole.choices)
    as_written = models.CharField(max_length=300)
    state = models.CharField(max_length=20, choices=STATES, default=AssignmentState.GIVEN)
    unit = models.ForeignKey("agencies.Body", on_delete=models.PROTECT, related_name="+", null=True)
    person = models.ForeignKey("accounts.Person", on_delete=models.PROTECT, related_name="+", null=True)
    progress = models.PositiveSmallIntegerField(default=0)
    due_on = models.DateField(null=True)
    period_on = models.DateField(null=True)
    done_on = models.DateField(null=True)
    taken_over_on = models.DateField(null=True)
    reported_on = models.DateField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["task", "body", "role"], name="one_assignment_a_body_and_role"),
            models.CheckConstraint(condition=Q(progress__lte=100), name="progress_is_a_percentage"),
        ]
        indexes = [
            models.Index(fields=["body", "role", "state", "due_on"], name="assignment_by_body"),
            models.Index(fields=["person", "state", "due_on"], name="assignment_by_person"),
            models.Index(fields=["state", "due_on"], name="assignment_by_limit"),
            # Few works are given to a unit; without the condition a database takes the many that are not for the rule.
            models.Index(fields=["unit", "due_on"], condition=Q(unit__isnull=False), name="assignment_by_unit"),
        ]

    def __str__(self) -> str:
        return f"{self.body_id} {self.role} {self.task_id}"


class AssignmentSpan(models.Model):
    """How a leading body's part in a task stood from `from_on` until the day before `until_on` (null: still).

    Each day belongs to one span of an assignment, so a count "as of" any day is one question to this table. A change
    on a day is seen from that day on.
    """

    assignment = models.ForeignKey(Assignment, on_delete=models.CASCADE, related_name="spans")
    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="+")
    body = models.ForeignKey("agencies.Body", on_delete=models.PROTECT, related_name="+")
    from_on = models.DateField()
    until_on = models.DateField(null=True)
    due_on = models.DateField(null=True)
    done_on = models.DateField(null=True)
    dropped = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["assignment", "from_on"], name="one_span_begins_a_day"),
            models.UniqueConstraint(fields=["assignment"], condition=Q(until_on=None), name="one_span_runs"),
            models.CheckConstraint(
                condition=Q(until_on=None) | Q(until_on__gt=F("from_on")), name="span_ends_after_it_begins"
            ),
        ]
        indexes = [
            models.Index(fields=["plan", "body", "from_on"], name="span_by_plan"),
            models.Index(fields=["body", "from_on"], name="span_by_body"),
        ]

    def __str__(self) -> str:
        return f"{self.assignment_id} {self.from_on}–{self.until_on or ''}"


class WorkReport(models.Model):
    """What an officer wrote of the work: how far it is, or its result, which a leader then accepts or sends back.

    Evidence files are stored under the subject `work_report:<id>`. `due_on` is the limit that ran when it was written.
    `period_on` and `period_until` are the days of the first and last period for which a result of recurring work
    stands.
    `document` is number and symbol of the document that was issued as the task's product, `document_on` its day.
    """

    assignment = models.ForeignKey(Assignment, on_delete=models.CASCADE, related_name="reports")
    is_result = models.BooleanField(default=False)
    percent = models.PositiveSmallIntegerField()
    text = models.TextField()
    document = models.CharField(max_length=80, blank=True)
    document_on = models.DateField(null=True)
    due_on = models.DateField(null=True)
    period_on = models.DateField(null=True)
    period_until = models.DateField(null=True)
    reported_by = models.ForeignKey("accounts.Person", on_delete=models.PROTECT, related_name="+")
    reported_at = models.DateTimeField()
    reported_on = models.DateField()
    answered_by = models.ForeignKey("accounts.Person", on_delete=models.PROTECT, related_name="+", null=True)
    answered_at = models.DateTimeField(null=True)
    accepted = models.BooleanField(null=True)
    own_acceptance = models.BooleanField(default=False)
    answer = models.TextField(blank=True)
    taken_back_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["assignment", "-reported_at"], name="report_by_assignment")]

    def __str__(self) -> str:
        return f"report {self.pk} of {self.assignment_id}"


class LimitChange(models.Model):
    """A limit that a leader changed, or that moved with the days off, with its ground; the old one stays readable.

    `changed_by` is None where the machine counted it anew, after the files of days off became others.
    """

    assignment = models.ForeignKey(Assignment, on_delete=models.CASCADE, related_name="limit_changes")
    old_due_on = models.DateField(null=True)
    new_due_on = models.DateField(null=True)
    ground = models.CharField(max_length=500)
    changed_by = models.ForeignKey("accounts.Person", on_delete=models.PROTECT, related_name="+", null=True)
    changed_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.assignment_id}: {self.old_due_on} → {self.new_due_on}"


class Happening(models.Model):
    """The event that a task waited for; from its day on the limit counts."""

    task = models.ForeignKey(Task, on_delete=models.CASCADE, related_name="happenings")
    happened_on = models.DateField()
    what = models.CharField(max_length=500)
    due_on = models.DateField(null=True)
    recorded_by = models.ForeignKey("accounts.Person", on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.task_id}: {self.happened_on}"
