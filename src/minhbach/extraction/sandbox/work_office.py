"""The task on office documents, apart because it loads lxml."""

from pathlib import Path
from typing import Any

from minhbach.extraction.office.asides import asides_of
from minhbach.extraction.office.read import read_package
from minhbach.extraction.sandbox.wire import Taken, to_plain


def take_office(file: Path) -> dict[str, Any]:
    """Take a DOCX or an ODT apart."""
    return to_plain(Taken(*read_package(file.read_bytes())))


def take_asides(file: Path) -> list[str]:
    """Take headers, footers, notes, comments and deleted words out of an office file."""
    return asides_of(file.read_bytes())
