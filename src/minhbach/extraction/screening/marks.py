"""What is told by its signs alone: e-mail addresses, plates, passports, insurance cards with letters, plots of land."""

import re
from collections.abc import Iterator

from minhbach.extraction.screening.contracts import Finding
from minhbach.extraction.screening.cues import Cues
from minhbach.extraction.screening.facts.numbers import INSURED
from minhbach.extraction.screening.rows import Rows
from minhbach.extraction.screening.sheet import Sheet
from minhbach.extraction.screening.subjects import Subjects

_LOCAL, _DOMAIN = (
    re.compile(r"[a-z0-9][a-z0-9._%+\-]*$"),
    re.compile(r"\s?([a-z0-9](?:[a-z0-9\-]{0,62})(?:\s?\.\s?[a-z0-9\-]{2,63}){1,5})"),
)
_LONGEST_LOCAL = 64
_OFFICIAL_DOMAIN = re.compile(r"(?:^|\.)(?:gov|chinhphu|quochoi|dangcongsan|mil)\.vn$")
_OFFICE_MAILBOX = re.compile(
    r"^(?:ubnd|hdnd|vp|vanphong|vanthu|so[a-z]{2,}|phong[a-z]+|congan|ca(?:x|p|h)|tiepdan|tiepcongdan|motcua|bophan|"
    r"info|contact|support|lienhe|hotro|admin|webmaster|toasoan|tramyte|thcs|thpt|mn[a-z]{2,}|truong|"
    r"c[0123][a-z]{4,}|"
    r"trungtam|tthc|hcc|ttpvhcc|banquanly|chicuc|cuc[a-z]{3,}|kbnn|bhxh|toaan|vks|vpubnd|cchc|thanhtra|dangky|"
    r"daotao|benhvien|xa[a-z]{4,}|phuong[a-z]{5,}\d*$|hanhchinh|tochuc|ketoan|nhansu|tuyendung|duongdaynong|"
    r"phananh|banbientap)"
)
_PLATE = re.compile(
    r"(?<![\w./\-])([1-9]\d)[ ]?-?[ ]?([a-z]{1,2}\d?|md\d)[ ]?[\-. ]?[ ]?(\d{3}[. ]?\d{2}|\d{4})(?![\w/]|-\d)"
)
_PLATE_SAID = re.compile(
    r"(?:bien (?:kiem soat|so|dang ky)|bks|bsx|bien|xe|phuong tien|mo to|o to|gan may)[^\n;|]{0,40}$"
)
_ARMY_PLATE = re.compile(r"(?:bien (?:kiem soat|so)|bks|bsx)[\s:]*(?:so )?([a-z]{2}[ \-]?\d{2}[ \-.]?\d{2})(?!\w)")
_CARD = re.compile(r"(?<!\w)([a-z]{2})[ .\-]?[1-5][ .\-]?\d{2}[ .\-]?(?:\d[ .\-]?){9}\d(?!\w)")
_PASSPORT_SAID = re.compile(
    r"(?:ho chieu|passport)(?: (?:pho thong|cong vu|ngoai giao|viet nam|nuoc ngoai|quoc "
    r"gia))?\s*(?:\([^()\n]{0,20}\)\s*)?[^\w\n]{0,4}(?:(?:so|no|number|mang so|mang|"
    r"la)[^\w\n]{0,3}){0,2}([a-z]{1,2} ?\d{6,8}|\d{8,9})(?!\w)"
)
_PASSPORT = re.compile(r"(?<![\w/.\-])([bcnpks]\d{7})(?![\w/\-.]\w)(?!\w)")
_CERTIFICATE = re.compile(
    r"(?:gcn(?: ?qsd ?d)?|giay chung nhan(?: quyen su dung dat)?|so do|so hong|so phat "
    r"hanh)[^\n;|]{0,90}?(?<!\w)([a-z]{1,2} ?\d{6,8})(?!\w)"
)
_PLOT = re.compile(
    r"(?:thua(?: dat)?(?: so)?[: ]*\d{1,4}(?:[\-/]\d{1,4})?[,; ]{0,3}(?:thuoc )?to ban do(?: dia chinh)?(?: "
    r"so)?[: ]*\d{1,4}|to ban do(?: dia chinh)?(?: so)?[: ]*\d{1,4}[,; ]{0,3}(?:thuoc )?thua(?: dat)?(?: "
    r"so)?[: ]*\d{1,4}(?:[\-/]\d{1,4})?)(?!\d)"
)


