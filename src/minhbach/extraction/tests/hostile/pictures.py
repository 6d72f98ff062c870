"""Pictures that claim to be huge, or go round in rings."""

import struct
import zlib
from collections.abc import Iterator
from functools import partial

from PIL import Image

from minhbach.extraction.tests.hostile.making import MB, Make, saved


def png(width: int, height: int, data: bytes = b"", *chunks: bytes, bits: int = 8, colours: int = 2) -> bytes:
    """Return a PNG that claims to be so large."""
    head = struct.pack(">IIBBBBB", width, height, bits, colours, 0, 0, 0)
    packed = zlib.compress(data or b"\0" * 1000)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + b"".join(chunks) + chunk(b"IDAT", packed) + chunk(b"IEND", b"")


def chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def pictures() -> Iterator[tuple[str, Make]]:
    for width, height in ((60_000, 60_000), (1, 2_000_000_000), (0, 0), (300_000, 10), (30_000, 3_900), (2**31 - 1, 1)):
        yield f"a PNG of {width} x {height}", partial(png, width, height)
    yield "a PNG that unpacks to 100 MB", lambda: png(10_900, 10_900, b"\0" * 100 * MB, bits=1, colours=0)
    yield (
        "a PNG whose comment swells",
        lambda: png(300, 100, b"", chunk(b"zTXt", b"Comment\0\0" + zlib.compress(b"a" * 60 * MB))),
    )
    yield "a PNG with a thousand comments", lambda: png(300, 100, b"", *[chunk(b"tEXt", b"a\0" + b"b" * 100)] * 20_000)
    yield "an animated PNG", lambda: saved("PNG", save_all=True, append_images=[Image.new("RGB", (400, 120))] * 200)
    yield (
        "a TIFF of 400 pages",
        lambda: saved("TIFF", (40, 40), save_all=True, append_images=[Image.new("RGB", (40, 40))] * 400),
    )
    yield "a TIFF whose pages run in a ring", _ring_tiff
    for tag, value in ((0x100, 2**31), (0x101, 2**31), (0x116, 1), (0x103, 34712), (0x115, 60000), (0x111, 2**31)):
        yield f"a TIFF with tag {tag:#x} of {value}", partial(_odd_tiff, tag, value)
    yield "a JPEG of 65,500 pixels a side", _huge_jpeg
    yield (
        "a JPEG with EXIF in a ring",
        lambda: saved("JPEG", exif=b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x87\x69\0\x04\0\0\0\x01\0\0\0\x08\0\0\0\0"),
    )
    yield (
        "a JPEG with a thousand segments",
        lambda: saved("JPEG")[:2] + (b"\xff\xe1\x00\x10" + b"a" * 14) * 50_000 + saved("JPEG")[2:],
    )
    for form in ("GIF", "BMP", "WEBP", "ICO", "TGA", "PPM"):
        yield f"a picture of another kind: {form}", partial(saved, form, (64, 64))
    yield "a GIF that is a script", lambda: b"GIF89a/*" + b"\0" * 20 + b"*/=1;alert(1)"
    yield "an SVG with a script", lambda: b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
    yield "one pixel", partial(saved, "PNG", (1, 1))


def _ring_tiff() -> bytes:
    data = bytearray(saved("TIFF", (40, 40)))
    start = struct.unpack("<I", data[4:8])[0]
    count = struct.unpack("<H", data[start : start + 2])[0]
    data[start + 2 + 12 * count : start + 6 + 12 * count] = struct.pack("<I", start)
    return bytes(data)


def _odd_tiff(tag: int, value: int) -> bytes:
    data = bytearray(saved("TIFF", (40, 40)))
    start = struct.unpack("<I", data[4:8])[0]
    for index in range(struct.unpack("<H", data[start : start + 2])[0]):
        at = start + 2 + 12 * index
        if struct.unpack("<H", data[at : at + 2])[0] == tag:
            data[at + 2 : at + 12] = struct.pack("<HII", 4, 1, value)
    return bytes(data)


def _huge_jpeg() -> bytes:
    data = bytearray(saved("JPEG"))
    at = data.index(b"\xff\xc0")
    data[at + 5 : at + 9] = struct.pack(">HH", 65_500, 65_500)
    return bytes(data)
