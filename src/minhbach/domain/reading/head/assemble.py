"""Put together what was read at the top and at the foot: one head, and what a person must look at."""

import datetime as dt
import re
from dataclasses import dataclass

from minhbach.domain.reading.head import marks
from minhbach.domain.reading.head.bodies import written_name
from minhbach.domain.reading.head.findings import finding
from minhbach.domain.reading.head.footer import Footer
from minhbach.domain.reading.head.issuer import derive_issuer
from minhbach.domain.reading.head.kinds import LETTER, MINUTES
from minhbach.domain.reading.head.letterhead import Letterhead
from minhbach.domain.reading.head.number import organ_of_symbol
from minhbach.domain.reading.head.places import official_place, territory_of
from minhbach.domain.reading.head.references import read_references
from minhbach.domain.reading.head.spelling import office_with_marks, surname_with_marks
from minhbach.domain.reading.head.subject import Subject
from minhbach.domain.reading.head.top import Top
from minhbach.domain.reading.results import Head, Problem
from minhbach.domain.reading.source import Line, SourceDocument
from minhbach.domain.text import fold, lower_one_tone

_UNNAMED = re.compile(
    r"(?:^|\s)(?:tỉnh|thành phố|xã|phường|huyện|quận|đặc khu|uỷ ban nhân dân|hội đồng nhân dân|ubnd|hđnd)$"
)
_UNIT_AT_END = re.compile(r"\s(?:tỉnh|thành phố|xã|phường|huyện|quận|đặc khu)$", re.IGNORECASE)
_AT_THE_END = 10**9
# The mean certainty of a line below which a recogniser may have met handwriting; less will do without a gap to fill in.
_TRUSTED, _TRUSTED_WITHOUT_GAP = 0.8, 0.6


@dataclass(frozen=True, slots=True)
class Parts:
    """What the parts of the page gave, before it is one head."""

    source: SourceDocument
    top: Top
    letterhead: Letterhead
    subject: Subject
    footer: Footer
    text: str  # of the whole document
    body_text: str  # after the number line: what may cite other documents


@dataclass(frozen=True, slots=True)
class Assembled:
    """The head, and its problems in the order of the document."""

    head: Head
    problems: tuple[Problem, ...]


class _Assembly:
    def __init__(self, parts: Parts) -> None:
        self.parts = parts
        self.problems: list[Problem] = []

    def note(self, code: str, at: int | None = None) -> None:
        lines = self.parts.source.lines
        self.problems.append(finding(code, lines[at] if at is not None and at < len(lines) else None))


def assemble(parts: Parts) -> Assembled:
    """Return the head that these parts make."""
    work = _Assembly(parts)
    number, symbol = _number(work)
    place, date = _place_and_date(work)
    issuing = _issuing_body(work, symbol, place, date)
    kind = parts.subject.kind
    if kind is None:
        work.note("doc_type_missing")
    if parts.subject.title is None:
        work.note("title_missing")
    name, position, authority, others = _signature(work)
    head = Head(
        doc_type=kind.name if kind else None,
        doc_type_code=_code(work, symbol),
        number=number,
        symbol=symbol,
        issuing_body=issuing,
        parent_body=_parent(parts),
        place=place,
        date=date,
        title=parts.subject.title,
        addressees=parts.subject.addressees,
        recipients=parts.footer.recipients,
        signer=name,
        signer_position=position,
        signing_authority=authority,
        secrecy=_secrecy(work),
        urgency=_urgency(parts),
        draft=_is_draft(parts),
        co_signers=others,
        references=read_references(parts.body_text, own=f"{number}/{symbol}" if number and symbol else None),
    )
    return Assembled(head, tuple(sorted(work.problems, key=lambda problem: problem.line or _AT_THE_END)))


def _number(work: _Assembly) -> tuple[str | None, str | None]:
    found, piece = work.parts.top.number, work.parts.top.number_piece
    if found is None or piece is None:
        work.note("number_missing")
        return None, None
    if work.parts.source.ocr and (found.unread or found.blank or not _is_printed(work, piece.line, found.gap)):
        work.note("number_unread", piece.line)
        return None, _known_symbol(work, found.symbol)
    if found.unread:
        work.note("number_unread", piece.line)
    elif found.number is None:
        work.note("number_blank", piece.line)
    return found.number, found.symbol


def _is_printed(work: _Assembly, line: int, gap: bool) -> bool:
    """False where a number may have been filled in by hand: recognisers read such figures wrongly without saying so."""
    confidence = work.parts.source.lines[line].confidence
    if confidence is None:
        return not gap
    return confidence >= (_TRUSTED if gap else _TRUSTED_WITHOUT_GAP)


def _known_symbol(work: _Assembly, symbol: str | None) -> str | None:
    """Return the symbol with a group mended where the kind of document or a usual body says what it must be."""
    kind = work.parts.subject.kind
    symbol = re.sub(r"\b[UÙÚŨ]B[NM][DĐ]\b", "UBND", symbol) if symbol else None
    if symbol is None or kind is None or kind.code is None:
        return symbol
    first, dash, rest = symbol.partition("-")
    near = len(first) <= len(kind.code) + 1 and first.upper().startswith(kind.code[:1].upper())
    return f"{kind.code}{dash}{rest}" if dash and first not in kind.codes and near else symbol


