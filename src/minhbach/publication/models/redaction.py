"""What must not go out of a file: marked place by place, taken out of a copy, approved by a second person."""

from django.db import models

from minhbach.domain.lifecycles.redaction import OVER, RedactionState
from minhbach.publication.contracts import KeepGround, MarkSource, MarkState

RUNNING = [state.value for state in RedactionState if state not in OVER]


class Redaction(models.Model):
    """One file on its way to a copy that may go out.

    :ivar subject_kind: with `subject_id`, what the file belongs to; its room says who sees it (`redacting.hosts`).
    :ivar file_id: of the original in foundation's store; it stays where it is, with the rights that it has.
    :ivar search_text: the file's name without marks: what the list looks through.
    :ivar statute: number of the law whose grounds the marks name.
    :ivar left_out: what no copy of this file has, as sentences of the machine.
    :ivar done_pages: how far the machine is, of `pages`.
    :ivar trouble: why the machine gave no copy, in its own Vietnamese words.
    :ivar proof: what was looked for in the copy and by what; counts, never the words themselves.
    :ivar copy_id: of the copy in foundation's store; `result` names what it became a part of.
    """

    subject_kind = models.CharField(max_length=40)
    subject_id = models.BigIntegerField()
    body = models.ForeignKey("agencies.Body", on_delete=models.PROTECT, related_name="+")
    file_id = models.BigIntegerField()
    file_name = models.CharField(max_length=255)
    search_text = models.CharField(max_length=600, editable=False)
    sha256 = models.CharField(max_length=64)
    statute = models.CharField(max_length=40)
    state = models.CharField(
        max_length=12, choices=[(s.value, s.value) for s in RedactionState], default=RedactionState.READING
    )
    format = models.CharField(max_length=12, blank=True)
    pages = models.PositiveIntegerField(default=0)
    done_pages = models.PositiveIntegerField(default=0)
    left_out = models.JSONField(default=list)
    trouble = models.CharField(max_length=500, blank=True)
    remark = models.CharField(max_length=500, blank=True)
    begun_by = models.ForeignKey("accounts.Person", on_delete=models.PROTECT, related_name="+", null=True)
    begun_at = models.DateTimeField()
    marked_by = models.ForeignKey("accounts.Person", on_delete=models.PROTECT, related_name="+", null=True)
    marked_at = models.DateTimeField(null=True)
    applied_by = models.ForeignKey("accounts.Person", on_delete=models.PROTECT, related_name="+", null=True)
    approved_by = models.ForeignKey("accounts.Person", on_delete=models.PROTECT, related_name="+", null=True)
    approved_at = models.DateTimeField(null=True)
    approved_by_marker = models.BooleanField(default=False)
    copy_id = models.BigIntegerField(null=True)
    copy_name = models.CharField(max_length=200, blank=True)
    copy_sha256 = models.CharField(max_length=64, blank=True)
    proof = models.JSONField(default=dict)
    result = models.BigIntegerField(null=True)

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["file_id"], condition=models.Q(state__in=RUNNING), name="one_running_redaction_a_file"
            ),
            models.CheckConstraint(
                condition=models.Q(approved_by_marker=True)
                | models.Q(approved_by__isnull=True)
                | ~models.Q(approved_by=models.F("marked_by")),
                name="redaction_is_approved_by_another",
            ),
        ]
        indexes = [
            models.Index(fields=["subject_kind", "subject_id"], name="redaction_of"),
            models.Index(fields=["body", "state"], name="redaction_of_body"),
        ]

    def __str__(self) -> str:
        return f"redaction {self.pk} ({self.state})"


class RedactionPage(models.Model):
    """One page as it is marked; it goes once the redaction is over, since it holds what the file says.

    :ivar shape: as `extraction.redaction.contracts.shape_to_plain` writes it.
    :ivar lines: `[text, x0, y0, x1, y1]` each, in the order in which they are counted.
    """

    redaction = models.ForeignKey(Redaction, on_delete=models.CASCADE, related_name="own_pages")
    number = models.PositiveIntegerField()
    shape = models.JSONField()
    lines = models.JSONField()

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["redaction", "number"], name="one_page_a_number")]

    def __str__(self) -> str:
        return f"page {self.number} of redaction {self.redaction_id}"


class RedactionMark(models.Model):
    """One place: what a machine or a person sees there, and what was decided about it.

    :ivar boxes: rectangles in the units of the page, one a line.
    :ivar text: what stands there; emptied once the redaction is over.
    :ivar ground: key of the statute's ground on which it goes ("15.2").
    :ivar kept: why it may stay; `words` say more.
    """

    redaction = models.ForeignKey(Redaction, on_delete=models.CASCADE, related_name="marks")
    page = models.PositiveIntegerField()
    boxes = models.JSONField()
    source = models.CharField(max_length=10, choices=[(s.value, s.value) for s in MarkSource])
    state = models.CharField(max_length=10, choices=[(s.value, s.value) for s in MarkState])
    label = models.CharField(max_length=12, blank=True)
    text = models.CharField(max_length=300, blank=True)
    why = models.CharField(max_length=200, blank=True)
    confidence = models.FloatField(null=True)
    ground = models.CharField(max_length=20, blank=True)
    kept = models.CharField(max_length=12, choices=[(one.value, one.value) for one in KeepGround], blank=True)
    words = models.CharField(max_length=300, blank=True)
    decided_by = models.ForeignKey("accounts.Person", on_delete=models.PROTECT, related_name="+", null=True)
    decided_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["page", "pk"]
        indexes = [models.Index(fields=["redaction", "state"], name="mark_decided")]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(state="removed") | ~models.Q(ground=""), name="what_goes_has_a_ground"
            ),
            models.CheckConstraint(
                condition=~models.Q(state="kept") | ~models.Q(kept=""), name="what_stays_has_a_reason"
            ),
        ]

    def __str__(self) -> str:
        return f"mark {self.pk} on page {self.page}"
