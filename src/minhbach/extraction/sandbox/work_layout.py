"""The task of laying out pages that were read in several processes."""

import json
from pathlib import Path
from typing import Any

from minhbach.extraction.layout.marks import from_plain
from minhbach.extraction.layout.read import lines_of
from minhbach.extraction.sandbox.wire import Taken, to_plain


def take_layout(file: Path, *, file_format: str) -> dict[str, Any]:
    """Lay out pages in the order of their numbers."""
    pages = sorted((from_plain(plain) for plain in json.loads(file.read_bytes())), key=lambda page: page.number)
    return to_plain(Taken(file_format, lines_of(pages)))
