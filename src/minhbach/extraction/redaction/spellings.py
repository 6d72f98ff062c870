"""Words compared as people and programs spell them: with and without marks, spaces and signs between."""

import re
from collections.abc import Sequence

from minhbach.domain.text import fold, nfc

_TOKEN = re.compile(r"[^\W_]+")
_LONG = 8  # letters and digits: so many never stand together by chance
_LONG_NUMBER = 5
_ENOUGH = 200


class Haystack:
    """A text in which many words are looked for, brought to the forms of comparison once."""

    def __init__(self, text: str) -> None:
        self.marked = tokens(text)
        self.plain = [fold(token) for token in self.marked]
        self.squeezed = "".join(self.plain)
        self._spaced = f" {' '.join(self.marked)} "

    def holds_word(self, word: str) -> bool:
        """Say whether a word stands here by itself, with the same marks."""
        return f" {word} " in self._spaced


class Needle:
    """Words that are looked for; of very long ones the beginning is enough."""

    def __init__(self, text: str) -> None:
        self.marked = tokens(text[:_ENOUGH])
        self.plain = [fold(token) for token in self.marked]
        self.squeezed = "".join(self.plain)
        digits = sum(c.isdigit() for c in self.squeezed)
        # A long run of letters or digits is found inside other words too; a short one only as words of its own.
        self.anywhere = len(self.squeezed) >= _LONG or (digits == len(self.squeezed) >= _LONG_NUMBER)

    @property
    def empty(self) -> bool:
        return not self.squeezed

    def is_in(self, hay: Haystack) -> bool:
        """Say whether a text holds these words."""
        if self.empty or self.squeezed not in hay.squeezed:
            return False
        if self.anywhere:
            return True
        return hay.holds_word(self.marked[0]) if len(self.marked) == 1 else bool(self.runs(hay.marked))

    def runs(self, words: Sequence[str]) -> list[tuple[int, int]]:
        """Return the runs (start, end exclusive) of words that together say this.

        A single short word must bear the same marks: "An" is no "ăn".
        """
        if self.empty:
            return []
        strict = len(self.marked) == 1 and not self.anywhere
        wanted = self.marked[0] if strict else self.squeezed
        parts = ["".join(tokens(word)) for word in words]
        parts = parts if strict else [fold(part) for part in parts]
        return [(start, end) for start in range(len(parts)) if (end := self._end(parts, start, wanted))]

    def _end(self, parts: Sequence[str], start: int, wanted: str) -> int:
        """Return where a run that starts here ends, 0 where none does."""
        if self.anywhere and wanted in parts[start]:
            return start + 1
        rest = _after_glued_start(parts[start], wanted) if self.anywhere else wanted
        if not parts[start]:
            return 0
        for index in range(start, len(parts)):
            if rest is None:
                return 0
            if index > start or rest is wanted:
                if self.anywhere and parts[index].startswith(rest):
                    return index + 1
                if not rest.startswith(parts[index]):
                    return 0
                rest = rest[len(parts[index]) :]
            if not rest:
                return index + 1
        return 0


def tokens(text: str) -> list[str]:
    """Return the words of a text in small letters, signs gone."""
    return _TOKEN.findall(nfc(text).lower())


def _after_glued_start(part: str, wanted: str) -> str | None:
    """Return what must follow a word whose end is how the wanted words begin ("CCCD:0382" and "22000959")."""
    if not part or wanted.startswith(part):
        return wanted
    for size in range(min(len(part), len(wanted) - 1), 3, -1):
        if part.endswith(wanted[:size]):
            return wanted[size:]
    return None
