"""Bodies with their names by date."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from minhbach.agencies.models import Body, BodyName
from minhbach.agencies.planting.dated import BATCH, replace_dated
from minhbach.agencies.planting.territories import Place, Places
from minhbach.agencies.planting.wanted import Tally, WantedBody
from minhbach.agencies.rules import ended_slug, free_slug, name_core, search_text, slug_of, variants, with_territory
from minhbach.domain.collation import sort_key

_COMPARED = (
    "kind",
    "level",
    "territory_id",
    "name",
    "place",
    "sort_key",
    "search_text",
    "exists_from",
    "exists_until",
    "state",
    "source",
)


def plant_bodies(
    wanted: Sequence[WantedBody], territories: Mapping[str, int], places: Places
) -> tuple[Mapping[str, int], Tally]:
    """Make the table hold the bodies; return their ids by key. What people wrote about a body is left alone."""
    rows = {one.body.key: _row(one, territories, places[one.body.territory]) for one in wanted}
    ids, changed = {}, []
    for held in _held(list(rows)):
        row = rows[held.key or ""]
        ids[held.key or ""] = held.pk
        if any(getattr(held, field) != getattr(row, field) for field in _COMPARED):
            row.pk, row.slug = held.pk, held.slug
            changed.append(row)
    fresh = [row for key, row in rows.items() if key not in ids]
    _give_slugs(fresh, {one.body.key: places[one.body.territory] for one in wanted})
    Body.objects.bulk_update(changed, _COMPARED, batch_size=BATCH)
    ids |= {row.key or "": row.pk for row in Body.objects.bulk_create(fresh, batch_size=BATCH)}
    return ids, Tally(created=len(fresh), changed=len(changed), unchanged=len(rows) - len(fresh) - len(changed))


def plant_names(wanted: Iterable[WantedBody], ids: Mapping[str, int]) -> Tally:
    """Make the table hold the bodies' names; names that people added are replaced with the rest."""
    names = [name for one in wanted for name in _names(one, ids[one.body.key])]
    return replace_dated(BodyName, "body_id", ids.values(), names, ("text", "official", "core"))


def last_place(places: Sequence[Place], until: dt.date | None) -> Place:
    """Return where a body stands, or stood on its last day; the first place known for one that ended before all."""
    if until is None:
        return places[-1]
    last_day = until - dt.timedelta(days=1)
    return next((place for place in places if place.version.holds_on(last_day)), places[0])


def _held(keys: Sequence[str]) -> Iterator[Body]:
    for start in range(0, len(keys), BATCH):
        yield from Body.objects.filter(key__in=keys[start : start + BATCH])


def _row(wanted: WantedBody, territories: Mapping[str, int], places: Sequence[Place]) -> Body:
    body = wanted.body
    place = last_place(places, body.until)
    name = with_territory(body.names[-1].text, place.version.full_name)
    above = ", ".join(place.above)
    return Body(
        key=body.key,
        kind=body.kind.value,
        level=body.level.value,
        territory_id=territories[body.territory],
        name=name,
        place=above,
        sort_key=sort_key(f"{name} {above}"),
        search_text=search_text(name, above, *body.also),
        exists_from=body.since,
        exists_until=body.until,
        state=wanted.state,
        source=wanted.source,
    )


def _names(wanted: WantedBody, body_id: int) -> Iterator[BodyName]:
    for name in wanted.body.names:
        yield BodyName(
            body_id=body_id, text=name.text, core=name_core(name.text), from_on=name.since, until_on=name.until
        )
    for text in dict.fromkeys(wanted.body.also):
        yield BodyName(body_id=body_id, text=text, core=name_core(text), official=False)


def _give_slugs(rows: Sequence[Body], places: Mapping[str, Sequence[Place]]) -> None:
    """Give each body the address of its page; of two alike, the one that exists has the plain one."""
    ordered = sorted(
        rows, key=lambda row: (row.exists_until is not None, row.exists_until or dt.date.max, row.key or "")
    )
    plain = {row.key or "": _slug(row, places[row.key or ""]) for row in ordered}
    wanted_twice = {slug for slug, times in Counter(plain.values()).items() if times > 1}
    taken = _in_use(plain.values())
    taken |= _in_use(variant for slug in taken | wanted_twice for variant in variants(slug))
    for row in ordered:
        wanted = plain[row.key or ""]
        if wanted in taken and row.exists_until is not None:
            wanted = ended_slug(wanted, row.exists_until.year)
        row.slug = free_slug(wanted, taken)
        taken.add(row.slug)


def _slug(row: Body, places: Sequence[Place]) -> str:
    place = last_place(places, row.exists_until)
    province = place.above[-1] if place.above else place.version.full_name
    name = place.province_name
    return slug_of(f"{row.name}, {row.place}" if row.place else row.name, province=province, province_name=name)


def _in_use(slugs: Iterable[str]) -> set[str]:
    asked = sorted(set(slugs))
    found: set[str] = set()
    for start in range(0, len(asked), BATCH):
        found |= set(Body.objects.filter(slug__in=asked[start : start + BATCH]).values_list("slug", flat=True))
    return found
