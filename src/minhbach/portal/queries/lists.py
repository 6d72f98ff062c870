"""The lists of Decree 13/2018, Article 6, as the public reads them: lines that were let out."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Count, QuerySet

from minhbach.agencies.contracts import BodyRecord
from minhbach.agencies.queries import bodies, with_predecessors
from minhbach.domain.statutes import Matter, Statute
from minhbach.lawbook.statutes import statute_for
from minhbach.register.listed import ListKind
from minhbach.register.queries import lists
from minhbach.register.queries.listing import ItemFilters, narrowed, sorted_items

BODIES_OFFERED = 200
PUBLIC_LISTS = (ListKind.MUST_BE_PUBLIC, ListKind.CONDITIONAL)
ORDERS = ("ten", "-ten", "ngay", "-ngay", "so", "-so")
"""What the heads of columns sort by; otherwise the order of the law: letter by letter, the newest first."""


@dataclass(frozen=True, slots=True)
class LetterCount:
    """How many lines of a list fall under a letter of Article 17(1); all Vietnamese, as the law speaks."""

    letter: str
    words: str
    count: int


def rows_of(kind: ListKind, body_ids: Collection[int] | None) -> QuerySet[Any]:
    """Return the lines of a list that the public reads: of these bodies and what they took over, or of all (None).

    :raises KeyError: for the list of what is not public, which nobody outside reads.
    """
    answer = {ListKind.MUST_BE_PUBLIC: lists.must_be_public, ListKind.CONDITIONAL: lists.conditional}
    return answer[kind](body_ids).select_related("body", "creating_unit", "issuing_body")


def narrowed_rows(rows: QuerySet[Any], to: ItemFilters, *, order: str, on: date) -> QuerySet[Any]:
    """Return the lines that fit, in the order asked for."""
    found = narrowed(rows, to, on=on)
    return sorted_items(found, order) if order in ORDERS else found


def bodies_in(rows: QuerySet[Any]) -> tuple[BodyRecord, ...]:
    """Return the agencies that have a line in a list, by name."""
    ids = rows.order_by().values_list("body_id", flat=True).distinct()[:BODIES_OFFERED]
    return tuple(sorted(bodies(ids).values(), key=lambda one: one.full_name))


@dataclass(frozen=True, slots=True)
class ListsBefore:
    """A predecessor whose lists still have lines that the public reads: its last day where it is known, and which."""

    body: BodyRecord
    last_day: date | None
    has_public: bool
    has_conditional: bool


def lists_before(body_id: int) -> tuple[ListsBefore, ...]:
    """Return the predecessors of a body, however far back, that have lines in the public lists, by name."""
    older = with_predecessors([body_id]) - {body_id}
    if not older:
        return ()
    public, conditional = (_with_lines(rows, older) for rows in (rows_of(kind, older) for kind in PUBLIC_LISTS))
    known = sorted(bodies(public | conditional).values(), key=lambda one: one.full_name)
    return tuple(
        ListsBefore(one, _last_day(one), has_public=one.id in public, has_conditional=one.id in conditional)
        for one in known
    )


def _with_lines(rows: QuerySet[Any], among: Collection[int]) -> set[int]:
    return set(rows.filter(body_id__in=among).order_by().values_list("body_id", flat=True).distinct())


def _last_day(body: BodyRecord) -> date | None:
    return body.exists_until - timedelta(days=1) if body.exists_until else None


def counts_by_letter(rows: QuerySet[Any], law: Statute) -> tuple[LetterCount, ...]:
    """Return every letter of the law with its number of lines, those without any included."""
    counts = _counted(rows.filter(statute=law.number))
    return tuple(LetterCount(one.letter, one.words, counts.get(one.letter, 0)) for one in law.letters)


def count_under_other_laws(rows: QuerySet[Any], law: Statute) -> int:
    """Return how many lines were classified under the law of before, whose letters say other things."""
    return rows.exclude(statute=law.number).count()


def law_today(on: date) -> Statute:
    """Return the law under which information is classified on the day."""
    return statute_for(Matter.REGISTER, on)


def _counted(rows: QuerySet[Any]) -> Mapping[str, int]:
    return dict(rows.order_by().values_list("letter").annotate(Count("pk")))
