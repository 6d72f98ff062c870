"""How usual words and pairs are: learned now and then from a sample of what everybody may see.

A write then touches its own entry alone, so that two agencies never wait for each other's words; and no word of a
hidden entry is ever offered to anybody as what they may have meant.
"""

import random
from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import datetime
from functools import lru_cache

from django.db import connection, transaction
from django.db.models import Max

from minhbach.domain.search.fit import SEPARATOR
from minhbach.domain.search.letters import in_bytes, without_marks
from minhbach.domain.search.lexemes import STRONG, VERSION, lexemes_of
from minhbach.foundation.models import SearchEntry, SearchFrequency, SearchState, SearchText
from minhbach.foundation.search.contracts import PUBLIC

_RARE = 4_000
"""A pair that fewer than one in so many entries have is not written down, so that learning is a short transaction."""
SAMPLE = 20_000
"""Entries that are read to learn from: enough to know how usual every usual word is, in some seconds."""
_BATCH = 500
_AS_WRITTEN = "'"
"""Before a word that stands without marks in the texts themselves (*ban*), apart from the bare form of *bàn*, *bản*."""


def learn(*, now: datetime, sample: int = SAMPLE) -> int:
    """Count words and pairs in a sample of the public entries, in place of what was learned before.

    Return how many entries were read.
    """
    public = SearchEntry.objects.filter(visible_to__contains=f" {PUBLIC} ")
    ids = list(public.values_list("pk", flat=True))
    # A seed: the same entries give the same frequencies, and so the same order of hits.
    chosen = ids if len(ids) <= sample else sorted(random.Random(len(ids)).sample(ids, sample))  # noqa: S311
    counts: Counter[str] = Counter()
    for start in range(0, len(chosen), _BATCH):
        rows = SearchText.objects.filter(pk__in=chosen[start : start + _BATCH])
        for compared in rows.values_list("compared", flat=True):
            title, _, body = bytes(compared).partition(SEPARATOR)
            counts.update(lexemes_of(title.split(), body.split()))
            counts.update(_AS_WRITTEN + word.decode() for word in {*title.split(), *body.split()} if word.isascii())
    least = max(1, len(chosen) // _RARE)
    with transaction.atomic():
        SearchFrequency.objects.all().delete()
        SearchFrequency.objects.bulk_create(
            (
                SearchFrequency(lexeme=lexeme, count=count, is_word=_is_word(lexeme))
                for lexeme, count in counts.items()
                # Words are kept even if rare, for what was mistyped; of pairs, it is enough to know that they are rare.
                if (count >= least or (count > 1 and _is_word(lexeme))) and len(lexeme) <= 200
            ),
            batch_size=_BATCH,
        )
        facts = {"sampled": len(chosen), "entries_when_learned": len(ids), "learned_at": now}
        SearchState.objects.update_or_create(pk=1, defaults=facts, create_defaults={**facts, "version": VERSION})
    return len(chosen)


def is_out_of_date() -> bool:
    """Tell whether the public entries are by a twentieth more or fewer than when words were learned."""
    state = SearchState.objects.filter(pk=1).first()
    then = state.entries_when_learned if state else 0
    public = SearchEntry.objects.filter(visible_to__contains=f" {PUBLIC} ").count()
    return abs(public - then) * 20 > then


class Frequencies:
    """What was learned, as one question needs it."""

    def __init__(self) -> None:
        state = SearchState.objects.filter(pk=1).first()
        self._learned = state.learned_at if state else None
        self.sampled = state.sampled if state else 0
        public = state.entries_when_learned if state else 0
        self.rare = self.sampled // _RARE // 2 * (public // self.sampled) if self.sampled else 0
        self.scale = public / self.sampled if self.sampled else 1.0
        self.total = max(public, 1) if self.sampled else (SearchEntry.objects.aggregate(last=Max("pk"))["last"] or 1)

    def of(self, lexemes: Iterable[str]) -> Mapping[str, int]:
        """Return in how many entries of the whole index each lexeme stands, about; one never learned is left out.

        Such a one stands in about `rare` entries.
        """
        found = SearchFrequency.objects.filter(lexeme__in=set(lexemes)).values_list("lexeme", "count")
        return {lexeme: int(count * self.scale) for lexeme, count in found}

    @property
    def marked_words(self) -> Mapping[bytes, int]:
        """The words that are written with marks, with how often."""
        return _vocabulary(connection.alias, self._learned)[0]

    @property
    def bare_words(self) -> Mapping[bytes, int]:
        """The words without their marks, with how often."""
        return _vocabulary(connection.alias, self._learned)[1]

    @property
    def readings(self) -> Mapping[bytes, Mapping[bytes, int]]:
        """For each bare word, how often it is written with which marks."""
        return _vocabulary(connection.alias, self._learned)[2]


Vocabulary = tuple[Mapping[bytes, int], Mapping[bytes, int], Mapping[bytes, Mapping[bytes, int]]]


@lru_cache(maxsize=2)
def _vocabulary(_alias: str, _learned: datetime | None) -> Vocabulary:
    marked: dict[bytes, int] = {}
    bare: dict[bytes, int] = {}
    readings: dict[bytes, dict[bytes, int]] = {}
    for word, count in SearchFrequency.objects.filter(is_word=True).values_list("lexeme", "count"):
        written = in_bytes(word.removeprefix(_AS_WRITTEN)).strip()
        if not word.isascii() or word.startswith(_AS_WRITTEN):
            readings.setdefault(without_marks(written), {})[written] = count
        if not word.startswith(_AS_WRITTEN):
            (bare if word.isascii() else marked)[written] = count
    return marked, bare, readings


def _is_word(lexeme: str) -> bool:
    return "_" not in lexeme and not lexeme.startswith(STRONG) and not any(letter.isdecimal() for letter in lexeme)
