"""What a picture's file says beside what it shows: title, description, comment, what a camera or a program noted."""

import io
import re
from collections.abc import Iterator

from PIL import Image

from minhbach.extraction import limits
from minhbach.extraction.text.characters import one_line

_TAGS = (0x010E, 0x013B, 0x8298, 0x9286, 0x9C9B, 0x9C9C, 0x9C9D, 0x9C9E, 0x9C9F)
_WIDE = range(0x9C9B, 0x9CA0)  # what Windows writes, two bytes a letter
_EXIF_PART = 0x8769
_XMP_TEXT = re.compile(rb">([^<>]{4,2000})<")
_LONGEST = 20_000


def information_of(data: bytes) -> list[str]:
    """Return those lines; a picture that cannot be opened says nothing here."""
    Image.MAX_IMAGE_PIXELS = limits.MAX_IMAGE_PIXELS
    try:
        image = Image.open(io.BytesIO(data), formats=("PNG", "JPEG", "TIFF"))
        found = [one_line(text[:_LONGEST]) for text in _said(image)]
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return []
    return list(dict.fromkeys(text for text in found if any(c.isalnum() for c in text)))


def _said(image: Image.Image) -> Iterator[str]:
    exif = image.getexif()
    for tags in (exif, exif.get_ifd(_EXIF_PART)):
        for tag in _TAGS:
            yield _text(tags.get(tag), wide=tag in _WIDE)
    for key, value in image.info.items():
        if key == "xmp" or key == "XML:com.adobe.xmp":
            packet = value if isinstance(value, bytes) else str(value).encode()
            yield from (told.decode("utf-8", "replace") for told in _XMP_TEXT.findall(packet[: limits.MB]))
        elif key in ("comment", "Comment", "Description", "Title") or isinstance(value, str):
            yield _text(value)


def _text(value: object, *, wide: bool = False) -> str:
    if isinstance(value, bytes):
        return value.decode("utf-16-le" if wide else "utf-8", "ignore").strip("\0")
    return value if isinstance(value, str) else ""
