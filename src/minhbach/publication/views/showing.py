"""What the pages of one item share: the item for who asks, and what its state and the asker's posts allow."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from minhbach.accounts.doors import actor_on
from minhbach.domain.access import Actor
from minhbach.domain.lifecycles.publication import PUBLICATION, PublicationEvent, PublicationState
from minhbach.domain.lifecycles.table import MoveNotAllowed
from minhbach.publication.actions.submit_item import fit_run
from minhbach.publication.content import Content
from minhbach.publication.contracts import PublicationNotVisible, PublicationRefused
from minhbach.publication.labels import state_tag
from minhbach.publication.models import Publication
from minhbach.publication.queries.items import gate_item, newest_publication
from minhbach.publication.rights import why_not_approve, why_not_check
from minhbach.publication.rules import MAY_APPROVE, MAY_DRAFT, MAY_MARK, MAY_TEND
from minhbach.register.queries.visible import holds_for


def the_item(request: HttpRequest, item_id: int) -> Any:
    """Return the item for who asks; 404 where it is not there for them."""
    try:
        return gate_item(item_id, actor=actor_on(request))
    except PublicationNotVisible:
        raise Http404 from None


def possible(row: Any, publication: Publication | None, content: Content, *, actor: Actor, on: date) -> dict[str, Any]:
    """Return which acts the state and the actor's posts allow; buttons are shown for these alone.

    `lacks` says why what is looked through cannot go to the leader yet.
    """
    drafts, leads = holds_for(actor, MAY_DRAFT, row.body_id), holds_for(actor, MAY_APPROVE, row.body_id)
    state = PublicationState(publication.state) if publication else None
    events = set(PUBLICATION.events(state)) if state else {PublicationEvent.CHECK}
    is_newest = publication is not None and publication.version_id == content.version.id
    checkable = PublicationEvent.CHECK in events or (not is_newest and state not in BEFORE)
    check_refused = why_not_check(row, actor=actor, on=on) if drafts and publication and checkable else ""
    lacks = _lacks(publication, content) if publication and PublicationEvent.SUBMIT in events else ""
    return {
        "screen": drafts and checkable and row.access == "open" and row.state == "active",
        "submit": drafts and PublicationEvent.SUBMIT in events and not lacks,
        "lacks": lacks,
        "check": bool(drafts and publication and checkable) and not check_refused,
        "check_refused": check_refused,
        "take_back": drafts and PublicationEvent.TAKE_BACK in events,
        "approve": leads and PublicationEvent.APPROVE in events,
        "approve_refused": why_not_approve(row, publication, actor=actor, on=on) if publication and leads else None,
        "send_back": leads and state == PublicationState.SCHEDULED,
        "withdraw": leads and row.public_version_id is not None,
        "redact": holds_for(actor, MAY_MARK, row.body_id) and state not in BEFORE and row.state == "active",
        "tend": holds_for(actor, MAY_TEND, row.body_id),
    }


BEFORE = (PublicationState.SUBMITTED, PublicationState.SCHEDULED)


def _lacks(publication: Publication, content: Content) -> str:
    try:
        fit_run(publication, content)
    except PublicationRefused as refused:
        return refused.reason
    return ""


def act(request: HttpRequest, item_id: int, action: Callable[[], object], done: str) -> HttpResponse:
    """Do what a button asks, say how it went, and go back to the item's page."""
    the_item(request, item_id)
    try:
        action()
        messages.success(request, done)
    except PublicationNotVisible:
        raise Http404 from None
    except PublicationRefused as refused:
        messages.error(request, refused.reason)
    except MoveNotAllowed:
        messages.error(request, overtaken(item_id))
    return redirect("publication:item", item_id)


def sentence(refused: Exception) -> str:
    """Return a refusal as a sentence for the page."""
    return str(getattr(refused, "reason", _("Việc này không còn làm được ở bước hiện tại.")))


def overtaken(item_id: int) -> str:
    """Return the sentence for who acts on a step that somebody else has taken meanwhile."""
    newest = newest_publication(item_id)
    _kind, words = state_tag(newest.state if newest else None, newest.publish_on if newest else None)
    return _("Người khác đã làm trước trong lúc trang mở. Tình trạng hiện nay: %(state)s.") % {"state": words}


def item_url(public_id: str) -> str:
    """Return the address of the item itself, which a later room serves, in the reader's language."""
    return reverse("publication:report_wrong", args=[public_id]).removesuffix("bao-sai/")
