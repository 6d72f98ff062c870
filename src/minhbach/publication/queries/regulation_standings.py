"""How far each body that must have an internal regulation has come with one, in one question for all of them."""

import datetime as dt
from enum import StrEnum
from typing import Any

from django.db.models import Case, CharField, Exists, OuterRef, Q, QuerySet, Subquery, Value, When

from minhbach.domain.access import Actor
from minhbach.domain.lifecycles.regulation import RegulationState
from minhbach.papers.contracts import LetterInShort
from minhbach.papers.queries import letters_in_short
from minhbach.publication.announcements.announced import AnnouncementKind
from minhbach.publication.models import Announcement, AnnouncementUrging
from minhbach.publication.queries.watching import ISSUED as ISSUED_LETTERS
from minhbach.publication.queries.watching import bodies_watched

KIND = AnnouncementKind.REGULATION


class Standing(StrEnum):
    """How a body stands; the last that fits counts."""

    NONE = "chua"
    DRAFTING = "dang-soan"
    IN_OPINIONS = "lay-y-kien"
    AT_SIGNING = "cho-ky"
    ISSUED = "da-ban-hanh"
    """Issued, and not public yet."""
    PUBLIC = "cong-khai"


_OF_STATE = {
    RegulationState.DRAFTING: Standing.DRAFTING,
    RegulationState.IN_OPINIONS: Standing.IN_OPINIONS,
    RegulationState.AT_SIGNING: Standing.AT_SIGNING,
    RegulationState.ISSUED: Standing.ISSUED,
}


def standings(actor: Actor, *, on: dt.date) -> QuerySet[Any]:
    """Return the bodies on which the actor looks down that must have a regulation, each with its `standing`.

    `announced_id`, `…_by` and `…_on` tell of the one in force, `draft_state`, `draft_since` and `draft_decided_on` of
    the one on its way; who looks down from above is told that there is a draft and how far it is, never what it says.
    """
    drafts = Announcement.objects.filter(kind=KIND, body=OuterRef("pk"), is_draft=True)
    public_from = Announcement.objects.filter(pk=OuterRef("announced_id")).values("public_from")[:1]
    rows: QuerySet[Any] = bodies_watched(KIND, actor=actor, on=on).annotate(
        draft_state=Subquery(drafts.values("regulation__state")[:1]),
        draft_since=Subquery(drafts.values("drafted_at")[:1]),
        draft_decided_on=Subquery(drafts.values("decided_on")[:1]),
        public_from=Subquery(public_from),
    )
    ways = [When(draft_state=state.value, then=Value(standing.value)) for state, standing in _OF_STATE.items()]
    public = When(announced_id__isnull=False, then=Value(Standing.PUBLIC.value))
    found: QuerySet[Any] = rows.annotate(
        standing=Case(public, *ways, default=Value(Standing.NONE.value), output_field=CharField(max_length=20))
    )
    return found


def urged_and_lacking(own: frozenset[int]) -> dict[int, tuple[str, LetterInShort]]:
    """Return name and letter of those of the bodies that were urged, and have neither a regulation nor a draft.

    One question, and one for the letters where there are any; letters without a number have urged nobody yet.
    """
    begun = Q(is_draft=True) | Q(public_from__isnull=False, withdrawn_on__isnull=True, replaced_on__isnull=True)
    has = Announcement.objects.filter(begun, kind=KIND, body=OuterRef("body"))
    rows = AnnouncementUrging.objects.filter(kind=KIND, body_id__in=own).exclude(Exists(has)).order_by("pk")
    found = list(rows.values_list("body_id", "body__name", "letter_id"))
    letters = letters_in_short({letter for _body, _name, letter in found}) if found else {}
    return {
        body: (name, letters[letter])
        for body, name, letter in found
        if letter in letters and letters[letter].state in ISSUED_LETTERS
    }


def counts_of(rows: QuerySet[Any]) -> dict[Standing, int]:
    """Return how many bodies stand how: one question."""
    from_rows = list(rows.order_by().values_list("standing", flat=True))
    return {one: from_rows.count(one.value) for one in Standing}
