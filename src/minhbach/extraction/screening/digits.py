"""Numbers of people: identity, telephone, account, tax and insurance, told apart by words before, column and shape."""

import re
from collections.abc import Iterator

from minhbach.extraction.screening.contracts import Finding
from minhbach.extraction.screening.cues import Cues
from minhbach.extraction.screening.facts.numbers import LANDLINE, MOBILE, OLD_MOBILE, identity_fault, is_tax_code
from minhbach.extraction.screening.rows import Rows
from minhbach.extraction.screening.sheet import Sheet
from minhbach.extraction.screening.subjects import Subjects

# Recognisers of print take 0 for O and 1 for l or I.
# So many digits and groups are enough for any of these numbers, and bound the work on a page full of digits.
_TOKEN = re.compile(
    r"(?<!\d)(?:(?<!\w)[(+]{0,2}[oil]?)?[(+]?\d[\doil]{0,39}"
    r"(?:(?:\)|\)?(?: ?[.\-] ?|[ \xa0]))\(?(?=[oil]{0,4}\d)[\doil]{1,40}){0,20}\)?"
)
_GROUP = re.compile(r"[\doil]+")
_DATE = re.compile(r"^\W*(?:0?[1-9]|[12]\d|3[01])[.\-](?:0?[1-9]|1[0-2])[.\-](?:19|20)\d\d$")
_THOUSANDS = re.compile(r"^\d{1,3}(?:\.\d{3})+$")
_UNIT = re.compile(r"\s*(?:dong|d\b|vnd|trieu|ty\b|nghin|m2|m\b|ha\b|kg|%|usd|hz|lieu|ho\b|nguoi\b|ngd)")
_MEASURE = re.compile(r"\s?(?:kg|m2|m3|ha|hz|km|lieu|tan|con|dong|vnd)\b")
_SYMBOL = re.compile(r"\s?/\s?[\da-z]")
_MOBILE = re.compile(rf"^(?:0|84|0084|840)(?:{MOBILE}\d{{7}}|{OLD_MOBILE}\d{{7}})$")
_LANDLINE = re.compile(rf"^(?:0|84|0084|840)(?:{LANDLINE}\d{{6,9}})$")
_BANKS = re.compile(
    r"(?: ?\|)?[^\n;|]{0,40}?\b(?:agribank|"
    r"vietcombank|vcb|bidv|vietinbank|techcombank|mb ?bank|mbbank|acb|sacombank|vpbank|"
    r"tpbank|vib|shb|hdbank|lpbank|lienvietpostbank|"
    r"seabank|oceanbank|pvcombank|eximbank|msb|ocb|scb|nam a bank|bac a bank|abbank|vietbank|kienlongbank|pgbank|"
    r"saigonbank|bvbank|baoviet bank|ngan hang|nh tmcp|nh no)\b"
)
_NEXT_CELL = re.compile(r" *[\t|]")
_TREASURY = re.compile(r"kho bac|kbnn|tien gui cua (?:uy ban|ubnd|so|phong|truong)|thu ngan sach|tam giu")
_LENGTHS = {
    "IDENTITY": (12, 9),
    "PHONE": (9, 10, 11, 12, 13),
    "BANK": tuple(range(6, 20)),
    "MST": (10, 12, 13),
    "BHXH": (10,),
    "BHYT": (10,),
}
_WHY = {
    "CCCD": "12 chữ số", "CMND": "9 chữ số", "PHONE": "số điện thoại", "BANK": "dãy số", "MST": "mã số thuế",
    "BHXH": "10 chữ số", "BHYT": "10 chữ số",
}  # fmt: skip


