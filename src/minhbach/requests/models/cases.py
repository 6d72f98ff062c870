"""A case, and the steps that it took."""

from django.db import models

from minhbach.domain.lifecycles.request import RequestEvent, RequestState
from minhbach.domain.statutes import ChannelKey, Complexity

STATES = [(state.value, state.value) for state in RequestState]


class Case(models.Model):
    """A request, or a part of one that was split, as one body deals with it.

    What the clock needs are the facts `statute, channel, sent_on, valid_on, complexity, extension`; the dates below are
    copies for the index, counted anew by `dues.settle`.

    :ivar subject: what is asked for, in one line, for lists; erased with the words of the submission.
    :ivar valid_on: the day on which the body had a valid request; None: not yet, no clock runs.
    :ivar extension: by how much the answer was put off, in the unit of the statute; None: it was not.
    :ivar notice_due_on: by when the term must be told (2016, complex, by network, post or fax).
    :ivar handler: the officer who looks for the information; `unit` the unit that it was given to.
    :ivar whole: the case that this is a part of.
    :ivar unanswered_since: the requester wrote, and nobody has written back since.
    """

    submission = models.ForeignKey("intake.Submission", on_delete=models.PROTECT, related_name="+")
    number = models.CharField(max_length=24, unique=True)
    body = models.ForeignKey("agencies.Body", on_delete=models.PROTECT, related_name="+")
    statute = models.CharField(max_length=20)
    channel = models.CharField(max_length=12, choices=[(one.value, one.value) for one in ChannelKey])
    sent_on = models.DateField()
    received_on = models.DateField()
    subject = models.CharField(max_length=200, blank=True)
    search_text = models.CharField(max_length=300, blank=True)
    state = models.CharField(max_length=16, choices=STATES, default=RequestState.RECEIVED)
    valid_on = models.DateField(null=True)
    complexity = models.CharField(max_length=8, choices=[(one.value, one.value) for one in Complexity], blank=True)
    extension = models.PositiveSmallIntegerField(null=True)
    due_on = models.DateField(null=True)
    notice_due_on = models.DateField(null=True)
    is_due_provisional = models.BooleanField(default=False)
    ended_on = models.DateField(null=True)
    handler = models.ForeignKey("accounts.Person", on_delete=models.PROTECT, related_name="+", null=True)
    unit = models.ForeignKey("agencies.Body", on_delete=models.PROTECT, related_name="+", null=True)
    unanswered_since = models.DateTimeField(null=True)
    whole = models.ForeignKey("self", on_delete=models.PROTECT, related_name="parts", null=True)

    class Meta:
        indexes = [
            models.Index(fields=["body", "state", "due_on"], name="case_due_of_body"),
            models.Index(fields=["body", "-received_on", "-id"], name="case_newest_of_body"),
            models.Index(fields=["handler", "state"], name="case_of_handler"),
        ]

    def __str__(self) -> str:
        return f"case {self.number}"


class Step(models.Model):
    """One thing that happened to a case: the move in the table, who made it, and the words that go with it.

    The event log has the same act without a word; here stand the words, which can be erased.

    :ivar on: the local day that counts, as the day on which a request was valid; the moment is `at`.
    :ivar words: what the requester is told. `note` is what only officers read.
    :ivar facts: what the act brought, by name: what lacks, an extension, a letter's id …
    """

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="steps")
    event = models.CharField(max_length=20, choices=[(one.value, one.value) for one in RequestEvent])
    from_state = models.CharField(max_length=16, choices=STATES)
    to_state = models.CharField(max_length=16, choices=STATES)
    on = models.DateField()
    at = models.DateTimeField()
    by = models.ForeignKey("accounts.Person", on_delete=models.PROTECT, related_name="+", null=True)
    ground = models.CharField(max_length=300, blank=True)
    words = models.TextField(blank=True)
    note = models.TextField(blank=True)
    facts = models.JSONField(default=dict)
    message_id = models.BigIntegerField(null=True)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.event} of case {self.case_id}"
