"""What the requester is told: a letter is drafted and stands in the thread; an address gets a mail that says so."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from minhbach.domain.access import Actor
from minhbach.domain.lifecycles.request import RequestEvent
from minhbach.foundation.contracts import Fact
from minhbach.intake.actions.write_message import write_message
from minhbach.requests.answering.drafting import DraftedLetter
from minhbach.requests.models import Case, Step
from minhbach.requests.moving import move
from minhbach.requests.telling import News, tell


def tell_and_move(
    case: Case,
    event: RequestEvent,
    letter: DraftedLetter,
    news: News,
    *,
    actor: Actor,
    now: datetime,
    on: date | None = None,
    ground: str = "",
    note: str = "",
    facts: Mapping[str, Any] | None = None,
    told: Mapping[str, Fact] | None = None,
) -> Step:
    """Write the letter's words into the thread, make the move with them, and mail that there is news.

    :raises CaseRefused: if the actor may not.
    :raises MoveNotAllowed: if the table has no such move.
    """
    message = write_message(submission_id=case.submission_id, kind=event.value, text=letter.words, actor=actor, now=now)
    step = move(
        case,
        event,
        actor=actor,
        now=now,
        on=on,
        ground=ground,
        words=letter.words,
        note=note,
        facts={**(facts or {}), "letter": letter.id},
        told={**(told or {}), "letter": letter.id},
        message_id=message,
    )
    tell(case, news, actor=actor, now=now)
    return step
