"""What the pages of one redaction share: the redaction for who asks, what may be done with it, how an act went."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from minhbach.accounts.doors import actor_on
from minhbach.domain.access import Actor
from minhbach.domain.lifecycles.redaction import REDACTION, RedactionEvent, RedactionState
from minhbach.domain.lifecycles.table import MoveNotAllowed
from minhbach.foundation import clock
from minhbach.publication.contracts import PublicationNotVisible, PublicationRefused
from minhbach.publication.history import history_of_redaction
from minhbach.publication.models import Redaction
from minhbach.publication.queries.redactions import visible_redaction
from minhbach.publication.redaction.labels import STATE_TAGS
from minhbach.publication.redaction.page import marks_by_state, proof_lines, record_of
from minhbach.publication.redaction.rights import is_own, why_not_redact
from minhbach.publication.registries import host_of
from minhbach.publication.rules import MAY_MARK, MAY_REDACT, STANDS_IN
from minhbach.register.queries.visible import holds_for

FOCAL = (RedactionState.HANDED_ON, RedactionState.MADE)


def the_redaction(request: HttpRequest, redaction_id: int) -> Redaction:
    """Return the redaction for who asks; 404 where it is not there for them."""
    try:
        return visible_redaction(redaction_id, actor=actor_on(request))
    except PublicationNotVisible:
        raise Http404 from None


def shown(request: HttpRequest, row: Redaction) -> dict[str, Any]:
    """Return what every page of a redaction shows."""
    host = host_of(row.subject_kind)
    counts = marks_by_state(row)
    return {
        "row": row,
        "tag": STATE_TAGS[row.state],
        "subject_name": host.names([row.subject_id]).get(row.subject_id, ""),
        "subject_url": host.page(row.subject_id),
        "counts": counts,
        "can": possible(row, counts, actor=actor_on(request)),
        "record": record_of(row) if row.state == RedactionState.APPROVED else [],
        "proof": proof_lines(row),
        "history": history_of_redaction(row),
    }


def possible(row: Redaction, counts: dict[str, int], *, actor: Actor) -> dict[str, Any]:
    """Return which acts the state and the actor's posts allow; buttons are shown for these alone."""
    state = RedactionState(row.state)
    events = REDACTION.events(state)
    marks = holds_for(actor, MAY_MARK, row.body_id)
    waits = state in FOCAL and holds_for(actor, (*MAY_REDACT, *STANDS_IN), row.body_id)
    refused = why_not_redact(row, actor=actor, on=clock.today()) if waits else None
    redacts = waits and refused is None
    return {
        "mark": marks and state is RedactionState.MARKING,
        "hand_on": marks and state is RedactionState.MARKING and not counts["proposed"] and counts["removed"] > 0,
        "take_back": marks and RedactionEvent.TAKE_BACK in events,
        "drop": marks and RedactionEvent.DROP in events,
        "redact": redacts and RedactionEvent.APPLY in events,
        "approve": redacts and RedactionEvent.APPROVE in events,
        "send_back": redacts and RedactionEvent.SEND_BACK in events,
        "refused": refused,
        "own": redacts and is_own(row, actor=actor),
    }


def act(request: HttpRequest, redaction_id: int, action: Callable[[], object], done: str) -> HttpResponse:
    """Do what a button asks, say how it went, and go back to the redaction's page."""
    the_redaction(request, redaction_id)
    try:
        action()
        messages.success(request, done)
    except PublicationNotVisible:
        raise Http404 from None
    except (PublicationRefused, MoveNotAllowed) as refused:
        messages.error(request, sentence(refused))
    return redirect("redaction:redaction", redaction_id)


def sentence(refused: Exception) -> str:
    """Return a refusal as a sentence for the page."""
    return str(getattr(refused, "reason", _("Việc này không còn làm được ở bước hiện tại.")))
