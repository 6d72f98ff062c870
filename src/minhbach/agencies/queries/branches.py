"""Where many bodies stand at once: for whom each acts, and in which province."""

from collections.abc import Collection
from typing import Any

from minhbach.agencies.contracts import PlacedBody
from minhbach.agencies.models import BodyPosition, TerritoryVersion
from minhbach.agencies.rules import bodies_of, province_of
from minhbach.domain.bodies.values import Kind
from minhbach.domain.units.values import Level

COLUMNS = (
    "body_id", "path", "body__slug", "body__name", "body__place", "body__kind", "body__level", "body__sort_key",
    "body__search_text", "body__exists_until",
)  # fmt: skip
KINDS, LEVELS = {one.value: one for one in Kind}, {one.value: one for one in Level}
Row = tuple[Any, ...]
Rows = dict[int, Row]


def placed_bodies(ids: Collection[int]) -> dict[int, PlacedBody]:
    """Return the bodies, and those that they act for, by id: two queries however many they are.

    A unit acts for the body that answers for it outside: a commune's division for the commune's committee, a division
    of a department for the department; a department of a province's committee acts for itself.
    """
    rows = _rows(ids)
    rows |= _rows({one for row in rows.values() for one in bodies_of(row[1])} - rows.keys())
    return {pk: _placed(row, rows) for pk, row in rows.items()}


def province_names(ids: Collection[int]) -> dict[int, str]:
    """Return the latest names of territories by id: "tỉnh Thí Dụ"."""
    rows = TerritoryVersion.objects.filter(territory__in=ids).order_by("territory", "from_on", "pk")
    return {pk: f"{kind} {name}" for pk, kind, name in rows.values_list("territory", "kind", "name")}


def _rows(ids: Collection[int]) -> Rows:
    # Of several positions through time, the latest one stays.
    if not ids:
        return {}
    rows = BodyPosition.objects.filter(body__in=ids).order_by("body", "from_on", "pk")
    return {row[0]: row for row in rows.values_list(*COLUMNS)}


def _placed(row: Row, rows: Rows) -> PlacedBody:
    pk, path, slug, name, place, kind, level, sort_key, search_text, exists_until = row
    return PlacedBody(
        id=pk,
        slug=slug,
        name=name,
        place=place,
        kind=KINDS[kind],
        level=LEVELS[level],
        sort_key=sort_key,
        search_text=search_text,
        exists_until=exists_until,
        acts_for=_acts_for(path, level, rows),
        province=province_of(path),
    )


def _acts_for(path: str, level: str, rows: Rows) -> int:
    chain = bodies_of(path)
    top = rows.get(chain[0])
    governed = len(chain) > 1 and level == Level.PROVINCE and top is not None and top[5] == Kind.COMMITTEE
    return chain[1] if governed else chain[0]
