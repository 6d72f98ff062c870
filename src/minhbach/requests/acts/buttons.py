"""Which acts a case offers to whom: the moves of its statute's table, as buttons that lead to their pages."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext

from minhbach.domain.access import Actor
from minhbach.domain.lifecycles.request import RequestEvent
from minhbach.requests.acts.table import ACTS
from minhbach.requests.answering.values import LETTERS
from minhbach.requests.labels import EVENT_LABELS
from minhbach.requests.models import Case
from minhbach.requests.moving import events_for
from minhbach.requests.registries import ways_out

SENDING = tuple(RequestEvent(event) for event in LETTERS)
"""The acts with which an answer goes out: one page does the one that was approved."""
PAGES: Mapping[RequestEvent, str] = {
    RequestEvent.FIND_VALID: "requests:find_valid",
    RequestEvent.ASK_SUPPLEMENT: "requests:ask_supplement",
    **{event: f"requests:{event.value}" for event in ACTS},
    RequestEvent.PREPARE: "requests:prepare",
    RequestEvent.APPROVE: "requests:approve",
    **dict.fromkeys(SENDING, "requests:send_answer"),
}
"""The page of each act. What comes next stands first: the table's order, not this one's, is the order of buttons."""


@dataclass(frozen=True, slots=True)
class Button:
    """An act that the actor may do now. The first one is what comes next, and filled."""

    event: RequestEvent
    words: str
    url: str


def buttons_for(case: Case, *, actor: Actor) -> tuple[Button, ...]:
    """Return the acts that the state, the statute and the actor's posts allow, what comes next first."""
    allowed = [event for event in events_for(case, actor=actor) if event in PAGES and not why_not_now(case, event)]
    ordered = sorted((event for event in allowed if event not in SENDING[1:]), key=lambda event: _rank(case, event))
    acts = [Button(event, _words(event), reverse(PAGES[event], args=[case.pk])) for event in ordered]
    # What no move of the table leads to: another room takes the case over.
    out = [Button(RequestEvent.SET_ASIDE, str(words), url) for words, url in ways_out(case, actor)]
    return (*acts, *out)


def _words(event: RequestEvent) -> str:
    return gettext("Gửi trả lời") if event in SENDING else str(EVENT_LABELS[event])


def why_not_now(case: Case, event: RequestEvent) -> str:
    """Return why an act that state and role allow cannot be done as the case is; "" where it can."""
    return ACTS[event].why_not(case) if event in ACTS else ""


def _rank(case: Case, event: RequestEvent) -> int:
    """Return the place of a button: what moves the case forward stands before what turns it aside or ends it."""
    if event is RequestEvent.ASSIGN and case.handler_id is not None:
        return 2 * _ORDER.index(RequestEvent.PREPARE) + 1
    return 2 * _ORDER.index(event) if event in _ORDER else 2 * len(_ORDER)


_ORDER = (
    RequestEvent.FIND_VALID,
    RequestEvent.APPROVE,
    RequestEvent.PROVIDE,
    RequestEvent.PAY,
    RequestEvent.HEAR,
    RequestEvent.NOTIFY_TERM,
    RequestEvent.ASSIGN,
    RequestEvent.PREPARE,
    RequestEvent.ASK_SUPPLEMENT,
    RequestEvent.CLOSE_UNANSWERED,
    RequestEvent.EXTEND,
    RequestEvent.ASK_OPINION,
    RequestEvent.ASK_THIRD_PERSON,
    RequestEvent.ASK_PAYMENT,
    RequestEvent.SEND_BACK,
    RequestEvent.SPLIT,
    RequestEvent.REFER,
    RequestEvent.HAND_OVER,
    RequestEvent.SET_ASIDE,
    RequestEvent.WITHDRAW,
    RequestEvent.REOPEN,
    RequestEvent.VOID,
)
