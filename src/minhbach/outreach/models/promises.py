"""Within how many days a body promises to answer feedback, and how content people were with answers."""

from django.db import models

from minhbach.outreach.models.feedback import Feedback
from minhbach.requests.contracts import Content


class FeedbackTerm(models.Model):
    """The term that a body promises, in working days. The law sets none; without a row the body promises none."""

    body = models.OneToOneField("agencies.Body", on_delete=models.PROTECT, related_name="+")
    working_days = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(working_days__range=(1, 60)), name="feedback_term_in_range")
        ]

    def __str__(self) -> str:
        return f"{self.working_days} working days of body {self.body_id}"


class FeedbackContentment(models.Model):
    """What a sender said of the answer. `words` may be erased; the step stays, to be counted."""

    feedback = models.OneToOneField(Feedback, on_delete=models.CASCADE, related_name="contentment")
    content = models.CharField(max_length=8, choices=[(one.value, one.value) for one in Content])
    words = models.TextField(blank=True)
    said_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.content} with feedback {self.feedback_id}"
