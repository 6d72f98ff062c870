"""The tasks of redaction on pages: drawn, read, burnt. Pictures go into files beside the input."""

from pathlib import Path
from typing import Any

from minhbach.extraction.redaction.alike import looks_of
from minhbach.extraction.redaction.burn import burn
from minhbach.extraction.redaction.contracts import (
    boxes_from_plain,
    shape_from_plain,
    words_from_plain,
    words_to_plain,
)
from minhbach.extraction.redaction.encode import encode
from minhbach.extraction.redaction.picture import picture_of_image, picture_of_pdf
from minhbach.extraction.redaction.recognise import words_on
from minhbach.extraction.sandbox.files import keep

_SCREEN_DPI = 100.0


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
        "picture": keep(file, f"page-{page}", encoded.data),
        "entries": encoded.entries,
        "size": list(unturned.size),
        "words": words_to_plain(burnt.words),
        "terms": [[term.text, term.label, term.page, term.box_only] for term in burnt.terms],
        "blank": burnt.blank,
        "sure": burnt.sure,
        "turn": burnt.turn,
    }


def take_looks(file: Path, *, file_format: str, pages: list[list[Any]]) -> list[str]:
    """Tell how pages, each a number and a shape, look: pages that look the same give the same."""
    data = file.read_bytes()
    return [looks_of(data, file_format, int(number), shape_from_plain(shape)) for number, shape in pages]


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
