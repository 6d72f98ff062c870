"""The rows of the index, written and removed together with their lexemes."""

from collections.abc import Iterable, Sequence

from django.db import connection

from minhbach.domain.search.fit import SEPARATOR, stored_form
from minhbach.domain.search.lexemes import lexemes_of, number_lexemes_of
from minhbach.domain.search.numbers import key_of
from minhbach.domain.search.words import words_of
from minhbach.domain.text import nfc
from minhbach.foundation.models import SearchEntry, SearchText
from minhbach.foundation.search.contracts import Entry
from minhbach.foundation.search.engines import engine_of
from minhbach.foundation.search.engines.engine import Row
from minhbach.foundation.search.tokens import joined, tokens_of
from minhbach.lawbook.short_forms import short_forms

LONGEST_TEXT = 200_000
"""Characters of a text that are searched: some eighty printed pages, so that a book does not slow every question."""


def write_entries(entries: Iterable[Entry]) -> int:
    """Write entries that the index does not hold yet, in the caller's transaction; return how many."""
    given = list(entries)
    rows = SearchEntry.objects.bulk_create([_entry_row(entry) for entry in given])
    texts = [_text_row(row, entry) for row, entry in zip(rows, given, strict=True)]
    SearchText.objects.bulk_create(texts)
    engine_of(connection.vendor).add(connection, [index_row(row, text) for row, text in zip(rows, texts, strict=True)])
    return len(rows)


def remove_entries(kind: str, subject_ids: Sequence[int]) -> int:
    """Remove entries of some rows, in the caller's transaction; return how many there were."""
    texts = SearchText.objects.select_related("entry").filter(entry__kind=kind, entry__subject_id__in=subject_ids)
    held = list(texts)
    engine_of(connection.vendor).remove(connection, [index_row(text.entry, text) for text in held])
    SearchEntry.objects.filter(pk__in=[text.pk for text in held]).delete()
    return len(held)


def index_row(entry: SearchEntry, text: SearchText) -> Row:
    """Return the lexemes of an entry, made from what its row holds and from nothing else.

    So the lexemes that FTS5 must be told when an entry goes are those that it was given when it came.
    """
    title, _, body = bytes(text.compared).partition(SEPARATOR)
    spoken = number_lexemes_of(text.number, f"{text.title}\n{text.body}")
    return entry.pk, list(dict.fromkeys([*lexemes_of(title.split(), body.split()), *spoken, *tokens_of(entry)]))


def compared(title: str, body: str) -> bytes:
    """Return a title and a text as they are compared with questions."""
    return stored_form(words_of(title, short_forms()), words_of(body, short_forms()))


def _entry_row(entry: Entry) -> SearchEntry:
    return SearchEntry(
        kind=entry.kind,
        subject_id=entry.subject_id,
        on=entry.on,
        letter=entry.letter,
        document_kind=entry.document_kind,
        year=entry.year,
        visible_to=joined(entry.visible_to),
        bodies=joined(entry.bodies),
        number_key=key_of(entry.number),
    )


def _text_row(row: SearchEntry, entry: Entry) -> SearchText:
    title, body = nfc(entry.title), nfc(entry.body[:LONGEST_TEXT])
    return SearchText(entry=row, title=title, number=nfc(entry.number), body=body, compared=compared(title, body))
