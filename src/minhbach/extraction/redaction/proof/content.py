"""Everything that a PDF holds, unpacked by pikepdf: strings, names, streams, and what no clean copy may have."""

import io
import re
import unicodedata
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

import pikepdf

from minhbach.domain.text import fold, nfc
from minhbach.extraction.redaction.spellings import Haystack, Needle

_STREAM = re.compile(rb"stream\r?\n.*?endstream", re.DOTALL)
MOST_BYTES = 640 * 1024 * 1024  # 300 pages of A4 at 200 dpi in sixteen greys have 580
_LEAST_KINDS = 2  # different signs: a run of one sign stands in any picture
_LEAST_BYTES = 4  # of a spelling that is sought
_HEX = re.compile(rb"<([0-9A-Fa-f\s]{4,})>")
_LITERAL = re.compile(rb"\(((?:\\.|[^()\\])*)\)", re.DOTALL)
_CATALOG = {"/Type", "/Pages", "/Lang"}
_PAGE = {
    "/Type", "/Parent", "/MediaBox", "/CropBox", "/Rotate", "/UserUnit", "/Contents", "/Resources",
}  # fmt: skip
_RESOURCES = {"/XObject", "/Font"}
_IMAGE = {
    "/Type", "/Subtype", "/Width", "/Height", "/ColorSpace", "/BitsPerComponent", "/Filter", "/DecodeParms", "/Length",
}  # fmt: skip
_JPEG_INFORMATION = (b"Exif\x00", b"http://ns.adobe.com/xap/", b"Photoshop 3.0", b"ICC_PROFILE")


@dataclass(frozen=True, slots=True)
class Content:
    """What a PDF holds beside what it draws.

    `plain` is its unpacked streams but for pictures, with whatever stands outside of streams; `pictures` their unpacked
    data; `said` what the strings of the streams say, `strings` the strings and names of everything else. `unexpected`
    names what a copy made of pictures and words has no use for.
    """

    plain: bytes
    pictures: tuple[bytes, ...]
    said: tuple[Haystack, ...]
    strings: Haystack
    unexpected: tuple[str, ...]


def content_of(data: bytes) -> Content:
    """Take a PDF apart."""
    with pikepdf.open(io.BytesIO(data), suppress_warnings=True) as pdf:
        blobs: list[bytes] = [_STREAM.sub(b"", data)]
        pictures: list[bytes] = []
        strings: list[str] = []
        room = MOST_BYTES
        for item in pdf.objects:
            strings += _strings(item, 0)
            if isinstance(item, pikepdf.Stream):
                blob = _unpacked(item)
                room -= len(blob)
                if room < 0:
                    raise MemoryError
                (pictures if str(item.get("/Subtype", "")) == "/Image" else blobs).append(blob)
        strings += _strings(pdf.trailer, 0)
        said = tuple(Haystack(text) for blob in blobs[1:] for text in _said(blob))
        unexpected = tuple(dict.fromkeys(_unexpected(pdf, data)))
        return Content(b"\n".join(blobs), tuple(pictures), said, Haystack(" \n ".join(strings)), unexpected)


def narrowed(content: Content, texts: Sequence[str]) -> Content:
    """Return what a PDF holds with no more of its pictures than can spell any of the words that are sought.

    Every word is sought in every picture: without this, the work grows with the words times the pixels. Pixels are
    mostly paper; what words are spelled with stands in few places among them, each looked at once.
    """
    signs = {sign for text in texts for one in _spellings(text, every=True) for sign in one}
    apart = next((sign for sign in range(255, -1, -1) if sign not in signs), None)
    if not signs or apart is None:
        return content
    run = re.compile(b"[" + b"".join(re.escape(bytes([sign])) for sign in sorted(signs)) + b"]{%d,}" % _LEAST_BYTES)
    runs = {found for picture in content.pictures for found in run.findall(picture)}
    telling = sorted(one for one in runs if one.count(one[:1]) < len(one))
    return replace(content, pictures=(bytes([apart]).join(telling),))


def bytes_hold(content: Content, needle: Needle, text: str, *, thorough: bool) -> bool:
    """Say whether any stream, or the file itself, spells words in any of the ways that files spell them.

    :param thorough: in the data of pictures too, and in every spelling; too slow where thousands of words are sought.
    """
    if needle.empty or len(set(needle.squeezed)) < _LEAST_KINDS:
        return False
    spelt = _spellings(text, every=thorough) if needle.anywhere else []
    if any(one in content.plain for one in spelt):
        return True
    if thorough and any(one in picture for picture in content.pictures for one in spelt):
        return True
    return any(needle.is_in(said) for said in content.said)


