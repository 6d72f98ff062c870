"""Reads of the gate, always for a given asker."""

from collections.abc import Collection
from datetime import date

from minhbach.accounts.queries import active_holders
from minhbach.domain.access import Actor
from minhbach.domain.lifecycles.publication import PublicationState
from minhbach.publication.contracts import PublicationNotVisible, PublicationRecord
from minhbach.publication.models import Publication
from minhbach.publication.rules import MAY_APPROVE


def record(row: Publication) -> PublicationRecord:
    """Return the row as a value that other rooms may hold."""
    return PublicationRecord(
        id=row.pk,
        subject_kind=row.subject_kind,
        subject_id=row.subject_id,
        body_id=row.body_id,
        state=PublicationState(row.state),
        submitted_by=row.submitted_by_id,
        submitted_at=row.submitted_at,
        approved_by=row.approved_by_id,
        approved_at=row.approved_at,
        approved_by_drafter=row.approved_by_drafter,
        remark=row.remark,
        version_id=row.version_id,
        version_number=row.version_number,
        publish_on=row.publish_on,
        opened_on=row.opened_on,
    )


def publication_of(subject_kind: str, subject_id: int) -> PublicationRecord | None:
    """Return how far the subject has come, or None where nobody has submitted it. The caller has checked who asks.

    Of what has versions: how far the newest one of those that were brought to the gate has come.
    """
    rows = Publication.objects.filter(subject_kind=subject_kind, subject_id=subject_id)
    row = rows.order_by("-version_id").first()
    return record(row) if row else None


def public_ids(subject_kind: str) -> "Collection[int]":
    """Return a lazily evaluated set of the subjects of a kind that the public may see, fit for `pk__in`."""
    return ids_in_state(subject_kind, PublicationState.PUBLIC)


def ids_in_state(subject_kind: str, *states: PublicationState) -> "Collection[int]":
    """Return a lazily evaluated set of the subjects of a kind in one of the states. The caller has checked who asks."""
    rows = Publication.objects.filter(subject_kind=subject_kind, state__in=states)
    return rows.values_list("subject_id", flat=True)


def states_of(subject_kind: str, subject_ids: Collection[int]) -> dict[int, PublicationState]:
    """Return how far each subject has come, without those that nobody submitted. The caller has checked who asks."""
    rows = Publication.objects.filter(subject_kind=subject_kind, subject_id__in=subject_ids)
    return {row.subject_id: PublicationState(row.state) for row in rows}


def ids_to_approve(subject_kind: str, *, actor: Actor) -> "Collection[int]":
    """Return a lazily evaluated set of the subjects of a kind that wait for this leader, fit for `pk__in`."""
    rows = Publication.objects.filter(body_id__in=actor.bodies_where(*MAY_APPROVE), subject_kind=subject_kind)
    return rows.filter(state=PublicationState.SUBMITTED).values_list("subject_id", flat=True)


def visible_publication(subject_kind: str, subject_id: int, *, actor: Actor) -> Publication:
    """Return the row of what has no versions, for update. Items of the register go through `items.item_publication`.

    :raises PublicationNotVisible: if the actor holds no post in the body that publishes.
    """
    row = (
        Publication.objects.select_for_update()
        .filter(subject_kind=subject_kind, subject_id=subject_id, version_id=0, body_id__in=actor.bodies())
        .first()
    )
    if row is None:
        raise PublicationNotVisible
    return row


def who_may_approve(*, body_id: int, on: date) -> frozenset[int]:
    """Return the people who may approve for the body on the day (delegates count)."""
    return active_holders(body_id=body_id, roles=MAY_APPROVE, on=on)


def others_may_approve(*, body_id: int, person: int | None, on: date) -> bool:
    """True if someone other than the person may approve for the body on the day (delegates count)."""
    return bool(who_may_approve(body_id=body_id, on=on) - {person})
