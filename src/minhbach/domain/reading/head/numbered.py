"""Settle the number and symbol: what is printed counts, what was filled in by hand is left to a person."""

import re

from minhbach.domain.reading.head.parts import Parts

# The mean certainty of a line below which a recogniser may have met handwriting; less will do without a gap to fill in.
_TRUSTED, _TRUSTED_WITHOUT_GAP = 0.8, 0.6


def settle_number(parts: Parts) -> tuple[str | None, str | None]:
    """Return number and symbol, each null where it is not certain."""
    found, piece = parts.top.number, parts.top.number_piece
    if found is None or piece is None:
        parts.note("number_missing")
        return None, None
    if parts.source.ocr and (found.unread or found.blank or not _is_printed(parts, piece.line, found.gap)):
        parts.note("number_unread", piece.line)
        return None, _known_symbol(parts, found.symbol)
    if found.unread:
        parts.note("number_unread", piece.line)
    elif found.number is None:
        parts.note("number_blank", piece.line)
    return found.number, found.symbol


def filled_in_by_hand(parts: Parts) -> bool:
    """True where the number beside the date was not printed: then the day was not either."""
    found, piece = parts.top.number, parts.top.number_piece
    if found is None or piece is None:
        return False
    return found.unread or found.blank or not _is_printed(parts, piece.line, found.gap)


def _is_printed(parts: Parts, line: int, gap: bool) -> bool:
    """False where a number may have been filled in by hand: recognisers read such figures wrongly without saying so."""
    confidence = parts.source.lines[line].confidence
    if confidence is None:
        return not gap
    return confidence >= (_TRUSTED if gap else _TRUSTED_WITHOUT_GAP)


def _known_symbol(parts: Parts, symbol: str | None) -> str | None:
    """Return the symbol with a group mended where the kind of document or a usual body says what it must be."""
    kind = parts.subject.kind
    symbol = re.sub(r"\b[UÙÚŨ]B[NM][DĐ]\b", "UBND", symbol) if symbol else None
    if symbol is None or kind is None or kind.code is None:
        return symbol
    first, dash, rest = symbol.partition("-")
    near = len(first) <= len(kind.code) + 1 and first.upper().startswith(kind.code[:1].upper())
    return f"{kind.code}{dash}{rest}" if dash and first not in kind.codes and near else symbol