def strings_hold(content: Content, needle: Needle) -> bool:
    """Say whether any string or name outside the pages' content says words."""
    return needle.is_in(content.strings)


def _spellings(text: str, *, every: bool) -> list[bytes]:
    if not every:
        wide = text.encode("utf-16-be")
        return [text.encode(), wide, text.encode("utf-16-le"), wide.hex().encode(), wide.hex().upper().encode()]
    forms = {
        text,
        nfc(text),
        text.lower(),
        text.upper(),
        fold(text),
        "".join(text.split()),
        text.replace(" ", "\u00a0"),
    }
    forms |= {unicodedata.normalize("NFD", form) for form in tuple(forms)}
    found: set[bytes] = set()
    for form in forms:
        wide = form.encode("utf-16-be")
        found |= {form.encode(), wide, form.encode("utf-16-le"), wide.hex().encode(), wide.hex().upper().encode()}
        found |= {form.encode().hex().encode(), form.encode().hex().upper().encode()}
        if form.isascii():
            found.add(form.encode("latin-1"))
    return sorted(one for one in found if len(one) >= _LEAST_BYTES)


def _said(blob: bytes) -> Iterator[str]:
    """Yield what the strings of a content stream say, taken as two bytes a letter and as one, all in one row."""
    if blob[:2] == b"\xff\xd8":
        return
    pieces = [bytes.fromhex(m.decode("ascii")) for m in _HEX.findall(blob) if _is_even(m)]
    if pieces:
        yield " ".join(piece.decode("utf-16-be", "replace") for piece in pieces)
        yield "".join(piece.decode("utf-16-be", "replace") for piece in pieces)
        yield "".join(piece.decode("latin-1") for piece in pieces)
    literals = [m.decode("latin-1") for m in _LITERAL.findall(blob)]
    if literals:
        yield " ".join(literals)
        yield "".join(literals)


def _is_even(digits: bytes) -> bool:
    return len(b"".join(digits.split())) % 2 == 0


def _unpacked(stream: pikepdf.Stream) -> bytes:
    try:
        return bytes(stream.read_bytes())
    except (pikepdf.PdfError, zlib.error, NotImplementedError):
        return bytes(stream.read_raw_bytes())


def _strings(item: Any, depth: int) -> Iterator[str]:
    if depth > 30:
        return
    if isinstance(item, pikepdf.String | pikepdf.Name):
        yield str(item)
    elif isinstance(item, pikepdf.Array):
        for one in item:
            if not getattr(one, "is_indirect", False):
                yield from _strings(one, depth + 1)
    elif isinstance(item, pikepdf.Dictionary | pikepdf.Stream):
        for key, value in item.items():
            yield str(key)
            if not getattr(value, "is_indirect", False):
                yield from _strings(value, depth + 1)


def _unexpected(pdf: pikepdf.Pdf, data: bytes) -> Iterator[str]:
    yield from (f"/Root {key}" for key in pdf.Root if key not in _CATALOG)
    yield from (f"trailer {key}" for key in pdf.trailer if key not in ("/Size", "/Root"))
    if data.count(b"%%EOF") != 1 or not data.rstrip().endswith(b"%%EOF"):
        yield "%%EOF"
    if len(pdf.attachments):
        yield "/EmbeddedFiles"
    for page in pdf.pages:
        yield from _unexpected_on(page.obj)


def _unexpected_on(page: Any) -> Iterator[str]:
    yield from (f"/Page {key}" for key in page if key not in _PAGE)
    resources = page.get("/Resources", {})
    yield from (f"/Resources {key}" for key in resources if key not in _RESOURCES)
    drawn: Sequence[Any] = list(resources.get("/XObject", {}).values())
    if len(drawn) != 1:
        yield "/XObject"
    for image in drawn:
        yield from (f"/Image {key}" for key in image if key not in _IMAGE)
        if str(image.get("/Subtype", "")) != "/Image":
            yield "/XObject /Form"
        raw = bytes(image.read_raw_bytes()) if isinstance(image, pikepdf.Stream) else b""
        yield from ("/Image EXIF" for mark in _JPEG_INFORMATION if mark in raw[:4096])
