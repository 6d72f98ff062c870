"""Petitions, for who may see the items that they are about."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from minhbach.domain.access import Actor, Role
from minhbach.domain.lifecycles.petition import PetitionState
from minhbach.domain.text import fold, squeeze
from minhbach.publication.contracts import PublicationNotVisible
from minhbach.publication.models import Petition
from minhbach.publication.rules import MAY_TEND
from minhbach.register.queries import items_kept_for
from minhbach.register.queries.visible import bodies_of_holders, holds_for

PETITION = "petition"
"""The kind under which events name a petition, by its id."""
LATE, OPEN, ANSWERED = "late", "open", "answered"
ANSWERS = (PetitionState.FOUND_RIGHT, PetitionState.FOUND_WRONG, PetitionState.CORRECTED)
NOT_DONE = (PetitionState.RECEIVED, PetitionState.FOUND_WRONG)
READS_SENDERS = (Role.FOCAL_POINT, Role.SPECIALIST, Role.MODERATOR, Role.LEADER)


@dataclass(frozen=True, slots=True)
class PetitionFilters:
    """What a list of petitions is narrowed to; "" and None narrow nothing. `state` also takes LATE, OPEN, ANSWERED."""

    words: str = ""
    state: str = ""
    body_id: int | None = None
    year: int | None = None


def petitions_visible_to(actor: Actor) -> QuerySet[Petition]:
    """Return the petitions about items of the registers that the actor reads."""
    return Petition.objects.filter(item__in=items_kept_for(actor))


def visible_petition(petition_id: int, *, actor: Actor) -> Petition:
    """Return one petition with its item.

    :raises PublicationNotVisible: if it is not there for the actor.
    """
    rows = petitions_visible_to(actor).select_related("item__public_version", "body", "answered_by", "entered_by")
    row = rows.filter(pk=petition_id).first()
    if row is None:
        raise PublicationNotVisible
    return row


def petition_for_change(petition_id: int, *, actor: Actor) -> Petition:
    """Return one petition, locked until the end of the transaction.

    :raises PublicationNotVisible: if it is not there for the actor.
    """
    row = petitions_visible_to(actor).select_for_update(of=("self",)).filter(pk=petition_id).first()
    if row is None:
        raise PublicationNotVisible
    return row


def reads_senders(row: Petition, *, actor: Actor) -> bool:
    """True if the actor may read who sent a petition: who looks after petitions, never who only supervises."""
    return holds_for(actor, READS_SENDERS, row.body_id)


def narrowed(rows: QuerySet[Petition], to: PetitionFilters, *, on: date) -> QuerySet[Petition]:
    """Return the petitions that fit, as they stand on the day."""
    for word in squeeze(to.words).split():
        rows = rows.filter(Q(number__icontains=word) | Q(item__search_text__contains=fold(word)))
    if to.state == LATE:
        rows = rows.filter(state=PetitionState.RECEIVED, due_on__lt=on)
    elif to.state == OPEN:
        rows = rows.filter(state__in=NOT_DONE)
    elif to.state == ANSWERED:
        rows = rows.filter(state__in=ANSWERS)
    elif to.state:
        rows = rows.filter(state=to.state)
    rows = rows.filter(body_id=to.body_id) if to.body_id else rows
    if to.year:
        rows = rows.filter(received_on__range=(date(to.year, 1, 1), date(to.year, 12, 31)))
    return rows


def petitions_for_today(actor: Actor) -> QuerySet[Petition]:
    """Return what waits for an answer, or was found wrong and is not put right yet; the earliest due first."""
    rows = petitions_visible_to(actor).filter(body_id__in=bodies_of_holders(actor, MAY_TEND))
    return rows.filter(state__in=NOT_DONE).select_related("item").order_by("due_on", "pk")
