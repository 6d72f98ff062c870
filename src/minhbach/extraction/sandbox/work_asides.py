"""The tasks on what files hold beside the text that they show, apart because they load other readers."""

from pathlib import Path
from typing import Any

from minhbach.extraction.pdf.asides import asides_of, layer_lines
from minhbach.extraction.sandbox.files import kept
from minhbach.extraction.scan.information import information_of


def take_pdf_asides(file: Path, *, scans: list[int]) -> dict[str, Any]:
    """Take what stands beside the text out of a PDF, the text layers of scanned pages, and attached files as files."""
    data = file.read_bytes()
    lines, files = asides_of(data)
    return {"lines": lines, "layer": layer_lines(data, scans), "files": kept(file, files)}


def take_information(file: Path) -> dict[str, Any]:
    """Take what a picture's file says beside what it shows."""
    return {"lines": information_of(file.read_bytes()), "layer": [], "files": []}
