"""What the officers' page of feedback shows: buttons, words and sender for who may read them, the way to the public."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from minhbach.domain.access import Actor
from minhbach.domain.lifecycles.feedback import FeedbackEvent, FeedbackState
from minhbach.domain.lifecycles.publication import PublicationState
from minhbach.foundation.queries import looks_of
from minhbach.intake.queries import files_of, messages_of, sender_of
from minhbach.intake.queries.written import identity_numbers_of
from minhbach.outreach.acts import ACTS
from minhbach.outreach.labels import CONTENT_LABELS, EVENT_LABELS
from minhbach.outreach.models import Feedback
from minhbach.outreach.moving import events_for
from minhbach.outreach.publishing import may_write_public
from minhbach.outreach.queries.feedback import FEEDBACK, contentment_of, feedback_visible_to, reads_sender
from minhbach.outreach.rules import MAY_PUBLISH, READS_SENDERS
from minhbach.publication.contracts import PublicationRecord
from minhbach.publication.queries import publication_of
from minhbach.publication.rules import MAY_APPROVE
from minhbach.register.queries.visible import holds_for


@dataclass(frozen=True, slots=True)
class Button:
    """An act that the actor may do now."""

    words: str
    url: str


def buttons_for(row: Feedback, *, actor: Actor) -> tuple[Button, ...]:
    """Return the acts that state and role allow; what comes next first: a new one is given, a given one answered."""
    allowed = [event for event in events_for(row, actor=actor) if event in ACTS]
    first = FeedbackEvent.ASSIGN if row.state == FeedbackState.RECEIVED else FeedbackEvent.ANSWER
    if row.is_confidential:
        first = FeedbackEvent.SEND_ON
    order = sorted(allowed, key=lambda event: (event != first, list(ACTS).index(event)))
    return tuple(Button(str(EVENT_LABELS[event]), reverse(f"outreach:do_{event}", args=[row.pk])) for event in order)


def shown_of(row: Feedback, *, actor: Actor) -> dict[str, Any]:
    """Return what the page shows; words and sender only for who may read them."""
    if not reads_sender(row, actor=actor):
        return {"reads_sender": False}
    said, files = contentment_of(row.pk), files_of(row.submission_id)
    works = holds_for(actor, READS_SENDERS, row.body_id)
    return {
        "reads_sender": True,
        "works": works,
        "sender": sender_of(row.submission_id),
        "files": files,
        "has_numbers": bool(identity_numbers_of(row.submission_id)),
        "looks": looks_of(files),
        "thread": messages_of(row.submission_id),
        "joined": list(feedback_visible_to(actor).filter(joined_to=row).order_by("pk")),
        "said": CONTENT_LABELS[said] if said else "",
        "may_draft_letter": works and row.state == FeedbackState.ANSWERED and row.letter_id is None,
        "may_carry_up": works and not row.is_confidential and row.difficulty_id is None,
        **_to_the_public(row, actor),
    }


def _to_the_public(row: Feedback, actor: Actor) -> dict[str, Any]:
    publication = publication_of(FEEDBACK, row.pk)
    return {
        "publication": publication,
        "may_submit": holds_for(actor, MAY_PUBLISH, row.body_id)
        and row.agrees_public
        and may_write_public(row, publication),
        "may_approve": waits(publication) and actor.holds(*MAY_APPROVE, body=row.body_id),
        "may_withdraw": bool(publication and publication.is_public) and actor.holds(*MAY_APPROVE, body=row.body_id),
    }


def waits(publication: PublicationRecord | None) -> bool:
    """True while a leader has to look at the words for the public."""
    return publication is not None and publication.state == PublicationState.SUBMITTED
