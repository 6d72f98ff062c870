"""Before somebody writes to an agency: what is public already, and which agency seems to hold it."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.safestring import SafeString, mark_safe

from minhbach.agencies.contracts import BodyRecord
from minhbach.agencies.queries import bodies, search_bodies, successor_today
from minhbach.agencies.queries.beneath import committees_at_the_top, own_line
from minhbach.agencies.queries.places import bodies_of_places_in, departments_called, provinces_of
from minhbach.domain.bodies.values import Kind
from minhbach.foundation.search import search
from minhbach.foundation.search.contracts import PUBLIC, Hit, Question
from minhbach.lawbook.matters import departments_for
from minhbach.register.queries import ITEM, public_items
from minhbach.register.registries import public_path

SHOWN, LOOKED_AT, OFFERED, MOST_ASKED, MOST_HOLDING = 3, 12, 4, 12, 2
RECEIVING = frozenset({Kind.COMMITTEE, Kind.DEPARTMENT, Kind.COUNCIL, Kind.SERVICE_UNIT, Kind.POLICE, Kind.MILITARY})
"""Kinds of bodies that requests are sent to; of a part of one, the body that it is a part of."""
_CAPITAL = r"[A-ZĐÀ-ỸÂÊÔĂƠƯ][^\W\d_]*"
_DEPARTMENT = re.compile(rf"\b(?:Sở|sở)\s+{_CAPITAL}(?:\s+(?:và\s+)?{_CAPITAL})*")


@dataclass(frozen=True, slots=True)
class Published:
    """Something public that may be what is looked for. `html` is its title, with the words that fit marked."""

    url: str
    html: SafeString
    number: str
    body: str
    on: date | None


@dataclass(frozen=True, slots=True)
class Suggestions:
    """What is shown before writing: the best of what is public, and the agencies offered, the likeliest first."""

    published: tuple[Published, ...]
    agencies: tuple[BodyRecord, ...]


def suggestions_for(text: str, *, first: int | None, on: date) -> Suggestions:
    """Return what answers already, and who may hold the rest.

    :param first: the agency from whose page somebody comes.
    """
    hits = search(answering_question(text)).hits
    rows = {
        row.pk: row for row in public_items().select_related("body").filter(pk__in=[hit.subject_id for hit in hits])
    }
    shown = tuple(_published(hit, rows[hit.subject_id]) for hit in hits if hit.subject_id in rows)[:SHOWN]
    holding = Counter(rows[hit.subject_id].body_id for hit in hits if hit.subject_id in rows)
    wanted = [
        *([first] if first else []),
        *_likely(text, first, [body for body, _n in holding.most_common(OFFERED)], on),
    ]
    return Suggestions(shown, _answering(wanted, on)[:OFFERED])


def answering_question(text: str) -> Question:
    """Return the question to the search whose hits may answer a need told in somebody's own words."""
    return Question(text, frozenset({PUBLIC}), kinds=frozenset({ITEM}), limit=LOOKED_AT, broadly=True)


def agencies_called(words: str, *, on: date, limit: int = 10) -> tuple[BodyRecord, ...]:
    """Return the agencies whose name holds these words, those that requests are sent to."""
    return _answering([body for body, _name in search_bodies(words, limit=limit * 3)], on)[:limit]


def agency_if_unsure(text: str, *, first: int | None, on: date) -> int | None:
    """Return who gets a request whose sender does not know who holds it: the likeliest, else the committee on top."""
    likeliest = suggestions_for(text, first=first, on=on).agencies or committees_at_the_top(on=on)
    return likeliest[0].id if likeliest else None


def takes_requests(body_id: int, *, on: date) -> bool:
    """Tell whether a request may be sent to this body itself."""
    found = bodies([body_id]).get(body_id)
    return found is not None and found.kind in RECEIVING and found.exists_on(on)


def _published(hit: Hit, row: Any) -> Published:
    # Titles come escaped from the search.
    title = mark_safe(hit.marked_title)  # noqa: S308
    return Published(public_path(row.public_id), title, hit.number, row.body.name, hit.on)


def _likely(text: str, first: int | None, holding: Sequence[int], on: date) -> Iterator[int]:
    """Yield the bodies that a need seems to be about, the likeliest first; some may have ended.

    What is named goes first: a department, then a place; of a province, the department that keeps such matters before
    its committee. Where nothing is named, whoever made public what seems to answer, then that department.
    """
    near = [first] if first else list(holding)
    places = bodies_of_places_in(text, near=near, on=on)
    here = [*places.local, *places.provincial] or near
    keeping = _keeping(text, [today for one in here[:1] for today in successor_today(one, on)[:1]], on)
    yield from _departments_in(text)
    yield from places.local
    if places.local or places.provincial:
        yield from keeping[:1]
        yield from places.provincial
    yield from holding[:MOST_HOLDING] if keeping else holding
    yield from keeping


def _keeping(text: str, ids: Sequence[int], on: date) -> tuple[int, ...]:
    """Return the departments that keep what a text is about, in the provinces of some bodies, else in the only one."""
    names = departments_for(text)
    if not names:
        return ()
    top = committees_at_the_top(on=on) if not ids else ()
    provinces = provinces_of(ids or ([top[0].id] if len(top) == 1 else []))
    return departments_called(names, provinces=provinces, on=on)


def _departments_in(text: str) -> Iterator[int]:
    """Yield the departments that the text names: "Sở Tư pháp"."""
    for match in list(_DEPARTMENT.finditer(text))[:3]:
        yield from (body for body, _name in search_bodies(match[0], limit=OFFERED))


def _answering(ids: list[int], on: date) -> tuple[BodyRecord, ...]:
    """Return who answers for these bodies today, each once, in their order."""
    today = (body for one in list(dict.fromkeys(ids))[:MOST_ASKED] for body in successor_today(one, on)[:1])
    wanted = dict.fromkeys(own_line(body)[-1] for body in today)
    known = bodies(wanted)
    return tuple(
        known[one] for one in wanted if one in known and known[one].kind in RECEIVING and known[one].exists_on(on)
    )
