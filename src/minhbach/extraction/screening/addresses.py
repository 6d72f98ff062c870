"""Addresses of people and firms: after a label, in a column, down to a house, or a hamlet beside a person."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from minhbach.extraction.screening.contracts import Finding
from minhbach.extraction.screening.people import Person
from minhbach.extraction.screening.places import STARTS, Address, read_address
from minhbach.extraction.screening.rows import Cell, Row, Rows
from minhbach.extraction.screening.sheet import Sheet
from minhbach.extraction.screening.subjects import Subjects

_HOME = (
    r"noi (?:o|cu tru|thuong tru|tam tru|cu ngu|sinh song|sinh|dang ky (?:ho khau )?(?:thuong tru|hktt|khai sinh))|"
    r"(?:dang ky )?(?:ho khau )?thuong tru|(?:dk ?)?hktt|dktt|ho khau(?: tt)?|tam tru|cu tru|cu ngu|tru quan|"
    r"tru ngu|tru|ngu|"
    r"cho o|que quan|que goc|que|nguyen quan|sinh song|sinh quan|(?:hien|dang|nha) o|nha rieng|nha|o(?= tai)"
)
_LABEL = re.compile(
    rf"(?<![a-z])(?:(?P<home>{_HOME})|(?P<post>dia chi|d/c|đ/c|dc))(?: (?:thuong tru|tam tru|lien he|lien lac|cu "
    rf"tru|nha rieng|nha|noi o|nhan thu|hien nay|hien tai|truoc day|cu|moi|nguoi [a-z ]{{3,15}}))*"
    r"(?P<link>\s*\([^()\n]{0,40}\))?(?P<end>\s*[:.\-]\s*(?:tai|o)?\s*|\s+(?:tai|o|la)\s*:?\s*|\s+)"
)
_LOOSE = frozenset(("tru", "ngu", "que", "nha", "ho khau", "cho o", "dc", "cu tru", "tam tru"))
_RANGE = re.compile(r"(?:(?<![a-z])(?:tu|den|doan|toi|giua|qua|tuyen|nut giao)(?: (?:nha|dau|cuoi|het))?\s*)$")
_SEAT = re.compile(
    r"(?:tru so|van phong|dia diem|tai hoi truong|nha van hoa|tai phong|thi cong|du an|cong trinh|xay dung|lap dat|"
    r"tuyen)[^.;\n]{0,60}$"
)
_OF_A_PERSON = re.compile(
    r"(?:gia dinh|nha|ho|thua dat|dat|can nha|noi o|o|cho o|song) (?:toi |cua [^,.;\n]{0,40})?(?:tai|o|so)?\s*$"
)
_NEAR_PERSON = 160
_NOTHING = re.compile(r"^\W*(?:khong|nt|nhu tren|-+|\"+|khong ro|x)?\W*$")


def find_addresses(sheet: Sheet, rows: Rows, people: list[Person], subjects: Subjects) -> Iterator[Finding]:
    """Yield the addresses that are somebody's and no agency's."""
    private = [person for person in people if person.private]
    starts = [person.start for person in private]
    labels = _labels(sheet, subjects)
    done = -1
    places = sorted({*labels, *(m.start() for m in STARTS.finditer(sheet.plain))})
    for start in places:
        if start < done:
            continue
        address = read_address(sheet, start, labelled=start in labels)
        if address is None or start not in labels and not _stands(sheet, address, subjects, private, starts):
            continue
        if start in labels:
            if _is_name(private, starts, address):
                continue
            why, confidence = labels[start]
            if set(address.levels) == {"bare"} and len(address.levels) == 1:
                confidence = 0.7
        else:
            why, confidence = (
                ("địa chỉ đến số nhà", 0.85) if "house" in address.levels else ("nơi ở cạnh tên người", 0.8)
            )
        done = address.end
        yield Finding("ADDRESS", start, address.end, sheet.text[start : address.end], why, confidence)
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
        subject = subjects.at(m.start())
        if m["post"] and subject in ("body", "official") or word == "nha" and plain_link:
            continue
        if m["post"] and re.search(
            r"(?:e-?mail|web|trang|ip|thu dien tu|internet)\W*$", sheet.plain[m.start() : m.end()]
        ):
            continue
        said = sheet.text[m.start() : m.end()].strip(" :.-\n")
        found[m.end()] = (f"sau “{said}”", 0.96 if m["home"] or subject else 0.85)
    return found


def _stands(sheet: Sheet, address: Address, subjects: Subjects, private: list[Person], starts: list[int]) -> bool:
    """Say whether an address that nothing announces is somebody's: by a house number, or by a person beside it."""
    levels = address.levels
    left = sheet.before(address.start, 90)
    if _RANGE.search(left) or _SEAT.search(left):
        return False
    if subjects.at(address.start) in ("body", "official"):
        return False
    text = sheet.plain[address.start : address.end]
    if "house" in levels and len(levels) >= 2 and any(c.isdigit() for c in text):
        return not (levels[0] == "house" and text.startswith("so ") and set(levels) <= {"house", "bare"})
    if (
        "hamlet" in levels
        and len(levels) >= 2
        or "street" in levels
        and "unit" in levels
        and any(c.isdigit() for c in text)
    ):
        at = bisect_left(starts, address.start) - 1
        near = (
            at >= 0
            and address.start - private[at].end < _NEAR_PERSON
            and not re.search(r"\.\s+\S|\n\s*\n|;", sheet.plain[private[at].end : address.start])
        )
        near = near and sheet.line_at(address.start) - sheet.line_at(private[at].end) <= 1
        return near or bool(_OF_A_PERSON.search(left))
    return False


def _is_name(private: list[Person], starts: list[int], address: Address) -> bool:
    at = bisect_right(starts, address.start) - 1
    return at >= 0 and private[at].start <= address.start < private[at].end


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
