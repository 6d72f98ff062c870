"""What was asked of other bodies that published our information wrongly, for who may see the items."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from minhbach.domain.access import Actor
from minhbach.domain.text import fold, squeeze
from minhbach.papers.contracts import LetterInShort
from minhbach.papers.queries import letters_in_short
from minhbach.publication.contracts import PublicationNotVisible, PublisherAnswer
from minhbach.publication.models import CorrectionRequest
from minhbach.publication.rules import MAY_TEND
from minhbach.register.queries import items_kept_for
from minhbach.register.queries.visible import bodies_of_holders

CORRECTION_REQUEST = "correction_request"
"""The kind under which letters name a request, by its id."""
SILENT, NOT_CORRECTED = "silent", "not_corrected"


@dataclass(frozen=True, slots=True)
class PublisherFilters:
    """What the list of requests is narrowed to; "" and None narrow nothing.

    :param state: SILENT, NOT_CORRECTED (silent or declined), or a `PublisherAnswer`.
    """

    words: str = ""
    state: str = ""
    body_id: int | None = None
    year: int | None = None


@dataclass(frozen=True, slots=True)
class AskedPublisher:
    """A request with the letter that asks, if there is one."""

    request: CorrectionRequest
    letter: LetterInShort | None


def requests_visible_to(actor: Actor) -> QuerySet[CorrectionRequest]:
    """Return the requests about items of the registers that the actor reads."""
    return CorrectionRequest.objects.filter(item__in=items_kept_for(actor))


def narrowed_requests(rows: QuerySet[CorrectionRequest], to: PublisherFilters) -> QuerySet[CorrectionRequest]:
    """Return the requests that fit."""
    for word in fold(squeeze(to.words)).split():
        rows = rows.filter(Q(search_text__contains=word) | Q(item__search_text__contains=word))
    if to.state == SILENT:
        rows = rows.filter(outcome="")
    elif to.state == NOT_CORRECTED:
        rows = rows.exclude(outcome=PublisherAnswer.CORRECTED)
    elif to.state:
        rows = rows.filter(outcome=to.state)
    rows = rows.filter(body_id=to.body_id) if to.body_id else rows
    if to.year:
        rows = rows.filter(asked_on__range=(date(to.year, 1, 1), date(to.year, 12, 31)))
    return rows


def visible_request(request_id: int, *, actor: Actor) -> CorrectionRequest:
    """Return one request with its item and its petition.

    :raises PublicationNotVisible: if it is not there for the actor.
    """
    return _only(requests_visible_to(actor).select_related("item", "petition", "asked_by").filter(pk=request_id))


def request_for_change(request_id: int, *, actor: Actor) -> CorrectionRequest:
    """Return one request, locked until the end of the transaction.

    :raises PublicationNotVisible: if it is not there for the actor.
    """
    return _only(requests_visible_to(actor).select_for_update(of=("self",)).filter(pk=request_id))


def request_ids_of_readers(actor: Actor) -> Collection[int]:
    """Answer the papers' question whose letters about requests an actor sees: those about items that one sees."""
    return requests_visible_to(actor).values_list("pk", flat=True)


def _only(rows: QuerySet[CorrectionRequest]) -> CorrectionRequest:
    row = rows.first()
    if row is None:
        raise PublicationNotVisible
    return row


def asked_about(rows: QuerySet[CorrectionRequest], *, at_most: int = 20) -> tuple[AskedPublisher, ...]:
    """Return requests with their letters, the latest first: two queries. The caller has asked who may see them."""
    return with_letters(list(rows.order_by("-pk")[:at_most]))


def with_letters(found: Collection[CorrectionRequest]) -> tuple[AskedPublisher, ...]:
    """Return requests in their order, each with its letter: one query. The caller has asked who may see them."""
    letters = _letters({one.letter_id for one in found if one.letter_id})
    return tuple(AskedPublisher(one, letters.get(one.letter_id or 0)) for one in found)


def _letters(ids: Collection[int]) -> Mapping[int, LetterInShort]:
    return letters_in_short(ids) if ids else {}


def requests_for_today(actor: Actor) -> QuerySet[Any]:
    """Return what others were asked and have not corrected, the longest waiting first."""
    rows = requests_visible_to(actor).filter(body_id__in=bodies_of_holders(actor, MAY_TEND))
    return rows.exclude(outcome=PublisherAnswer.CORRECTED).select_related("item").order_by("asked_on", "pk")
