"""The piece of the original that stands beside the fields, each line knowing which field it gave."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from minhbach.domain.text import fold, squeeze
from minhbach.planning.labels import Words

FIELDS: Mapping[str, tuple[Words, str]] = {
    "title": (_("Tên"), "id_title"),
    "lead": (_("Chủ trì"), "id_lead"),
    "coordinating": (_("Phối hợp"), "id_coordinating"),
    "deadline": (_("Hạn"), "id_deadline_text"),
    "product": (_("Sản phẩm"), "id_product"),
}
"""What was read: its word beside the line, and the id of its box."""
CONTEXT = 2
LONGEST = 80
TELLING = 12
"""As many letters of a line must agree with a title to call it a part of it."""
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Given:
    """A field that a line gave: its name, its word, and the id of its box."""

    name: str
    label: Words
    box: str


@dataclass(frozen=True, slots=True)
class ExcerptLine:
    """One line of the original: inside the task or around it, what was read from it, and whether lines lack before."""

    number: int
    text: str
    page: int | None
    inside: bool
    gives: tuple[Given, ...]
    after_gap: bool


def excerpt(
    lines: Sequence[Mapping[str, Any]], source: Mapping[str, Any], *, title: str = ""
) -> tuple[ExcerptLine, ...]:
    """Return the lines of a task with two around them, and lines elsewhere that gave a field; nothing if not known.

    :param lines: the import's `source_lines`. :param source: the draft's `source`: "task" and fields → lines.
    """
    whole = _span(source.get("task", {}))
    if whole is None:
        return ()
    spans = spans_of(lines, source, title=title)
    around = (whole[0] - CONTEXT, whole[1] + CONTEXT)
    wanted = [line for line in lines if line["t"].strip() and _within(line["n"], around, *spans.values())]
    return tuple(_shown(wanted[:LONGEST], [line["n"] for line in lines if line["t"].strip()], whole, spans))


def spans_of(lines: Sequence[Mapping[str, Any]], source: Mapping[str, Any], *, title: str) -> dict[str, Span]:
    """Return the first and the last line of each field that was read in place, and of the title where it is found."""
    spans = {name: span for name in FIELDS if (span := _span(source.get(name, {})))}
    whole = _span(source.get("task", {}))
    if whole and title and "title" not in spans and (found := _span_of_title(lines, whole, title)):
        spans["title"] = found
    return spans


def _shown(
    wanted: Iterable[Mapping[str, Any]], numbers: Sequence[int], whole: Span, spans: Mapping[str, Span]
) -> Iterator[ExcerptLine]:
    before = None
    following = dict(zip(numbers, numbers[1:], strict=False))
    for line in wanted:
        number = line["n"]
        yield ExcerptLine(
            number=number,
            text=line["t"],
            page=line.get("page"),
            inside=_within(number, whole),
            gives=tuple(Given(name, *FIELDS[name]) for name, span in spans.items() if _within(number, span)),
            after_gap=before is not None and following.get(before) != number,
        )
        before = number


def _span_of_title(lines: Sequence[Mapping[str, Any]], whole: Span, title: str) -> Span | None:
    folded = squeeze(fold(title))
    found = [line["n"] for line in lines if _within(line["n"], whole) and _belongs(squeeze(fold(line["t"])), folded)]
    return (found[0], found[-1]) if found else _span_above(lines, whole[0], folded)


def _span_above(lines: Sequence[Mapping[str, Any]], before: int, title: str) -> Span | None:
    """Return where the nearest item above has the title, which its parts ("Thành phố", "Huyện, xã") go without."""
    found: list[int] = []
    for line in reversed([line for line in lines if line["n"] < before and line["t"].strip()]):
        text = squeeze(fold(line["t"]))
        unnumbered = text.partition(" ")[2]
        if title in text or any(len(part) >= TELLING and part in title for part in (text, unnumbered)):
            found.append(line["n"])
        elif found:
            break
    return (found[-1], found[0]) if found else None


def _belongs(line: str, title: str) -> bool:
    return title in line or (len(line) >= TELLING and line in title) or line.endswith(title[:TELLING])


def _within(number: int, *spans: Span) -> bool:
    return any(first <= number <= last for first, last in spans)


def _span(place: Mapping[str, Any]) -> Span | None:
    found = place.get("lines") or []
    return (found[0], found[-1]) if found else None
