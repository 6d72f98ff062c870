"""The names that a body had, by date, with the names of its territory then."""

import datetime as dt
from dataclasses import dataclass
from typing import TypeVar

from minhbach.agencies.models import Body, BodyName, Dated, TerritoryVersion
from minhbach.agencies.rules import with_territory

Row = TypeVar("Row", bound=Dated)


@dataclass(frozen=True, slots=True)
class DatedText:
    """A whole name from `from_on` (None: longer than is known) to `last_on`, that day included (None: still)."""

    text: str
    from_on: dt.date | None
    last_on: dt.date | None


def names_by_date(row: Body) -> tuple[DatedText, ...]:
    """Return the official names of a body, each with its territory's name of the time; the latest first."""
    names = _ordered(list(BodyName.objects.filter(body=row, official=True)))
    places = _ordered(list(TerritoryVersion.objects.filter(territory=row.territory_id)))
    found: list[DatedText] = []
    for name in names:
        for place in places:
            begins = max(filter(None, (name.from_on, place.from_on)), default=None)
            ends = min(filter(None, (name.until_on, place.until_on)), default=None)
            if begins is not None and ends is not None and ends <= begins:
                continue
            if place is not places[0] and place.from_on and name.until_on and name.until_on <= place.from_on:
                continue
            text = with_territory(name.text, f"{place.kind} {place.name}") if row.kind != "inner_unit" else name.text
            _append(found, text, begins, ends)
    return tuple(reversed(found))


def _append(found: list[DatedText], text: str, begins: dt.date | None, ends: dt.date | None) -> None:
    last_on = ends - dt.timedelta(days=1) if ends else None
    if found and found[-1].text == text:
        begins = found.pop().from_on
    found.append(DatedText(text, begins, last_on))


def _ordered(rows: list[Row]) -> list[Row]:
    return sorted(rows, key=lambda row: row.from_on or dt.date.min)
