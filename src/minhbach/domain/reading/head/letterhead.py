"""The letterhead: which body issued the document, and which stands above it."""

import re
from dataclasses import dataclass

from minhbach.domain.reading.head import bodies
from minhbach.domain.reading.head.pieces import Piece
from minhbach.domain.reading.head.places import province_of
from minhbach.domain.reading.head.respacing import respaced
from minhbach.domain.reading.head.title import is_kind_line
from minhbach.domain.reading.head.top import Top
from minhbach.domain.text import fold

_ORGANS = re.compile(r"^(?:ban thuong truc|ban chap hanh|ban thuong vu|doan chu tich|thuong truc)$")
_NAMELESS = re.compile(r"^(?:van phong|thanh tra|van phong dang ky)$")  # of the body above it
_UNIT_AT_END = re.compile(r"\b(T[ỈĨIÍÌ]NH|THÀNH PH[ỐÔO])\s+((?:\S+\s?){1,4})$")
_LOST_LINE = re.compile(
    r"\b((?:[ỦU][YỶ] BAN|HỘI ĐỒNG|TÒA ÁN) NHÂN) (?=(?:TỈNH|THÀNH PHỐ|HUYỆN|QUẬN|PHƯỜNG|XÃ|ĐẶC KHU)\b)"
)
_CALLED = {fold(called): called for called in ("ỦY BAN NHÂN DÂN", "HỘI ĐỒNG NHÂN DÂN")}
_SAME_BUT_FOR_TONE = re.compile(r"UỶ BAN NHÂN DÂN\b")  # right too, by the older place of the mark
_LONGEST_NAME = 160
# The first word or two of a name that a narrow column broke.
_BROKEN_START = re.compile(
    r"^(?:uy|hoi|van|trung|tong|lien|toa|mat|dang|kiem|ngan|bao|cong|hoc|nha|benh|thanh|thu|chinh|quoc)$"
)


@dataclass(frozen=True, slots=True)
class Letterhead:
    """Names as printed, wrapped lines joined, marks repaired where a province makes them certain."""

    issuing: str | None
    parents: tuple[str, ...] = ()


def read_letterhead(pieces: list[Piece]) -> Letterhead:
    """Return the bodies that the pieces of a letterhead name, the last as the one that issued."""
    names = _names(pieces)
    if not names:
        return Letterhead(None)
    if len(names) > 1 and _ORGANS.match(fold(names[-1])):
        return Letterhead(f"{names[-1]} {names[-2]}", tuple(names[:-2]))
    if len(names) > 1 and _NAMELESS.match(fold(names[-1])):
        return Letterhead(f"{names[-1]} {names[-2]}", tuple(names[:-1]))
    return Letterhead(names[-1], tuple(names[:-1]))


def _names(pieces: list[Piece]) -> list[str]:
    names: list[str] = []
    for piece in pieces:
        text = respaced(piece.text.strip(" *•:.;"))
        if names and not bodies.starts_new_body(names[-1], text):
            names[-1] = f"{names[-1]} {text}"
        else:
            names.append(text)
    return [_repaired(name) for name in names if len(name) <= _LONGEST_NAME]


def _repaired(name: str) -> str:
    """Put back what a scan lost: a short line ("ỦY BAN NHÂN | DÂN"), or the marks of a province ("TĨNH QUANG NGAI")."""
    name = _LOST_LINE.sub(r"\1 DÂN ", name)
    name = _with_marks(name)
    found = _UNIT_AT_END.search(name)
    if not found:
        return name
    province = province_of(found[2].strip().title())
    if province is None:
        return name
    unit = "TỈNH" if found[1].startswith("T") and not found[1].startswith("TH") else "THÀNH PHỐ"
    return f"{name[: found.start()]}{unit} {province.upper()}"


def _with_marks(name: str) -> str:
    """Put back the marks of the words by which every committee and council is called ("ỦY BẠN NHÂN DẦN")."""
    for plain, right in _CALLED.items():
        words, count = name.split(" "), len(plain.split())
        if name.isupper() and fold(" ".join(words[:count])) == plain and not _SAME_BUT_FOR_TONE.match(name):
            return " ".join((right, *words[count:]))
    return name


def looks_like_name(piece: Piece) -> bool:
    """True where a piece may be a line of a letterhead: capitals, or a name in ordinary letters that opens like one."""
    if len(piece.text) > _LONGEST_NAME or any(c in piece.text for c in "@/:;") or len(piece.text) < 2:
        return False
    if re.search(r"\d{2,}[./:]\d", piece.text):
        return False
    return piece.is_capitals or (bodies.opens_body(piece.plain) and len(piece.text) < 60 and piece.text[0].isupper())


def find_letterhead(top: Top) -> Letterhead:
    """Return the letterhead that stands above number, date or motto, whichever is there."""
    for anchor in (top.number_at, top.motto_at, top.dating_at):
        if anchor:
            pieces = _names_above(top.pieces, anchor)
            if pieces:
                return read_letterhead(pieces)
    return Letterhead(None)


def _names_above(pieces: list[Piece], anchor: int) -> list[Piece]:
    found: list[Piece] = []
    for piece in reversed(pieces[:anchor]):
        if not looks_like_name(piece) or is_kind_line(piece):
            break
        opened = any(bodies.opens_body(p.plain) for p in found)
        broken = bodies.opens_body(piece.plain) or bool(_BROKEN_START.match(piece.plain))
        if found and found[0].after_gap and opened and not broken:
            break
        found.insert(0, piece)
    while found and not bodies.opens_body(found[0].plain) and not _BROKEN_START.match(found[0].plain):
        found.pop(0)
    return found
