"""How well agencies publish what they must, letter by letter: counted in the database, for who may read the rows."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, F, Max, Q, QuerySet

from minhbach.agencies.queries.answering import who_answers_for
from minhbach.domain.bodies.focal_points import rule_on
from minhbach.domain.monitoring.scoring import LetterStanding, agency_score, standing_of
from minhbach.domain.monitoring.values import Criterion, Expectations, LetterCounts, Source
from minhbach.domain.statutes import Statute
from minhbach.lawbook.monitoring import load_expectations
from minhbach.publication.channelling import PORTAL
from minhbach.publication.models import Channel
from minhbach.register.queries.checks import HERE, gone, looked_through, unread
from minhbach.register.queries.listing import DONE_LATE, IS_PUBLIC, OVERDUE, standing

COUNTED = ("lines", "posted", "dated", "late", "opened", "gone", "looked", "unread")


@dataclass(frozen=True, slots=True)
class Agency:
    """An agency that provides information itself. `has_focal_point`: one is published today."""

    id: int
    slug: str
    name: str
    place: str
    level: str
    has_focal_point: bool


@dataclass(frozen=True, slots=True)
class AgencyStanding:
    """An agency with how it stands at every letter, in the order of the law.

    :param score: the mean of the judged letters, 0 to 100; None where nothing can be judged.
    """

    agency: Agency
    letters: tuple[LetterStanding, ...]
    score: int | None

    def lacking(self, criterion: Criterion) -> tuple[LetterStanding, ...]:
        """Return the letters at which the criterion is not wholly met."""
        return tuple(one for one in self.letters if criterion in one.gaps)

    @property
    def judged(self) -> int:
        """Return how many letters are judged."""
        return sum(one.is_judged for one in self.letters)

    @property
    def whole(self) -> int:
        """Return how many of them lack nothing."""
        return sum(one.is_judged and not one.gaps for one in self.letters)


def expectations_on(day: date) -> Expectations:
    """Return what the law of the day expects of every agency."""
    return rule_on(load_expectations(), day)


def agencies_of(rows: QuerySet[Any]) -> tuple[Agency, ...]:
    """Return the bodies of `agencies.queries.focal_points.bodies_with_duty`, in their order: one query."""
    columns = ("pk", "slug", "name", "place", "level", "has_focal_point")
    return tuple(Agency(*row) for row in rows.values_list(*columns))


def standings(agencies: Iterable[Agency], rows: QuerySet[Any], *, law: Statute, on: date) -> tuple[AgencyStanding, ...]:
    """Return how each agency stands at every letter: the same number of queries however many there are.

    :param rows: the items that the asker may read, of what must be public.
    """
    counted = _by_agency(rows, law, on)
    expected = expectations_on(on).letters
    return tuple(_standing(one, counted.get(one.id, {}), expected, law, on) for one in agencies)


def lacking(criterion: Criterion, *, law: Statute, on: date) -> Q:
    """Return the condition on an item that it does not meet a criterion that is counted item by item."""
    conditions = {
        Criterion.ON_TIME: standing(OVERDUE, on=on) | standing(DONE_LATE, on=on),
        Criterion.REACHABLE: gone() | without_address(law),
        Criterion.READABLE: unread(),
    }
    return conditions[criterion]


def _standing(
    agency: Agency, counts: Mapping[str, LetterCounts], expected: Mapping[str, Any], law: Statute, on: date
) -> AgencyStanding:
    shown = {Source.FOCAL_POINT} if agency.has_focal_point else set()
    if counts:
        shown.add(Source.LIST)
    letters = tuple(
        standing_of(
            one.letter,
            counts.get(one.letter, NOTHING),
            expected=expected.get(one.letter),
            shown=shown,
            on=on,
        )
        for one in law.letters
    )
    return AgencyStanding(agency, letters, agency_score(letters))


NOTHING = LetterCounts()


def _by_agency(rows: QuerySet[Any], law: Statute, on: date) -> dict[int, dict[str, LetterCounts]]:
    counted = list(_counted(rows, law, on))
    older = list(_older(rows, law))
    owners = who_answers_for({body for body, *_rest in (*counted, *older)})
    found: dict[int, dict[str, LetterCounts]] = {}
    for body, letter, counts in (*counted, *older):
        for agency in owners[body]:
            letters = found.setdefault(agency, {})
            letters[letter] = _sum(letters[letter], counts) if letter in letters else counts
    return found


def _counted(rows: QuerySet[Any], law: Statute, on: date) -> Iterable[tuple[int, str, LetterCounts]]:
    late = lacking(Criterion.ON_TIME, law=law, on=on)
    come = Q(publish_due_on__isnull=False) & (IS_PUBLIC | Q(publish_due_on__lt=on))
    found = (
        rows.filter(statute=law.number)
        .order_by()
        .values_list("body_id", "letter")
        .annotate(
            lines=Count("pk"),
            posted=Count("pk", filter=IS_PUBLIC),
            dated=Count("pk", filter=come),
            late=Count("pk", filter=late),
            opened=Count("pk", filter=HERE),
            gone=Count("pk", filter=lacking(Criterion.REACHABLE, law=law, on=on)),
            looked=Count("pk", filter=looked_through()),
            unread=Count("pk", filter=lacking(Criterion.READABLE, law=law, on=on)),
            newest=Max("created_on", filter=IS_PUBLIC),
        )
    )
    for body, letter, *counts, newest in found:
        yield body, letter, LetterCounts(**dict(zip(COUNTED, counts, strict=True)), newest_on=newest)


def _older(rows: QuerySet[Any], law: Statute) -> Iterable[tuple[int, str, LetterCounts]]:
    """Yield what stands under letters of the law of before, under the letters of today that say the same."""
    today: dict[str, list[str]] = {}
    for one in law.letters:
        for former in one.formerly:
            today.setdefault(former, []).append(one.letter)
    found = rows.exclude(statute=law.number).order_by().values_list("body_id", "letter").annotate(Count("pk"))
    for body, former, count in found:
        for letter in today.get(former, ()):
            yield body, letter, LetterCounts(older=count)


def _sum(one: LetterCounts, other: LetterCounts) -> LetterCounts:
    days = [day for day in (one.newest_on, other.newest_on) if day]
    counts = {name: getattr(one, name) + getattr(other, name) for name in (*COUNTED, "older")}
    return LetterCounts(**counts, newest_on=max(days, default=None))


def without_address(law: Statute) -> Q:
    """Return the condition that it is noted as published on the web somewhere, and nothing says at which address."""
    online = [one.key for one in law.publication_forms if one.online and one.key != PORTAL]
    done = Channel.objects.filter(
        form__in=online, done_on__isnull=False, version_number=F("item__public_version__number")
    )
    nowhere = done.exclude(place__istartswith="http://").exclude(place__istartswith="https://")
    return HERE & Q(pk__in=nowhere.order_by().values("item"))
