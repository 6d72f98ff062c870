"""Whom a body turns to when it needs an answer from above."""

from datetime import date

from django.db.models import Q

from minhbach.agencies.models import Body, TerritoryVersion
from minhbach.agencies.queries.beneath import bodies_above
from minhbach.agencies.queries.rows import exists_on, holds_on
from minhbach.domain.bodies.values import Kind

JUSTICE = "so tu phap"
"""How the name of the department begins, without marks, that follows the carrying out of laws over a province."""


def bodies_to_turn_to(body_id: int, *, on: date) -> tuple[int, ...]:
    """Return the bodies above one that could answer it, the nearest first.

    They are the bodies that it is a part of, the committee of its territory, then committee and Justice department of
    the territory above. Nothing where nothing above is loaded: a province's committee turns to no body here.
    """
    above = bodies_above(body_id)
    territory = Body.objects.values_list("territory_id", flat=True).filter(pk=above[-1] if above else body_id)
    own = territory.first()
    upper = TerritoryVersion.objects.filter(holds_on(on), territory=own).values_list("parent_id", flat=True).first()
    governing = Q(kind=Kind.COMMITTEE) | Q(kind=Kind.DEPARTMENT, search_text__startswith=JUSTICE)
    rows = Body.objects.filter(exists_on(on), governing, territory_id__in=[one for one in (own, upper) if one])
    found = rows.order_by("sort_key", "pk").values_list("pk", "territory_id", "kind")
    # The own territory before the one above, committees before departments.
    near = sorted(found, key=lambda row: (row[1] != own, row[2] != Kind.COMMITTEE))
    if not above:
        # A department of the same territory stands beneath the committee, not above it.
        near = [row for row in near if (row[1], row[2]) != (own, Kind.DEPARTMENT)]
    return tuple(one for one in dict.fromkeys((*above, *(pk for pk, _territory, _kind in near))) if one != body_id)
