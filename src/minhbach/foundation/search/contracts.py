"""What other rooms hand into the search index, and what they get back."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

PUBLIC = "public"
"""The token of what everybody may see. Words of entries without it are never offered as a correction."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A row of some room, as it is found.

    :param kind: which room's rows these are, as in `Subject`.
    :param number: number and symbol as the document bears them, "" if it has none.
    :param on: the day that “newest first” goes by.
    :param visible_to: tokens, of which an asker must have one: `PUBLIC`, "b12" (officers of body 12) … Opaque here.
    :param bodies: tokens of the body that it belongs to and of every body above, its own first.
    :param letter: letter of the statute's list that it falls under, "" if none.
    """

    kind: str
    subject_id: int
    title: str
    body: str
    on: date | None
    visible_to: frozenset[str]
    bodies: tuple[str, ...] = ()
    number: str = ""
    letter: str = ""
    document_kind: str = ""
    year: int | None = None


class Order(StrEnum):
    """In which order hits come."""

    FIT = "fit"
    NEWEST = "newest"


@dataclass(frozen=True, slots=True)
class Question:
    """What somebody looks for. `tokens` say what they may see; without one of an entry's tokens it is not there.

    :param kinds: kinds of entries to look among, all of them if empty.
    :param body: token of a body; with `own_only`, entries of the bodies below are left out.
    :param also_bodies: tokens of bodies that count as the same one, as those that came before it.
    :param letter: and the other filters: "" or None where they do not matter.
    :param with_facets: count the hits by body, letter, kind and year too.
    :param broadly: somebody tells in their own words what they need: find what says it as documents do, and also what
        has some of the words only.
    """

    words: str
    tokens: frozenset[str]
    kinds: frozenset[str] = frozenset()
    body: str = ""
    also_bodies: frozenset[str] = frozenset()
    own_only: bool = False
    letter: str = ""
    document_kind: str = ""
    year: int | None = None
    order: Order = Order.FIT
    offset: int = 0
    limit: int = 20
    with_facets: bool = False
    broadly: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    """An entry that was found. `marked_title` and `highlight` are safe HTML with `<mark>`; the rest is plain text."""

    kind: str
    subject_id: int
    title: str
    marked_title: str
    number: str
    on: date | None
    score: float
    highlight: str


@dataclass(frozen=True, slots=True)
class Facets:
    """How many hits each filter would leave. `bodies` counts those of bodies below too, `own_bodies` does not."""

    bodies: Mapping[str, int] = field(default_factory=dict)
    own_bodies: Mapping[str, int] = field(default_factory=dict)
    letters: Mapping[str, int] = field(default_factory=dict)
    document_kinds: Mapping[str, int] = field(default_factory=dict)
    years: Mapping[int, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Found:
    """The hits of one page, in order.

    :param count: how many there are in all; at least so many where `counted_exactly` is False.
    :param searched: the question as it was understood, where a word was corrected; else "".
    :param also: the question in other words that would find more, such as with its marks.
    """

    hits: tuple[Hit, ...]
    count: int
    counted_exactly: bool
    facets: Facets = field(default_factory=Facets)
    searched: str = ""
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Description:
    """How the room that an entry belongs to shows it: where it leads, and a line about it in plain text."""

    url: str
    line: str = ""
