"""From places that somebody's own words name to the bodies that answer for them, today's and those that were."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from minhbach.agencies.models import Body, BodyPosition, TerritoryVersion
from minhbach.agencies.queries.rows import exists_on
from minhbach.agencies.rules import name_core, province_of, territories_of
from minhbach.domain.bodies.values import Kind
from minhbach.domain.text import fold, lower_one_tone
from minhbach.domain.units.mentions import Mention, places_mentioned
from minhbach.domain.units.names import comparable
from minhbach.domain.units.values import Level

_MOST = 6
"""Bodies of one name: more of it lie in other provinces, and a person says in which."""


@dataclass(frozen=True, slots=True)
class NamedPlaces:
    """What a text names: bodies of communes and districts, the likeliest first, and bodies of whole provinces.

    They may have ended: `successor_today` says who holds what they had.
    """

    local: tuple[int, ...]
    provincial: tuple[int, ...]


def bodies_of_places_in(text: str, *, near: Collection[int], on: date) -> NamedPlaces:
    """Return the bodies of the places that a text names.

    :param near: ids of bodies, in whose provinces a name is looked for first.
    """
    mentions = places_mentioned(text)
    rows = _versions(name for mention in mentions for name in mention.names) if mentions else []
    named = [(mention, _meant(mention, rows)) for mention in mentions]
    provinces = {row.territory_id for _mention, found in named for row in found if _is_province(row)}
    around = provinces or provinces_of(near)
    sure = any(mention.kind and not _is_province(row) for mention, found in named for row in found)
    wanted: list[tuple[TerritoryVersion, Kind]] = []
    for mention, found in named:
        # "xã Mẫu Một, Mẫu Hai": what stands without its kind beside a place with it says where that lies.
        fitting = [row for row in found if _is_province(row)] if mention.kind is None and sure else found
        wanted += [(row, mention.body) for row in _likeliest_first(fitting, mention, around, on)]
    bodies = _bodies_by_territory({row.territory_id for row, _kind in wanted})
    ids = [(body, _is_province(row)) for row, kind in wanted for body in _of_kind(bodies[row.territory_id], kind)]
    local, provincial = (tuple(dict.fromkeys(body for body, is_top in ids if is_top is top)) for top in (False, True))
    return NamedPlaces(local[:_MOST], provincial[:_MOST])


def departments_called(names: Sequence[str], *, provinces: Collection[int], on: date) -> tuple[int, ...]:
    """Return the bodies of some provinces (ids of territories) that bear these names, in the order of the names."""
    cores = [name_core(name) for name in names]
    rows = Body.objects.filter(exists_on(on), territory__in=provinces, names__core__in=cores).exclude(
        kind=Kind.INNER_UNIT
    )
    found = sorted((cores.index(core), body) for body, core in rows.values_list("pk", "names__core").distinct())
    return tuple(dict.fromkeys(body for _place, body in found))


def provinces_of(ids: Collection[int]) -> set[int]:
    """Return the ids of the provinces (territories) in which bodies stand or stood."""
    if not ids:
        return set()
    return {province_of(path) for path in BodyPosition.objects.filter(body__in=ids).values_list("path", flat=True)}


def _versions(names: Iterable[str]) -> list[TerritoryVersion]:
    keys = {fold(name) for name in names}
    return list(
        TerritoryVersion.objects.filter(name_key__in=keys).select_related("territory").order_by("sort_key", "pk")
    )


def _meant(mention: Mention, rows: Sequence[TerritoryVersion]) -> list[TerritoryVersion]:
    """Return the versions of the longest name that there is: with the marks that were typed, else without any."""
    kinds = [row for row in rows if mention.kind is None or row.kind == mention.kind]
    for name in mention.names:
        exact = [row for row in kinds if comparable(lower_one_tone(row.name)) == name]
        if exact:
            return exact
        loose = [row for row in kinds if row.name_key == name]
        if loose and mention.kind is not None:
            return loose
    return []


def _is_province(row: TerritoryVersion) -> bool:
    return row.territory.level == Level.PROVINCE


def _is_other_time(row: TerritoryVersion, mention: Mention, on: date) -> bool:
    """Tell whether a unit is one of today where a former one is meant, or the other way round."""
    ended = row.until_on is not None and row.until_on <= on
    return ended != (comparable(lower_one_tone(row.name)) in mention.former or row.name_key in mention.former)


def _likeliest_first(
    rows: Sequence[TerritoryVersion], mention: Mention, around: Collection[int], on: date
) -> list[TerritoryVersion]:
    def far(row: TerritoryVersion) -> bool:
        return not any(territory in around for territory in territories_of(row.path))

    return sorted(rows, key=lambda row: (far(row), _is_other_time(row, mention, on)))


def _bodies_by_territory(ids: Collection[int]) -> dict[int, list[tuple[int, str]]]:
    found: dict[int, list[tuple[int, str]]] = {one: [] for one in ids}
    kinds = (Kind.COMMITTEE, Kind.COUNCIL, Kind.POLICE, Kind.MILITARY)
    for territory, body, kind in Body.objects.filter(territory__in=ids, kind__in=kinds).values_list(
        "territory", "pk", "kind"
    ):
        found[territory].append((body, kind))
    return found


def _of_kind(bodies: Sequence[tuple[int, str]], kind: Kind) -> list[int]:
    """Return the body of the kind that is meant, before the committee of the same place."""
    wanted = [body for body, is_of in bodies if is_of == kind]
    return [*wanted, *(body for body, is_of in bodies if is_of == Kind.COMMITTEE and body not in wanted)]
