"""One move of a case in the table of its statute: refused, or made, written down, and told to the event log."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from minhbach.domain.access import Actor
from minhbach.domain.lifecycles.request import ENDED, RequestEvent, RequestState, request_lifecycle
from minhbach.domain.text import nfc
from minhbach.foundation.actions.record_event import record_event
from minhbach.foundation.contracts import Fact, Subject, body_chain
from minhbach.register.queries.visible import holds_for
from minhbach.requests.contracts import CaseRefused
from minhbach.requests.dues import law_of
from minhbach.requests.models import Case, Step
from minhbach.requests.queries.cases import CASE
from minhbach.requests.rules import BY_REQUESTER, ROLES_FOR

LONGEST_WORDS = 10_000


def events_for(case: Case, *, actor: Actor) -> tuple[RequestEvent, ...]:
    """Return what the actor may do to a case as it stands: one button each, in the order of the table."""
    events = request_lifecycle(law_of(case)).events(RequestState(case.state))
    return tuple(event for event in events if may_do(case, event, actor=actor))


def may_do(case: Case, event: RequestEvent, *, actor: Actor) -> bool:
    """Tell whether the actor's role allows the act, whatever the state."""
    return holds_for(actor, ROLES_FOR[event], case.body_id)


def refuse_other_roles(case: Case, event: RequestEvent, *, actor: Actor) -> None:
    """Refuse who may not do this in the body.

    :raises CaseRefused: with a sentence.
    """
    if not may_do(case, event, actor=actor):
        raise CaseRefused(_("Vai trò của người này không làm được việc này."))


def move(
    case: Case,
    event: RequestEvent,
    *,
    actor: Actor,
    now: datetime,
    on: date | None = None,
    ground: str = "",
    words: str = "",
    note: str = "",
    facts: Mapping[str, Any] | None = None,
    told: Mapping[str, Fact] | None = None,
    message_id: int | None = None,
) -> Step:
    """Make a move of a case that is locked, save the case, write the step down and record the event.

    :param on: the local day that counts; today if none is given.
    :param facts: what the act brought; it may name people and can be erased.
    :param told: what of it the event log may keep: codes, dates and numbers, no word of people.
    :raises CaseRefused: if the actor may not; a requester only what `BY_REQUESTER` names.
    :raises MoveNotAllowed: if the table has no such move from where the case stands.
    """
    by_requester = actor.person is None and actor.system is None
    if not (by_requester and event in BY_REQUESTER):
        refuse_other_roles(case, event, actor=actor)
    before = RequestState(case.state)
    after = request_lifecycle(law_of(case)).next(before, event)
    day = on or timezone.localdate(now)
    case.state = after
    case.ended_on = day if after in ENDED else None
    case.save()
    step = Step.objects.create(
        case=case,
        event=event,
        from_state=before,
        to_state=after,
        on=day,
        at=now,
        by_id=actor.person,
        ground=nfc(ground),
        words=nfc(words).strip()[:LONGEST_WORDS],
        note=nfc(note).strip()[:LONGEST_WORDS],
        facts=dict(facts or {}),
        message_id=message_id,
    )
    record_event(
        chain=body_chain(case.body_id),
        kind=f"case.{event}",
        subject=Subject(CASE, case.pk),
        actor=actor,
        now=now,
        ground=ground,
        facts={"number": case.number, "from": before.value, "to": after.value, **(told or {})},
    )
    return step
