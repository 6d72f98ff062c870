"""To whom a document is addressed ("Kính gửi: …"), on one line or as a list."""

import re

from minhbach.domain.reading.head.pieces import Piece

_LABEL = re.compile(r"^\W*(?:đồng\s+)?k[íi]nh\s+(?:g[ửưứừự]i|trình|mời|chuyển|báo cáo)\s*[:.]?\s*", re.IGNORECASE)
_TELEGRAM = re.compile(r"\bđiện\s*:?\s*$", re.IGNORECASE)
_BULLET = re.compile(r"^\s*[-–—•+*·]\s*")
_LONGEST = 300
_MOST = 60
_SENTENCE_END = re.compile(r"(?<=[a-zà-ỹ]{2})\.\s+(?=[A-ZÀ-ỸĐ])")


def read_addressees(pieces: list[Piece], start: int) -> tuple[tuple[str, ...], int]:
    """Return the addressees named from the piece at `start` on, and the index of the first piece after them."""
    first = _TELEGRAM.sub("", pieces[start].text) if _is_telegram(pieces[start]) else pieces[start].text
    items = [] if _is_telegram(pieces[start]) else _parts(_LABEL.sub("", first, count=1))
    at = start + 1
    while at < len(pieces) and at - start < _MOST and _belongs(pieces[at], items, pieces[at - 1]):
        _add(items, pieces[at].text)
        at += 1
    return tuple(clean for item in items if (clean := item.strip(" ;.,:-–"))), at


def _is_telegram(piece: Piece) -> bool:
    return bool(_TELEGRAM.search(piece.text)) and not _LABEL.match(piece.text)


def _parts(text: str) -> list[str]:
    """Split what stands on the line of "Kính gửi": at semicolons, and at dashes that open items."""
    text = _SENTENCE_END.split(text)[0]
    return [part for part in re.split(r";\s*(?:[-–]\s*)?|^[-–]\s+", text) if part.strip()]


def _belongs(piece: Piece, items: list[str], before: Piece) -> bool:
    if len(piece.text) > _LONGEST:
        return False
    if _BULLET.match(piece.text):
        return not re.match(r"^\W*\d+[.)]", piece.text)
    if not items:
        return not piece.text[:1].isdigit()
    if items[-1].rstrip().endswith("."):
        return False
    if piece.after_gap and not items[-1].rstrip().endswith(";"):
        return False
    return piece.text[:1].islower() or items[-1].rstrip().endswith((",", ";", "-")) or _is_wrap(piece, before)


def _is_wrap(piece: Piece, before: Piece) -> bool:
    """True where an item without an end mark goes on in the next line."""
    ended = before.text.rstrip().endswith((".", ";", ":"))
    return not ended and not piece.after_gap and len(piece.text) < 60 and bool(re.search(r"[;.]$", piece.text))


def _add(items: list[str], text: str) -> None:
    bullet = _BULLET.match(text)
    if bullet or not items or items[-1].rstrip().endswith(";"):
        items.extend(part for part in text[bullet.end() if bullet else 0 :].split("; - ") if part)
    else:
        items[-1] = f"{items[-1]} {text}"
