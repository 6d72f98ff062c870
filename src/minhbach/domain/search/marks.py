"""Puts the marks back onto words that were typed without: the likeliest of all readings, by which pairs are usual."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from math import log

from minhbach.domain.search.letters import in_letters

MOST_READINGS = 8
Frequencies = Callable[[Iterable[str]], Mapping[str, int]]


def with_marks(
    words: Sequence[bytes], readings: Mapping[bytes, Mapping[bytes, int]], frequencies: Frequencies
) -> tuple[bytes, ...]:
    """Return the words with their marks, or as they are where nothing better is known.

    :param readings: for each bare word, how often it is written with which marks.
    :param frequencies: how often pairs of words stand side by side.
    """
    choices = [_choices(word, readings) for word in words]
    pairs = [
        in_letters(one + b"_" + other)
        for ones, others in zip(choices, choices[1:], strict=False)
        for one in ones
        for other in others
    ]
    known = frequencies(pairs)
    # Viterbi: for each reading of a word, the best way to come there.
    best: dict[bytes, tuple[float, tuple[bytes, ...]]] = {b"": (0.0, ())}
    for ones in choices:
        best = {
            word: max(
                (sum_ + log(1 + count) / 4 + log(1 + known.get(in_letters(before + b"_" + word), 0)), (*way, word))
                for before, (sum_, way) in best.items()
            )
            for word, count in ones.items()
        }
    return max(best.values())[1]


def _choices(word: bytes, readings: Mapping[bytes, Mapping[bytes, int]]) -> Mapping[bytes, int]:
    known = readings.get(word, {})
    usual = sorted(known, key=lambda one: -known[one])[:MOST_READINGS]
    return {one: known[one] for one in usual} or {word: 0}
