"""The task of the proof that takes a copy apart."""

from pathlib import Path
from typing import Any

from minhbach.extraction.redaction.proof.content import bytes_hold, content_of, narrowed, strings_hold
from minhbach.extraction.redaction.spellings import Needle

_THOROUGH = 500  # words that are sought in every spelling and in the data of pictures


def take_content(file: Path, *, terms: list[str]) -> dict[str, Any]:
    """Return which of the terms (by index) stand in streams and in strings, and what a copy may not have at all."""
    content = narrowed(content_of(file.read_bytes()), terms[:_THOROUGH])
    needles = [Needle(term) for term in terms]
    return {
        "bytes": [n for n, term in enumerate(terms) if bytes_hold(content, needles[n], term, thorough=n < _THOROUGH)],
        "metadata": [n for n, needle in enumerate(needles) if strings_hold(content, needle)],
        "unexpected": list(content.unexpected),
    }
