"""What an agency has to do so that everything is public that must be: at most one screen, the most pressing first."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from django.db.models import QuerySet

from minhbach.agencies.queries.answering import who_answers_for
from minhbach.agencies.queries.focal_points import bodies_with_duty
from minhbach.domain.access import Actor
from minhbach.domain.monitoring.values import Criterion
from minhbach.domain.statutes import Statute
from minhbach.publication.queries.monitor import AgencyStanding, agencies_of, standings, without_address
from minhbach.publication.rules import SEES
from minhbach.register.queries.checks import gone, unread
from minhbach.register.queries.listing import OVERDUE, standing
from minhbach.register.queries.lists import must_be_public
from minhbach.register.queries.visible import registers_of

LINES, OF_A_KIND = 10, 3
"""How many things one screen of a phone shows, and how many of one kind before the others had their turn."""

FOCAL_LETTER = "u"
"""The letter of Article 17(1) under which the focal point is published."""


class Need(StrEnum):
    """What is to be done, the most pressing first."""

    PUBLISH = "publish"
    MEND = "mend"
    ADDRESS = "address"
    READABLE = "readable"
    FOCAL_POINT = "focal_point"
    BEGIN = "begin"
    RENEW = "renew"


@dataclass(frozen=True, slots=True)
class ToDo:
    """One thing to do: about an item, or about a letter of an agency that has none to show."""

    need: Need
    agency: AgencyStanding | None = None
    item: Any = None
    letter: str = ""


@dataclass(frozen=True, slots=True)
class Work:
    """What stands on the screen, and how many more of each kind there are."""

    agencies: tuple[AgencyStanding, ...]
    lines: tuple[ToDo, ...]
    more: dict[Need, int]


def work_of(actor: Actor, *, law: Statute, on: date) -> Work:
    """Return what the agencies have to do in whose registers the actor reads: the same number of queries for any."""
    bodies = registers_of(actor, SEES)
    every = frozenset(one for over in who_answers_for(bodies).values() for one in over)
    rows = must_be_public(bodies, actor=actor)
    duty = bodies_with_duty(on).filter(pk__in=every).order_by("sort_key", "pk")
    agencies = standings(agencies_of(duty), must_be_public(every, actor=actor), law=law, on=on)
    found = {need: (list(lines[:LINES]), lines.count()) for need, lines in _items(rows, law, on).items()}
    waiting = {need: [ToDo(need, item=row) for row in lines] for need, (lines, _count) in found.items()}
    counts = {need: count for need, (_lines, count) in found.items()}
    for one in _letters(agencies):
        waiting.setdefault(one.need, []).append(one)
        counts[one.need] = counts.get(one.need, 0) + 1
    shown = _in_turn(waiting)
    more = {need: count - sum(one.need is need for one in shown) for need, count in counts.items()}
    return Work(agencies, tuple(shown), {need: count for need, count in more.items() if count})


def _items(rows: QuerySet[Any], law: Statute, on: date) -> dict[Need, QuerySet[Any]]:
    conditions = {
        Need.PUBLISH: standing(OVERDUE, on=on),
        Need.MEND: gone(),
        Need.ADDRESS: without_address(law),
        Need.READABLE: unread(),
    }
    ordered = rows.select_related("body").order_by("publish_due_on", "pk")
    return {need: ordered.filter(condition) for need, condition in conditions.items()}


def _letters(agencies: tuple[AgencyStanding, ...]) -> Iterator[ToDo]:
    for agency in agencies:
        # Naming a focal point is also what brings the letter that asks for one.
        named = FOCAL_LETTER if not agency.agency.has_focal_point else ""
        if named:
            yield ToDo(Need.FOCAL_POINT, agency, letter=named)
        for need, criterion in ((Need.BEGIN, Criterion.PRESENT), (Need.RENEW, Criterion.FRESH)):
            for one in agency.lacking(criterion):
                if one.letter not in named and (not one.counts.lines or need is Need.RENEW):
                    yield ToDo(need, agency, letter=one.letter)


def _in_turn(waiting: dict[Need, list[ToDo]]) -> list[ToDo]:
    """Return at most one screen: some of every kind, then what room is left to the most pressing."""
    first = [one for need in Need for one in waiting.get(need, [])[:OF_A_KIND]][:LINES]
    rest = [one for need in Need for one in waiting.get(need, [])[OF_A_KIND:]][: LINES - len(first)]
    return sorted([*first, *rest], key=lambda one: list(Need).index(one.need))
