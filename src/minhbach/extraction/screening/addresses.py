"""Addresses of people and firms: after a label, in a column, down to a house, or a hamlet beside a person."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from minhbach.extraction.screening.contracts import Finding
from minhbach.extraction.screening.mentions import Person
from minhbach.extraction.screening.places import STARTS, Address, read_address
from minhbach.extraction.screening.rows import Cell, Row, Rows
from minhbach.extraction.screening.sheet import Sheet
from minhbach.extraction.screening.subjects import Subjects

_HOME = (
    r"noi (?:o|cu tru|thuong tru|tam tru|cu ngu|sinh song|sinh|dang ky (?:ho khau )?(?:thuong tru|hktt|khai sinh))|"
    r"(?:dang ky )?(?:ho khau )?thuong tru|(?:dk ?)?hktt|dktt|ho khau(?: tt)?|tam tru|cu tru|cu ngu|tru quan|"
    r"tru ngu|tru(?! so)|ngu|"
    r"cho o|que quan|que goc|que|nguyen quan|sinh song|sinh quan|(?:hien|dang|nha) o|nha rieng|nha|o(?= tai)|"
    r"o(?= (?:ap|thon|xom|ban|buon|khom|so nha|to \d|khu pho))"
)
_LABEL = re.compile(
    rf"(?<![a-z])(?:(?P<home>{_HOME})|(?P<post>dia chi|tru so(?: chinh)?(?= ?:)|"
    r"dia diem (?:kinh doanh|san xuat)|d/c|đ/c|dc))"
    r"(?: (?:thuong tru|tam tru|tru so(?: chinh)?|kinh doanh|xay dung|lien he|lien lac|cu tru|nha rieng|nha|noi o|"
    r"nhan thu|hien nay|hien tai|truoc day|cu|moi|nguoi [a-z ]{3,15}))*"
    r"(?P<link>\s*\([^()\n]{0,40}\))?(?P<end>\s*[:.\-]\s*(?:tai|o)?\s*|\s+(?:tai|o|la)\s*:?\s*|\s+)"
)
_MARKED_WORDS = """
    nơi ở cư trú thường tạm ngụ đăng ký hộ khẩu khai quán chỗ quê gốc nguyên hiện nhà riêng đang địa chỉ đ liên hệ lạc
    nhận trước đây cũ mới người tại là sống tỉnh trụ sở chính kinh doanh xây dựng địa điểm sản xuất ấp thôn
    xóm bản buôn khóm tổ phố số
