"""Figures of bars as values, laid out for SVG. The page draws them with `{% bar_figure %}` and sets a table beneath.

Widths are parts of the whole in percent and heights are in em, so that letters stay as large as those around them on a
phone and when a reader enlarges them.
"""

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.functional import Promise

from minhbach.foundation.writing import number_written

Words = str | Promise
PATTERNS = ("solid", "stripes", "dots", "cross", "hollow")
"""How a class is told from the others without colour."""
LINE, BAR, GAP = 1.5, 1.4, 0.9
"""Heights in em: of a line of words, of a bar, of the space after it."""
LONGEST_LINE = 40
SHOWN_FROM = 7.0
"""Percent from which a part of a bar is wide enough to hold its number."""


@dataclass(frozen=True, slots=True)
class CountedClass:
    """One class of what is counted: a key for styles (letters and hyphens), its words, its pattern."""

    key: str
    words: Words
    pattern: str

    def __post_init__(self) -> None:
        """Refuse a pattern that nothing draws."""
        if self.pattern not in PATTERNS:
            raise ValueError(f"{self.pattern!r} is none of {', '.join(PATTERNS)}")


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: its label, and how many of each class, in the order of the figure's classes."""

    label: Words
    counts: tuple[int, ...]

    @property
    def total(self) -> int:
        """Return the length of the bar."""
        return sum(self.counts)


@dataclass(frozen=True, slots=True)
class BarFigure:
    """A figure: its title, a sentence that says what it shows, classes and bars.

    :param key: letters and hyphens, unlike those of other figures on the page.
    """

    key: str
    title: Words
    description: Words
    classes: tuple[CountedClass, ...]
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a bar as drawn: `x`, `width` and `middle` in percent, `number` where there is room for it."""

    class_key: str
    x: str
    width: str
    middle: str
    number: str


@dataclass(frozen=True, slots=True)
class DrawnBar:
    """A bar as drawn: lines of its label with their heights, its own height, its parts, and its total at the end."""

    lines: tuple[tuple[str, str], ...]
    y: str
    text_y: str
    parts: tuple[Part, ...]
    end: str
    total: str


@dataclass(frozen=True, slots=True)
class Drawing:
    """All bars, and the height of the whole in em."""

    bars: tuple[DrawnBar, ...]
    height: str
    bar_height: str


ROOM = 88.0
"""Percent that the longest bar takes; the rest holds its total."""


def draw(figure: BarFigure) -> Drawing:
    """Lay the bars out beneath each other, the longest across the figure."""
    longest = max((bar.total for bar in figure.bars), default=0) or 1
    drawn, y = [], 0.0
    for bar in figure.bars:
        lines = _lines(str(bar.label))
        top = y + LINE * len(lines)
        parts = tuple(_parts(bar.counts, figure.classes, longest))
        drawn.append(
            DrawnBar(
                lines=tuple((text, _em(y + LINE * (place + 0.75))) for place, text in enumerate(lines)),
                y=_em(top),
                text_y=_em(top + BAR * 0.72),
                parts=parts,
                end=_percent(bar.total * ROOM / longest + 1),
                total=number_written(bar.total),
            )
        )
        y = top + BAR + GAP
    return Drawing(tuple(drawn), _em(max(y - GAP, 0) + 0.2), _em(BAR))


def _lines(label: str) -> list[str]:
    lines = textwrap.wrap(label, LONGEST_LINE) or [""]
    return [*lines[:1], lines[1] + ("…" if len(lines) > 2 else "")] if len(lines) > 1 else lines


def _parts(counts: Sequence[int], classes: Sequence[CountedClass], longest: int) -> list[Part]:
    found, x = [], 0.0
    alone = sum(bool(count) for count in counts) == 1
    for count, one in zip(counts, classes, strict=True):
        if not count:
            continue
        width = count * ROOM / longest
        # A bar of one class says its number once, at its end.
        shown = number_written(count) if width >= SHOWN_FROM and not alone else ""
        found.append(Part(one.key, _percent(x), _percent(width), _percent(x + width / 2), shown))
        x += width
    return found


def _percent(value: float) -> str:
    return f"{value:.2f}%"


def _em(value: float) -> str:
    return f"{value:.2f}em"
