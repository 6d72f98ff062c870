"""The top of the first page taken apart: motto, marks, number, date; what is left is letterhead, title and text."""

import re
from dataclasses import dataclass, field, replace

from minhbach.domain.reading.head import marks
from minhbach.domain.reading.head.columns import is_motto, starts_motto
from minhbach.domain.reading.head.dating import Dating, read_dating
from minhbach.domain.reading.head.number import NumberLine, read_number
from minhbach.domain.reading.head.pieces import Piece, pieces_of
from minhbach.domain.reading.head.places import province_of, starts_with_unit
from minhbach.domain.reading.head.title import is_subject
from minhbach.domain.reading.source import Line

_SECTION = re.compile(
    r"^\W*(?:(?:I|A|1)\s?[.)/]\s*\S|(?:Điều|ĐIỀU|Chương|CHƯƠNG|Mục|MỤC|Phần|PHẦN)\s+(?:1|I|A|thứ|THỨ|MỘT)\b)"
)
_YEAR = re.compile(r"(?:19|20)\d\d\b")
_FIRST_PIECES = 14
_MOST_LINES = 90
_RESIDUE = re.compile(
    r"^\W*(?:(?:ký bởi|người ký|cơ quan|email|thời gian ký|chữ ký số|signature|digitally|ngày ký)\s*:"
    r"|thư viện pháp luật|thuvienphapluat|luatvietnam|hệ thống pháp luật)",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Top:
    """What stands above the title and around it. The `…_at` say how many left-over pieces stand before it."""

    pieces: list[Piece] = field(default_factory=list)
    number: NumberLine | None = None
    number_piece: Piece | None = None
    number_at: int | None = None
    dating: Dating | None = None
    dating_piece: Piece | None = None
    dating_at: int | None = None
    motto_at: int | None = None
    secrecy: tuple[str, Piece] | None = None
    urgency: tuple[str, Piece] | None = None
    draft: bool = False
    last_line: int = -1  # the last line index that holds a number, a date, a motto or a mark
    parted: bool = False  # something was taken out on a line of its own since the last piece that was left

    def taken(self, piece: Piece) -> None:
        """Remember that this piece belongs to the head."""
        self.last_line = max(self.last_line, piece.line)
        self.parted = self.parted or not piece.column


def scan_top(lines: tuple[Line, ...]) -> Top:
    """Return the top of a document, taken apart."""
    pieces = _without_meaningless_gaps(pieces_of(lines, 0, _zone_end(lines)))
    top = Top()
    at = 0
    while at < len(pieces):
        at += _take(top, pieces, at)
    return top


def _without_meaningless_gaps(pieces: list[Piece]) -> list[Piece]:
    """Forget the blank lines of a page where one stands after every line."""
    first = pieces[:_FIRST_PIECES]
    if sum(piece.after_gap for piece in first) < 0.75 * len(first):
        return pieces
    return [replace(piece, after_gap=False) for piece in pieces]


def _zone_end(lines: tuple[Line, ...]) -> int:
    seen = 0
    for index, line in enumerate(lines):
        seen += bool(line.text.strip())
        if seen > _MOST_LINES or (seen > 3 and not line.cells and _SECTION.match(line.text[:60])):
            return index
    return len(lines)


def _take(top: Top, pieces: list[Piece], at: int) -> int:
    """Put the piece at this index where it belongs; return how many pieces that used up."""
    piece = pieces[at]
    if _RESIDUE.match(piece.text):
        return 1
    used = _take_motto(top, pieces, at)
    if used:
        return used
    if _take_mark(top, piece):
        top.taken(piece)
        return 1
    return _take_number(top, pieces, at) or _take_dating(top, pieces, at) or _leave(top, piece)


def _leave(top: Top, piece: Piece) -> int:
    parted = top.parted and piece.column == 0
    top.pieces.append(replace(piece, after_gap=True) if parted else piece)
    top.parted = False
    return 1


def _take_motto(top: Top, pieces: list[Piece], at: int) -> int:
    piece = pieces[at]
    used = 1 if is_motto(piece.text) else 0
    if not used and starts_motto(piece.text):
        for more in (2, 3):
            if is_motto(" ".join(p.text for p in pieces[at : at + more])):
                used = more
                break
    if used:
        top.motto_at = len(top.pieces) if top.motto_at is None else top.motto_at
        top.taken(pieces[min(at + used, len(pieces)) - 1])
    return used


def _take_mark(top: Top, piece: Piece) -> bool:
    before = top.pieces[-1].plain if top.pieces else ""
    secrecy = marks.secrecy_mark(piece.text)
    if secrecy and not before.endswith(("bi", "bao", "giai")):
        top.secrecy = top.secrecy or (secrecy, piece)
        return True
    urgency = marks.urgency_mark(piece.text)
    if urgency:
        top.urgency = top.urgency or (urgency, piece)
        return True
    if marks.is_draft_mark(piece.text):
        top.draft = True
        return True
    return marks.is_circulation_mark(piece.text)


def _take_number(top: Top, pieces: list[Piece], at: int) -> int:
    if top.number is not None:
        return 0
    piece = pieces[at]
    following = pieces[at + 1].text if at + 1 < len(pieces) else ""
    found = read_number(piece.text, following)
    if found is None or not _is_number_line(piece, found):
        return 0
    alone = read_number(piece.text)
    used = 1 if alone == found else 2
    top.number, top.number_piece, top.number_at = found, piece, len(top.pieces)
    top.taken(pieces[at + used - 1])
    if found.rest:
        pieces.insert(at + used, piece.with_text(found.rest))
    return used


def _is_number_line(piece: Piece, found: NumberLine) -> bool:
    """True where the number stands by itself, not in a sentence or a wrapped title that cites one."""
    if found.rest and not (is_subject(piece.with_text(found.rest)) or read_dating(found.rest)):
        return False
    return bool(found.symbol or found.blank or found.kind) or len(piece.text) <= 16


def _take_dating(top: Top, pieces: list[Piece], at: int) -> int:
    if top.dating is not None:
        return 0
    for used in (1, 2, 3):
        run = pieces[at : at + used]
        if len(run) < used or sum(len(p.text) for p in run) > 160:
            return 0
        found = read_dating(" ".join(p.text for p in run))
        if found is None or not _stands_alone(found) or _joins_two(run, found):
            continue
        if found.year is None and _YEAR.match(" ".join(p.text for p in pieces[at + used : at + used + 1])):
            continue
        top.dating, top.dating_piece, top.dating_at = found, run[0], len(top.pieces)
        top.taken(run[-1])
        if found.rest:
            pieces.insert(at + used, run[-1].with_text(found.rest))
        return used
    return 0


def _stands_alone(found: Dating) -> bool:
    """True for a date that is a line of its own, false for a sentence that begins with one."""
    return not found.rest if found.place is None else len(found.rest) < 120 and not found.rest[:1].islower()


def _joins_two(run: list[Piece], found: Dating) -> bool:
    """True where the run took in a line that does not belong to the place ("SỞ Y TẾ" before "Thí Dụ, ngày …")."""
    if len(run) == 1:
        return False
    later = read_dating(" ".join(p.text for p in run[1:]))
    if later is None or later.place is None or found.place is None:
        return run[0].is_capitals
    return run[0].is_capitals or not (province_of(found.place) or starts_with_unit(found.place))


def date_at_the_end(top: Top, lines: tuple[Line, ...], start: int, foot: int, stop: int) -> int:
    """Take the date that minutes and contracts carry above the signature; return where the foot begins with it."""
    late = Top()
    pieces = pieces_of(lines, start, stop)
    for at in range(len(pieces)):
        if _take_dating(late, pieces, at) and late.dating and late.dating.place:
            top.dating, top.dating_piece = late.dating, late.dating_piece
            return min(foot, pieces[at].line)
    return foot
