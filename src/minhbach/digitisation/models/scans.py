"""Scans (bản quét): one document of a batch on its way into the register."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from minhbach.digitisation.contracts import VirusCheck
from minhbach.digitisation.models.batches import Batch
from minhbach.domain.lifecycles.scan import ScanState

STATES = [(one.value, one.value) for one in ScanState]
VIRUS_CHECKS = [(one.value, one.value) for one in VirusCheck]


class Scan(models.Model):
    """A file that waits in quarantine until a person confirmed it; then the register keeps it.

    :ivar place: counts from 1 in the batch, in the order in which the files came.
    :ivar sheet: of the paper original in its folder (tờ).
    :ivar name: as the file came; empty once it proved secret, since a name is kept no more than the file.
    :ivar sha256: of the bytes as they came; empty for the same reason.
    :ivar head: what was read: title, kind, number, symbol, issuer_name, issued_on, signer.
    :ivar fields: by name of the head's fields: {"sure": 0 to 1, "line": index in `lines` or None}.
    :ivar lines: [text, page, x0, y0, x1, y1, sure] each; box in points from the lower left, None where not known.
    :ivar findings: personal data by label, how often; never the data themselves.
    :ivar signatures: of a signed PDF: [{verdict, signer, at, why}] (`extraction.signatures`).
    :ivar twin: another scan of the body with the same number, symbol and issuer, or the same bytes; `twin_item`: an
        item of the register.
    :ivar sure: mean certainty of the recogniser, 0 to 1; None where no page was read from its image.
    :ivar mark: of secrecy, for which it was refused; `minuted_at`: when the minutes of that were made.
    """

    batch = models.ForeignKey(Batch, on_delete=models.PROTECT, related_name="scans")
    place = models.PositiveIntegerField()
    state = models.CharField(max_length=12, choices=STATES, default=ScanState.WAITING)
    version = models.PositiveIntegerField(default=1)
    name = models.CharField(max_length=255, blank=True)
    size = models.PositiveBigIntegerField()
    sha256 = models.CharField(max_length=64, blank=True)
    format = models.CharField(max_length=10, blank=True)
    pages = models.PositiveIntegerField(null=True)
    is_read_from_image = models.BooleanField(default=False)
    sure = models.FloatField(null=True)
    virus_check = models.CharField(max_length=12, choices=VIRUS_CHECKS, blank=True)
    sheet = models.CharField(_("tờ"), max_length=60, blank=True)

    head = models.JSONField(default=dict)
    fields = models.JSONField(default=dict)
    lines = models.JSONField(default=list)
    problems = models.JSONField(default=list)
    findings = models.JSONField(default=dict)
    proposal = models.JSONField(null=True)
    signatures = models.JSONField(default=list)
    search_text = models.TextField(blank=True, editable=False)

    twin = models.ForeignKey("self", on_delete=models.SET_NULL, related_name="+", null=True)
    twin_item = models.ForeignKey("register.Item", on_delete=models.SET_NULL, related_name="+", null=True)
    item = models.ForeignKey("register.Item", on_delete=models.PROTECT, related_name="+", null=True)
    code = models.CharField(max_length=40, blank=True)
    sentence = models.CharField(max_length=500, blank=True)

    read_at = models.DateTimeField(null=True)
    checked_by = models.ForeignKey("accounts.Person", on_delete=models.PROTECT, related_name="+", null=True)
    checked_at = models.DateTimeField(null=True)
    mark = models.CharField(max_length=20, blank=True)
    refused_by = models.ForeignKey("accounts.Person", on_delete=models.PROTECT, related_name="+", null=True)
    refused_at = models.DateTimeField(null=True)
    minuted_by = models.ForeignKey("accounts.Person", on_delete=models.PROTECT, related_name="+", null=True)
    minuted_at = models.DateTimeField(null=True)
    paper_note = models.CharField(max_length=500, blank=True)

    class Meta:
        verbose_name = _("bản quét")
        constraints = [
            models.UniqueConstraint(fields=["batch", "place"], name="one_scan_a_place"),
            models.UniqueConstraint(
                fields=["batch", "sha256"], condition=~Q(sha256=""), name="one_scan_a_file_of_a_batch"
            ),
            models.CheckConstraint(
                condition=Q(item__isnull=True) | Q(state=ScanState.CONFIRMED.value), name="scan_with_item_is_confirmed"
            ),
            models.CheckConstraint(
                condition=~Q(state=ScanState.REFUSED.value) | Q(name="", sha256="", search_text=""),
                name="scan_refused_keeps_nothing",
            ),
        ]
        indexes = [
            models.Index(fields=["batch", "state", "place"], name="scan_state_of_batch"),
            models.Index(fields=["sha256"], name="scan_sha256"),
            models.Index(fields=["id"], condition=Q(state="waiting"), name="scan_waiting"),
        ]

    def __str__(self) -> str:
        return f"scan {self.pk} ({self.state})"
