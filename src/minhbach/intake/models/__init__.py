"""Tables of what came in: number and text, sender apart, files, thread, mails, drafts, who opened what is masked."""

from minhbach.intake.models.drafts import Draft, DraftFile
from minhbach.intake.models.files import FileState, SubmissionFile
from minhbach.intake.models.mails import MailboxWatch, MailState, TakenMail
from minhbach.intake.models.readings import IdentityReading
from minhbach.intake.models.submissions import SealedSender, Submission, SubmissionSeries
from minhbach.intake.models.thread import Message

__all__ = [
    "Draft",
    "DraftFile",
    "FileState",
    "IdentityReading",
    "MailState",
    "MailboxWatch",
    "Message",
    "SealedSender",
    "Submission",
    "SubmissionFile",
    "SubmissionSeries",
    "TakenMail",
]
