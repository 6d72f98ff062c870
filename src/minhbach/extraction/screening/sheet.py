"""A text beside its comparable form: lower case without marks, each character in the same place as in the text."""

import sys
import unicodedata
from bisect import bisect_right
from functools import cached_property

_ODD = {
    **dict.fromkeys((0xA0, 0x2002, 0x2003, 0x2007, 0x2009, 0x200B, 0x202F, 0x3000, 0xFEFF), " "),
    **dict.fromkeys((0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2212, 0xAD), "-"),
    **dict.fromkeys((0x2018, 0x2019, 0x2BC, 0xB4, 0x60), "'"),
    **dict.fromkeys((0x201C, 0x201D, 0xAB, 0xBB), '"'),
    ord("đ"): "d",
    ord("Đ"): "d",
    ord("\r"): "\n",
    0x2028: "\n",
    0x0B: "\n",
    0x0C: "\n",
}


def _letters() -> dict[int, str]:
    """Return the base letter, in lower case, of every character that has exactly one."""
    found: dict[int, str] = {}
    for code in (*range(0x41, 0x250), *range(0x1E00, 0x1F00), *range(0xFF10, 0xFF5B)):
        base = unicodedata.normalize("NFKD", chr(code))[0].lower()
        if len(base) == 1 and base != chr(code):
            found[code] = base
    return found | _ODD


_LONGEST_LINE = 3_000
_SPACES = {code: sign for code, sign in _ODD.items() if sign in " \n"}
_PLAIN = _letters()
UPPER = "".join(c for code in range(sys.maxunicode) if (c := chr(code)).isupper() and code < 0x1F00)
LETTERS = "".join(c for code in (*range(0x41, 0x250), *range(0x1E00, 0x1F00)) if (c := chr(code)).isalpha())


def as_text(text: str) -> str:
    """Return a text as it is screened and as offsets count in it: no byte order mark, LF, NFC, nothing trimmed."""
    return unicodedata.normalize("NFC", text.removeprefix("\ufeff").replace("\r\n", "\n"))


class Sheet:
    """One text (already `as_text`) with its comparable form and its lines.

    `text` has plain spaces and line ends for every other kind, each in the same place.
    """

    def __init__(self, text: str) -> None:
        self.text = text.translate(_SPACES)
        self.plain = text.translate(_PLAIN)

    @cached_property
    def starts(self) -> list[int]:
        """Where each line starts; a very long one is taken as several, so that no search ever meets it whole."""
        starts, at = [0], self.plain.find("\n")
        while at >= 0:
            self._part(starts, at)
            starts.append(at + 1)
            at = self.plain.find("\n", at + 1)
        self._part(starts, len(self.plain))
        return starts

    def _part(self, starts: list[int], end: int) -> None:
        while end - starts[-1] > _LONGEST_LINE:
            stop = starts[-1] + _LONGEST_LINE
            space = self.plain.rfind(" ", starts[-1] + _LONGEST_LINE // 2, stop)
            starts.append(space + 1 if space > 0 else stop)

    def line_at(self, place: int) -> int:
        """Return the number, from 0, of the line in which a place stands."""
        return bisect_right(self.starts, place) - 1

    def span(self, line: int) -> tuple[int, int]:
        """Return start and end of a line, without its line end."""
        start = self.starts[line]
        if line + 1 == len(self.starts):
            return start, len(self.text)
        end = self.starts[line + 1]
        return start, end - 1 if self.plain[end - 1] in " \n" else end

    def before(self, place: int, reach: int) -> str:
        """Return the comparable text on the same line before a place, at most so far."""
        start = max(self.starts[self.line_at(place)], place - reach)
        return self.plain[start:place]

    def after(self, place: int, reach: int) -> str:
        """Return the comparable text on the same line after a place, at most so far."""
        return self.plain[place : min(self.span(self.line_at(place))[1], place + reach)]

    def is_unmarked(self, place: int) -> bool:
        """Say whether the line of a place is written without any Vietnamese mark, as careless typing is."""
        start, end = self.span(self.line_at(place))
        return self.text[max(start, place - 300) : min(end, place + 300)].isascii()
