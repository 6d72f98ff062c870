"""The task on old Word files and RTF, apart because it starts LibreOffice."""

from pathlib import Path

from minhbach.extraction.office.old_word import as_docx
from minhbach.extraction.sandbox.files import keep


def take_docx(file: Path, *, ending: str) -> str:
    """Turn an old Word file or an RTF into a DOCX beside the input, and return its name."""
    return keep(file, "moi.docx", as_docx(file, ending))
