"""Small rules of papers: who may do what, which numbers and symbols there are, and what a body's letterhead says."""

import re
from datetime import date
from itertools import takewhile

from django.utils.translation import gettext as _

from minhbach.domain.access import Role
from minhbach.domain.bodies.values import Kind
from minhbach.domain.reading.head.kinds import BY_PLAIN, KINDS
from minhbach.domain.text import fold, squeeze
from minhbach.papers.contracts import LETTER_KIND, Letterhead, Paper

MAY_DRAFT = (Role.SPECIALIST, Role.FOCAL_POINT, Role.MODERATOR, Role.LEADER, Role.JUSTICE_COORDINATOR)
MAY_NUMBER = (Role.FOCAL_POINT, Role.LEADER)
HIGHEST_NUMBER = 999_999
LONGEST_SUBJECT = 1000
_OF_THE_DECREE = tuple(takewhile(lambda name: name != "Hiến pháp", (kind.name for kind in KINDS)))
KINDS_OFFERED = (LETTER_KIND, *_OF_THE_DECREE)
"""The 29 kinds of Decree 30/2020, Article 7."""
_SCANS = {
    "pdf": (b"%PDF-",),
    "jpg": (b"\xff\xd8\xff",),
    "png": (b"\x89PNG\r\n\x1a\n",),
    "tif": (b"II*\x00", b"MM\x00*"),
}
_SYMBOL = re.compile(r"[^\W\d_][\w&.]*(?:-[\w&.]+)*")
_UNIT_KINDS = r"tỉnh|thành phố|quận|huyện|thị xã|thị trấn|xã|phường|đặc khu"
_TAIL = re.compile(rf"^(?P<own>.+?)\s+(?P<unit>{_UNIT_KINDS})\s+(?P<place>(?!hội\b)\S.*)$", re.IGNORECASE)


def symbol_for(*, kind: str, abbreviation: str, unit: str = "") -> str:
    """Return the symbol that Annex III of Decree 30/2020 makes: KH-UBND for a plan, UBND-VP for a letter.

    :param abbreviation: of the issuing body: UBND, STP.
    :param unit: of the unit that drafts, which a letter's symbol ends with.
    """
    found = BY_PLAIN.get(fold(kind))
    code = found.code if found else None
    parts = (code, abbreviation) if code else (abbreviation, unit)
    return "-".join(part for part in parts if part)


def reason_not_a_symbol(symbol: str) -> str | None:
    """Return why this is no symbol, or None where it is one."""
    if len(symbol) <= 60 and _SYMBOL.fullmatch(symbol):
        return None
    return _("Ghi ký hiệu không có số và dấu cách, như KH-UBND hoặc UBND-VP.")


def reason_not_to_number_on(day: date, *, today: date, last: date | None) -> str | None:
    """Return why the next number may not bear this date, or None where it may.

    :param last: the date of the number before it in the series; numbers follow the order of dates.
    """
    if day > today:
        return _("Ngày ban hành chưa tới. Ghi hôm nay hoặc một ngày trước đó.")
    if last is not None and day < last:
        sentence = _("Số liền trước đã mang ngày %(day)s. Ghi từ ngày đó trở đi, hoặc ghi số bằng tay.")
        return sentence % {"day": f"{last.day:02}/{last.month}/{last.year}"}
    return None


def letterhead_of(*, name: str, kind: Kind, above: str = "") -> Letterhead:
    """Return the head of a body's documents, as a proposal that the officer may correct.

    :param name: the official name with its own territory: "Sở Tư pháp tỉnh Thí Dụ".
    :param above: the name of the committee or department above it; committees and councils print none.
    """
    own, unit, place = _parts(name)
    governs = kind in (Kind.COMMITTEE, Kind.COUNCIL)
    printed = f"{own}\n{unit} {place}" if governs and unit else own
    position = _position(kind, own)
    return Letterhead(
        body_above="" if governs or not above else squeeze(above).upper(),
        issuing_body=printed.upper(),
        place=_place(unit, place) or _place(*_parts(above)[1:]),
        abbreviation=abbreviation_of(own),
        authority=(f"TM. {own.upper()}",) if governs else (),
        position=position,
    )


def abbreviation_of(name: str) -> str:
    """Return how symbols write a body: UBND, HĐND, STP, VP."""
    own = _parts(name)[0]
    known = {"ủy ban nhân dân": "UBND", "hội đồng nhân dân": "HĐND"}
    if own.lower() in known:
        return known[own.lower()]
    if own.lower().startswith("văn phòng"):
        return "VP"
    words = re.findall(r"[^\W\d_]+", own)
    return "".join(word[0] for word in words if word.lower() not in ("và", "của")).upper()


def _parts(name: str) -> tuple[str, str, str]:
    found = _TAIL.match(squeeze(name))
    return (found["own"], found["unit"].lower(), found["place"]) if found else (squeeze(name), "", "")


def _place(unit: str, place: str) -> str:
    """Return the place name of a head; units that are called by a number are named with their kind (Phường 12)."""
    return f"{unit.capitalize()} {place}" if place[:1].isdigit() else place


def _position(kind: Kind, own: str) -> str:
    if kind in (Kind.COMMITTEE, Kind.COUNCIL):
        return "CHỦ TỊCH"
    first = own.lower()
    if first.startswith("văn phòng"):
        return "CHÁNH VĂN PHÒNG"
    if first.startswith("thanh tra"):
        return "CHÁNH THANH TRA"
    return "GIÁM ĐỐC" if first.startswith(("sở", "trung tâm")) else "TRƯỞNG PHÒNG" if first.startswith("phòng") else ""


def reason_not_to_keep(paper: Paper) -> str | None:
    """Return why a paper may not be kept as a letter, or None where it may."""
    if not paper.subject.strip():
        return _("Ghi trích yếu: một câu nói văn bản về việc gì.")
    if len(paper.subject) > LONGEST_SUBJECT:
        return _("Trích yếu dài quá %(longest)s ký tự. Rút gọn lại.") % {"longest": LONGEST_SUBJECT}
    return None


def scan_ending(content: bytes) -> str | None:
    """Return the ending that fits a scan's bytes, or None where they are no PDF, JPG, PNG or TIFF."""
    return next((ending for ending, starts in _SCANS.items() if content.startswith(starts)), None)
