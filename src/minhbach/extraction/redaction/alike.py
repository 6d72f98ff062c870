"""Pages that look the same, told by every point of their pictures, so that equal work is done once."""

import contextlib
import hashlib
from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from minhbach.extraction.contracts import CannotRead
from minhbach.extraction.redaction.at_once import at_once
from minhbach.extraction.redaction.contracts import Box, Page, Shape
from minhbach.extraction.redaction.picture import picture_of_image, picture_of_pdf

Key = TypeVar("Key")
FEW = 12
"""Pages of which a file must have more before equal ones are looked for."""
_AT_ONCE = 25  # pages that one process draws: as many as it has time for


def looks_of(data: bytes, file_format: str, number: int, shape: Shape) -> str:
    """Return what two pages have in common where each point of both is the same when drawn to be burnt."""
    picture = picture_of_pdf(data, number, shape) if file_format == "pdf" else picture_of_image(data, number)[0]
    told = f"{picture.image.size} {picture.dpi}".encode()
    return hashlib.sha256(told + picture.image.tobytes()).hexdigest()


def told_apart(pages: Sequence[Page], draw: Callable[[int, Sequence[Page]], Sequence[str]]) -> list[int]:
    """Return for each page the index of the first page with its words, its shape and its looks.

    :param draw: gives the looks of pages of one source; pages that cannot be drawn are each their own.
    """
    alike = list(range(len(pages)))
    for group in _candidates(pages):
        slices = [group[at : at + _AT_ONCE] for at in range(0, len(group), _AT_ONCE)]

        def looks(at: int, slices: list[list[int]] = slices) -> Sequence[str]:
            return draw(pages[slices[at][0]].source, [pages[index] for index in slices[at]])

        with contextlib.suppress(CannotRead):
            told = [look for drawn in at_once(looks, range(len(slices))) for look in drawn]
            for same in grouped(zip(group, told, strict=True)):
                alike = [same[0] if index in same else first for index, first in enumerate(alike)]
    return alike


def _candidates(pages: Sequence[Page]) -> list[list[int]]:
    """Return the pages, by their indices, that have the same words and shape: only these can be the same."""
    if len(pages) <= FEW:
        return []
    told = grouped((index, (page.source, page.shape, page.words)) for index, page in enumerate(pages))
    return [alike for alike in told if len(alike) > 1]


def grouped(keyed: "Iterable[tuple[int, Key]]") -> list[list[int]]:
    """Return the numbers that have equal keys together, in the order in which the first of each came."""
    found: dict[Key, list[int]] = {}
    for number, key in keyed:
        found.setdefault(key, []).append(number)
    return list(found.values())


def without_page(boxes: Sequence[Box]) -> tuple[object, ...]:
    """Return what makes boxes of two pages the same."""
    return tuple((*box.rectangle, box.ground, box.label) for box in boxes)
