"""What an agency issues as its internal regulation on providing information: its text, and what others said of it."""

from django.db import models
from django.db.models import Q

from minhbach.domain.lifecycles.regulation import RegulationState
from minhbach.publication.announcements.announced import OpinionAnswer, Stance
from minhbach.publication.models.announcements import Announcement


class Regulation(models.Model):
    """The content of one version of a body's regulation.

    :ivar model_key: the model that it began with, in `model_version`; empty for a text that was issued elsewhere.
    :ivar statute: the number of the law whose terms it follows.
    :ivar values: what is filled in, by the key of the place.
    :ivar returned_reason: why it was last brought back from signing, or after it was issued.
    :ivar letter: the decision that issues it, among the body's letters; null where it was issued elsewhere.
    """

    announcement = models.OneToOneField(Announcement, on_delete=models.CASCADE, related_name="regulation")
    state = models.CharField(max_length=20, choices=[(one.value, one.value) for one in RegulationState])
    model_key = models.CharField(max_length=60, blank=True)
    model_version = models.CharField(max_length=40, blank=True)
    statute = models.CharField(max_length=40)
    subject = models.CharField(max_length=500)
    values = models.JSONField(default=dict)
    returned_reason = models.CharField(max_length=300, blank=True)
    letter = models.ForeignKey("papers.Letter", on_delete=models.PROTECT, related_name="+", null=True)

    class Meta:
        indexes = [models.Index(fields=["state"], name="regulation_by_state")]

    def __str__(self) -> str:
        return f"regulation {self.announcement_id} ({self.state})"


class RegulationArticle(models.Model):
    """An article of a regulation, with its places still to be filled in.

    :ivar key: of the model's article that it came from; empty for one that the agency added.
    :ivar reason: why it is left out.
    """

    regulation = models.ForeignKey(Regulation, on_delete=models.CASCADE, related_name="articles")
    position = models.PositiveSmallIntegerField()
    key = models.CharField(max_length=60, blank=True)
    chapter = models.CharField(max_length=200, blank=True)
    title = models.CharField(max_length=300)
    text = models.TextField(blank=True)
    left_out = models.BooleanField(default=False)
    reason = models.CharField(max_length=500, blank=True)

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(
                fields=["regulation", "key"], condition=~Q(key=""), name="one_article_of_a_model_a_regulation"
            ),
        ]

    def __str__(self) -> str:
        return f"article {self.position} of {self.regulation_id}"


class OpinionRound(models.Model):
    """A draft sent out for opinions (lấy ý kiến) until a day, inclusive."""

    regulation = models.ForeignKey(Regulation, on_delete=models.CASCADE, related_name="rounds")
    asked_by = models.ForeignKey("accounts.Person", on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    until_on = models.DateField()
    note = models.CharField(max_length=500, blank=True)
    closed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["regulation"], condition=Q(closed_at__isnull=True), name="one_open_round_of_opinions"
            ),
        ]

    def __str__(self) -> str:
        return f"round {self.pk} of {self.regulation_id}"


class AskedForOpinion(models.Model):
    """A unit of the body, or another body, that is asked; whoever works there may answer, or one `person` alone."""

    round = models.ForeignKey(OpinionRound, on_delete=models.CASCADE, related_name="asked")
    body = models.ForeignKey("agencies.Body", on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey("accounts.Person", on_delete=models.PROTECT, related_name="+", null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["round", "body"], condition=Q(person__isnull=True), name="one_question_a_body_a_round"
            ),
            models.UniqueConstraint(fields=["round", "person"], name="one_question_a_person_a_round"),
        ]

    def __str__(self) -> str:
        return f"{self.body_id} in round {self.round_id}"


class Opinion(models.Model):
    """What one who is asked says: that they agree with the whole, or what to change.

    :ivar about: the article's title as it stood then, empty for the whole; `article` is null once the article is gone.
    :ivar answer: whether the drafter takes it in; empty: not answered yet.
    """

    asked = models.ForeignKey(AskedForOpinion, on_delete=models.CASCADE, related_name="opinions")
    article = models.ForeignKey(RegulationArticle, on_delete=models.SET_NULL, related_name="+", null=True)
    about = models.CharField(max_length=320, blank=True)
    stance = models.CharField(max_length=20, choices=[(one.value, one.value) for one in Stance])
    text = models.TextField(blank=True)
    given_by = models.ForeignKey("accounts.Person", on_delete=models.PROTECT, related_name="+")
    given_at = models.DateTimeField()
    answer = models.CharField(max_length=20, blank=True, choices=[(one.value, one.value) for one in OpinionAnswer])
    answer_text = models.TextField(blank=True)
    answered_by = models.ForeignKey("accounts.Person", on_delete=models.PROTECT, related_name="+", null=True)
    answered_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["asked", "pk"]

    def __str__(self) -> str:
        return f"opinion {self.pk} of {self.asked_id}"
