"""Letters about requests as values: their words with places, the forms that they stand for, reasons of refusal."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from minhbach.domain.statutes.values import State


class LettersInvalid(ValueError):
    """Data of letters say something that cannot be. The message names the file and the key."""


class LetterKey(StrEnum):
    """Which letter."""

    RECEIPT = "receipt"
    SUPPLEMENT = "supplement"
    TERM_NOTICE = "term_notice"
    COST_NOTICE = "cost_notice"
    EXTENSION = "extension"
    ANSWER = "answer"
    PARTIAL = "partial"
    POINTED = "pointed"
    REFUSAL = "refusal"
    GUIDANCE = "guidance"
    HAND_OVER = "hand_over"
    OPINION = "opinion"
    THIRD_PERSON = "third_person"
    CLOSED = "closed"
    CORRECTION = "correction"
    CORRECTION_KEPT = "correction_kept"
    """What was provided is right after all."""
    COMPLAINT_ACCEPTED = "complaint_accepted"
    COMPLAINT_DECISION = "complaint_decision"
    MIS_SENT = "mis_sent"


@dataclass(frozen=True, slots=True)
class LetterText:
    """One letter before it is filled.

    :param form: number of the statute's form that it stands for; empty for none.
    :param kind: of document: "Công văn", "Thông báo", "Quyết định" …
    :param text: a line a paragraph, places in braces.
    :param required: places without which it cannot be drafted.
    """

    key: LetterKey
    kind: str
    subject: str
    text: str
    addressees: tuple[str, ...]
    recipients: tuple[str, ...]
    required: tuple[str, ...]
    form: str = ""


@dataclass(frozen=True, slots=True)
class Reason:
    """An everyday sentence for a ground of refusal, and what the requester can do about it; officers write on."""

    ground: str
    words: str
    remedy: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterTexts:
    """What one file holds.

    :param statutes: numbers of the laws whose requests it is for; `since`: sent from this day on.
    """

    statutes: tuple[str, ...]
    since: dt.date
    source: str
    state: State
    letters: tuple[LetterText, ...]
    reasons: tuple[Reason, ...]
