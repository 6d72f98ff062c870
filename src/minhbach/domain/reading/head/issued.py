"""Settle which body issued the document: the letterhead, completed or replaced by other evidence where it must be."""

import datetime as dt
import re

from minhbach.domain.reading.head.bodies import written_name
from minhbach.domain.reading.head.issuer import derive_issuer
from minhbach.domain.reading.head.number import organ_of_symbol
from minhbach.domain.reading.head.parts import Parts
from minhbach.domain.reading.head.places import territory_of
from minhbach.domain.reading.head.references import read_references
from minhbach.domain.text import lower_one_tone

_UNNAMED = re.compile(
    r"(?:^|\s)(?:tỉnh|thành phố|xã|phường|huyện|quận|đặc khu|uỷ ban nhân dân|hội đồng nhân dân|ubnd|hđnd)$"
)
_UNIT_AT_END = re.compile(r"\s(?:tỉnh|thành phố|xã|phường|huyện|quận|đặc khu)$", re.IGNORECASE)


def settle_issuing_body(parts: Parts, symbol: str | None, place: str | None, date: dt.date | None) -> str | None:
    """Return the full name of the issuing body, or null where nothing settles it."""
    printed = parts.letterhead.issuing
    authority = parts.footer.signers[0].authority if parts.footer.signers else ()
    if printed and not _UNNAMED.search(lower_one_tone(printed)):
        return written_name(printed, parts.text)
    territory = territory_of(place, date, parts.text) if place else None
    if printed and territory:
        parts.note("issuing_body_derived")
        return f"{_UNIT_AT_END.sub('', written_name(printed))} {territory}"
    if printed:
        return written_name(printed, parts.text)
    derived = derive_issuer(
        organ_of_symbol(symbol, parts.subject.kind), place, date, authority, parts.text
    ) or _issuer_in_note(parts)
    parts.note("issuing_body_derived" if derived else "issuing_body_missing")
    return derived


def parent_body(parts: Parts) -> str | None:
    """Return the body that stands above the issuing one in the letterhead."""
    return written_name(parts.letterhead.parents[-1], parts.text) if parts.letterhead.parents else None


def _issuer_in_note(parts: Parts) -> str | None:
    """Return who promulgated a plan or a regulation that stands without its decision."""
    cited = read_references(parts.subject.promulgated)
    return cited[0].issuer if cited else None
