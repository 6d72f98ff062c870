"""Who sees which batches and scans: the one door of digitisation. What is not visible is not there."""

from django.db.models import QuerySet

from minhbach.digitisation.contracts import BatchNotVisible
from minhbach.digitisation.models import Batch, RoadmapLine, Scan
from minhbach.digitisation.rules import MAY_DIGITISE, SEES
from minhbach.domain.access import Actor
from minhbach.register.queries.visible import bodies_of_holders, holds_for, registers_of

BATCH, SCAN, ROADMAP = "batch", "scan", "roadmap_line"
"""The kinds under which events name them."""


def batches_visible_to(actor: Actor) -> QuerySet[Batch]:
    """Return the batches of the registers that the actor reads whole."""
    if actor.system is not None:
        return Batch.objects.all()
    return Batch.objects.filter(body_id__in=bodies_of_holders(actor, SEES))


def visible_batch(batch_id: int, *, actor: Actor) -> Batch:
    """Return one batch.

    :raises BatchNotVisible: if it is not there for the actor.
    """
    row = batches_visible_to(actor).select_related("body", "roadmap", "started_by").filter(pk=batch_id).first()
    if row is None:
        raise BatchNotVisible
    return row


def batch_for_change(batch_id: int, *, actor: Actor) -> Batch:
    """Return one batch, locked until the end of the transaction.

    :raises BatchNotVisible: if it is not there for the actor.
    """
    row = batches_visible_to(actor).select_for_update(of=("self",)).filter(pk=batch_id).first()
    if row is None:
        raise BatchNotVisible
    return row


def scans_visible_to(actor: Actor) -> QuerySet[Scan]:
    """Return the scans of those batches."""
    if actor.system is not None:
        return Scan.objects.all()
    return Scan.objects.filter(batch__body_id__in=bodies_of_holders(actor, SEES))


def visible_scan(scan_id: int, *, actor: Actor) -> Scan:
    """Return one scan with its batch.

    :raises BatchNotVisible: if it is not there for the actor.
    """
    rows = scans_visible_to(actor).select_related("batch__body", "item", "twin__batch", "twin_item", "checked_by")
    row = rows.filter(pk=scan_id).first()
    if row is None:
        raise BatchNotVisible
    return row


def scan_for_change(scan_id: int, *, actor: Actor) -> Scan:
    """Return one scan, locked until the end of the transaction.

    :raises BatchNotVisible: if it is not there for the actor.
    """
    rows = scans_visible_to(actor).select_related("batch")
    row = rows.select_for_update(of=("self",)).filter(pk=scan_id).first()
    if row is None:
        raise BatchNotVisible
    return row


def roadmap_visible_to(actor: Actor) -> QuerySet[RoadmapLine]:
    """Return the lines of the roadmaps that count, of the registers that the actor reads whole."""
    rows = RoadmapLine.objects.filter(is_dropped=False)
    return rows if actor.system is not None else rows.filter(body_id__in=bodies_of_holders(actor, SEES))


def bodies_digitised_by(actor: Actor) -> frozenset[int]:
    """Return the bodies for which the actor takes scans in."""
    return registers_of(actor, MAY_DIGITISE)


def may_digitise(actor: Actor, body_id: int) -> bool:
    """True if the actor takes scans in for the body, or for its successor."""
    return holds_for(actor, MAY_DIGITISE, body_id)
