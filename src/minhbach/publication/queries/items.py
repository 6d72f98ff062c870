"""Items of the register on their way to the public. Who sees an item, the register alone decides."""

from collections.abc import Collection
from datetime import date
from typing import Any

from django.db.models import QuerySet

from minhbach.accounts.queries import held_posts
from minhbach.agencies.queries.beneath import own_line
from minhbach.agencies.queries.succession import successors_of
from minhbach.domain.access import Actor, Role
from minhbach.domain.lifecycles.publication import BEFORE_THE_LEADER, PublicationState
from minhbach.publication.contracts import PublicationNotVisible
from minhbach.publication.models import Publication, ScreeningRun
from minhbach.publication.models.screening import RunState
from minhbach.register.contracts import ItemNotVisible
from minhbach.register.queries import ITEM, item_for_change, items_kept_for, kept_item


def publications_visible_to(actor: Actor) -> QuerySet[Publication]:
    """Return the publications of the items that the actor may see."""
    return Publication.objects.filter(subject_kind=ITEM, subject_id__in=items_kept_for(actor).values("pk"))


def gate_item(item_id: int, *, actor: Actor) -> Any:
    """Return an item of a register that the actor reads.

    :raises PublicationNotVisible: if it is not there for the actor.
    """
    try:
        return kept_item(item_id, actor=actor)
    except ItemNotVisible:
        raise PublicationNotVisible from None


def item_publication(item_id: int, *, actor: Actor) -> tuple[Any, Publication]:
    """Return an item, locked, with the newest of its publications, for a change.

    :raises PublicationNotVisible: if the item is not there for the actor, or nobody has brought it to the gate.
    """
    row = locked_item(item_id, actor=actor)
    publication = newest_publication(row.pk)
    if publication is None:
        raise PublicationNotVisible
    return row, publication


def locked_item(item_id: int, *, actor: Actor) -> Any:
    """Return an item, locked until the end of the transaction: whoever acts at the gate on it, acts alone.

    :raises PublicationNotVisible: if it is not there for the actor.
    """
    try:
        return item_for_change(item_id, actor=actor)
    except ItemNotVisible:
        raise PublicationNotVisible from None


def newest_publication(item_id: int) -> Publication | None:
    """Return the publication of the newest version that was brought to the gate."""
    return Publication.objects.filter(subject_kind=ITEM, subject_id=item_id).order_by("-version_id").first()


def publications_of(item_id: int) -> tuple[Publication, ...]:
    """Return the publications of an item's versions, the newest first. The caller has asked who may see the item."""
    rows = Publication.objects.filter(subject_kind=ITEM, subject_id=item_id).order_by("-version_id")
    return tuple(rows.select_related("drafted_by", "submitted_by", "approved_by"))


def latest_run(publication: Publication) -> ScreeningRun | None:
    """Return the last look through a version, done or still waiting."""
    return publication.runs.order_by("-pk").first()


def items_at_the_gate(item_ids: Collection[int]) -> frozenset[int]:
    """Return which of the items are before a leader or scheduled: the register lets nobody change these."""
    rows = Publication.objects.filter(subject_kind=ITEM, subject_id__in=item_ids, state__in=BEFORE_THE_LEADER)
    return frozenset(rows.values_list("subject_id", flat=True))


def items_being_screened(item_id: int) -> bool:
    """True while the machine looks through the newest version."""
    runs = ScreeningRun.objects.filter(publication__subject_kind=ITEM, publication__subject_id=item_id)
    return runs.filter(state=RunState.WAITING).exists()


def holders_for(body_id: int, roles: Collection[Role], *, on: date) -> frozenset[int]:
    """Return the people who may act for a body's register: in it, in what it is a part of, in who followed it."""
    bodies, fresh = set[int](), [body_id]
    while fresh:
        one = fresh.pop()
        if one not in bodies:
            bodies |= set(own_line(one))
            fresh += [step.newer.id for step in successors_of(one)]
    return frozenset(post.person_id for post in held_posts(roles=roles, on=on, bodies=bodies))


def scheduled_until(day: date) -> QuerySet[Publication]:
    """Return what was approved for a day that has come (for jobs)."""
    rows = Publication.objects.filter(subject_kind=ITEM, state=PublicationState.SCHEDULED, publish_on__lte=day)
    return rows.order_by("publish_on", "pk")


def took_part(publication: Publication, version: Any = None) -> frozenset[int]:
    """Return the people who made what is to be approved: who drafted, answered for and submitted it."""
    answered = publication.runs.filter(findings__answered_by__isnull=False).values_list("findings__answered_by")
    people = {publication.drafted_by_id, publication.submitted_by_id, *(one for (one,) in answered.distinct())}
    people |= {version.made_by_id} if version is not None else set()
    return frozenset(one for one in people if one is not None)
