"""Names of units as people write them: kinds abbreviated, tone marks elsewhere, letters lost."""

import re
from dataclasses import dataclass
from functools import lru_cache

from minhbach.domain.text import fold, lower_one_tone, squeeze
from minhbach.domain.units.values import UnitKind

_ABBREVIATED = {
    "tp": UnitKind.THANH_PHO,
    "tt": UnitKind.THI_TRAN,
    "tx": UnitKind.THI_XA,
    "đk": UnitKind.DAC_KHU,
    "p": UnitKind.PHUONG,
    "q": UnitKind.QUAN,
    "h": UnitKind.HUYEN,
    "x": UnitKind.XA,
    "t": UnitKind.TINH,
}
_KINDS = {lower_one_tone(kind): kind for kind in UnitKind}
_FULL = re.compile(rf"^({'|'.join(sorted(_KINDS, key=len, reverse=True))})\s+(.+)$")
# "P." and "TP " before a name; a bare letter counts only before a number ("P1", "Q. 3") or with its full stop.
_SHORT = re.compile(r"^(tp|tt|tx|đk|[pqhxt])(?:\s*\.\s*|\s+(?=\S)|(?=\d))(.+)$")
_LONE_LETTER = re.compile(r"^[hxt]\s")
_MARKS = re.compile(r"[-–—.,'’]+")
_NUMBER = re.compile(r"^0+(?=\d)")


@dataclass(frozen=True, slots=True)
class WrittenName:
    """A name taken apart. `exact` is in one tone place and lower case; `loose` has no marks at all."""

    kind: UnitKind | None
    exact: str
    loose: str


def read_name(text: str) -> WrittenName:
    """Take a written name apart: "P. Lê Chân" → phường, "lê chân"; "Phường 01" → phường, "1"."""
    lowered = lower_one_tone(squeeze(text)).strip(" .,;:")
    kind, rest = _kind_and_rest(lowered)
    exact = comparable(rest)
    return WrittenName(kind, exact, fold(exact))


def _kind_and_rest(lowered: str) -> tuple[UnitKind | None, str]:
    if full := _FULL.match(lowered):
        return _KINDS[full[1]], full[2]
    short = _SHORT.match(lowered)
    if short and not _LONE_LETTER.match(lowered):
        return _ABBREVIATED[short[1]], short[2]
    return None, lowered


@lru_cache(maxsize=32768)
def comparable(name: str) -> str:
    """Return a name without its kind as names are compared: one tone place, no hyphens, no zeros before a number."""
    return _NUMBER.sub("", squeeze(_MARKS.sub(" ", lower_one_tone(name))))


def distance(one: str, other: str, *, at_most: int) -> int:
    """Count the letters to put in, take out, change or swap with a neighbour; beyond `at_most`, `at_most + 1`."""
    if abs(len(one) - len(other)) > at_most:
        return at_most + 1
    before, last = [0] * (len(other) + 1), list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        row = [i]
        for j, b in enumerate(other, 1):
            cost = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                cost = min(cost, before[j - 2] + 1)
            row.append(cost)
        if min(row) > at_most:
            return at_most + 1
        before, last = last, row
    return last[-1]


def is_near(one: WrittenName, other: WrittenName) -> bool:
    """Tell whether two different names may be the same one mistyped: marks lost or wrong, or one letter in five off."""
    if one.loose == other.loose:
        return True
    shorter = min(len(one.loose), len(other.loose))
    if shorter < 4 or any(c.isdigit() for c in one.loose + other.loose):
        return False
    return distance(one.loose, other.loose, at_most=1 if shorter < 10 else 2) <= (1 if shorter < 10 else 2)
