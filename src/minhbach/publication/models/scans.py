"""Scans of the decisions by which bodies announce, and the letters that urge who has announced nothing."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from minhbach.publication.models.announcements import Announcement


class ScanState(models.TextChoices):
    """Where a scan stands."""

    WAITING = "waiting", _("Đang kiểm tra")
    KEPT = "kept", _("Đã kiểm tra")
    UNREADABLE = "unreadable", _("Không đọc được")
    REFUSED = "refused", _("Bị từ chối")


class DecisionScan(models.Model):
    """The scan of a decision: it waits in quarantine until it is known to carry no mark of secrecy.

    :ivar name: empty once the file proved secret, since the name is kept no more than the file.
    :ivar file_id: in foundation's store; None while it waits, and of what was not kept.
    :ivar text: what it says, looked through for personal data beside the words that people typed.
    :ivar public_from: since when everybody opens it: with what it belongs to, or by an approval of its own.
    :ivar code: why it was not kept, as the reader of documents says it; `sentence` in its own Vietnamese words.
    """

    announcement = models.ForeignKey(Announcement, on_delete=models.CASCADE, related_name="scans")
    state = models.CharField(max_length=12, choices=ScanState.choices, default=ScanState.WAITING)
    name = models.CharField(max_length=255, blank=True)
    size = models.PositiveBigIntegerField()
    file_id = models.BigIntegerField(unique=True, null=True)
    text = models.TextField(blank=True)
    public_from = models.DateField(null=True)
    handed_in_by = models.ForeignKey("accounts.Person", on_delete=models.PROTECT, related_name="+", null=True)
    code = models.CharField(max_length=40, blank=True)
    sentence = models.CharField(max_length=500, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["announcement"], name="one_scan_an_announcement")]
        indexes = [models.Index(fields=["state"], condition=models.Q(state="waiting"), name="decision_scan_waiting")]

    def __str__(self) -> str:
        return f"scan {self.pk} ({self.state})"


class AnnouncementUrging(models.Model):
    """That a letter urges a body to announce something. Number and date are the letter's, in the room of papers."""

    kind = models.CharField(max_length=20)
    body = models.ForeignKey("agencies.Body", on_delete=models.PROTECT, related_name="+")
    letter_id = models.BigIntegerField(db_index=True)
    drafted_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["kind", "body", "letter_id"], name="one_urging_to_announce")]
        indexes = [models.Index(fields=["kind", "body"], name="urging_to_announce")]

    def __str__(self) -> str:
        return f"letter {self.letter_id} on {self.kind} of {self.body_id}"
