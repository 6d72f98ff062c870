"""The tasks of the proof: each looks into a copy in its own way."""

from pathlib import Path
from typing import Any

from minhbach.extraction.redaction.contracts import boxes_from_plain, shape_from_plain, words_to_plain
from minhbach.extraction.redaction.proof.content import bytes_hold, content_of, strings_hold
from minhbach.extraction.redaction.proof.seen import look_at
from minhbach.extraction.redaction.proof.text import words_by_page
from minhbach.extraction.redaction.spellings import Needle


def take_text(file: Path) -> list[Any]:
    """Return the words of each page as pdfminer reads them."""
    return [words_to_plain(words) for words in words_by_page(file.read_bytes())]


def take_bytes(file: Path, *, terms: list[str]) -> dict[str, Any]:
    """Return which of the terms (by index) stand in streams and in strings, and what a copy may not have at all."""
    content = content_of(file.read_bytes())
    needles = [Needle(term) for term in terms]
    return {
        "bytes": [n for n, term in enumerate(terms) if bytes_hold(content, needles[n], term)],
        "metadata": [n for n, needle in enumerate(needles) if strings_hold(content, needle)],
        "unexpected": list(content.unexpected),
    }


def take_seen(file: Path, *, page: int, shape: dict[str, Any], boxes: list[Any]) -> dict[str, Any]:
    """Return the words that can be read on one page, and the numbers of the boxes that are not painted through."""
    given = list(boxes_from_plain(boxes))
    words, left = look_at(file.read_bytes(), page, shape_from_plain(shape), given)
    return {"words": words_to_plain(words), "open": [n for n, box in enumerate(given) if box in left]}
