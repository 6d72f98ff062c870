"""How well agencies publish what they must, as anyone can check it: counted from the rows that everybody may read."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import uuid4

from django.core.cache import caches

from minhbach.agencies.queries.directory import Narrowing, narrowed
from minhbach.agencies.queries.focal_points import bodies_with_duty
from minhbach.domain.monitoring.scoring import LetterStanding
from minhbach.domain.monitoring.values import Criterion
from minhbach.domain.statutes import Statute
from minhbach.portal.caching import CACHE, SECONDS
from minhbach.publication.queries.monitor import AgencyStanding, agencies_of, standings
from minhbach.publication.stamp import public_stamp
from minhbach.register.queries.lists import must_be_public


@dataclass(frozen=True, slots=True)
class LetterFigures:
    """Over some agencies, how a letter stands: wholly met, met in part, not there, or nobody knows."""

    letter: str
    words: str
    whole: int
    partly: int
    missing: int
    unknown: int


def board(to: Narrowing, *, law: Statute, on: date) -> tuple[AgencyStanding, ...]:
    """Return the agencies that fit, by name, each with how it stands.

    The same number of queries however many agencies and items there are.
    """
    every = _every(law, on)
    if not to.anything:
        return every
    fit = frozenset(narrowed(bodies_with_duty(on), to, on=on).order_by().values_list("pk", flat=True))
    return tuple(row for row in every if row.agency.id in fit)


_last: tuple[object, tuple[AgencyStanding, ...]] = (None, ())
"""What was counted last in this process, with the token under which the cache says that it still holds."""


def _every(law: Statute, on: date) -> tuple[AgencyStanding, ...]:
    """Return all agencies; counted anew once anything public changes, and after `SECONDS`."""
    global _last
    key = f"monitor:{public_stamp()[0]}:{law.number}:{on.isoformat()}"
    token, found = _last
    if token is None or caches[CACHE].get(key) != token:
        rows = agencies_of(bodies_with_duty(on).order_by("sort_key", "pk"))
        token, found = uuid4().hex, standings(rows, must_be_public(None), law=law, on=on)
        caches[CACHE].set(key, token, SECONDS)
        _last = (token, found)
    return found


def agency_standing(slug: str, *, law: Statute, on: date) -> AgencyStanding | None:
    """Return one agency; None where there is none, or it provides no information itself."""
    found = agencies_of(bodies_with_duty(on).filter(slug=slug))
    if not found:
        return None
    rows = must_be_public([one.id for one in found])
    return standings(found, rows, law=law, on=on)[0]


def in_order(rows: Sequence[AgencyStanding], asked: str) -> tuple[AgencyStanding, ...]:
    """Return the agencies by name, or by score (`diem`, `-diem`); those without one stand last."""
    if asked.removeprefix("-") != "diem":
        return tuple(reversed(rows)) if asked == "-ten" else tuple(rows)
    sign = -1 if asked.startswith("-") else 1
    return tuple(sorted(rows, key=lambda row: (row.score is None, sign * (row.score or 0))))


def lacking_at(
    rows: Sequence[AgencyStanding], *, letter: str, criterion: Criterion | None
) -> tuple[AgencyStanding, ...]:
    """Return the agencies that lack something: at a letter, by a criterion, or both; all where neither is asked."""
    if not letter and criterion is None:
        return tuple(rows)
    return tuple(row for row in rows if _lacks(row, letter, criterion))


def _lacks(row: AgencyStanding, letter: str, criterion: Criterion | None) -> bool:
    return any(
        (criterion in one.gaps if criterion else bool(one.gaps)) for one in row.letters if letter in ("", one.letter)
    )


def by_letter(rows: Sequence[AgencyStanding], law: Statute) -> tuple[LetterFigures, ...]:
    """Return how each letter of the law stands over the agencies."""
    return tuple(
        _figures(one.letter, one.words, [row.letters[place] for row in rows]) for place, one in enumerate(law.letters)
    )


def _figures(letter: str, words: str, standing: Sequence[LetterStanding]) -> LetterFigures:
    judged = [one for one in standing if one.is_judged]
    missing = sum(not one.is_present for one in judged)
    whole = sum(not one.gaps for one in judged)
    return LetterFigures(letter, words, whole, len(judged) - missing - whole, missing, len(standing) - len(judged))
