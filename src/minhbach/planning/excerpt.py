"""The piece of the original that stands beside the fields, each line knowing which field it gave."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

FIELD_LABELS = {
    "lead": "Chủ trì",
    "coordinating": "Phối hợp",
    "deadline": "Hạn",
    "product": "Sản phẩm",
    "title": "Tên",
}
CONTEXT = 2
LONGEST = 80


@dataclass(frozen=True, slots=True)
class ExcerptLine:
    """One line of the original: inside the task or around it, and the fields that were read from it."""

    number: int
    text: str
    page: int | None
    inside: bool
    fields: tuple[str, ...]


def excerpt(lines: Sequence[Mapping[str, Any]], source: Mapping[str, Any]) -> tuple[ExcerptLine, ...]:
    """Return the lines of a task with two around them; nothing where the place is not known.

    :param lines: the import's `source_lines`. :param source: the draft's `source`: "task" and fields → lines.
    """
    spans = {name: _span(place) for name, place in source.items()}
    whole = spans.get("task")
    if whole is None:
        return ()
    first, last = whole
    chosen = [line for line in lines if first - CONTEXT <= line["n"] <= last + CONTEXT][:LONGEST]
    return tuple(
        ExcerptLine(
            number=line["n"],
            text=line["t"],
            page=line.get("page"),
            inside=first <= line["n"] <= last,
            fields=tuple(
                FIELD_LABELS[name]
                for name, span in spans.items()
                if name in FIELD_LABELS and span and span[0] <= line["n"] <= span[1]
            ),
        )
        for line in chosen
        if line["t"].strip()
    )


def _span(place: Mapping[str, Any]) -> tuple[int, int] | None:
    found = place.get("lines") or []
    return (found[0], found[-1]) if found else None
