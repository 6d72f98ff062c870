"""The backlog of Article 31(3): what was there before Law 01/2026 and became due with it, by letter and month."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q, QuerySet

from minhbach.domain.access import Actor
from minhbach.register.models import Item, ItemState
from minhbach.register.queries.listing import IS_PUBLIC
from minhbach.register.queries.lists import of_bodies
from minhbach.register.queries.visible import items_kept_for


@dataclass(frozen=True, slots=True)
class Share:
    """Part of a backlog: how many items there are, how many of them are public, how many are not said to belong here.

    `unsaid` are items of which nobody has said whether the law of before had them published already.
    """

    every: int = 0
    done: int = 0
    unsaid: int = 0

    @property
    def open(self) -> int:
        """Return how many are still to be made public."""
        return self.every - self.done

    def __add__(self, other: "Share") -> "Share":
        return Share(self.every + other.every, self.done + other.done, self.unsaid + other.unsaid)


@dataclass(frozen=True, slots=True)
class Backlog:
    """The backlog of a body, by letter and planned day (None: not planned)."""

    shares: dict[tuple[str, date | None], Share]

    @property
    def whole(self) -> Share:
        """Return all of it."""
        return self._sum(self.shares)

    @property
    def letters(self) -> list[str]:
        """Return the letters that have any, in the order of the alphabet of the law."""
        return list(dict.fromkeys(letter for letter, _planned in self.shares))

    @property
    def days(self) -> list[date]:
        """Return the planned days, the earliest first."""
        return sorted({planned for _letter, planned in self.shares if planned})

    def of(self, letter: str | None = None, planned: date | None | str = "any") -> Share:
        """Return a part: of a letter, of a planned day (None: not planned), or of both."""
        return self._sum(
            key for key in self.shares if letter in (None, key[0]) and (planned == "any" or planned == key[1])
        )

    def behind(self, on: date) -> int:
        """Return how many should be public by the body's own plan and are not."""
        return sum(share.open for (_letter, planned), share in self.shares.items() if planned and planned < on)

    def _sum(self, keys: Iterable[tuple[str, date | None]]) -> Share:
        return sum((self.shares[key] for key in keys), Share())


def backlog_items(body_id: int, *, actor: Actor) -> QuerySet[Item]:
    """Return the items of a body's backlog, with those of its predecessors, that the actor may see."""
    rows = items_kept_for(actor).filter(body_id__in=of_bodies([body_id]))
    return rows.filter(state=ItemState.ACTIVE, is_backlog=True)


def backlog_of(body_id: int, *, letters: Iterable[str], actor: Actor) -> Backlog:
    """Return the backlog of a body in one query.

    :param letters: in the order of the statute.
    """
    rows = backlog_items(body_id, actor=actor).order_by().values_list("letter", "planned_on")
    counted = rows.annotate(
        every=Count("pk"),
        done=Count("pk", filter=IS_PUBLIC),
        unsaid=Count("pk", filter=Q(was_due_before__isnull=True)),
    )
    place = {letter: number for number, letter in enumerate(letters)}
    found = sorted(counted, key=lambda row: (place.get(row[0], len(place)), row[1] or date.max))
    return Backlog({(letter, planned): Share(every, done, unsaid) for letter, planned, every, done, unsaid in found})
