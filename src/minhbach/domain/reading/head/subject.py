"""What a document is and is about: kind, title, addressees, and where its text begins."""

from dataclasses import dataclass

from minhbach.domain.reading.head import marks, title
from minhbach.domain.reading.head.addressees import read_addressees
from minhbach.domain.reading.head.kinds import BY_LETTERS, CONSOLIDATED, LETTER, Kind
from minhbach.domain.reading.head.number import NumberLine, kind_of_symbol
from minhbach.domain.reading.head.pieces import Piece
from minhbach.domain.reading.head.top import Top
from minhbach.domain.text import fold

_LOOK_AHEAD = 3


@dataclass(frozen=True, slots=True)
class Subject:
    """`body_start` is the index of the first line after title, authority line and addressees."""

    kind: Kind | None
    title: str | None
    addressees: tuple[str, ...]
    body_start: int
    draft: bool = False
    urgency: str | None = None
    promulgated: str = ""  # "(Ban hành kèm theo Quyết định số … của …)" under the title


def read_subject(top: Top, issuing: str | None) -> Subject:
    """Read on from the number line to the first line of the text."""
    pieces = top.pieces
    named = title.find_kind(pieces, top.number_at or 0) or title.find_kind(pieces, 0)
    if named:
        urgency = marks.urgency_mark(named.rest) if named.rest else None
        found = title.read_title(pieces, named.at + 1, "" if urgency else named.rest, issuing)
        text, end = found.text, found.end
    else:
        urgency = None
        text, end = _letter_subject(pieces, top.number_at or 0)
    text = title.without_subject_mark(text) or None if text else None
    note = pieces[end].text if end < len(pieces) and title.is_promulgation_note(pieces[end]) else ""
    end = _past_authority(pieces, end, issuing) if named else end
    addressees, end = _addressees(pieces, end)
    kind = _kind(named.kind if named else None, top.number, bool(text), bool(addressees))
    if end == 0 and kind is None and top.number is None:
        return Subject(None, None, (), 0)
    return Subject(kind, text, addressees, _first_line(top, end), bool(named and named.draft), urgency, note)


def _letter_subject(pieces: list[Piece], start: int) -> tuple[str | None, int]:
    for at in range(start, len(pieces)):
        if title.is_subject(pieces[at]):
            found = title.read_subject(pieces, at)
            return found.text, found.end
        if title.opens_addressees(pieces[at]) or title.opens_text(pieces[at]):
            break
    return None, start


def _past_authority(pieces: list[Piece], at: int, issuing: str | None) -> int:
    """Step over "(Kèm theo …)" and the line that names who decides, which may be wrapped."""
    while at < len(pieces) and title.is_promulgation_note(pieces[at]):
        at += 1
    if at < len(pieces) and title.is_authority(pieces[at], issuing):
        at += 1
        while at < len(pieces) and pieces[at].is_capitals and not title.opens_text(pieces[at]):
            at += 1
    return at


def _addressees(pieces: list[Piece], end: int) -> tuple[tuple[str, ...], int]:
    for at in range(end, min(end + _LOOK_AHEAD, len(pieces))):
        if title.opens_addressees(pieces[at]):
            return read_addressees(pieces, at)
        if title.opens_text(pieces[at]):
            break
    return (), end


def _kind(named: Kind | None, number: NumberLine | None, titled: bool, addressed: bool) -> Kind | None:
    symbol = number.symbol if number else None
    by_symbol = kind_of_symbol(symbol)
    if by_symbol is CONSOLIDATED:
        return CONSOLIDATED
    if named:
        return named
    if number and number.kind:
        return BY_LETTERS.get(fold(number.kind).replace(" ", ""))
    if titled or (by_symbol is None and (symbol or addressed)) or (symbol or "").startswith("CV"):
        return LETTER
    return by_symbol


def _first_line(top: Top, end: int) -> int:
    """Return the index of the line after everything that the head took."""
    taken = top.pieces[end - 1].line + 1 if end else 0
    if end < len(top.pieces):
        return max(taken, min(top.last_line + 1, top.pieces[end].line))
    return max(taken, top.last_line + 1)
