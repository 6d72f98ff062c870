"""What officers see of the bodies that they keep or oversee."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.db.models import DateField, Exists, F, OuterRef, QuerySet, Subquery
from django.utils.translation import gettext as _

from minhbach.agencies.access import MAY_CHANGE, changed_by, seen_by, watched_by
from minhbach.agencies.contracts import BodyNotVisible
from minhbach.agencies.models import Body, FocalPoint
from minhbach.agencies.queries.directory import Narrowing, committees_first, narrowed
from minhbach.agencies.queries.focal_points import bodies_with_duty, running_on
from minhbach.agencies.queries.rows import exists_on
from minhbach.domain.access import Actor

ENDING_WITHIN = 30
"""So many days before its end a term is shown as ending."""
SORTS = {"ten": "sort_key", "het-han": "term_ends", "dau-moi": "has_focal_point"}


@dataclass(frozen=True, slots=True)
class OfficeFilters:
    """What the list is narrowed to. `state`: "thieu" (bound and lacking), "co", "saphet" (ending); "" is all."""

    to: Narrowing
    state: str = ""
    sort: str = ""


def bodies_seen(actor: Actor, *, on: dt.date) -> QuerySet[Any]:
    """Return the bodies of that day that the officer sees, with focal point, end of term, and whether one is due."""
    running = FocalPoint.objects.filter(running_on(on), body=OuterRef("pk"))
    ends = running.order_by(F("until_on").desc(nulls_first=True)).values("until_on")[:1]
    return Body.objects.filter(exists_on(on), seen_by(actor, on=on) | changed_by(actor, on=on)).annotate(
        has_focal_point=Exists(running),
        term_ends=Subquery(ends, output_field=DateField()),
        is_due=Exists(bodies_with_duty(on).filter(pk=OuterRef("pk"))),
    )


def office_list(actor: Actor, filters: OfficeFilters, *, on: dt.date) -> QuerySet[Any]:
    """Return the officer's list, narrowed and in the order asked for."""
    rows: QuerySet[Any] = narrowed(bodies_seen(actor, on=on), filters.to, on=on)
    if filters.state == "thieu":
        rows = rows.filter(is_due=True, has_focal_point=False)
    elif filters.state == "co":
        rows = rows.filter(has_focal_point=True)
    elif filters.state == "saphet":
        rows = rows.filter(has_focal_point=True, term_ends__lte=on + dt.timedelta(days=ENDING_WITHIN))
    column = SORTS.get(filters.sort.removeprefix("-"))
    if column is None:
        # Who is bound by law first; a province has ten times as many bodies that are not.
        return committees_first(rows).order_by("-is_due", "place_of_kind", "sort_key", "pk")
    first = F(column).desc(nulls_last=True) if filters.sort.startswith("-") else F(column).asc(nulls_last=True)
    return rows.order_by(first, "sort_key", "pk")


def office_counts(actor: Actor, *, on: dt.date) -> dict[str, int]:
    """Return how many bodies the officer sees that need a focal point, and how many of these lack one."""
    due = bodies_seen(actor, on=on).filter(is_due=True)
    return {"due": due.count(), "lacking": due.filter(has_focal_point=False).count()}


def terms_ending(actor: Actor, *, on: dt.date) -> QuerySet[FocalPoint]:
    """Return the terms that end within `ENDING_WITHIN` days, nobody after them, of bodies the officer may change."""
    own = Body.objects.filter(changed_by(actor, on=on)).values("pk")
    later = FocalPoint.objects.filter(body=OuterRef("body"), withdrawn_at__isnull=True).filter(
        running_on(on + dt.timedelta(days=ENDING_WITHIN))
    )
    rows = FocalPoint.objects.filter(running_on(on), body__in=own, until_on__lte=on + dt.timedelta(days=ENDING_WITHIN))
    return rows.exclude(Exists(later)).select_related("body", "unit").order_by("until_on", "pk")


def body_seen(body_id: int, *, actor: Actor, on: dt.date) -> tuple[Body, bool]:
    """Return a body that the officer sees, and whether its data may be changed by the officer.

    :raises BodyNotVisible: if it is not there for the officer.
    """
    row = Body.objects.filter(pk=body_id).filter(seen_by(actor, on=on) | changed_by(actor, on=on)).first()
    if row is None:
        raise BodyNotVisible(_("Không tìm thấy cơ quan này."))
    return row, Body.objects.filter(changed_by(actor, on=on), pk=body_id).exists()


def own_bodies_lacking(actor: Actor, *, on: dt.date) -> QuerySet[Any]:
    """Return the officer's own bodies that the law wants to have a focal point and that have none."""
    own = actor.bodies_where(*MAY_CHANGE)
    return bodies_with_duty(on).filter(pk__in=own, has_focal_point=False).order_by("sort_key", "pk")


def looked_down_on(rows: QuerySet[Any], *, actor: Actor, on: dt.date) -> QuerySet[Any]:
    """Return those of the bodies that lie in a territory which the officer leads or oversees, in Vietnamese order."""
    return rows.filter(watched_by(actor, on=on)).order_by("sort_key", "pk")
