"""A piece of feedback, and what happened to it."""

from django.db import models

from minhbach.domain.lifecycles.feedback import FeedbackEvent, FeedbackState
from minhbach.outreach.contracts import FeedbackKind, FeedbackWay


class Feedback(models.Model):
    """What somebody told an agency. Number, secret, words, sender and files are intake's; words may be erased there.

    :ivar group: the residents' group that it speaks for; a public name, no person's.
    :ivar is_confidential: it is a denunciation: nobody but the body's leader reads it.
    :ivar due_on: by when the body promised to answer; None: it promises no term. A copy, recomputed with the days off.
    :ivar subject: its first words, for lists; erasable like `search_text`.
    :ivar answer: what the sender is told. `letter_id`: the letter that says so, if one was drafted.
    :ivar joined_to: what says the same and is answered in its place.
    :ivar passed_to: where else it went, in words.
    :ivar about_url: the page of this site that it is about, without host or question; empty: none. It is called
        `about_title`.
    :ivar agrees_public: the sender agrees that question and answer are shown to everybody, without the person.
    :ivar public_question: without the person, as the public reads it once a leader let it out; so `public_answer`.
        `public_search_text`: both without marks.
    """

    submission = models.OneToOneField("intake.Submission", on_delete=models.PROTECT, related_name="+")
    number = models.CharField(max_length=20, unique=True)
    body = models.ForeignKey("agencies.Body", on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=16, choices=[(one.value, one.value) for one in FeedbackKind])
    way = models.CharField(max_length=12, choices=[(one.value, one.value) for one in FeedbackWay])
    group = models.CharField(max_length=200, blank=True)
    speaks_for = models.PositiveIntegerField(null=True)
    state = models.CharField(max_length=12, choices=[(one.value, one.value) for one in FeedbackState])
    is_confidential = models.BooleanField(default=False)
    received_on = models.DateField()
    due_on = models.DateField(null=True)
    is_due_provisional = models.BooleanField(default=False)
    handler = models.ForeignKey("accounts.Person", on_delete=models.PROTECT, related_name="+", null=True)
    subject = models.CharField(max_length=160, blank=True)
    search_text = models.TextField(blank=True)
    answer = models.TextField(blank=True)
    answered_on = models.DateField(null=True)
    answered_by = models.ForeignKey("accounts.Person", on_delete=models.PROTECT, related_name="+", null=True)
    letter_id = models.BigIntegerField(null=True)
    joined_to = models.ForeignKey("self", on_delete=models.PROTECT, related_name="joined", null=True)
    passed_to = models.CharField(max_length=300, blank=True)
    difficulty_id = models.BigIntegerField(null=True)
    ended_on = models.DateField(null=True)
    about_url = models.CharField(max_length=300, blank=True)
    about_title = models.CharField(max_length=300, blank=True)
    agrees_public = models.BooleanField(default=False)
    public_question = models.TextField(blank=True)
    public_answer = models.TextField(blank=True)
    public_search_text = models.TextField(blank=True, editable=False, default="")

    class Meta:
        indexes = [
            models.Index(fields=["body", "state", "due_on"], name="feedback_of_body"),
            models.Index(fields=["received_on"], name="feedback_by_day"),
        ]

    def __str__(self) -> str:
        return f"feedback {self.number}"


class FeedbackStep(models.Model):
    """One thing that happened. `words` are for the sender, `note` for officers; both may be erased."""

    feedback = models.ForeignKey(Feedback, on_delete=models.CASCADE, related_name="steps")
    event = models.CharField(max_length=20, choices=[(one.value, one.value) for one in FeedbackEvent])
    from_state = models.CharField(max_length=12)
    to_state = models.CharField(max_length=12)
    on = models.DateField()
    at = models.DateTimeField()
    by = models.ForeignKey("accounts.Person", on_delete=models.PROTECT, related_name="+", null=True)
    words = models.TextField(blank=True)
    note = models.TextField(blank=True)
    facts = models.JSONField(default=dict)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.event} of feedback {self.feedback_id}"
