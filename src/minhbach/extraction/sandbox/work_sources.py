"""The tasks of taking files apart for redaction and screening, and of setting words on pages. Members go into files."""

import json
from pathlib import Path
from typing import Any

from minhbach.extraction.containers import letter_of, members_of
from minhbach.extraction.redaction.contracts import shape_to_plain, words_to_plain
from minhbach.extraction.redaction.picture import picture_of_image
from minhbach.extraction.redaction.sources.flow import set_on_pages
from minhbach.extraction.redaction.sources.office import office_blocks, pictures_of
from minhbach.extraction.redaction.sources.pdf import look_over
from minhbach.extraction.sandbox.files import keep, kept
from minhbach.extraction.scan.picture import count_pages


def take_office(file: Path) -> dict[str, Any]:
    """Set what an office file shows on pages, and take its pictures out."""
    data = file.read_bytes()
    file_format, blocks, removed = office_blocks(data)
    pages = keep(file, "pages.pdf", set_on_pages(blocks))
    pictures = [keep(file, f"picture-{n}", picture) for n, picture in enumerate(pictures_of(data))]
    return {"format": file_format, "pages": pages, "pictures": pictures, "removed": removed}


def take_archive(file: Path) -> list[list[str]]:
    """Unpack an archive: the name and the file of each member."""
    return kept(file, members_of(file.read_bytes()))


def take_letter(file: Path) -> dict[str, Any]:
    """Take an e-mail apart: its heads, then its body and what is attached as files."""
    kind, heads, members = letter_of(file.read_bytes())
    (_, body), *attached = members
    if kind == "html":
        body = b"<html><body>" + body + b"</body></html>"
    return {"heads": heads, "members": kept(file, [("", body), *attached])}


def take_set(file: Path) -> str:
    """Set blocks on pages."""
    return keep(file, "pages.pdf", set_on_pages(json.loads(file.read_bytes())))


def take_pages(file: Path, *, file_format: str) -> dict[str, Any]:
    """Look a PDF or an image over: shapes and words of its pages, what is left out, what a person should know."""
    data = file.read_bytes()
    if file_format == "pdf":
        pages, removed, notes = look_over(data)
    else:
        shapes = [picture_of_image(data, number)[1] for number in range(1, count_pages(data) + 1)]
        pages, removed, notes = [(shape, []) for shape in shapes], ["thông tin về ảnh"], []
    plain = [{"shape": shape_to_plain(shape), "words": words_to_plain(words)} for shape, words in pages]
    return {"pages": plain, "removed": removed, "notes": notes}
