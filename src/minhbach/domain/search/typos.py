"""Which word was meant by one that nothing has: one slip of the fingers away, and fitting between its neighbours."""

from collections.abc import Callable, Iterable, Mapping

from minhbach.domain.search.letters import in_letters, without_marks

Frequencies = Callable[[Iterable[str]], Mapping[str, int]]


def one_slip_apart(typed: bytes, word: bytes) -> bool:
    """Tell whether one letter was changed, left out, put in, or changed places with the next."""
    if abs(len(typed) - len(word)) > 1 or typed == word:
        return False
    start = next((i for i, (a, b) in enumerate(zip(typed, word, strict=False)) if a != b), min(len(typed), len(word)))
    if len(typed) == len(word):
        swapped = typed[start : start + 2] == word[start : start + 2][::-1] and typed[start + 2 :] == word[start + 2 :]
        return swapped or typed[start + 1 :] == word[start + 1 :]
    longer, shorter = (typed, word) if len(typed) > len(word) else (word, typed)
    return longer[start + 1 :] == shorter[start:]


def likeliest(
    typed: bytes, before: bytes | None, after: bytes | None, *, words: Mapping[bytes, int], frequencies: Frequencies
) -> bytes | None:
    """Return the word of the vocabulary that was most likely meant, None if none is near.

    Near is what is one slip away, or differs in its marks alone (*nứoc*, *nước*).

    :param words: the vocabulary: exact for what was typed with marks, bare for what was typed without.
    :param frequencies: how often pairs of words stand side by side; a pair with its neighbour tells most.
    """
    bare = without_marks(typed)
    near = [word for word in words if one_slip_apart(typed, word) or (word != typed and without_marks(word) == bare)]
    pairs = {
        (word, side): in_letters(pair)
        for word in near
        for side, pair in (
            ("before", before and before + b"_" + word),
            ("after", after and word + b"_" + after),
        )
        if pair
    }
    known = frequencies(pairs.values())

    def worth(word: bytes) -> tuple[int, int]:
        return sum(known.get(pairs.get((word, side), ""), 0) for side in ("before", "after")), words[word]

    return max(near, key=worth, default=None)
