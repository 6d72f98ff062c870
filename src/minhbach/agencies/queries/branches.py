"""Where many bodies stand at once: for whom each acts, and in which province."""

from collections.abc import Collection, Sequence
from typing import Any

from minhbach.agencies.contracts import PlacedBody
from minhbach.agencies.models import BodyPosition, TerritoryVersion
from minhbach.agencies.rules import bodies_of, province_of
from minhbach.domain.bodies.values import Kind
from minhbach.domain.units.values import Level

COLUMNS = (
    "path", "body__slug", "body__name", "body__place", "body__kind", "body__level", "body__sort_key",
    "body__search_text", "body__exists_until",
)  # fmt: skip
KIND, LEVEL = COLUMNS.index("body__kind"), COLUMNS.index("body__level")
KINDS, LEVELS = {one.value: one for one in Kind}, {one.value: one for one in Level}
Row = Sequence[Any]
Rows = dict[int, Row]


def placed_bodies(ids: Collection[int]) -> dict[int, PlacedBody]:
    """Return the bodies, and those that they act for, by id: two queries however many they are.

    A unit acts for the body that answers for it outside: a commune's division for the commune's committee, a division
    of a department for the department; a department of a province's committee acts for itself.
    """
    rows = _rows(ids)
    chains = {pk: bodies_of(row[0]) for pk, row in rows.items()}
    above = _rows({one for chain in chains.values() for one in chain} - rows.keys())
    chains |= {pk: bodies_of(row[0]) for pk, row in above.items()}
    rows |= above
    return {pk: _placed(pk, row, acts_for=_acts_for(chains[pk], rows)) for pk, row in rows.items()}


def province_names(ids: Collection[int]) -> dict[int, str]:
    """Return the latest names of territories by id: "tỉnh Thí Dụ"."""
    rows = TerritoryVersion.objects.filter(territory__in=ids).order_by("territory", "from_on", "pk")
    return {pk: f"{kind} {name}" for pk, kind, name in rows.values_list("territory", "kind", "name")}


def _rows(ids: Collection[int]) -> Rows:
    # Of several positions through time, the latest one stays.
    if not ids:
        return {}
    rows = BodyPosition.objects.filter(body__in=ids).order_by("body", "from_on", "pk")
    return {pk: row for pk, *row in rows.values_list("body_id", *COLUMNS)}


def _placed(pk: int, row: Row, *, acts_for: int) -> PlacedBody:
    path, slug, name, place, kind, level, sort_key, search_text, exists_until = row
    what = KINDS[kind], LEVELS[level]
    return PlacedBody(pk, slug, name, place, *what, sort_key, search_text, exists_until, acts_for, province_of(path))


def _acts_for(chain: Sequence[int], rows: Rows) -> int:
    if len(chain) < 2 or chain[0] not in rows:
        return chain[0]
    kind, level = rows[chain[0]][KIND], rows[chain[-1]][LEVEL]
    return chain[1] if kind == Kind.COMMITTEE and level == Level.PROVINCE else chain[0]
