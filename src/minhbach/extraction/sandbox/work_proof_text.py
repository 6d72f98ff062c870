"""The task of the proof that reads the text of a copy."""

from pathlib import Path
from typing import Any

from minhbach.extraction.redaction.contracts import words_to_plain
from minhbach.extraction.redaction.proof.text import words_by_page


def take_text(file: Path) -> list[Any]:
    """Return the words of each page as pdfminer reads them."""
    return [words_to_plain(words) for words in words_by_page(file.read_bytes())]
