"""Reads of letters, always for a given asker. Who sees which letter is decided by `letters_visible_to` alone."""

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass

from django.db.models import F, Q, QuerySet
from django.utils import timezone

from minhbach.agencies.queries import bodies
from minhbach.domain.access import Actor
from minhbach.domain.bodies.values import Kind
from minhbach.domain.lifecycles.letter import LetterState
from minhbach.domain.text import fold
from minhbach.foundation.contracts import Subject
from minhbach.papers.as_json import from_json
from minhbach.papers.contracts import Letterhead, LetterInShort, LetterNotVisible, Paper
from minhbach.papers.models import Letter
from minhbach.papers.registries import answers_about_subjects
from minhbach.papers.rules import MAY_DRAFT, letterhead_of
from minhbach.papers.writing import name_of

LETTER = "letter"
"""The kind under which events and files name a letter."""
COLUMNS = {"so": "number", "ngay": "issued_on", "trich-yeu": "search_text", "luc": "drafted_at", "loai": "kind"}


def letters_visible_to(actor: Actor) -> QuerySet[Letter]:
    """Return the letters of the bodies in which the actor drafts, less those about what the actor may not see."""
    rows = Letter.objects.filter(body_id__in=actor.bodies_where(*MAY_DRAFT))
    for kind, seen in answers_about_subjects().items():
        rows = rows.filter(~Q(about_kind=kind) | Q(about_id__in=seen(actor)))
    return rows


def visible_letter(letter_id: int, *, actor: Actor) -> Letter:
    """Return one letter.

    :raises LetterNotVisible: if it is not there for the actor.
    """
    row = letters_visible_to(actor).select_related("body").filter(pk=letter_id).first()
    if row is None:
        raise LetterNotVisible
    return row


def letter_for_change(letter_id: int, *, actor: Actor) -> Letter:
    """Return one letter, locked until the end of the transaction.

    :raises LetterNotVisible: if it is not there for the actor.
    """
    row = letters_visible_to(actor).select_for_update().filter(pk=letter_id).first()
    if row is None:
        raise LetterNotVisible
    return row


def letters_about(subject: Subject, *, actor: Actor) -> QuerySet[Letter]:
    """Return the letters about a subject that the actor may see, newest first."""
    rows = letters_visible_to(actor).filter(about_kind=subject.kind, about_id=subject.id)
    return rows.order_by("-drafted_at", "-pk")


def may_read_letter_file(actor: Actor, subject: Subject) -> bool:
    """Answer foundation's question who may open the signed scan of a letter."""
    return letters_visible_to(actor).filter(pk=int(subject.id)).exists()


def paper_of(row: Letter) -> Paper:
    """Return the letter as the document that it is; undated, it shows the year in which it was drafted.

    The caller has checked who asks.
    """
    return from_json(
        row.content,
        kind=row.kind,
        number=row.number or 0,
        symbol=row.symbol,
        day=row.issued_on,
        year=row.issued_on.year if row.issued_on else timezone.localdate(row.drafted_at).year,
        subject=row.subject,
    )


@dataclass(frozen=True, slots=True)
class LetterFilters:
    """What a list of letters is narrowed to. Words are compared without marks."""

    words: str = ""
    state: str = ""
    year: int | None = None
    kind: str = ""
    body_id: int | None = None


def narrowed(rows: QuerySet[Letter], filters: LetterFilters) -> QuerySet[Letter]:
    """Return the letters that fit the filters; one without a number belongs to the year in which it was drafted."""
    for word in fold(filters.words).split():
        rows = rows.filter(search_text__contains=word)
    if filters.state:
        rows = rows.filter(state=filters.state)
    if filters.year:
        rows = rows.filter(Q(year=filters.year) | Q(year__isnull=True, drafted_at__year=filters.year))
    if filters.kind:
        rows = rows.filter(kind=filters.kind)
    return rows.filter(body_id=filters.body_id) if filters.body_id else rows


def sorted_letters(rows: QuerySet[Letter], asked: str) -> QuerySet[Letter]:
    """Return the letters sorted by one of `COLUMNS`, the newest first unless asked otherwise."""
    chosen = asked if asked.removeprefix("-") in COLUMNS else "-luc"
    field = F(COLUMNS[chosen.removeprefix("-")])
    first = field.desc(nulls_last=True) if chosen.startswith("-") else field.asc(nulls_last=True)
    return rows.order_by(first, "-pk")


def kinds_used(actor: Actor) -> tuple[str, ...]:
    """Return the kinds of the letters that the actor sees, by name."""
    return tuple(letters_visible_to(actor).order_by("kind").values_list("kind", flat=True).distinct())


def years_used(actor: Actor) -> tuple[int, ...]:
    """Return the years in which letters that the actor sees bear numbers, latest first."""
    rows = letters_visible_to(actor).filter(year__isnull=False).order_by("-year")
    return tuple(year for year in rows.values_list("year", flat=True).distinct() if year is not None)


def book_of(actor: Actor, *, year: int, body_id: int, kind: str) -> QuerySet[Letter]:
    """Return the book (sổ đăng ký văn bản đi) of a body and year: all letters that bear a number, dropped ones too."""
    rows = letters_visible_to(actor).filter(body_id=body_id, year=year, number__isnull=False)
    rows = rows.filter(kind=kind) if kind else rows
    return rows.order_by("kind", "number", "pk")


def last_number(*, body_id: int, year: int, kind: str) -> tuple[int, dt.date | None]:
    """Return the highest number of a series and its date; 0 and None where none was given."""
    rows = Letter.objects.filter(body_id=body_id, year=year, kind=kind, number__isnull=False)
    last = rows.order_by("-number").values_list("number", "issued_on").first()
    return (last[0] or 0, last[1]) if last else (0, None)


def letterhead(body_id: int) -> Letterhead:
    """Return what a body's documents say at their head, as a proposal that officers may correct."""
    own = bodies([body_id])[body_id]
    above = bodies([own.parent_id])[own.parent_id].name if own.parent_id else ""
    return letterhead_of(name=own.name, kind=Kind(own.kind), above=above)


def searched_text(paper: Paper) -> str:
    """Return what a letter is found by: kind, number, symbol and subject, without marks."""
    return fold(" ".join(filter(None, (paper.kind, str(paper.number or ""), paper.symbol, paper.subject))))


def letters_in_short(ids: Collection[int]) -> dict[int, LetterInShort]:
    """Return state, short name and day of letters by id, for a room that has asked who may know of them."""
    rows = Letter.objects.filter(pk__in=ids)
    return {row.pk: LetterInShort(LetterState(row.state), name_of(paper_of(row)), row.issued_on) for row in rows}
