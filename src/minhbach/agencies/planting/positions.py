"""Where bodies stand in the tree, by date."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping

from minhbach.agencies.models import BodyPosition
from minhbach.agencies.planting.dated import replace_dated
from minhbach.agencies.planting.territories import Place, Places
from minhbach.agencies.planting.wanted import Tally, WantedBody
from minhbach.agencies.rules import body_segment
from minhbach.domain.bodies.model import key_of
from minhbach.domain.bodies.values import Body


def plant_positions(wanted: Iterable[WantedBody], ids: Mapping[str, int], places: Places) -> Tally:
    """Make the table hold where each body stood in each time of its territory."""
    bodies = {one.body.key: one.body for one in wanted}
    rows = [row for body in bodies.values() for row in _positions(body, bodies, ids, places)]
    return replace_dated(BodyPosition, "body_id", ids.values(), rows, ("parent_id", "path"))


def _positions(
    body: Body, bodies: Mapping[str, Body], ids: Mapping[str, int], places: Places
) -> Iterator[BodyPosition]:
    chain = "".join(body_segment(ids[key]) for key in _chain(body, bodies))
    held: BodyPosition | None = None
    for begins, ends, place in _stretches(body, places[body.territory]):
        parent = body.parent or _same_body_above(body, place)
        row = BodyPosition(
            body_id=ids[body.key],
            parent_id=ids.get(parent or ""),
            path=place.path + chain,
            from_on=begins,
            until_on=ends,
        )
        if held is not None and (held.parent_id, held.path) == (row.parent_id, row.path):
            held.until_on = ends
            continue
        if held is not None:
            yield held
        held = row
    if held is not None:
        yield held


def _chain(body: Body, bodies: Mapping[str, Body]) -> list[str]:
    keys = [body.key]
    while (parent := bodies[keys[0]].parent) is not None:
        keys.insert(0, parent)
    return keys


def _stretches(body: Body, places: Iterable[Place]) -> Iterator[tuple[dt.date | None, dt.date | None, Place]]:
    """Yield the stretches of days in which the body was there and its territory lay in one place."""
    for place in places:
        begins = max(filter(None, (body.since, place.from_on)), default=None)
        ends = min(filter(None, (body.until, place.version.in_force_until)), default=None)
        if begins is None or ends is None or begins < ends:
            yield begins, ends, place


def _same_body_above(body: Body, place: Place) -> str | None:
    """Return the key of the like body of the territory above: a ward's committee is under the province's."""
    above = place.version.parent
    return key_of(above, body.key.rpartition("/")[2]) if above else None
