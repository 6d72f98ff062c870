"""One question to the search, as the public asks it: who is logged in finds here what everybody finds."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from django.utils.safestring import mark_safe

from minhbach.agencies.contracts import BodyRecord
from minhbach.agencies.queries import bodies, with_predecessors
from minhbach.domain.access import VISITOR
from minhbach.foundation.search import search
from minhbach.foundation.search.contracts import PUBLIC, Facets, Found, Hit, Order, Question
from minhbach.foundation.search.registries import descriptions
from minhbach.portal.queries.lines import ItemLine, for_lines, line_of
from minhbach.publication.announcements.announced import AnnouncementKind
from minhbach.register.indexing import body_token
from minhbach.register.queries import ITEM, public_items

ANNOUNCED = frozenset({AnnouncementKind.PROCEDURE.value, AnnouncementKind.REGULATION.value})
BODIES_OFFERED = 60
"""Agencies that the filter offers, those with most hits."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What somebody looks for. Empty parts narrow nothing."""

    words: str = ""
    body: BodyRecord | None = None
    own_only: bool = False
    letter: str = ""
    kind: str = ""
    year: int | None = None
    newest: bool = False

    @property
    def is_narrowed(self) -> bool:
        """True if a filter is in force."""
        return bool(self.body or self.letter or self.kind or self.year)


def found_for(asked: Asked, *, offset: int = 0, limit: int = 20, with_facets: bool = True) -> Found:
    """Return a page of public items that answer. An agency's include those that its predecessors left it."""
    ids = with_predecessors([asked.body.id]) if asked.body else frozenset()
    return search(
        Question(
            asked.words,
            frozenset({PUBLIC}),
            kinds=frozenset({ITEM}),
            body=body_token(asked.body.id) if asked.body else "",
            also_bodies=frozenset(map(body_token, ids)),
            own_only=asked.own_only,
            letter=asked.letter,
            document_kind=asked.kind,
            year=asked.year,
            order=Order.NEWEST if asked.newest else Order.FIT,
            offset=offset,
            limit=limit,
            with_facets=with_facets,
        )
    )


def lines_found(hits: Iterable[Hit]) -> tuple[ItemLine, ...]:
    """Return the hits as lines, in their order; what the register does not show the public any more is left out."""
    in_order = list(hits)
    rows = {row.pk: row for row in for_lines(public_items().filter(pk__in=[hit.subject_id for hit in in_order]))}
    # Titles and stretches of text come escaped from the search.
    return tuple(
        line_of(rows[hit.subject_id], html=mark_safe(hit.marked_title), highlight=mark_safe(hit.highlight))  # noqa: S308
        for hit in in_order
        if hit.subject_id in rows
    )


@dataclass(frozen=True, slots=True)
class AnnouncedLine:
    """What an agency announced beside its information, as a line: its name with the words found marked, and address."""

    html: str
    url: str


def announced_found(words: str, *, limit: int) -> tuple[AnnouncedLine, ...]:
    """Return the procedures and regulations that answer best; no words: none."""
    if not words:
        return ()
    question = Question(words, frozenset({PUBLIC}), kinds=ANNOUNCED, limit=limit)
    hits = search(question).hits
    shown = descriptions(hits, VISITOR)
    return tuple(
        AnnouncedLine(mark_safe(hit.marked_title), shown[hit.kind, hit.subject_id].url)  # noqa: S308 (comes escaped)
        for hit in hits
        if (hit.kind, hit.subject_id) in shown
    )


def bodies_offered(facets: Facets, chosen: BodyRecord | None) -> tuple[tuple[BodyRecord, int], ...]:
    """Return the agencies that the filter offers with the number of hits each would leave, most first.

    What an agency took over is counted with it.
    """
    counts = dict(_by_id(facets.bodies))
    most = sorted(counts, key=lambda body: -counts[body])[:BODIES_OFFERED]
    known = bodies([*most, *([chosen.id] if chosen else [])])
    with_predecessors(known)  # Asked for all at once, so that the next lines ask the database nothing.
    sums = {body: sum(counts.get(one, 0) for one in with_predecessors([body])) for body in known}
    return tuple((known[body], sums[body]) for body in sorted(known, key=lambda one: (-sums[one], known[one].name)))


def _by_id(counts: Mapping[str, int]) -> Iterator[tuple[int, int]]:
    for token, count in counts.items():
        if token[:1] == "b" and token[1:].isdigit():
            yield int(token[1:]), count
