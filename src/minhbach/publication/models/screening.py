"""What was looked for in a version, and what a person answered to each thing that was found."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from minhbach.publication.contracts import KeepGround
from minhbach.publication.models.gate import Publication


class RunState(models.TextChoices):
    """Whether the machine has looked."""

    WAITING = "waiting", _("Đang kiểm tra")
    DONE = "done", _("Đã kiểm tra")


class ScreeningRun(models.Model):
    """One look through a version with all its files. The latest one of a publication counts.

    :ivar digest: of what was looked at; a version that is another one by now needs another run.
    :ivar looked_at: for each file `{name, sha256, characters, pages, trouble, unread}`; `trouble` is why it could not
        be read, `unread` what inside it no machine could look into: a person has to.
    :ivar secrecy: the mark that the document or a file bears; nothing with one goes out, whoever approves.
    """

    publication = models.ForeignKey(Publication, on_delete=models.CASCADE, related_name="runs")
    state = models.CharField(max_length=10, choices=RunState.choices, default=RunState.WAITING)
    asked_by = models.ForeignKey("accounts.Person", on_delete=models.PROTECT, related_name="+", null=True)
    asked_at = models.DateTimeField()
    done_at = models.DateTimeField(null=True)
    digest = models.CharField(max_length=64, blank=True)
    looked_at = models.JSONField(default=list)
    secrecy = models.CharField(max_length=20, blank=True)
    urgency = models.CharField(max_length=20, blank=True)

    class Meta:
        indexes = [models.Index(fields=["state"], condition=models.Q(state="waiting"), name="screening_waiting")]

    def __str__(self) -> str:
        return f"screening {self.pk} ({self.state})"


class ScreeningFinding(models.Model):
    """One piece of personal data as it stands in a file, so it may be erased; no event holds any of it.

    :ivar label: what it is, as `extraction.screening` names it.
    :ivar source: the file's name; empty for the words of the item itself. `page` counts from 1.
    :ivar before: what stands before it, and `after` what follows.
    :ivar ground: why it may go out as it is; empty until a person has said so.
    """

    run = models.ForeignKey(ScreeningRun, on_delete=models.CASCADE, related_name="findings")
    label = models.CharField(max_length=12)
    text = models.CharField(max_length=300)
    source = models.CharField(max_length=200, blank=True)
    sha256 = models.CharField(max_length=64, blank=True)
    page = models.PositiveIntegerField(null=True)
    before = models.CharField(max_length=80, blank=True)
    after = models.CharField(max_length=80, blank=True)
    why = models.CharField(max_length=200, blank=True)
    confidence = models.FloatField()
    ground = models.CharField(max_length=12, choices=[(one.value, one.value) for one in KeepGround], blank=True)
    ground_words = models.CharField(max_length=300, blank=True)
    answered_by = models.ForeignKey("accounts.Person", on_delete=models.PROTECT, related_name="+", null=True)
    answered_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["run", "ground"], name="finding_answered")]

    def __str__(self) -> str:
        return f"finding {self.pk} ({self.label})"
