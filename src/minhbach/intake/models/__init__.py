"""Tables of what came in: number and text, sender apart, files, thread, drafts."""

from minhbach.intake.models.drafts import Draft, DraftFile
from minhbach.intake.models.files import FileState, SubmissionFile
from minhbach.intake.models.submissions import SealedSender, Submission, SubmissionSeries
from minhbach.intake.models.thread import Message

__all__ = [
    "Draft",
    "DraftFile",
    "FileState",
    "Message",
    "SealedSender",
    "Submission",
    "SubmissionFile",
    "SubmissionSeries",
]