def _place_and_date(work: _Assembly) -> tuple[str | None, dt.date | None]:
    found, piece = work.parts.top.dating, work.parts.top.dating_piece
    if found is None or piece is None:
        work.note("date_missing")
        return None, None
    place = official_place(found.place, work.parts.text) if found.place else None
    if place and lower_one_tone(place) != lower_one_tone(found.place or "") and len(place) == len(found.place or ""):
        work.note("place_repaired", piece.line)
    by_hand = work.parts.source.ocr and (found.blank or _filled_in_by_hand(work))
    if found.unread or by_hand:
        work.note("date_unread", piece.line)
    elif found.impossible:
        work.note("date_impossible", piece.line)
    elif found.blank:
        work.note("date_blank", piece.line)
    return place, None if by_hand else found.date


def _filled_in_by_hand(work: _Assembly) -> bool:
    """True where the number beside the date was not printed: then the day was not either."""
    found, piece = work.parts.top.number, work.parts.top.number_piece
    if found is None or piece is None:
        return False
    return found.unread or found.blank or not _is_printed(work, piece.line, found.gap)


def _issuing_body(work: _Assembly, symbol: str | None, place: str | None, date: dt.date | None) -> str | None:
    parts = work.parts
    printed = parts.letterhead.issuing
    authority = parts.footer.signers[0].authority if parts.footer.signers else ()
    if printed and not _UNNAMED.search(lower_one_tone(printed)):
        return written_name(printed, parts.text)
    territory = territory_of(place, date, parts.text) if place else None
    if printed and territory:
        work.note("issuing_body_derived")
        return f"{_UNIT_AT_END.sub('', written_name(printed))} {territory}"
    if printed:
        return written_name(printed, parts.text)
    derived = derive_issuer(
        organ_of_symbol(symbol, parts.subject.kind), place, date, authority, parts.text
    ) or _issuer_in_note(parts)
    work.note("issuing_body_derived" if derived else "issuing_body_missing")
    return derived


def _issuer_in_note(parts: Parts) -> str | None:
    """Return who promulgated a plan or a regulation that stands without its decision."""
    cited = read_references(parts.subject.promulgated)
    return cited[0].issuer if cited else None


def _parent(parts: Parts) -> str | None:
    return written_name(parts.letterhead.parents[-1], parts.text) if parts.letterhead.parents else None


def _code(work: _Assembly, symbol: str | None) -> str | None:
    kind = work.parts.subject.kind
    if kind is None or kind is LETTER:
        return None
    first = re.split(r"[-/]", symbol or "")[0]
    return first if first in kind.codes else kind.code


def _signature(work: _Assembly) -> tuple[str | None, str | None, tuple[str, ...], tuple[str, ...]]:
    footer = work.parts.footer
    signed = [signer for signer in footer.signers if signer.name] or list(footer.signers)
    if work.parts.subject.kind is MINUTES:
        signed.reverse()  # Minutes are signed by the secretary first and by who presided last.
    if not signed or not signed[0].name:
        work.note("signer_missing", footer.line)
    if not signed:
        return None, None, (), ()
    if signed[0].twice:
        work.note("signer_read_twice", footer.line)
    name = surname_with_marks(signed[0].name) if work.parts.source.ocr and signed[0].name else signed[0].name
    if signed[0].mended or name != signed[0].name:
        work.note("signer_mended", footer.line)
    others = tuple(signer.name for signer in signed[1:] if signer.name)
    if others:
        work.note("several_signers", footer.line)
    position, authority = signed[0].position, signed[0].authority
    if work.parts.source.ocr:
        position = office_with_marks(position) if position else None
        authority = tuple(office_with_marks(line) for line in authority)
    return name, position, authority, others


def _secrecy(work: _Assembly) -> str | None:
    found = work.parts.top.secrecy
    stamped = work.parts.source.marks.get("secrecy")
    if found:
        work.note("secrecy_mark", found[1].line)
        return found[0]
    index = _isolated_secrecy(work.parts.source.lines)
    if index is not None or stamped:
        work.note("secrecy_mark", index)
    return stamped or (marks.secrecy_mark(work.parts.source.lines[index].text) if index is not None else None)


def _isolated_secrecy(lines: tuple[Line, ...]) -> int | None:
    """Return the first line anywhere that consists of a degree of secrecy: annexes and last pages are stamped too."""
    before = ""
    for index, line in enumerate(lines):
        if (
            len(line.text) <= 40
            and not line.cells
            and marks.secrecy_mark(line.text)
            and not fold(before[-6:]).rstrip().endswith(("bi", "bao"))
        ):
            return index
        before = line.text or before
    return None


def _urgency(parts: Parts) -> str | None:
    found = parts.top.urgency
    return found[0] if found else parts.subject.urgency or parts.source.marks.get("urgency")


def _is_draft(parts: Parts) -> bool:
    number, dating = parts.top.number, parts.top.dating
    blank = bool(number and number.blank) or bool(dating and dating.blank and dating.names_day)
    return parts.top.draft or parts.subject.draft or (blank and not parts.source.ocr)