def find_numbers(sheet: Sheet, rows: Rows, cues: Cues, subjects: Subjects) -> Iterator[Finding]:
    """Yield every personal number written in digits."""
    used: dict[int, int] = {}  # end of a cue → end of the number that it announced
    for found in _TOKEN.finditer(sheet.plain):
        if sum(c.isdigit() for c in found[0]) < 3:
            continue
        start, end = found.span()
        if start and sheet.plain[start - 1].isalpha() and not _follows_cue(sheet, cues, start):
            continue
        line = sheet.line_at(start)
        cell = rows.cell_at(line, start)
        kind, said, cue_end = cues.before(start)
        if cell and cue_end <= cell.start:
            kind, said = _of_column(cell.role), f"cột {_COLUMN.get(cell.role, '')}"
            cue_end = 0
        again = cue_end in used and cue_end > 0
        finding = _decide(sheet, subjects, start, end, kind, said, again=again, since=used.get(cue_end, 0))
        if finding:
            used[cue_end] = finding.end
            yield finding


_COLUMN = {
    "IDENTITY": "số giấy tờ", "PHONE": "điện thoại", "BANK": "tài khoản", "MST": "mã số thuế",
    "BHXH": "BHXH", "BHYT": "BHYT",
}  # fmt: skip


def _of_column(role: str) -> str:
    return role if role in _LENGTHS else ("OTHER" if role in ("LAND", "POSITION") else "")


def _follows_cue(sheet: Sheet, cues: Cues, start: int) -> bool:
    kind, _, end = cues.before(start)
    return bool(kind) and sheet.plain[end:start].strip() in ("", "so")


def _decide(
    sheet: Sheet, subjects: Subjects, start: int, end: int, kind: str, said: str, *, again: bool, since: int
) -> Finding | None:
    token = sheet.plain[start:end]
    groups = [(start + m.start(), start + m.end()) for m in _GROUP.finditer(token)]
    if not groups or _DATE.match(token) or _SYMBOL.match(sheet.plain, end) or _is_money(sheet, token, end):
        return None
    if kind in _LENGTHS and (taken := _fitting(sheet, groups, kind, broken=not again)):
        first, last, digits = taken
        if not (again and _is_mobile(digits) and kind not in ("PHONE", "BANK")) and not (
            again and kind in ("BANK", "MST", "BHXH") and _is_mobile(digits) and not _goes_on(sheet, since, start)
        ):
            return _announced(sheet, subjects, first, last, digits, kind, said)
    if kind == "OTHER" or _MEASURE.match(sheet.plain, end):
        return None
    return _by_shape(sheet, subjects, groups)


def _is_money(sheet: Sheet, token: str, end: int) -> bool:
    return bool(
        _THOUSANDS.match(token.strip())
        and not token.startswith("0")
        or _UNIT.match(sheet.plain, end)
        and not token.startswith("0")
    )


def _goes_on(sheet: Sheet, since: int, start: int) -> bool:
    """Say whether a number goes on an enumeration ("123456, hoặc 654321")."""
    return bool(re.fullmatch(r"[\s,/;-]*(?:va|hoac)?[\s:]*", sheet.plain[since:start]))


def _digits(sheet: Sheet, first: int, last: int) -> str:
    raw = sheet.plain[first:last].translate({ord("o"): "0", ord("i"): "1", ord("l"): "1"})
    return re.sub(r"\D", "", raw)


def _fitting(sheet: Sheet, groups: list[tuple[int, int]], kind: str, *, broken: bool) -> tuple[int, int, str] | None:
    """Return the groups, from the first on, that have as many digits as such a number; over a line end if need be."""
    start = groups[0][0]
    plus = sheet.plain[max(0, start - 1) : start] in ("+",)
    for count in range(len(groups), 0, -1):
        digits = _digits(sheet, start, groups[count - 1][1])
        if len(digits) in _LENGTHS[kind] and _plausible(sheet, start, groups[count - 1][1], digits, kind):
            return start - plus, groups[count - 1][1], digits
    if broken and kind in ("IDENTITY", "PHONE", "BHXH", "BHYT"):
        end = groups[-1][1]
        more = re.match(r"[ .\-]?\n\s*([\doil][\doil .]*)", sheet.plain[end : end + 30])
        if more:
            longer = end + more.end()
            digits = _digits(sheet, start, longer)
            wanted = {"IDENTITY": (12, 9), "PHONE": (10, 11)}.get(kind, (10,))
            if len(digits) in wanted and _plausible(sheet, start, longer, digits, kind):
                stop = start + len(sheet.plain[start:longer].rstrip(" ."))
                return start, stop, digits
    return None


