"""Files of reports that nobody may open yet, or that were not kept."""

from django.db import models

from minhbach.domain.lifecycles.evidence import EvidenceState
from minhbach.planning.models.assignments import WorkReport


class HeldEvidence(models.Model):
    """A file that was handed in with a report and waits in quarantine, or was not kept.

    What turns out fit is stored and its row goes; the row of what was not kept stays and says why.

    :ivar name: as it was handed in; empty once the file proved secret, since the name is kept no more than the file.
    :ivar code: why it was not kept, as the reader of documents says it; `sentence` in its own Vietnamese words.
    """

    report = models.ForeignKey(WorkReport, on_delete=models.CASCADE, related_name="held_evidence")
    state = models.CharField(max_length=20, choices=[(state.value, state.value) for state in EvidenceState])
    name = models.CharField(max_length=255, blank=True)
    size = models.PositiveBigIntegerField()
    code = models.CharField(max_length=40, blank=True)
    sentence = models.CharField(max_length=500, blank=True)

    class Meta:
        indexes = [models.Index(fields=["state"], condition=models.Q(state="waiting"), name="evidence_waiting")]

    def __str__(self) -> str:
        return f"evidence {self.pk} of report {self.report_id} ({self.state})"
