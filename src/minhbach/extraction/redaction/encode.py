"""A picture as the bytes that a PDF holds: few greys without loss where that is small, else JPEG."""

import io
import struct
from dataclasses import dataclass

from PIL import Image, ImageChops

_GREYS = 16
_COLOURED = 24  # of 255 between the channels of one pixel
_COLOURED_SHARE = 0.0005
_QUALITY = 82
_CHUNK_HEAD = 8


@dataclass(frozen=True, slots=True)
class Encoded:
    """An image stream: its dictionary entries beside the size, and its data."""

    entries: str
    data: bytes


def encode(image: Image.Image) -> Encoded:
    """Return the smaller of both forms; colours are kept where there are any."""
    if _is_coloured(image):
        return _jpeg(image, "DeviceRGB")
    grey = image.convert("L")
    flat, photo = _greys(grey), _jpeg(grey, "DeviceGray")
    return flat if len(flat.data) <= len(photo.data) else photo


def _is_coloured(image: Image.Image) -> bool:
    small = image.reduce(2) if min(image.size) > 8 else image
    red, green, blue = small.split()
    spread = ImageChops.subtract(
        ImageChops.lighter(ImageChops.lighter(red, green), blue), ImageChops.darker(ImageChops.darker(red, green), blue)
    )
    return sum(spread.histogram()[_COLOURED:]) > _COLOURED_SHARE * small.width * small.height


def _jpeg(image: Image.Image, space: str) -> Encoded:
    buffer = io.BytesIO()
    image.save(buffer, "JPEG", quality=_QUALITY, optimize=True)
    return Encoded(f"/ColorSpace /{space} /BitsPerComponent 8 /Filter /DCTDecode", buffer.getvalue())


def _greys(image: Image.Image) -> Encoded:
    """Return the picture in sixteen greys, packed and predicted as PNG does it, which PDF understands."""
    step = 255 // (_GREYS - 1)
    indexed = image.point([round(value / step) for value in range(256)])
    indexed.putpalette([level * step for level in range(_GREYS) for _ in range(3)])
    buffer = io.BytesIO()
    indexed.save(buffer, "PNG", bits=4, optimize=False)
    entries = (
        "/ColorSpace /DeviceGray /BitsPerComponent 4 /Filter /FlateDecode "
        f"/DecodeParms << /Predictor 15 /Colors 1 /BitsPerComponent 4 /Columns {image.width} >>"
    )
    return Encoded(entries, _pixels_of(buffer.getvalue()))


def _pixels_of(png: bytes) -> bytes:
    """Return the packed pixels of a PNG: the contents of its IDAT chunks."""
    found, at = [], _CHUNK_HEAD
    while at < len(png):
        length, kind = struct.unpack(">I4s", png[at : at + _CHUNK_HEAD])
        if kind == b"IDAT":
            found.append(png[at + _CHUNK_HEAD : at + _CHUNK_HEAD + length])
        at += _CHUNK_HEAD + length + 4
    return b"".join(found)
