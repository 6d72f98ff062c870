"""What bodies announce: drafts for who works in the body, the rest for everybody."""

from collections.abc import Collection
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery

from minhbach.domain.access import Actor
from minhbach.domain.lifecycles.publication import PublicationState
from minhbach.publication.announcements.announced import AnnouncementKind
from minhbach.publication.contracts import PublicationNotVisible
from minhbach.publication.models import Announcement, DecisionScan, ListedUnit, Publication, ScanState
from minhbach.publication.rules import MAY_APPROVE, MAY_DRAFT, SEES

PUBLIC_NOW = Q(public_from__isnull=False, replaced_on__isnull=True, withdrawn_on__isnull=True)


def announcements_for(actor: Actor) -> QuerySet[Announcement]:
    """Return what the bodies in which the actor reads the gate's pages announce or mean to."""
    return Announcement.objects.filter(body_id__in=actor.bodies_where(*SEES))


def visible_announcement(announcement_id: int, *, actor: Actor) -> Announcement:
    """Return one, with its body.

    :raises PublicationNotVisible: if it is not there for the actor.
    """
    return _only(announcements_for(actor).select_related("body", "drafted_by").filter(pk=announcement_id))


def announcement_for_change(announcement_id: int, *, actor: Actor) -> Announcement:
    """Return one, locked until the end of the transaction.

    :raises PublicationNotVisible: if it is not there for the actor.
    """
    return _only(announcements_for(actor).select_for_update(of=("self",)).filter(pk=announcement_id))


def _only(rows: QuerySet[Announcement]) -> Announcement:
    row = rows.first()
    if row is None:
        raise PublicationNotVisible
    return row


def public_announcements(kind: AnnouncementKind) -> QuerySet[Announcement]:
    """Return what everybody may read, those that a later one replaced among them."""
    return Announcement.objects.filter(kind=kind, public_from__isnull=False, withdrawn_on__isnull=True)


def announcements_in_force(kind: AnnouncementKind) -> QuerySet[Announcement]:
    """Return what is public and holds now: one a body at most."""
    return public_announcements(kind).filter(replaced_on__isnull=True)


def id_in_force(row: Announcement) -> int:
    """Return the id of what its body announces now in this kind, or 0."""
    held = announcements_in_force(AnnouncementKind(row.kind)).filter(body_id=row.body_id)
    return held.values_list("pk", flat=True).first() or 0


def with_announcement(bodies: QuerySet[Any], kind: AnnouncementKind) -> QuerySet[Any]:
    """Return the bodies, each with what it announced and holds: `announced_id`, and `…_by`, `…_on` of its decision."""
    held = announcements_in_force(kind).filter(body=OuterRef("pk"))
    announced: QuerySet[Any] = bodies.annotate(
        announced_id=Subquery(held.values("pk")[:1]),
        announced_by=Subquery(held.values("number")[:1]),
        announced_on=Subquery(held.values("decided_on")[:1]),
    )
    return announced


def lists_naming(unit_ids: Collection[int]) -> dict[int, Announcement]:
    """Return for each of the units the list in force that names it: one query."""
    held = announcements_in_force(AnnouncementKind.SERVICE_UNITS)
    rows = ListedUnit.objects.filter(unit_id__in=unit_ids, announcement__in=held).select_related("announcement")
    return {row.unit_id: row.announcement for row in rows}


def announcements_for_today(actor: Actor) -> QuerySet[Any]:
    """Return what waits for this person: to approve, what was given back, and what got a scan that waits.

    Each has `gate_state` and `scan_waits`, which is so for what is public alone.
    """
    state = Publication.objects.filter(subject_kind=OuterRef("kind"), subject_id=OuterRef("pk")).values("state")[:1]
    scans = DecisionScan.objects.filter(announcement=OuterRef("pk"), state=ScanState.KEPT, public_from__isnull=True)
    rows = announcements_for(actor).annotate(gate_state=Subquery(state), scan_waits=Exists(scans) & PUBLIC_NOW)
    leads, drafts = Q(body_id__in=actor.bodies_where(*MAY_APPROVE)), Q(body_id__in=actor.bodies_where(*MAY_DRAFT))
    submitted = leads & Q(is_draft=True, gate_state=PublicationState.SUBMITTED)
    sent_back = drafts & Q(is_draft=True, gate_state=PublicationState.SENT_BACK)
    found = rows.filter(submitted | sent_back | leads & Q(scan_waits=True))
    return found.select_related("body").order_by("pk")
