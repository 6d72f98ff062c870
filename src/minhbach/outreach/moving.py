"""One move of a piece of feedback: refused, or made, written down, and told to the event log."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from minhbach.domain.access import Actor
from minhbach.domain.lifecycles.feedback import CONFIDENTIAL_EVENTS, ENDED, FEEDBACK, FeedbackEvent, FeedbackState
from minhbach.domain.lifecycles.table import MoveNotAllowed
from minhbach.domain.text import nfc
from minhbach.foundation.actions.record_event import record_event
from minhbach.foundation.contracts import Fact, Subject, body_chain
from minhbach.outreach.contracts import FeedbackRefused
from minhbach.outreach.models import Feedback, FeedbackStep
from minhbach.outreach.queries.feedback import FEEDBACK as FEEDBACK_KIND
from minhbach.outreach.rules import BY_SENDER, ROLES_FOR
from minhbach.register.queries.visible import holds_for

LONGEST_WORDS = 10_000


def events_for(row: Feedback, *, actor: Actor) -> tuple[FeedbackEvent, ...]:
    """Return what the actor may do to it as it stands: one button each, in the order of the table."""
    possible = FEEDBACK.events(FeedbackState(row.state))
    return tuple(event for event in possible if _fits(row, event) and may_do(row, event, actor=actor))


def may_do(row: Feedback, event: FeedbackEvent, *, actor: Actor) -> bool:
    """Tell whether the actor's role allows the act, whatever the state."""
    return holds_for(actor, ROLES_FOR[event], row.body_id)


def refuse_other_roles(row: Feedback, event: FeedbackEvent, *, actor: Actor) -> None:
    """Refuse who may not do this in the body.

    :raises FeedbackRefused: with a sentence.
    """
    if not may_do(row, event, actor=actor):
        raise FeedbackRefused(_("Vai trò của người này không làm được việc này."))


def said(words: str, sentence: str, *, field: str = "words") -> str:
    """Return what was written, in NFC without white space around it.

    :raises FeedbackRefused: with the sentence, if nothing is written.
    """
    words = nfc(words).replace("\r\n", "\n").replace("\x00", "").strip()[:LONGEST_WORDS]
    if not words:
        raise FeedbackRefused(sentence, field=field)
    return words


def move(
    row: Feedback,
    event: FeedbackEvent,
    *,
    actor: Actor,
    now: datetime,
    words: str = "",
    note: str = "",
    facts: Mapping[str, Any] | None = None,
    told: Mapping[str, Fact] | None = None,
) -> FeedbackStep:
    """Make a move of what is locked, save it, write the step down and record the event.

    :param facts: what the act brought; it can be erased. `told`: what of it the event log may keep.
    :raises FeedbackRefused: if the actor may not; a sender only what `BY_SENDER` names.
    :raises MoveNotAllowed: if the table has no such move, or none for what is confidential.
    """
    by_sender = actor.person is None and actor.system is None
    if not (by_sender and event in BY_SENDER):
        refuse_other_roles(row, event, actor=actor)
    before = FeedbackState(row.state)
    after = FEEDBACK.next(before, event)
    if not _fits(row, event):
        raise MoveNotAllowed(f"{event} is not possible with what is confidential")
    today = timezone.localdate(now)
    row.state, row.ended_on = after, today if after in ENDED else None
    row.save()
    step = FeedbackStep.objects.create(
        feedback=row,
        event=event,
        from_state=before,
        to_state=after,
        on=today,
        at=now,
        by_id=actor.person,
        words=nfc(words).strip()[:LONGEST_WORDS],
        note=nfc(note).strip()[:LONGEST_WORDS],
        facts=dict(facts or {}),
    )
    record_event(
        chain=body_chain(row.body_id),
        kind=f"feedback.{event}",
        subject=Subject(FEEDBACK_KIND, row.pk),
        actor=actor,
        now=now,
        facts={"number": row.number, "from": before.value, "to": after.value, **(told or {})},
    )
    return step


def _fits(row: Feedback, event: FeedbackEvent) -> bool:
    return not row.is_confidential or event in CONFIDENTIAL_EVENTS
