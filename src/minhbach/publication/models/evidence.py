"""Scans and pictures that show that something was published in a place."""

from django.db import models

from minhbach.publication.contracts import EvidenceKind
from minhbach.publication.models.channels import Channel
from minhbach.publication.models.scans import ScanState


class ChannelFile(models.Model):
    """A file beside a channel: it waits in quarantine until it is known to carry no mark of secrecy.

    :ivar name: empty once the file proved secret, since the name is kept no more than the file.
    :ivar file_id: in foundation's store; None while it waits, and of what was not kept.
    :ivar code: why it was not kept, as the reader of documents says it; `sentence` in its own Vietnamese words.
    :ivar struck_at: since when it counts no more; the line stays, the file is opened by nobody.
    """

    channel = models.ForeignKey(Channel, on_delete=models.CASCADE, related_name="files")
    kind = models.CharField(max_length=12, choices=[(one.value, one.value) for one in EvidenceKind])
    state = models.CharField(max_length=12, choices=ScanState.choices, default=ScanState.WAITING)
    name = models.CharField(max_length=255, blank=True)
    size = models.PositiveBigIntegerField()
    file_id = models.BigIntegerField(unique=True, null=True)
    handed_in_by = models.ForeignKey("accounts.Person", on_delete=models.PROTECT, related_name="+", null=True)
    handed_in_at = models.DateTimeField()
    code = models.CharField(max_length=40, blank=True)
    sentence = models.CharField(max_length=500, blank=True)
    struck_at = models.DateTimeField(null=True)
    struck_by = models.ForeignKey("accounts.Person", on_delete=models.PROTECT, related_name="+", null=True)

    class Meta:
        indexes = [models.Index(fields=["state"], condition=models.Q(state="waiting"), name="channel_file_waiting")]

    def __str__(self) -> str:
        return f"file {self.pk} of channel {self.channel_id} ({self.state})"
