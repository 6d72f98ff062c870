"""What a case is answered with: drafted by one person, approved by another, looked through before it goes out."""

from django.db import models

from minhbach.domain.lifecycles.request import RequestEvent
from minhbach.requests.contracts import AnswerFileState
from minhbach.requests.models.cases import Case

OUTCOMES = (RequestEvent.PROVIDE, RequestEvent.PROVIDE_IN_PART, RequestEvent.POINT, RequestEvent.REFUSE)


class Answer(models.Model):
    """One answer of a case; a case that was sent back or reopened has another, and the latest counts.

    :ivar outcome: the act that sends it out.
    :ivar ground: key of the statute's ground of refusal. `reason` is the everyday sentence.
    :ivar kept: what is given all the same, or why nothing is.
    :ivar item: of the register, through which the answer is published without its requester.
    """

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="answers")
    outcome = models.CharField(max_length=20, choices=[(one.value, one.value) for one in OUTCOMES])
    ground = models.CharField(max_length=20, blank=True)
    given = models.TextField(blank=True)
    reason = models.TextField(blank=True)
    kept = models.TextField(blank=True)
    remedy = models.TextField(blank=True)
    explainer = models.CharField(max_length=300, blank=True)
    where = models.TextField(blank=True)
    drafted_by = models.ForeignKey("accounts.Person", on_delete=models.PROTECT, related_name="+", null=True)
    drafted_at = models.DateTimeField()
    submitted_at = models.DateTimeField(null=True)
    approved_by = models.ForeignKey("accounts.Person", on_delete=models.PROTECT, related_name="+", null=True)
    approved_at = models.DateTimeField(null=True)
    approved_by_drafter = models.BooleanField(default=False)
    digest = models.CharField(max_length=64, blank=True)
    letter_id = models.BigIntegerField(null=True)
    sent_on = models.DateField(null=True)
    item = models.ForeignKey("register.Item", on_delete=models.SET_NULL, related_name="+", null=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(outcome=RequestEvent.REFUSE.value) | ~models.Q(ground=""),
                name="refusal_has_a_ground",
            ),
            models.CheckConstraint(
                condition=models.Q(approved_by_drafter=True)
                | models.Q(approved_by__isnull=True)
                | ~models.Q(approved_by=models.F("drafted_by")),
                name="answer_is_approved_by_another",
            ),
        ]

    def __str__(self) -> str:
        return f"answer {self.pk} of case {self.case_id}"


class RemovedPart(models.Model):
    """A part that is not provided, with its own ground and everyday reason (Law 01/2026, Article 10(4))."""

    answer = models.ForeignKey(Answer, on_delete=models.CASCADE, related_name="removed")
    place = models.CharField(max_length=300)
    ground = models.CharField(max_length=20)
    reason = models.CharField(max_length=1000)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"part {self.pk} of answer {self.answer_id}"


class AnswerFile(models.Model):
    """A file that goes to the requester, once it was looked through and every finding answered.

    :ivar place: in quarantine while nobody has read it.
    :ivar trouble: why a machine could not look inside; of a file that was looked through, what inside it no machine
        could read, so that a person has to.
    """

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="answer_files")
    state = models.CharField(max_length=12, choices=[(one.value, one.value) for one in AnswerFileState])
    name = models.CharField(max_length=255, blank=True)
    size = models.PositiveBigIntegerField()
    place = models.CharField(max_length=64, blank=True)
    file_id = models.BigIntegerField(null=True)
    sha256 = models.CharField(max_length=64, blank=True)
    trouble = models.CharField(max_length=500, blank=True)
    added_by = models.ForeignKey("accounts.Person", on_delete=models.PROTECT, related_name="+", null=True)
    added_at = models.DateTimeField()

    class Meta:
        ordering = ["pk"]
        indexes = [models.Index(fields=["state"], condition=models.Q(state="waiting"), name="answer_file_waiting")]

    def __str__(self) -> str:
        return f"file {self.pk} for case {self.case_id}"


class FileFinding(models.Model):
    """Personal data that a machine found in a file for a requester; `ground` "" until a person answered for it."""

    file = models.ForeignKey(AnswerFile, on_delete=models.CASCADE, related_name="findings")
    label = models.CharField(max_length=20)
    text = models.CharField(max_length=300)
    page = models.PositiveIntegerField(null=True)
    before = models.CharField(max_length=100, blank=True)
    after = models.CharField(max_length=100, blank=True)
    why = models.CharField(max_length=200, blank=True)
    ground = models.CharField(max_length=16, blank=True)
    ground_words = models.CharField(max_length=300, blank=True)
    answered_by = models.ForeignKey("accounts.Person", on_delete=models.PROTECT, related_name="+", null=True)
    answered_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"finding {self.pk} in file {self.file_id}"
