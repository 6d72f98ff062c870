"""How far the bodies below a plan are: values, their sums, and which of them a list shows."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, NamedTuple

from minhbach.agencies.contracts import PlacedBody
from minhbach.domain.bodies.values import Kind
from minhbach.domain.text import fold
from minhbach.domain.units.values import Level
from minhbach.planning.queries.counting import Counts, add_counts


class Lack(StrEnum):
    """What a body below lacks."""

    PLAN = "plan"
    TAKING_OVER = "taking_over"
    LATE = "late"


@dataclass(frozen=True, slots=True)
class PlanBelow:
    """The plan that a body made under the plan above. `issued_on` is the day of its confirmation where it has none."""

    id: int
    name: str
    issued_on: date


class BodyBelow(NamedTuple):
    """One body that must act, as of a day, with the units that act for it: a tuple, since a country has thousands.

    :param members: whose parts are counted here: the body's own and its units'.
    :param owes_plan: whether it makes a plan of its own; units of the issuing body and bodies that ended do not.
    :param given: leading parts in tasks; `taken_over` of them are begun, `counts` says how they stand.
    """

    body: PlacedBody
    branch: str
    members: tuple[int, ...]
    owes_plan: bool
    plan: PlanBelow | None
    given: int
    taken_over: int
    counts: Counts

    @property
    def not_taken_over(self) -> int:
        """Return how many parts nobody took over."""
        return self.given - self.taken_over

    @property
    def lacks_plan(self) -> bool:
        """True where it owes a plan and has none."""
        return self.owes_plan and self.plan is None

    def lacks(self, lack: Lack) -> bool:
        """True where it lacks this."""
        match lack:
            case Lack.PLAN:
                return self.lacks_plan
            case Lack.TAKING_OVER:
                return self.not_taken_over > 0
            case Lack.LATE:
                return self.counts.open_late > 0


@dataclass(frozen=True, slots=True)
class Sums:
    """What bodies have together."""

    bodies: int
    owing: int
    with_plan: int
    given: int
    taken_over: int
    counts: Counts

    @property
    def without_plan(self) -> int:
        """Return how many owe a plan and have none."""
        return self.owing - self.with_plan

    @property
    def not_taken_over(self) -> int:
        """Return how many parts nobody took over."""
        return self.given - self.taken_over


@dataclass(frozen=True, slots=True)
class Branch:
    """One branch: the communes of a province, or one body by itself (`only`)."""

    key: str
    name: str
    sort_key: str
    sums: Sums
    only: BodyBelow | None


@dataclass(frozen=True, slots=True)
class CascadeFilters:
    """What the list of bodies below is narrowed to."""

    words: str = ""
    lack: Lack | None = None
    level: Level | None = None
    branch: str = ""

    @property
    def any(self) -> bool:
        """True where anything is asked."""
        return bool(self.words or self.lack or self.level or self.branch)


@dataclass(frozen=True, slots=True)
class Cascade:
    """All that stands below a plan on a day, by name, and how the branches are called."""

    bodies: tuple[BodyBelow, ...]
    branch_names: Mapping[str, str]

    @property
    def sums(self) -> Sums:
        """Return the sums over all bodies."""
        return summed(self.bodies)

    def branches(self) -> tuple[Branch, ...]:
        """Return the branches: those of many bodies first, then the single bodies, by name."""
        groups: dict[str, list[BodyBelow]] = {}
        for one in self.bodies:
            groups.setdefault(one.branch, []).append(one)
        found = (self._branch(key, group) for key, group in groups.items())
        return tuple(sorted(found, key=lambda one: (one.only is not None, one.sort_key)))

    def narrowed(self, filters: CascadeFilters) -> tuple[BodyBelow, ...]:
        """Return the bodies that fit."""
        words = fold(filters.words).split()
        return tuple(one for one in self.bodies if _fits(one, filters, words))

    def _branch(self, key: str, group: Sequence[BodyBelow]) -> Branch:
        only = group[0] if key.startswith("c") else None
        name = only.body.full_name if only else self.branch_names[key]
        return Branch(key, name, only.body.sort_key if only else fold(name), summed(group), only)


def summed(bodies: Iterable[BodyBelow]) -> Sums:
    """Return what the bodies have together."""
    rows = tuple(bodies)
    owing = [one for one in rows if one.owes_plan]
    return Sums(
        bodies=len(rows),
        owing=len(owing),
        with_plan=sum(one.plan is not None for one in owing),
        given=sum(one.given for one in rows),
        taken_over=sum(one.taken_over for one in rows),
        counts=add_counts(one.counts for one in rows),
    )


def branch_alone(body: PlacedBody) -> str:
    """Return the key of the branch that is the body by itself."""
    return f"c{body.id}"


def branch_of(body: PlacedBody, *, own_province: int | None) -> str:
    """Return the key of a body's branch: of a commune its province; of any other body, the body itself.

    :param own_province: that of the body that issued the plan; None for a plan of the centre, where a province's
        committee heads the branch of its communes.
    """
    heads = body.kind == Kind.COMMITTEE and body.province != own_province
    return f"t{body.province}" if body.level != Level.PROVINCE or heads else branch_alone(body)


Key = Callable[[Any], Any]
COLUMNS: Mapping[str, Key] = {
    "co-quan": lambda one: one.body.sort_key,
    "ke-hoach": lambda one: (one.plan is not None, not one.owes_plan),
    "giao": lambda one: one.given,
    "chua-nhan": lambda one: one.not_taken_over,
    "xong": lambda one: one.counts.done,
    "qua-han": lambda one: one.counts.open_late,
}
BRANCH_COLUMNS: Mapping[str, Key] = {
    "co-quan": lambda one: one.sort_key,
    "ke-hoach": lambda one: -one.sums.without_plan,
    "giao": lambda one: one.sums.given,
    "chua-nhan": lambda one: one.sums.not_taken_over,
    "xong": lambda one: one.sums.counts.done,
    "qua-han": lambda one: one.sums.counts.open_late,
}


def sorted_by(rows: Sequence[Any], asked: str, columns: Mapping[str, Key]) -> Sequence[Any]:
    """Return the rows sorted by a column ("-qua-han": the greatest first); as they are where it makes no sense."""
    key = columns.get(asked.removeprefix("-"))
    return sorted(rows, key=key, reverse=asked.startswith("-")) if key else rows


def _fits(one: BodyBelow, filters: CascadeFilters, words: Sequence[str]) -> bool:
    if filters.lack and not one.lacks(filters.lack):
        return False
    if filters.level and one.body.level != filters.level:
        return False
    if filters.branch and one.branch != filters.branch:
        return False
    return all(word in one.body.search_text for word in words)
