"""Where each field of a head stands in the document, and how surely it was read."""

import re
from collections.abc import Iterable, Sequence
from typing import Any

from minhbach.domain.reading.results import Head, Problem
from minhbach.domain.reading.source import Line
from minhbach.domain.text import fold

FIELDS = ("number", "symbol", "issued_on", "kind", "title", "issuer_name")
"""The fields that a person checks, in the order of a letterhead."""
TROUBLES = {
    "number": ("number_", "handwritten"),
    "symbol": ("number_missing",),
    "issued_on": ("date_", "handwritten"),
    "kind": ("doc_type_",),
    "title": ("title_",),
    "issuer_name": ("issuing_body_",),
}
"""Beginnings of the codes of problems that make a field doubtful."""
DOUBTED = 0.5
HEAD_LINES = 40
"""So many lines of a document are looked through for its head."""
_NUMBER = re.compile(r"^\W*s[oôốóòỏ]\s*[:.;]", re.IGNORECASE)
_DATE = re.compile(r"\bngày\b.*\btháng\b.*\bnăm\b", re.IGNORECASE)


def head_of(head: Head) -> dict[str, str]:
    """Return what was read, as the boxes of the check page call it; what was not read is empty."""
    return {
        "number": head.number or "",
        "symbol": head.symbol or "",
        "issued_on": head.date.isoformat() if head.date else "",
        "kind": head.doc_type or "",
        "title": head.title or "",
        "issuer_name": head.issuing_body or "",
        "signer": head.signer or "",
    }


def fields_of(head: Head, lines: Sequence[Line], problems: Iterable[Problem]) -> dict[str, dict[str, Any]]:
    """Return for each field how sure it is (0: nothing was read) and the index of the line where it stands, or None."""
    read, codes = head_of(head), [one.code for one in problems]
    found: dict[str, dict[str, Any]] = {}
    for name in FIELDS:
        at = _line_of(name, read[name], lines)
        doubted = any(code.startswith(TROUBLES[name]) for code in codes)
        found[name] = {"sure": round(_sure(read[name], lines[at] if at is not None else None, doubted), 3), "line": at}
    return found


def _sure(value: str, line: Line | None, doubted: bool) -> float:
    if not value:
        return 0.0
    own = 1.0 if line is None or line.confidence is None else line.confidence
    return min(own, DOUBTED) if doubted else own


def _line_of(name: str, value: str, lines: Sequence[Line]) -> int | None:
    """Return where a value stands: number and date by what is printed around them, the rest by its own words."""
    top = list(enumerate(lines[:HEAD_LINES]))
    if name in ("number", "symbol"):
        return next((at for at, line in top if _NUMBER.match(line.text)), None)
    if name == "issued_on":
        return next((at for at, line in top if _DATE.search(line.text)), None)
    wanted = fold(value).split()
    if not wanted:
        return None
    return _likest(wanted, [(at, fold(line.text).split()) for at, line in top])


def _likest(wanted: Sequence[str], lines: Iterable[tuple[int, list[str]]]) -> int | None:
    """Return the line that begins what is wanted: it shares most words with the first of them."""
    first = set(wanted[:12])
    shares = [(len(first.intersection(words)) / max(len(first), 1), -at) for at, words in lines if words]
    best, at = max(shares, default=(0.0, 0))
    return -at if best >= 0.3 else None
