"""The task of reading text that was taken from a file: the domain's patterns meet it inside limits too."""

import json
from pathlib import Path
from typing import Any

from minhbach.domain.reading.read import read_document
from minhbach.domain.reading.results import as_json
from minhbach.extraction import limits
from minhbach.extraction.contracts import CannotRead
from minhbach.extraction.findings import TOO_MANY, refuse_too_many
from minhbach.extraction.sandbox.wire import source_from_plain


def take_reading(file: Path) -> dict[str, Any]:
    """Read a document, and give what the contract prints of it."""
    reading = read_document(source_from_plain(json.loads(file.read_bytes())))
    refuse_too_many(reading)
    printed = as_json(reading)
    # One long list of bodies that thousands of tasks inherit would come back thousands of times.
    if len(json.dumps(printed)) > limits.MAX_READING_BYTES:
        raise CannotRead("too_long", TOO_MANY)
    return printed
