"""The officers' list: what must become public or is on its way, with how far it has come."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery

from minhbach.domain.access import Actor
from minhbach.domain.lifecycles.publication import PublicationState
from minhbach.domain.text import fold
from minhbach.publication.models import Publication
from minhbach.publication.queries.monitor import without_address
from minhbach.publication.queries.terms import REMIND_BEFORE, ending, with_end
from minhbach.publication.rules import MAY_APPROVE, MAY_DRAFT
from minhbach.register.law import statute_of_register
from minhbach.register.queries import ITEM, active, items_kept_for
from minhbach.register.queries.checks import gone, unread
from minhbach.register.queries.listing import IS_PUBLIC, MUST_BE_PUBLIC
from minhbach.register.queries.visible import bodies_of_holders

WAITS, LATE, NOT_BEGUN, SCHEDULED, PUBLIC, WITHDRAWN = "waits", "late", "not_begun", "scheduled", "public", "withdrawn"
GONE, PLACELESS, UNREAD = "gone", "placeless", "unread"
ENDED, ENDING = "ended", "ending"
ON_THE_WAY = (
    PublicationState.DRAFT,
    PublicationState.CHECKED,
    PublicationState.SUBMITTED,
    PublicationState.SENT_BACK,
    PublicationState.TAKEN_BACK,
)
TO_MEND = (PublicationState.SENT_BACK, PublicationState.TAKEN_BACK, PublicationState.CHECKED, PublicationState.DRAFT)
COLUMNS = {"han": "publish_due_on", "ten": "sort_key", "luc": "gate_pk", "ngay": "created_on"}


@dataclass(frozen=True, slots=True)
class GateFilters:
    """What the list is narrowed to; "" and None narrow nothing.

    :param standing: WAITS, LATE, NOT_BEGUN, SCHEDULED, PUBLIC, WITHDRAWN, ENDED, ENDING, or a state of
        `PublicationState`; or what machines found of public ones: GONE, PLACELESS, UNREAD.
    """

    words: str = ""
    standing: str = ""
    body_id: int | None = None
    letter: str = ""


def gate_list(actor: Actor) -> QuerySet[Any]:
    """Return what must be public or was brought to the gate, of the registers that the actor reads.

    Each has `gate_state` and `gate_pk`, of the newest version at the gate, empty where there is none, and `ends_on`.
    """
    newest = Publication.objects.filter(subject_kind=ITEM, subject_id=OuterRef("pk")).order_by("-version_id")
    rows = active(items_kept_for(actor)).annotate(
        gate_state=Subquery(newest.values("state")[:1]),
        gate_pk=Subquery(newest.values("pk")[:1]),
        gate_on=Subquery(newest.values("publish_on")[:1]),
        gate_version=Subquery(newest.values("version_number")[:1]),
    )
    return with_end(rows.filter(MUST_BE_PUBLIC | Exists(newest)))


def narrowed(rows: QuerySet[Any], to: GateFilters, *, on: date) -> QuerySet[Any]:
    """Return the items that fit, as they stand on the day."""
    for word in fold(to.words).split():
        rows = rows.filter(search_text__contains=word)
    rows = rows.filter(letter=to.letter) if to.letter else rows
    rows = rows.filter(body_id=to.body_id) if to.body_id else rows
    return rows.filter(_standing(to.standing, on)) if to.standing else rows


def _standing(asked: str, on: date) -> Q:
    conditions = {
        WAITS: Q(gate_state__in=ON_THE_WAY),
        LATE: MUST_BE_PUBLIC & ~IS_PUBLIC & Q(publish_due_on__lt=on),
        NOT_BEGUN: MUST_BE_PUBLIC & ~IS_PUBLIC & Q(gate_state__isnull=True),
        SCHEDULED: Q(gate_state=PublicationState.SCHEDULED),
        PUBLIC: Q(public_version__isnull=False),
        WITHDRAWN: Q(gate_state=PublicationState.WITHDRAWN, public_version__isnull=True),
        ENDED: ending(until=on),
        ENDING: ending(until=on + REMIND_BEFORE),
    }
    found: dict[str, Callable[[], Q]] = {
        GONE: gone,
        PLACELESS: lambda: without_address(statute_of_register(on)),
        UNREAD: unread,
    }
    if asked in found:
        return MUST_BE_PUBLIC & found[asked]()
    return conditions.get(asked, Q(gate_state=asked))


def sorted_rows(rows: QuerySet[Any], asked: str) -> QuerySet[Any]:
    """Return the rows sorted by one of `COLUMNS`, the earliest due first unless asked otherwise."""
    chosen = asked if asked.removeprefix("-") in COLUMNS else "han"
    field = F(COLUMNS[chosen.removeprefix("-")])
    first = field.desc(nulls_last=True) if chosen.startswith("-") else field.asc(nulls_last=True)
    return rows.order_by(first, "-pk")


def for_today(actor: Actor, *, until: date) -> QuerySet[Any]:
    """Return what waits for this officer, the earliest due first: a leader's to approve, a drafter's to mend or begin.

    :param until: what must be public by this day and that nobody has brought to the gate is among them.
    """
    leads, drafts = bodies_of_holders(actor, MAY_APPROVE), bodies_of_holders(actor, MAY_DRAFT)
    approve = Q(body_id__in=leads, gate_state=PublicationState.SUBMITTED)
    begin = MUST_BE_PUBLIC & ~IS_PUBLIC & Q(gate_state__isnull=True, publish_due_on__lte=until)
    mend = Q(body_id__in=drafts) & (Q(gate_state__in=TO_MEND) | begin)
    return sorted_rows(gate_list(actor).filter(approve | mend), "han")
