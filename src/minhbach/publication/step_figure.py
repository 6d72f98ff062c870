"""An agency's own steps as a figure: boxes beneath each other, in em, so that letters grow with the reader's type."""

import textwrap
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from minhbach.foundation.writing import number_written
from minhbach.publication.models import ProcedureStep

LINE, PADDING, ARROW = 1.5, 0.6, 1.8
"""Heights in em: of a line of words, above and below the words of a box, of the way to the next box."""
LONGEST_LINE = 34
"""Signs; a line of a box holds on the narrowest phone."""


@dataclass(frozen=True, slots=True)
class Box:
    """A step as drawn: its place, lines of its words and of its unit, where the arrow to the next one runs."""

    y: str
    height: str
    words: tuple[tuple[str, str], ...]
    beneath: tuple[tuple[str, str], ...]
    arrow: tuple[str, str, str] | None


@dataclass(frozen=True, slots=True)
class StepFigure:
    """All boxes, and the height of the whole in em."""

    boxes: tuple[Box, ...]
    height: str


def draw_steps(steps: Sequence[ProcedureStep]) -> StepFigure:
    """Lay the steps out beneath each other in their order."""
    boxes, y = [], 0.1
    for step in steps:
        words = textwrap.wrap(f"{step.position}. {step.title}", LONGEST_LINE)
        beneath = textwrap.wrap(f"{step.unit_name}", LONGEST_LINE)
        height = LINE * (len(words) + len(beneath) + 1) + 2 * PADDING
        baseline = y + PADDING + LINE * 0.75
        end = y + height
        is_last = step is steps[-1]
        boxes.append(
            Box(
                y=_em(y),
                height=_em(height),
                words=_lines(words, baseline),
                beneath=_lines([*beneath, days_in_words(step.days)], baseline + LINE * len(words)),
                arrow=None if is_last else (_em(end), _em(end + ARROW - 0.5), _em(end + ARROW)),
            )
        )
        y = end + (0 if is_last else ARROW)
    return StepFigure(tuple(boxes), _em(y + 0.1))


def _lines(texts: Iterable[str], baseline: float) -> tuple[tuple[str, str], ...]:
    return tuple((text, _em(baseline + LINE * place)) for place, text in enumerate(texts))


def _em(value: float) -> str:
    return f"{value:.2f}em"


def sum_of(days: Iterable[Decimal]) -> Decimal:
    """Return the working days of all steps together."""
    return sum(days, Decimal(0))


def days_written(days: Decimal) -> str:
    """Return days as pages write them: 8, 0,5."""
    return number_written(int(days)) if days == days.to_integral_value() else number_written(float(days))


def days_in_words(days: Decimal) -> str:
    """Return "0,5 ngày làm việc"; Vietnamese, as the steps themselves are."""
    return f"{days_written(days)} ngày làm việc"
