"""Put together what was read at the top and at the foot: one head, and what a person must look at."""

import re

from minhbach.domain.reading.head.dated import settle_place_and_date
from minhbach.domain.reading.head.issued import parent_body, settle_issuing_body
from minhbach.domain.reading.head.kinds import LETTER
from minhbach.domain.reading.head.marked import is_draft, settle_secrecy, settle_urgency
from minhbach.domain.reading.head.numbered import settle_number
from minhbach.domain.reading.head.parts import Parts
from minhbach.domain.reading.head.references import read_references
from minhbach.domain.reading.head.signed import settle_signature
from minhbach.domain.reading.results import Head


def assemble(parts: Parts) -> Head:
    """Return the head that these parts make, and leave its problems with them."""
    number, symbol = settle_number(parts)
    place, date = settle_place_and_date(parts)
    issuing = settle_issuing_body(parts, symbol, place, date)
    kind, title = parts.subject.kind, parts.subject.title
    if kind is None:
        parts.note("doc_type_missing")
    if title is None:
        parts.note("title_missing")
    signature = settle_signature(parts)
    return Head(
        doc_type=kind.name if kind else None,
        doc_type_code=_code(parts, symbol),
        number=number,
        symbol=symbol,
        issuing_body=issuing,
        parent_body=parent_body(parts),
        place=place,
        date=date,
        title=title,
        addressees=parts.subject.addressees,
        recipients=parts.footer.recipients,
        signer=signature.name,
        signer_position=signature.position,
        signing_authority=signature.authority,
        secrecy=settle_secrecy(parts),
        urgency=settle_urgency(parts),
        draft=is_draft(parts),
        co_signers=signature.others,
        references=read_references(parts.body_text, own=f"{number}/{symbol}" if number and symbol else None),
    )


def _code(parts: Parts, symbol: str | None) -> str | None:
    """Return the abbreviation of the kind as the symbol writes it, or the official one."""
    kind = parts.subject.kind
    if kind is None or kind is LETTER:
        return None
    first = re.split(r"[-/]", symbol or "")[0]
    return first if first in kind.codes else kind.code
