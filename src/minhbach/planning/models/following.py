"""What is said around the work: remarks, inspections, difficulties, commendations, reminders, calendar feeds."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from minhbach.domain.lifecycles.commendation import CommendationState
from minhbach.domain.lifecycles.difficulty import DifficultyState
from minhbach.planning.models.assignments import Assignment
from minhbach.planning.models.plans import Plan, Task


class RemarkKind(models.TextChoices):
    """What a remark is."""

    COMMENT = "comment", _("ý kiến")
    INSPECTION = "inspection", _("kiểm tra")


class Remark(models.Model):
    """What somebody wrote about a task in the name of a body: a comment, or what an inspection found."""

    task = models.ForeignKey(Task, on_delete=models.CASCADE, related_name="remarks")
    kind = models.CharField(max_length=20, choices=RemarkKind.choices)
    body = models.ForeignKey("agencies.Body", on_delete=models.PROTECT, related_name="+")
    about = models.ForeignKey("agencies.Body", on_delete=models.PROTECT, related_name="+", null=True)
    text = models.TextField()
    inspected_on = models.DateField(null=True)
    written_by = models.ForeignKey("accounts.Person", on_delete=models.PROTECT, related_name="+")
    written_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["task", "written_at"], name="remark_by_task")]

    def __str__(self) -> str:
        return f"{self.kind} {self.pk} on {self.task_id}"


class Difficulty(models.Model):
    """A difficulty that a body raises, on a task, a plan or in general; answered, or passed up to the level above.

    :ivar asked: the body that is asked to answer.
    :ivar carries: the difficulties of the level below that this one carries up, in one question.
    :ivar text: what is asked now; what was asked and answered before is an `EarlierAnswer` each.
    """

    body = models.ForeignKey("agencies.Body", on_delete=models.PROTECT, related_name="+")
    asked = models.ForeignKey("agencies.Body", on_delete=models.PROTECT, related_name="+")
    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="difficulties", null=True)
    task = models.ForeignKey(Task, on_delete=models.CASCADE, related_name="difficulties", null=True)
    carries = models.ManyToManyField("self", symmetrical=False, related_name="passed_as")
    state = models.CharField(max_length=20, choices=[(s.value, s.value) for s in DifficultyState])
    text = models.TextField()
    proposal = models.TextField(blank=True)
    raised_by = models.ForeignKey("accounts.Person", on_delete=models.PROTECT, related_name="+")
    raised_at = models.DateTimeField()
    answer = models.TextField(blank=True)
    answered_by = models.ForeignKey("accounts.Person", on_delete=models.PROTECT, related_name="+", null=True)
    answered_at = models.DateTimeField(null=True)
    search_text = models.TextField(blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["asked", "state", "raised_at"], name="difficulty_by_asked"),
            models.Index(fields=["body", "state", "raised_at"], name="difficulty_by_body"),
            models.Index(fields=["plan", "state"], name="difficulty_by_plan"),
        ]

    def __str__(self) -> str:
        return f"difficulty {self.pk} of {self.body_id}"


class DifficultySpan(models.Model):
    """In which state a difficulty was from `from_on` until the day before `until_on` (null: still).

    Each day since it was raised belongs to one span, so that sums "as of" any day are one question.
    """

    difficulty = models.ForeignKey(Difficulty, on_delete=models.CASCADE, related_name="spans")
    state = models.CharField(max_length=20, choices=[(s.value, s.value) for s in DifficultyState])
    from_on = models.DateField()
    until_on = models.DateField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["difficulty", "from_on"], name="one_state_begins_a_day"),
            models.UniqueConstraint(fields=["difficulty"], condition=Q(until_on=None), name="one_state_runs"),
            models.CheckConstraint(
                condition=Q(until_on=None) | Q(until_on__gt=F("from_on")), name="state_ends_after_it_begins"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.difficulty_id} {self.state} {self.from_on}–{self.until_on or ''}"


class EarlierAnswer(models.Model):
    """An answer that did not settle a difficulty: what was asked, what was answered, and when it was asked again."""

    difficulty = models.ForeignKey(Difficulty, on_delete=models.CASCADE, related_name="earlier_answers")
    text = models.TextField()
    answer = models.TextField()
    answered_by = models.ForeignKey("accounts.Person", on_delete=models.PROTECT, related_name="+")
    answered_at = models.DateTimeField()
    asked_again_by = models.ForeignKey("accounts.Person", on_delete=models.PROTECT, related_name="+")
    asked_again_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"answer {self.pk} to difficulty {self.difficulty_id}"


class Commendation(models.Model):
    """A body or one of its officers proposed for commendation for work on a plan, with the reason."""

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="commendations")
    body = models.ForeignKey("agencies.Body", on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey("accounts.Person", on_delete=models.PROTECT, related_name="+", null=True)
    reason = models.TextField()
    state = models.CharField(max_length=20, choices=[(s.value, s.value) for s in CommendationState])
    proposed_by = models.ForeignKey("accounts.Person", on_delete=models.PROTECT, related_name="+")
    proposed_at = models.DateTimeField()
    decided_by = models.ForeignKey("accounts.Person", on_delete=models.PROTECT, related_name="+", null=True)
    decided_at = models.DateTimeField(null=True)
    decision_note = models.CharField(max_length=500, blank=True)

    class Meta:
        indexes = [models.Index(fields=["plan", "state"], name="commendation_by_plan")]

    def __str__(self) -> str:
        return f"commendation {self.pk} on {self.plan_id}"


class ReminderKind(models.TextChoices):
    """When a reminder comes, by the limit that it is about."""

    BEFORE = "before", _("trước hạn")
    ON = "on", _("đến hạn")
    AFTER = "after", _("quá hạn")
    ESCALATION = "escalation", _("báo lãnh đạo")


class Reminder(models.Model):
    """That a person was reminded of a limit: once for each kind, limit and turn, however often the sweep runs.

    :ivar due_on: the limit; another limit starts anew.
    :ivar turn: 0, or the number of weeks since the first reminder of what is late.
    :ivar mail_id: the mail in which it stands; None for who has no address and sees it on their page alone.
    """

    assignment = models.ForeignKey(Assignment, on_delete=models.CASCADE, related_name="reminders")
    kind = models.CharField(max_length=20, choices=ReminderKind.choices)
    due_on = models.DateField()
    turn = models.PositiveSmallIntegerField(default=0)
    person = models.ForeignKey("accounts.Person", on_delete=models.PROTECT, related_name="+")
    noted_on = models.DateField()
    mail_id = models.BigIntegerField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["assignment", "kind", "due_on", "turn", "person"], name="one_reminder_a_kind_limit_turn"
            )
        ]
        indexes = [models.Index(fields=["person", "noted_on"], name="reminder_by_person")]

    def __str__(self) -> str:
        return f"{self.kind} {self.due_on} {self.assignment_id}"


class Urging(models.Model):
    """That a letter urges a body about its part in a task. Number and date are the letter's, in the room of papers."""

    assignment = models.ForeignKey(Assignment, on_delete=models.CASCADE, related_name="urgings")
    letter_id = models.BigIntegerField(db_index=True)
    drafted_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["assignment", "letter_id"], name="one_urging_a_letter")]

    def __str__(self) -> str:
        return f"letter {self.letter_id} on {self.assignment_id}"


class CalendarFeed(models.Model):
    """The address under which a person's calendar program finds their limits; only the digest of its secret is kept."""

    person = models.ForeignKey("accounts.Person", on_delete=models.CASCADE, related_name="+")
    digest = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person"], condition=Q(ended_at=None), name="one_calendar_feed_a_person")
        ]

    def __str__(self) -> str:
        return f"feed of {self.person_id}"