"""
_MARKED = frozenset(_MARKED_WORDS.split())
_NEED_MARKS = frozenset(("tru", "ngu", "que", "cu", "o", "noi", "nha", "cho", "ho", "tam", "dang", "hien"))
_SYMBOL = re.compile(r"\d+/\d{4}/|^viet nam$")
_LOOSE = frozenset(("tru", "ngu", "que", "nha", "ho khau", "cho o", "dc", "cu tru", "tam tru"))
_RANGE = re.compile(
    r"(?:(?<![a-z])(?:tu|den|doan|toi|giua|qua|tuyen|nut giao)(?: (?:nha|dau|cuoi|het|so nha|so))?\s*)$"
)
_SITE = re.compile(r"xay dung[^.;\n]{0,60}$")
_SEAT = re.compile(
    r"(?:tru so|van phong|dia diem|tai hoi truong|nha van hoa|tai phong|hop|hoi nghi|tap huan|dien ra|to chuc|tuyen|"
    r"thi cong|du an|cong trinh|lap dat)[^.;\n]{0,60}$"
)
_OF_A_PERSON = re.compile(
    r"(?:gia dinh|(?:can )?nha (?:toi|cua|o|rieng|ong|ba|anh|chi|so)|ho (?:toi|ong|ba|gia dinh|anh|chi)|noi o|cho o|"
    r"song|(?:thua dat|dat|nha dat) (?:toi|cua)) ?(?:toi |cua [^,.;\n]{0,40})?"
    r"(?:[^,.;\n]{0,40} )?(?:tai|o|so)?\s*$"
)
_AT_HOME = re.compile(r"(?:que|quan|tru|ngu) (?:o|tai) $")
_NEAR_PERSON = 160
_SENTENCE_ENDS = re.compile(r"\.\s+\S|\n\s*\n|;")
_NOTHING = re.compile(r"^\W*(?:khong|nt|nhu tren|-+|\"+|khong ro|x)?\W*$")


def find_addresses(sheet: Sheet, rows: Rows, people: list[Person], subjects: Subjects) -> Iterator[Finding]:
    """Yield the addresses that are somebody's and no agency's."""
    private = [person for person in people if person.private]
    labels = _labels(sheet, subjects)
    done = -1
    for start in sorted({*labels, *(m.start() for m in STARTS.finditer(sheet.plain))}):
        address = read_address(sheet, start, labelled=start in labels) if start >= done else None
        if address is None or _SYMBOL.search(sheet.plain[start : address.end]):
            continue
        if start in labels:
            reason = _announced(sheet, address, private, labels[start])
        else:
            reason = _by_itself(sheet, address, subjects, rows, private)
        if reason:
            done = address.end
            yield Finding("ADDRESS", start, address.end, sheet.text[start : address.end], *reason)
    for row in rows.by_line.values():
        yield from _in_row(sheet, row, subjects)


def _labels(sheet: Sheet, subjects: Subjects) -> dict[int, tuple[str, float]]:
    """Return where an address is announced, with the reason and how sure it is."""
    found: dict[int, tuple[str, float]] = {}
    for m in _LABEL.finditer(sheet.plain):
        word = m["home"] or m["post"]
        plain_link = not re.search(r"[:]|tai|\bo\b|la", m["end"])
        if word in _LOOSE and plain_link and not m["link"] and not STARTS.match(sheet.plain, m.end()):
            continue
        if "\n" in m["end"] and ":" not in m["end"]:
            continue
        if (
            not _is_written_right(sheet, m)
            or word == "o"
            and "tai" not in m["end"]
            and not sheet.is_unmarked(m.start())
        ):
            continue
        subject = subjects.at(m.start())
        is_seat = word.startswith("tru so") and subject not in ("firm", "person")
        if m["post"] and (is_seat or subject in ("body", "official")) or word == "nha" and plain_link:
            continue
        if m["post"] and re.search(
            r"(?:e-?mail|web|trang|ip|thu dien tu|internet)\W*$", sheet.plain[m.start() : m.end()]
        ):
            continue
        said = sheet.text[m.start() : m.end()].strip(" :.-\n")
        found[m.end()] = (f"sau “{said}”", 0.96 if m["home"] or subject else 0.85)
    return found


def _says_bare(sheet: Sheet, start: int, text: str) -> bool:
    """Say whether names of places alone are an address: behind a colon, or in a list behind "quê ở" and the like."""
    if ":" in sheet.plain[start - 3 : start]:
        return True
    return "," in text and bool(re.search(r"(?:que|quan|tru|ngu) (?:o|tai) $", sheet.plain[start - 12 : start]))


def _is_written_right(sheet: Sheet, found: "re.Match[str]") -> bool:
    """Say whether a label bears its own marks: "trú" and not "trừ", "ngụ" and not "ngữ"."""
    for word in re.findall(r"[^\W\d_]+", sheet.text[found.start() : found.end()].lower()):
        if word not in _MARKED if not word.isascii() else word in _NEED_MARKS and not sheet.is_unmarked(found.start()):
            return False
    return True


def _announced(
    sheet: Sheet, address: Address, private: list[Person], reason: tuple[str, float]
) -> tuple[str, float] | None:
    """Return the reason for an address behind a label, unless a name stands there or only the name of a region."""
    person = _last_before(private, address.start + 1)
    if person and person.end > address.start:
        return None
    if set(address.levels) != {"bare"}:
        return reason
    text = sheet.plain[address.start : address.end]
    return (reason[0], 0.7) if _says_bare(sheet, address.start, text) else None


def _by_itself(
    sheet: Sheet, address: Address, subjects: Subjects, rows: Rows, private: list[Person]
) -> tuple[str, float] | None:
    """Return the reason for an address that nothing announces: down to a house, or a hamlet beside a person."""
    levels, text = address.levels, sheet.plain[address.start : address.end]
    left = sheet.before(address.start, 90)
    if len(levels) < 2 or _RANGE.search(left) or _SEAT.search(left):
        return None
    if subjects.at(address.start) in ("body", "official"):
        return None
    numbered = any(c.isdigit() for c in text)
    if _SITE.search(left) and not ("house" in levels and numbered):
        return None
    if "house" in levels and numbered:
        loose = set(levels) <= {"house", "bare"}
        return None if loose else ("địa chỉ đến số nhà", 0.85)
    homely = "hamlet" in levels or "street" in levels and "unit" in levels and numbered
    if homely and (_is_beside_a_person(sheet, address, rows, private) or _OF_A_PERSON.search(left)):
        return "nơi ở cạnh tên người", 0.8
    return None


def _is_beside_a_person(sheet: Sheet, address: Address, rows: Rows, private: list[Person]) -> bool:
    person = _last_before(private, address.start)
    if person is None or address.start - person.end > _NEAR_PERSON:
        return False
    line = sheet.line_at(address.start)
    if line in rows.by_line and line == sheet.line_at(person.start):
        return True
    between = sheet.plain[person.end : address.start]
    return between.count("\n") <= 1 and not _SENTENCE_ENDS.search(between)


def _last_before(private: list[Person], place: int) -> Person | None:
    at = bisect_left(private, place, key=lambda person: person.start) - 1
    return private[at] if at >= 0 else None


def _in_row(sheet: Sheet, row: Row, subjects: Subjects) -> Iterator[Finding]:
    cells = [cell for cell in row.cells if cell.role in ("ADDRESS", "HAMLET") and cell.end > cell.start]
    if not cells or subjects.at(row.cells[0].start) in ("body", "official"):
        return
    for cell in cells:
        if not _NOTHING.match(sheet.plain[cell.start : cell.end]) and _has_letters(sheet, cell):
            why, confidence = ("cột địa chỉ", 0.95) if cell.role == "ADDRESS" else ("cột thôn, tổ", 0.75)
            yield Finding("ADDRESS", cell.start, cell.end, sheet.text[cell.start : cell.end], why, confidence)


def _has_letters(sheet: Sheet, cell: Cell) -> bool:
    text = sheet.plain[cell.start : cell.end]
    return any(c.isalpha() for c in text) or cell.role == "HAMLET"
