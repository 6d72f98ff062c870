"""Settle place and date: the official spelling, and no day that was written by hand."""

import datetime as dt

from minhbach.domain.reading.head.numbered import filled_in_by_hand
from minhbach.domain.reading.head.parts import Parts
from minhbach.domain.reading.head.places import official_place
from minhbach.domain.text import lower_one_tone

_PRINT = 0.9


def settle_place_and_date(parts: Parts) -> tuple[str | None, dt.date | None]:
    """Return place and date, each null where it is not certain."""
    found, piece = parts.top.dating, parts.top.dating_piece
    if found is None or piece is None:
        parts.note("date_missing")
        return None, None
    place = official_place(found.place, parts.text) if found.place else None
    if place and lower_one_tone(place) != lower_one_tone(found.place or "") and len(place) == len(found.place or ""):
        parts.note("place_repaired", piece.line)
    by_hand = parts.source.ocr and (found.blank or (filled_in_by_hand(parts) and not _is_sure(parts, piece.line)))
    if found.unread or by_hand:
        parts.note("date_unread", piece.line)
    elif found.impossible:
        parts.note("date_impossible", piece.line)
    elif found.blank:
        parts.note("date_blank", piece.line)
    return place, None if by_hand else found.date


def _is_sure(parts: Parts, line: int) -> bool:
    """True where the recogniser was as certain of the whole date as it is of print."""
    return (parts.source.lines[line].confidence or 0.0) >= _PRINT
