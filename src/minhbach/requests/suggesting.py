"""Before somebody writes to an agency: what is public already, and which agency seems to hold it."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.safestring import SafeString, mark_safe

from minhbach.agencies.contracts import BodyRecord
from minhbach.agencies.queries import bodies, search_bodies, successor_today
from minhbach.agencies.queries.beneath import committees_at_the_top, own_line
from minhbach.domain.bodies.values import Kind
from minhbach.foundation.search import search
from minhbach.foundation.search.contracts import PUBLIC, Hit, Question
from minhbach.register.queries import ITEM, public_items
from minhbach.register.registries import public_path

SHOWN, LOOKED_AT, OFFERED, MOST_ASKED = 3, 12, 4, 12
RECEIVING = frozenset({Kind.COMMITTEE, Kind.DEPARTMENT, Kind.COUNCIL, Kind.SERVICE_UNIT, Kind.POLICE, Kind.MILITARY})
"""Kinds of bodies that requests are sent to; of a part of one, the body that it is a part of."""
_CAPITAL = r"[A-ZĐÀ-ỸÂÊÔĂƠƯ][^\W\d_]*"
_NAMED = re.compile(
    rf"\b(?:Sở|sở)\s+{_CAPITAL}(?:\s+(?:và\s+)?{_CAPITAL})*"
    rf"|\b(?:(?:UBND|Ủy ban nhân dân|Uỷ ban nhân dân)\s+)?"
    rf"(?:xã|phường|đặc khu|tỉnh|thành phố)\s+{_CAPITAL}(?:\s+{_CAPITAL})*"
)


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
    hits = search(Question(text, frozenset({PUBLIC}), kinds=frozenset({ITEM}), limit=LOOKED_AT)).hits
    rows = {
        row.pk: row for row in public_items().select_related("body").filter(pk__in=[hit.subject_id for hit in hits])
    }
    shown = tuple(_published(hit, rows[hit.subject_id]) for hit in hits if hit.subject_id in rows)[:SHOWN]
    holding = Counter(rows[hit.subject_id].body_id for hit in hits if hit.subject_id in rows)
    wanted = [*([first] if first else []), *_named_in(text), *(body for body, _count in holding.most_common(OFFERED))]
    return Suggestions(shown, _answering(wanted, on)[:OFFERED])


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


def _named_in(text: str) -> Iterator[int]:
    """Yield the bodies that the text names: "UBND phường Mẫu Một", "Sở Tư pháp", "xã Mẫu Hai"."""
    for match in list(_NAMED.finditer(text))[:3]:
        found = search_bodies(match[0].replace("UBND", "Ủy ban nhân dân"), limit=OFFERED)
        yield from (body for body, _name in found)


def _answering(ids: list[int], on: date) -> tuple[BodyRecord, ...]:
    """Return who answers for these bodies today, each once, in their order."""
    today = (body for one in list(dict.fromkeys(ids))[:MOST_ASKED] for body in successor_today(one, on)[:1])
    wanted = dict.fromkeys(own_line(body)[-1] for body in today)
    known = bodies(wanted)
    return tuple(
        known[one] for one in wanted if one in known and known[one].kind in RECEIVING and known[one].exists_on(on)
    )
