"""A PDF written from nothing but pictures and words: whatever else a file can hold has no way in."""

import io
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from minhbach.extraction.pdf.upright import Upright
from minhbach.extraction.redaction.contracts import Shape, Written
from minhbach.extraction.redaction.space import view_of

_HEAD = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
_GLYPH = 0.5  # of the type size: the width of every letter of the unseen font
_TO_UNICODE = b"""/CIDInit /ProcSet findresource begin 12 dict begin begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def /CMapType 2 def
1 begincodespacerange <0000> <FFFF> endcodespacerange
1 beginbfrange <0000> <FFFF> <0000> endbfrange
endcmap CMapName currentdict /CMap defineresource pop end end"""
_QUARTERS = {0: "1 0 0 1", 90: "0 1 -1 0", 180: "-1 0 0 -1", 270: "0 -1 1 0"}
_LARGEST_LETTER = 0xFFFF


@dataclass(frozen=True, slots=True)
class Leaf:
    """One page to be written: its picture unturned, as a stream, and the words that can be read on it."""

    shape: Shape
    size: tuple[int, int]
    entries: str
    data: bytes
    words: Sequence[Written]
    turn: int = 0  # further clockwise, until the text of the page stands upright


class _Objects:
    """The objects of a file, each remembered by where it begins."""

    def __init__(self) -> None:
        self.out = io.BytesIO()
        self.out.write(_HEAD)
        self.starts: dict[int, int] = {}

    def add(self, number: int, dictionary: str, stream: bytes | None = None) -> None:
        self.starts[number] = self.out.tell()
        self.out.write(f"{number} 0 obj\n{dictionary}\n".encode("ascii"))
        if stream is not None:
            self.out.write(b"stream\n" + stream + b"\nendstream\n")
        self.out.write(b"endobj\n")

    def finished(self, root: int) -> bytes:
        start, count = self.out.tell(), len(self.starts) + 1
        self.out.write(f"xref\n0 {count}\n0000000000 65535 f \n".encode("ascii"))
        for number in range(1, count):
            self.out.write(f"{self.starts[number]:010} 00000 n \n".encode("ascii"))
        self.out.write(f"trailer\n<< /Size {count} /Root {root} 0 R >>\nstartxref\n{start}\n%%EOF\n".encode("ascii"))
        return self.out.getvalue()


def write_pdf(leaves: Sequence[Leaf]) -> bytes:
    """Return a PDF of these pages, without any information about itself."""
    objects = _Objects()
    first = 6
    kids = " ".join(f"{first + 3 * index} 0 R" for index in range(len(leaves)))
    objects.add(1, "<< /Type /Catalog /Pages 2 0 R /Lang (vi) >>")
    objects.add(2, f"<< /Type /Pages /Kids [{kids}] /Count {len(leaves)} >>")
    _add_font(objects)
    for index, leaf in enumerate(leaves):
        _add_page(objects, first + 3 * index, leaf)
    return objects.finished(1)


def _add_font(objects: _Objects) -> None:
    """Add the font of the unseen words: letters are their own numbers, so that what is selected reads right."""
    objects.add(
        3,
        "<< /Type /Font /Subtype /Type0 /BaseFont /Helvetica /Encoding /Identity-H /DescendantFonts [4 0 R] "
        "/ToUnicode 5 0 R >>",
    )
    objects.add(
        4,
        "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Helvetica /CIDSystemInfo << /Registry (Adobe) /Ordering "
        "(Identity) /Supplement 0 >> /DW 500 /FontDescriptor << /Type /FontDescriptor /FontName /Helvetica /Flags 4 "
        "/FontBBox [0 -200 500 800] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 800 /StemV 80 >> >>",
    )
    packed = zlib.compress(_TO_UNICODE, 9)
    objects.add(5, f"<< /Length {len(packed)} /Filter /FlateDecode >>", packed)


def _add_page(objects: _Objects, number: int, leaf: Leaf) -> None:
    shape = leaf.shape
    boxes = f"/MediaBox {_numbers(shape.media)}" + (
        f" /CropBox {_numbers(shape.crop)}" if shape.crop != shape.media else ""
    )
    turned = f" /Rotate {shape.turn}" if shape.turn else ""
    unit = f" /UserUnit {_number(shape.unit)}" if shape.unit != 1 else ""
    objects.add(
        number,
        f"<< /Type /Page /Parent 2 0 R {boxes}{turned}{unit} /Contents {number + 1} 0 R "
        f"/Resources << /XObject << /P {number + 2} 0 R >> /Font << /F 3 0 R >> >> >>",
    )
    packed = zlib.compress("\n".join(_content(leaf)).encode("ascii"), 6)
    objects.add(number + 1, f"<< /Length {len(packed)} /Filter /FlateDecode >>", packed)
    width, height = leaf.size
    objects.add(
        number + 2,
        f"<< /Type /XObject /Subtype /Image /Width {width} /Height {height} {leaf.entries} /Length {len(leaf.data)} >>",
        leaf.data,
    )


def _content(leaf: Leaf) -> Iterator[str]:
    x0, y0, x1, y1 = leaf.shape.crop
    yield f"q {_number(x1 - x0)} 0 0 {_number(y1 - y0)} {_number(x0)} {_number(y0)} cm /P Do Q"
    view = view_of(leaf.shape, leaf.turn)
    yield "BT 3 Tr"
    for word in leaf.words:
        yield from _word(word, view)
    yield "ET"


def _word(word: Written, view: Upright) -> Iterator[str]:
    """Yield the operators that set a word unseen over its place, as wide as it is, upright for the reader."""
    letters = [c for c in word.text if ord(c) <= _LARGEST_LETTER and not 0xD800 <= ord(c) < 0xE000]
    x0, y0, x1, y1 = view.box(*word.box)
    if not letters or x1 <= x0 or y1 <= y0:
        return
    size = y1 - y0
    stretched = 100 * (x1 - x0) / (size * _GLYPH * len(letters))
    x, y, _, _ = view.back(x0, y0 + 0.2 * size, x0, y0 + 0.2 * size)
    code = "".join(f"{ord(c):04X}" for c in [*letters, " "])
    yield f"/F {_number(size)} Tf {_number(stretched)} Tz"
    yield f"{_QUARTERS[view.turn]} {_number(x)} {_number(y)} Tm <{code}> Tj"


def _numbers(box: Sequence[float]) -> str:
    return "[" + " ".join(map(_number, box)) + "]"


def _number(value: float) -> str:
    return f"{value:.3f}".rstrip("0").rstrip(".") or "0"
