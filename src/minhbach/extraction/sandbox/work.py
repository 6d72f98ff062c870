"""Tasks on text and web pages."""

from pathlib import Path
from typing import Any

from minhbach.extraction.layout.flow import lines_of as lines_of_flow
from minhbach.extraction.legacy.paragraphs import in_unicode
from minhbach.extraction.sandbox.wire import Taken, to_plain
from minhbach.extraction.text.decode import decode
from minhbach.extraction.text.plain import format_of, lines_of
from minhbach.extraction.web.page import items_of


def take_text(file: Path) -> dict[str, Any]:
    """Take plain text or Markdown apart."""
    decoded = decode(file.read_bytes())
    return to_plain(Taken(format_of(decoded.text), lines_of(decoded.text), problems=decoded.problems))


def take_html(file: Path) -> dict[str, Any]:
    """Take a web page apart."""
    decoded = decode(file.read_bytes())
    # Letters that the page spells as entities are known only now; those of its bytes are in Unicode already.
    lines = lines_of_flow(in_unicode(items_of(decoded.text)))
    return to_plain(Taken("html", lines, problems=decoded.problems))
