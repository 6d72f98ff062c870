"""The tasks of redaction: files taken apart, words set on pages, pages burnt. Large results go into files."""

import json
from pathlib import Path
from typing import Any

from minhbach.extraction.redaction.burn import burn
from minhbach.extraction.redaction.contracts import (
    boxes_from_plain,
    shape_from_plain,
    shape_to_plain,
    words_from_plain,
    words_to_plain,
)
from minhbach.extraction.redaction.encode import encode
from minhbach.extraction.redaction.picture import picture_of_image, picture_of_pdf
from minhbach.extraction.redaction.recognise import words_on
from minhbach.extraction.redaction.sources.containers import letter_of, members_of
from minhbach.extraction.redaction.sources.flow import set_on_pages
from minhbach.extraction.redaction.sources.office import office_blocks, pictures_of
from minhbach.extraction.redaction.sources.pdf import look_over
from minhbach.extraction.scan.picture import count_pages

_SCREEN_DPI = 100.0


def take_office(file: Path) -> dict[str, Any]:
    """Set what an office file shows on pages, and take its pictures out."""
    data = file.read_bytes()
    file_format, blocks, removed = office_blocks(data)
    pages = _kept(file, "pages.pdf", set_on_pages(blocks))
    pictures = [_kept(file, f"picture-{n}", picture) for n, picture in enumerate(pictures_of(data))]
    return {"format": file_format, "pages": pages, "pictures": pictures, "removed": removed}


def take_archive(file: Path) -> list[list[str]]:
    """Unpack an archive: the name and the file of each member."""
    return [[name, _kept(file, f"m{n}", data)] for n, (name, data) in enumerate(members_of(file.read_bytes()))]


def take_letter(file: Path) -> dict[str, Any]:
    """Take an e-mail apart: its heads, then its body and what is attached as files."""
    kind, heads, members = letter_of(file.read_bytes())
    (_, body), *attached = members
    if kind == "html":
        body = b"<html><body>" + body + b"</body></html>"
    kept = [[name, _kept(file, f"m{n}", data)] for n, (name, data) in enumerate([("", body), *attached])]
    return {"heads": heads, "members": kept}


def take_set(file: Path) -> str:
    """Set blocks on pages."""
    return _kept(file, "pages.pdf", set_on_pages(json.loads(file.read_bytes())))


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


def take_burn(
    file: Path, *, file_format: str, page: int, shape: dict[str, Any], boxes: list[Any], words: list[Any]
) -> dict[str, Any]:
    """Burn one page: its picture goes into a file, unturned, as the PDF will hold it."""
    form = shape_from_plain(shape)
    burnt = burn(file.read_bytes(), file_format, page, form, boxes_from_plain(boxes), words_from_plain(words))
    image = burnt.picture.image
    unturned = image.rotate(form.turn, expand=True) if form.turn else image
    encoded = encode(unturned)
    return {
        "picture": _kept(file, f"page-{page}", encoded.data),
        "entries": encoded.entries,
        "size": list(unturned.size),
        "words": words_to_plain(burnt.words),
        "terms": [[term.text, term.label, term.page, term.box_only] for term in burnt.terms],
        "blank": burnt.blank,
        "sure": burnt.sure,
        "turn": burnt.turn,
    }


def take_screen_picture(file: Path, *, file_format: str, page: int, shape: dict[str, Any]) -> str:
    """Draw one page for the screen of whoever marks it."""
    data = file.read_bytes()
    if file_format == "pdf":
        image = picture_of_pdf(data, page, shape_from_plain(shape), _SCREEN_DPI).image
    else:
        image = picture_of_image(data, page, _SCREEN_DPI)[0].image
    target = file.parent / f"screen-{page}.png"
    image.save(target, "PNG", optimize=True)
    return target.name


def take_words(file: Path, *, file_format: str, page: int, shape: dict[str, Any]) -> dict[str, Any]:
    """Read the words of one page from its picture."""
    data, form = file.read_bytes(), shape_from_plain(shape)
    picture = picture_of_pdf(data, page, form) if file_format == "pdf" else picture_of_image(data, page)[0]
    words, turn = words_on(picture, form)
    return {"words": words_to_plain(words), "turn": turn}


def _kept(file: Path, name: str, data: bytes) -> str:
    (file.parent / name).write_bytes(data)
    return name
