"""What other rooms may hold of feedback, and what its actions refuse."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from minhbach.intake.contracts import Sender, WaitingFile


class FeedbackKind(StrEnum):
    """What it is about, as its sender or an officer says."""

    DIFFICULTY = "difficulty"
    """Something stands in people's way (vướng mắc, khó khăn)."""
    SUGGESTION = "suggestion"
    """What should be done, or done otherwise (góp ý, kiến nghị)."""
    WRONG = "wrong"
    """Something is done wrongly (phản ánh)."""
    PRAISE = "praise"
    OTHER = "other"
    DENUNCIATION = "denunciation"
    """Somebody breaks the law (tố cáo). It is kept confidential and goes on to who is competent."""


class FeedbackWay(StrEnum):
    """How it came."""

    ONLINE = "online"
    COUNTER = "counter"
    FRONT = "front"
    """Through the people of the Fatherland Front."""
    TELEPHONE = "telephone"
    POST = "post"
    EMAIL = "email"


class ClosedWhy(StrEnum):
    """Why nothing was answered."""

    WITHDRAWN = "withdrawn"
    NO_SENSE = "no_sense"
    NOTHING_NEW = "nothing_new"
    """The same sender sent the same before, and has an answer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedbackGiven:
    """What somebody tells an agency. Name and contact may be left out; then nobody is told by mail.

    :param group: the residents' group for which somebody speaks ("tổ dân phố số 3"); empty: for themselves.
    :param speaks_for: how many people it speaks for; None: not said.
    :param about_url: the page of this site that it is about, without host or question; `about_title`: its name.
    :param agrees_public: question and answer may be shown to everybody, without the person.
    :param received_on: when it came by another way than this site; None: today.
    """

    kind: FeedbackKind
    text: str
    sender: Sender = field(default_factory=Sender)
    group: str = ""
    speaks_for: int | None = None
    way: FeedbackWay = FeedbackWay.ONLINE
    about_url: str = ""
    about_title: str = ""
    agrees_public: bool = False
    received_on: date | None = None
    files: tuple[WaitingFile, ...] = ()


class FeedbackNotVisible(Exception):
    """The asker may not see this feedback, or it does not exist."""


class FeedbackRefused(Exception):
    """The act is not done; `reason` is a sentence for the person at the page.

    `field` names the box of a form that the reason belongs to, where it belongs to one.
    """

    def __init__(self, reason: str, *, field: str = "") -> None:
        super().__init__(reason)
        self.reason, self.field = reason, field
