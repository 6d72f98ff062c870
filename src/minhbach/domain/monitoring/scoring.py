"""How well an agency stands at a letter: five criteria of equal weight, each a part between nothing and the whole."""

import datetime as dt
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from minhbach.domain.monitoring.values import Criterion, ExpectedLetter, LetterCounts, Source

WHOLE, NONE = 1.0, 0.0
HALF = 0.5 + 1e-9
"""What rounds halves upwards, although a mean of parts of a whole may come out a hair too small."""


@dataclass(frozen=True, slots=True)
class LetterStanding:
    """How an agency stands at a letter.

    :param parts: what each criterion that can be judged gives, from 0 to 1; none of them: nobody knows whether the
        agency holds such information, or it stands there under the law of before, and nothing is judged.
    """

    letter: str
    counts: LetterCounts
    parts: Mapping[Criterion, float] = field(default_factory=dict)

    @property
    def is_judged(self) -> bool:
        """True if it counts in the agency's score."""
        return bool(self.parts)

    @property
    def is_present(self) -> bool:
        """True if something of the letter is public."""
        return self.parts.get(Criterion.PRESENT) == WHOLE

    @property
    def gaps(self) -> tuple[Criterion, ...]:
        """Return the judged criteria that are not wholly met."""
        return tuple(one for one in Criterion if self.parts.get(one, WHOLE) < WHOLE)

    @property
    def score(self) -> float | None:
        """Return the mean of the parts as a number from 0 to 100, and 0 of what is not there; None: not judged."""
        if not self.parts:
            return None
        return sum(self.parts.values(), NONE) * 100 / len(self.parts) if self.is_present else NONE


def standing_of(
    letter: str,
    counts: LetterCounts,
    *,
    expected: ExpectedLetter | None,
    shown: Collection[Source] = (),
    on: dt.date,
) -> LetterStanding:
    """Return how an agency stands at a letter on a day.

    :param expected: what the law says of every agency; None: whether this one holds such information is not known.
    :param shown: what of the installation shows of the agency by itself.
    """
    by_itself = bool(expected and expected.shown_by and set(expected.shown_by) <= set(shown))
    if not counts.lines and not by_itself and (expected is None or counts.older):
        return LetterStanding(letter, counts)
    parts = {Criterion.PRESENT: WHOLE if counts.posted or by_itself else NONE}
    if expected and expected.months and counts.posted:
        parts[Criterion.FRESH] = WHOLE if _is_fresh(counts.newest_on, expected.months, on) else NONE
    for criterion, all_of, bad in (
        (Criterion.ON_TIME, counts.dated, counts.late),
        (Criterion.REACHABLE, counts.opened, counts.gone),
        (Criterion.READABLE, counts.looked, counts.unread),
    ):
        if all_of:
            parts[criterion] = (all_of - bad) / all_of
    return LetterStanding(letter, counts, parts)


def agency_score(standings: Iterable[LetterStanding]) -> int | None:
    """Return the mean of the judged letters as a whole number, halves upwards; None where nothing is judged."""
    scores = [one.score for one in standings if one.score is not None]
    return whole_points(sum(scores, NONE) / len(scores)) if scores else None


def whole_points(score: float) -> int:
    """Return a score as a whole number, halves upwards."""
    return int(score + HALF)


def months_before(day: dt.date, months: int) -> dt.date:
    """Return the same day so many months before, or the last one of a shorter month."""
    place = day.year * 12 + day.month - 1 - months
    year, month = divmod(place, 12)
    first_of_next = dt.date(year + (month == 11), (month + 1) % 12 + 1, 1)
    last = (first_of_next - dt.timedelta(days=1)).day
    return dt.date(year, month + 1, min(day.day, last))


def _is_fresh(newest_on: dt.date | None, months: int, on: dt.date) -> bool:
    return newest_on is not None and newest_on >= months_before(on, months)
