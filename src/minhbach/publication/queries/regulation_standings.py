"""How far each body that must have an internal regulation has come with one, in one question for all of them."""

import datetime as dt
from enum import StrEnum
from typing import Any

from django.db.models import Case, CharField, OuterRef, QuerySet, Subquery, Value, When

from minhbach.domain.access import Actor
from minhbach.domain.lifecycles.regulation import RegulationState
from minhbach.publication.announced import AnnouncementKind
from minhbach.publication.models import Announcement
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


def counts_of(rows: QuerySet[Any]) -> dict[Standing, int]:
    """Return how many bodies stand how: one question."""
    from_rows = list(rows.order_by().values_list("standing", flat=True))
    return {one: from_rows.count(one.value) for one in Standing}
