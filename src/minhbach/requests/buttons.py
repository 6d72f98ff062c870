"""Which acts a case offers to whom: the moves of its statute's table, as buttons that lead to their pages."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.urls import reverse

from minhbach.domain.access import Actor
from minhbach.domain.lifecycles.request import RequestEvent
from minhbach.requests.labels import EVENT_LABELS
from minhbach.requests.models import Case
from minhbach.requests.moving import events_for

PAGES: Mapping[RequestEvent, str] = {
    RequestEvent.FIND_VALID: "requests:find_valid",
    RequestEvent.ASK_SUPPLEMENT: "requests:ask_supplement",
}
"""The page of each act. What comes next stands first: the table's order, not this one's, is the order of buttons."""


@dataclass(frozen=True, slots=True)
class Button:
    """An act that the actor may do now. The first one is what comes next, and filled."""

    event: RequestEvent
    words: str
    url: str


def buttons_for(case: Case, *, actor: Actor) -> tuple[Button, ...]:
    """Return the acts that the state, the statute and the actor's posts allow."""
    return tuple(_buttons(case, actor))


def _buttons(case: Case, actor: Actor) -> Iterator[Button]:
    for event in events_for(case, actor=actor):
        if event in PAGES:
            yield Button(event, str(EVENT_LABELS[event]), reverse(PAGES[event], args=[case.pk]))
