"""The task on office documents, apart because it loads lxml."""

from pathlib import Path
from typing import Any

from minhbach.extraction.office.asides import asides_of
from minhbach.extraction.office.read import read_package
from minhbach.extraction.office.unseen import files_inside
from minhbach.extraction.sandbox.files import kept
from minhbach.extraction.sandbox.wire import Taken, to_plain


def take_office(file: Path) -> dict[str, Any]:
    """Take a DOCX or an ODT apart."""
    return to_plain(Taken(*read_package(file.read_bytes())))


def take_asides(file: Path) -> dict[str, Any]:
    """Take what stands beside the text out of an office file, and the pictures and files inside it as files."""
    data = file.read_bytes()
    return {"lines": asides_of(data), "files": kept(file, files_inside(data))}
