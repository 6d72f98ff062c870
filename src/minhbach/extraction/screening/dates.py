"""Days and years of birth."""

import re
from collections.abc import Iterator

from minhbach.extraction.screening.contracts import Finding
from minhbach.extraction.screening.mentions import Person
from minhbach.extraction.screening.rows import Row, Rows
from minhbach.extraction.screening.sheet import Sheet

_D, _M, _Y = r"(?:0?[1-9]|[12][\do]|3[01]|o[1-9])", r"(?:0?[1-9]|1[0-2]|o[1-9])", r"(?:19|20)\d{2}"
_DATE = (
    rf"(?:{_D}\s?[/.\-]\s?{_M}\s?[/.\-]\s?(?:{_Y}|\d{{2}}(?!\d))|(?:ngay )?{_D} thang {_M},? nam {_Y}|{_Y}-{_M}-{_D}"
    rf"|{_M}\s?/\s?{_Y})"
)
_BORN = (
    r"(?:(?<![a-z])(?:ngay,? (?:thang,? )?(?:nam )?sinh|ngay thang nam sinh|ngay va nam sinh|date of birth|dob|"
    r"ng\.? ?sinh)|(?<![a-z])(?:n\.?s|s\.?n)(?=[:. ]{0,2}\s?\d)"
    r"|(?<![a-z])(?<!hoc )(?<!thi )(?<!ve )(?<!phat )(?<!ho )(?<!moi )(?<!khai )(?<!an )(?<!dan )(?<!tuyen )(?<!tai "
    r")(?<!bo )(?<!hi )sinh(?: (?:ngay|nam|vao|vao ngay))?)"
)
_SAID = re.compile(
    rf"{_BORN}(?:\s*\([^()\n]{{0,30}}\))?[\s:\-_.]{{0,6}}(?:ngay |vao |la |thanh |cua (?:toi|chau|em|con) "
    rf"?:?){{0,2}}\s?(?P<date>(?:{_DATE}))(?![\d/])"
)
_YEAR_SAID = re.compile(
    rf"(?:sinh nam|nam sinh|nam, sinh|(?<![a-z])s\.?n|(?<![a-z])n\.?s|"
    rf"(?<![a-z])sinh)[\s:.\-]{{0,4}}(?P<year>{_Y})(?![\d/\-]|\.\d)"
)
_YEAR_BEHIND = re.compile(r"\s?\(\s?((?:19|20)\d{2})\s?[),;]")
_DAY_BEHIND = re.compile(rf"\s?\(\s?((?:{_D})\s?[/.\-]\s?(?:{_M})\s?[/.\-]\s?(?:{_Y}))\s?[),;]")
_DAY_LISTED = re.compile(rf"\s?[-–]\s?((?:{_D})\s?[/.\-]\s?(?:{_M})\s?[/.\-]\s?(?:{_Y}))(?=\s?[-–,;(]|\s*(?:\n|$))")
_FIRST_ON_LINE = re.compile(r"\W*(?:\d{1,3}\W+)?")
_WHOLE = re.compile(rf"^\W*(?P<date>{_DATE})\W*$")
_WHOLE_YEAR = re.compile(rf"^\W*(?P<year>{_Y})\W*$")
_SHORT_OLD = re.compile(rf"^\W*(?P<date>{_D}[/.\-]{_M}[/.\-]\d{{2}})\W*$")


def find_births(sheet: Sheet, rows: Rows, people: list[Person]) -> Iterator[Finding]:
    """Yield days and years of birth that words or a column announce, and the first day in a row about a person."""
    seen: set[int] = set()
    for pattern, label, group in ((_SAID, "DOB", "date"), (_YEAR_SAID, "BIRTH_YEAR", "year")):
        for match in pattern.finditer(sheet.plain):
            start, end = match.span(group)
            if not any(start <= place < end for place in (start, end - 1) if place in seen):
                seen.update((start, end - 1))
                why = f"sau “{sheet.text[match.start() : start].strip(' :.-')}”"
                yield Finding(
                    label,
                    start,
                    end,
                    sheet.text[start:end],
                    ("ngày sinh " if label == "DOB" else "năm sinh ") + why,
                    0.97,
                )
    for person in people:
        born = (_behind(sheet, person.end) or _listed(sheet, person)) if person.private else None
        if born and born.start not in seen:
            yield born
    for row in rows.by_line.values():
        for finding in _in_row(sheet, row):
            if finding.start not in seen:
                yield finding


def _behind(sheet: Sheet, end: int) -> Finding | None:
    """Return a day or a year in brackets right after a name."""
    for pattern, label, what in ((_DAY_BEHIND, "DOB", "ngày"), (_YEAR_BEHIND, "BIRTH_YEAR", "năm")):
        if found := pattern.match(sheet.plain, end):
            return Finding(label, *found.span(1), sheet.text[slice(*found.span(1))], f"{what} trong ngoặc sau tên", 0.8)
    return None


def _listed(sheet: Sheet, person: Person) -> Finding | None:
    """Return a day behind a dash where the name begins its line: "3. Lê Hữu Tấn - 08/01/2007 - Nam"."""
    found = _DAY_LISTED.match(sheet.plain, person.end)
    first = sheet.span(sheet.line_at(person.start))[0]
    if found is None or not _FIRST_ON_LINE.fullmatch(sheet.plain, first, person.start):
        return None
    return Finding("DOB", *found.span(1), sheet.text[slice(*found.span(1))], "ngày sau tên trong danh sách", 0.75)


def _in_row(sheet: Sheet, row: Row) -> Iterator[Finding]:
    named = [cell for cell in row.cells if cell.role == "DOB"]
    for cell in named:
        text = sheet.plain[cell.start : cell.end]
        for pattern, label, group in (
            (_WHOLE, "DOB", "date"),
            (_SHORT_OLD, "DOB", "date"),
            (_WHOLE_YEAR, "BIRTH_YEAR", "year"),
        ):
            if match := pattern.match(text):
                start, end = cell.start + match.start(group), cell.start + match.end(group)
                yield Finding(label, start, end, sheet.text[start:end], "cột ngày sinh", 0.97)
                break
    if named or row.headed and row.roles & {"NAME", "IDENTITY"}:
        return
    texts = [sheet.plain[cell.start : cell.end] for cell in row.cells]
    about_person = any(
        re.fullmatch(r"\W*0[\d ]{11,15}\W*", t) or re.fullmatch(r"\W*0[35789][\d. ]{8,11}\W*", t) for t in texts
    )
    for cell, text in zip(row.cells, texts, strict=True):
        if about_person and (match := _WHOLE.match(text)):
            start, end = cell.start + match.start("date"), cell.start + match.end("date")
            yield Finding("DOB", start, end, sheet.text[start:end], "ngày trong hàng về một người", 0.8)
            return
