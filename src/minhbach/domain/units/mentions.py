"""Places that somebody's own words name: "ubnd p. Lê Chân cũ", "xa mau mot tinh thi du", "ở Mẫu Hai"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from minhbach.domain.bodies.values import Kind
from minhbach.domain.text import fold, lower_one_tone, squeeze
from minhbach.domain.units.names import comparable
from minhbach.domain.units.values import UnitKind

LONGEST_NAME = 5
"""Syllables of a unit's name: "Thị trấn Nông trường Mộc Châu" has four after its kind."""
MOST = 6
"""Places that are read of one text; nobody asks about more, and each costs a look."""

_WORD = re.compile(r"\w+|[^\w\s]")
_SHORT = {
    "p": UnitKind.PHUONG, "x": UnitKind.XA, "q": UnitKind.QUAN, "h": UnitKind.HUYEN,
    "tp": UnitKind.THANH_PHO, "tt": UnitKind.THI_TRAN, "tx": UnitKind.THI_XA,
}  # fmt: skip
_WHOLE = {tuple(form.split()): kind for kind in UnitKind for form in (lower_one_tone(kind), fold(kind))}
_BEFORE = {
    said: body
    for whole, body in (
        ("hội đồng nhân dân", Kind.COUNCIL), ("hđnd", Kind.COUNCIL),
        ("công an", Kind.POLICE), ("quân sự", Kind.MILITARY),
    )
    for said in (lower_one_tone(whole), fold(whole))
}  # fmt: skip
_FORMER = frozenset({"cũ", "cu", "trước", "truoc"})


@dataclass(frozen=True, slots=True)
class Mention:
    """A place that a text names.

    :param kind: None where none is written: only a name in capitals is read then.
    :param names: what its name may be, in lower case, the longest first: where it ends only the list of units tells.
    :param former: it is called the one that was: "phường Mẫu Ba cũ"; with the names after which that is said.
    :param body: which body of the place is meant.
    """

    kind: UnitKind | None
    names: tuple[str, ...]
    former: frozenset[str] = frozenset()
    body: Kind = Kind.COMMITTEE


def places_mentioned(text: str) -> tuple[Mention, ...]:
    """Return the places that a text may name, those with their kind first, in their order."""
    written = _WORD.findall(squeeze(text))
    words = [lower_one_tone(word) for word in written]
    with_kind = list(_with_kind(words))
    return tuple([*with_kind, *_in_capitals(written, words)][:MOST])


def _with_kind(words: list[str]) -> Iterator[Mention]:
    for place in range(len(words)):
        for length in (2, 1):
            kind = _WHOLE.get(tuple(words[place : place + length]))
            start = place + length
            if kind is None and length == 1:
                kind, start = _shortened(words, place)
            if kind is not None and (names := _names(words[start:])):
                before = " ".join(words[max(0, place - 4) : place])
                meant = next((body for said, body in _BEFORE.items() if before.endswith(said)), Kind.COMMITTEE)
                yield Mention(kind, names, _former(words[start:]), meant)
                break


def _shortened(words: list[str], place: int) -> tuple[UnitKind | None, int]:
    """Return the kind that a short form stands for and where the name begins: a single letter needs its full stop."""
    kind = _SHORT.get(words[place])
    dotted = words[place + 1 : place + 2] == ["."]
    return (kind if dotted or len(words[place]) > 1 else None), place + 1 + dotted


def _in_capitals(written: list[str], words: list[str]) -> Iterator[Mention]:
    """Yield names of two syllables or more in capitals, where no kind stands before them."""
    place = 0
    while place < len(written):
        end = place
        while end < len(written) and written[end][:1].isupper() and not written[end].isupper():
            end += 1
        if end - place > 1 and not _kind_before(words, place):
            stretch = words[place:end]
            names = _names(stretch)
            # "Xin Mẫu Hai": the first word of a sentence bears a capital as well.
            later = _names(stretch[1:]) if end - place > 2 else ()
            yield Mention(None, tuple(name for name in (*names, *later) if " " in name), _former(words[place:]))
        place = max(end, place + 1)


def _kind_before(words: list[str], place: int) -> bool:
    before = words[:place]
    whole = tuple(before[-2:]) in _WHOLE or tuple(before[-1:]) in _WHOLE
    return whole or any(place >= back and _shortened(words, place - back)[0] for back in (1, 2))


def _names(words: list[str]) -> tuple[str, ...]:
    length = next((place for place, word in enumerate(words) if not word.isalnum()), len(words))
    most = min(length, LONGEST_NAME)
    return tuple(comparable(" ".join(words[:count])) for count in range(most, 0, -1))


def _former(words: list[str]) -> frozenset[str]:
    """Return the names after which it is said that they were: "Mẫu Ba cũ", "Mẫu Ba (cũ)"."""
    said = [word for word in words[: LONGEST_NAME + 2] if word != "("]
    counts = (count for count, word in enumerate(said) if count and word in _FORMER)
    return frozenset(comparable(" ".join(said[:count])) for count in counts)
