"""What happened to feedback, as lines for officers' pages and for the sender."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext

from minhbach.domain.lifecycles.feedback import FeedbackEvent
from minhbach.intake.covering import covered
from minhbach.outreach.labels import DONE
from minhbach.outreach.models import Feedback, FeedbackStep


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One act: when, who, what; `ground` holds the reason that was given."""

    moment: datetime
    who: str
    what: str
    ground: str = ""


def history_of(row: Feedback, *, reads_words: bool) -> tuple[HistoryLine, ...]:
    """Return what happened, the latest first. The caller has asked who may see it."""
    return tuple(_lines(row, reads_words=reads_words))


def senders_history(row: Feedback) -> tuple[HistoryLine, ...]:
    """Return what happened as its sender reads it, the oldest first: no officer's name, no internal note."""
    hidden = (FeedbackEvent.HOLD_CONFIDENTIAL,)
    steps = [step for step in row.steps.all() if step.event not in hidden]
    return (
        HistoryLine(row.submission.received_at, "", gettext("Đã nhận")),
        *(HistoryLine(step.at, "", str(DONE[step.event]), step.words) for step in steps),
    )


def _lines(row: Feedback, *, reads_words: bool) -> Iterator[HistoryLine]:
    for step in row.steps.select_related("by").order_by("-pk"):
        yield done_line(step, reads_words=reads_words)
    sent = row.submission
    yield HistoryLine(sent.received_at, sent.entered_by.name if sent.entered_by else "", gettext("Nhận góp ý"))


def done_line(step: FeedbackStep, *, reads_words: bool) -> HistoryLine:
    """Return one step as a line."""
    words = step.words or step.note
    return HistoryLine(step.at, _who(step), str(DONE[step.event]), covered(words) if reads_words else "")


def _who(step: FeedbackStep) -> str:
    if step.by is not None:
        return step.by.name
    by_sender = step.event in (FeedbackEvent.SUPPLEMENT, FeedbackEvent.CLOSE)
    return gettext("người góp ý") if by_sender else gettext("máy")