def find_marks(sheet: Sheet, rows: Rows, cues: Cues, subjects: Subjects) -> Iterator[Finding]:
    """Yield what these patterns find."""
    yield from _emails(sheet, subjects)
    yield from _plates(sheet, rows)
    yield from _cards(sheet, rows, cues)
    yield from _passports(sheet, rows)
    yield from _land(sheet, subjects)


def _made(sheet: Sheet, label: str, span: tuple[int, int], why: str, confidence: float) -> Finding:
    return Finding(label, *span, sheet.text[slice(*span)], why, confidence)


def _emails(sheet: Sheet, subjects: Subjects) -> Iterator[Finding]:
    at = sheet.plain.find("@")
    while at >= 0:
        domain = _DOMAIN.match(sheet.plain, at + 1)
        left = sheet.plain[max(0, at - _LONGEST_LOCAL) : at]
        local = _LOCAL.search(left.rstrip(" ")) if left[-1:] != " " or left[-2:-1].isalnum() else None
        if domain and local and "." in domain[1]:
            start = max(0, at - _LONGEST_LOCAL) + local.start()
            end = at + 1 + domain.start(1) - (at + 1) + len(domain[1].rstrip(" .-"))
            name, host = local[0], domain[1].replace(" ", "").rstrip(".-")
            office = (
                _OFFICIAL_DOMAIN.search(host)
                or _OFFICE_MAILBOX.match(name)
                or subjects.at(start) in ("body", "official")
            )
            if not office:
                yield _made(sheet, "EMAIL", (start, end), "địa chỉ thư điện tử", 0.97)
        at = sheet.plain.find("@", at + 1)


def _plates(sheet: Sheet, rows: Rows) -> Iterator[Finding]:
    for m in _PLATE.finditer(sheet.plain):
        loud = sheet.text[m.start(2) : m.end(2)].isupper()
        cell = rows.cell_at(sheet.line_at(m.start()), m.start())
        said = bool(_PLATE_SAID.search(sheet.before(m.start(), 60))) or bool(cell and cell.role == "PLATE")
        five = len(re.sub(r"\D", "", m[3])) == 5
        if said or (loud and five and re.search(r"[\-.]", m[0])):
            yield _made(sheet, "PLATE", m.span(), "biển số xe", 0.97 if said else 0.8)
    for m in _ARMY_PLATE.finditer(sheet.plain):
        yield _made(sheet, "PLATE", m.span(1), "biển số xe", 0.9)


def _cards(sheet: Sheet, rows: Rows, cues: Cues) -> Iterator[Finding]:
    for m in _CARD.finditer(sheet.plain):
        known = m[1] in INSURED and sheet.text[m.start(1) : m.end(1)].isupper()
        cell = rows.cell_at(sheet.line_at(m.start()), m.start())
        said = cues.before(m.start())[0] == "BHYT" or bool(cell and cell.role == "BHYT")
        if known or said:
            yield _made(sheet, "BHYT", m.span(), "15 ký tự của mã thẻ bảo hiểm y tế", 0.98 if known else 0.85)


def _passports(sheet: Sheet, rows: Rows) -> Iterator[Finding]:
    seen: set[int] = set()
    for m in _PASSPORT_SAID.finditer(sheet.plain):
        seen.add(m.start(1))
        yield _made(sheet, "PASSPORT", m.span(1), "số sau “hộ chiếu”", 0.97)
    for m in _PASSPORT.finditer(sheet.plain):
        cell = rows.cell_at(sheet.line_at(m.start()), m.start())
        column = bool(cell and cell.role in ("PASSPORT", "IDENTITY"))
        if m.start() in seen or not sheet.text[m.start()].isupper():
            continue
        near = re.search(r"ho chieu|passport|quoc tich", sheet.before(m.start(), 80))
        if column or near:
            yield _made(sheet, "PASSPORT", m.span(1), "một chữ cái và 7 chữ số như số hộ chiếu", 0.85)


def _land(sheet: Sheet, subjects: Subjects) -> Iterator[Finding]:
    for m in _CERTIFICATE.finditer(sheet.plain):
        if sheet.text[m.start(1) : m.start(1) + 1].isupper() and "vao so" not in m[0][-30:]:
            yield _made(sheet, "LAND", m.span(1), "số phát hành giấy chứng nhận", 0.9)
    for m in _PLOT.finditer(sheet.plain):
        if subjects.at(m.start()) == "person":
            yield _made(sheet, "LAND", m.span(), "thửa đất của một người", 0.7)