def _plausible(sheet: Sheet, start: int, end: int, digits: str, kind: str) -> bool:
    raw = sheet.plain[start:end]
    if sum(c in "oil" for c in raw) > 4:
        return False
    if kind == "PHONE":
        international = sheet.plain[max(0, start - 1) : start] == "+" or digits.startswith(("84", "0084"))
        return digits.startswith("0") and len(digits) in (9, 10, 11) or international and len(digits) in (11, 12, 13)
    if kind == "MST":
        return len(digits) == 10 or len(digits) == 12 or bool(re.search(r"[\-. ]\d{3}$", raw)) or len(raw) == 13
    if kind == "BANK":
        return not _DATE.match(raw)
    return True


def _announced(
    sheet: Sheet, subjects: Subjects, first: int, last: int, digits: str, kind: str, said: str
) -> Finding | None:
    label = {"IDENTITY": "CCCD" if len(digits) == 12 else "CMND"}.get(kind, kind)
    why = f"{_WHY[label]} sau “{said}”" if not said.startswith("cột ") else f"{_WHY[label]} trong {said}"
    confidence = 0.99
    if kind == "PHONE":
        if _is_of_a_body(subjects, first, digits):
            return None
        confidence = 0.97 if _is_mobile(digits) else 0.85
    elif kind == "BANK":
        around = sheet.plain[max(0, first - 120) : last + 100]
        if _TREASURY.search(around) or subjects.at(first) == "body":
            return None
        confidence = 0.95
    elif kind == "MST":
        if subjects.at(first) == "body":
            return None
        confidence = 0.98 if len(digits) != 12 and is_tax_code(digits) else 0.85
    elif label == "CCCD":
        confidence = 0.9 if identity_fault(digits) else 0.99
    return Finding(label, first, last, sheet.text[first:last], why, confidence)


def _by_shape(sheet: Sheet, subjects: Subjects, groups: list[tuple[int, int]]) -> Finding | None:
    """Return what a number is by its digits alone: identity number, mobile telephone, tax code of a branch."""
    for a in range(len(groups)):
        for b in range(len(groups), a, -1):
            first, last = groups[a][0], groups[b - 1][1]
            digits = _digits(sheet, first, last)
            if not 10 <= len(digits) <= 13:
                continue
            raw = sheet.plain[first:last]
            if len(digits) == 12 and not identity_fault(digits) and digits[0] == "0" and _evenly(raw):
                return Finding(
                    "CCCD", first, last, sheet.text[first:last], "12 chữ số, đúng mã tỉnh của số căn cước", 0.8
                )
            plus = sheet.plain[max(0, first - 1) : first] == "+"
            if _is_mobile(digits) and (digits[0] == "0" or plus or raw.startswith("84")) and len(raw) < 19:
                if _is_of_a_body(subjects, first, digits):
                    return None
                first -= plus
                return Finding("PHONE", first, last, sheet.text[first:last], "đầu số di động", 0.85)
            if re.fullmatch(r"\d{10}-\d{3}", raw) and is_tax_code(digits):
                return Finding("MST", first, last, sheet.text[first:last], "mã số thuế, đúng số kiểm tra", 0.8)
            if _BANKS.match(sheet.plain, last, last + 60) and (
                " tai khoan" in sheet.before(first, 90) or _NEXT_CELL.match(sheet.text, last)
            ):
                return Finding("BANK", first, last, sheet.text[first:last], "dãy số trước tên ngân hàng", 0.8)
    return None


def _evenly(raw: str) -> bool:
    """Say whether twelve digits stand together or in groups of three or more."""
    return all(len(group) >= 3 for group in _GROUP.findall(raw))


def _is_mobile(digits: str) -> bool:
    return bool(_MOBILE.match(digits))


def _is_of_a_body(subjects: Subjects, place: int, digits: str) -> bool:
    """Say whether a telephone belongs to a body or to an official; a landline must be said to be a person's."""
    subject = subjects.at(place)
    if _is_mobile(digits):
        return subject in ("body", "official")
    return subject not in ("person", "firm")
