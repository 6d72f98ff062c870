"""The tasks of the proof that look at the pages of a copy."""

from pathlib import Path
from typing import Any

from minhbach.extraction.redaction.contracts import boxes_from_plain, shape_from_plain, words_to_plain
from minhbach.extraction.redaction.proof.alike import page_digests
from minhbach.extraction.redaction.proof.seen import look_at


def take_seen(file: Path, *, page: int, shape: dict[str, Any], boxes: list[Any]) -> dict[str, Any]:
    """Return the words that can be read on one page, and the numbers of the boxes that are not painted through."""
    given = list(boxes_from_plain(boxes))
    words, left = look_at(file.read_bytes(), page, shape_from_plain(shape), given)
    return {"words": words_to_plain(words), "open": [n for n, box in enumerate(given) if box in left]}


def take_digests(file: Path) -> list[str]:
    """Return a digest of each page: pages with the same one need to be looked at once."""
    return page_digests(file.read_bytes())
