"""Tables of what came in: number and text, sender apart, files, thread, drafts, who opened what is masked."""

from minhbach.intake.models.drafts import Draft, DraftFile
from minhbach.intake.models.files import FileState, SubmissionFile
from minhbach.intake.models.readings import IdentityReading
from minhbach.intake.models.submissions import SealedSender, Submission, SubmissionSeries
from minhbach.intake.models.thread import Message

__all__ = [
    "Draft",
    "DraftFile",
    "FileState",
    "IdentityReading",
    "Message",
    "SealedSender",
    "Submission",
    "SubmissionFile",
    "SubmissionSeries",
]
