"""Reads single cells of a list of running work: days, limits, shares done, and whether somebody calls it done."""

import datetime as dt
import re
from dataclasses import dataclass, replace

from minhbach.domain.reading.body.deadlines import read_deadline
from minhbach.domain.reading.results import Deadline, DeadlineKind
from minhbach.domain.text import fold, squeeze

FIRST_YEAR, LAST_YEAR = 2000, 2100
_DAY = re.compile(r"(?<![\d/])(\d{1,2})\s*[/.\-]\s*(\d{1,2})\s*[/.\-]\s*(\d{4}|\d{2})(?![\d/])")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[ T]00:00(?::00)?)?")
_YEAR = re.compile(r"(?<!\d)20\d{2}(?!\d)")
_SERIAL = range(36526, 73416)
"""What Excel counts the days from 2000 to 2100 as."""
_DONE = re.compile(
    r"^(?:da )?(?:hoan thanh|hoan tat|xong|thuc hien xong|ban hanh)|^da (?:thuc hien|trinh|gui|bao cao)|^x$|^dat$"
)
_NOT_DONE = re.compile(r"chua|dang|khong|mot phan|co ban|gan xong")
_DONE_ON = re.compile(r"(?:hoan thanh|hoan tat|xong)\b[^\d]{0,12}(?:ngay )?(?=\d)")
_SHARE = re.compile(r"^(\d{1,3})(?:[.,]\d+)?\s*%$")
_WITHOUT_YEAR = (
    ("", " năm {year}", re.compile(r"(?:trong |hết )?(?:quý (?:i{1,3}|iv|[1-4])|tháng \d{1,2})")),
    ("Quý ", " năm {year}", re.compile(r"i{1,3}|iv")),
    ("", "/{year}", re.compile(r"(?:trước |đến |chậm nhất |hết )?(?:ngày )?\d{1,2}/\d{1,2}")),
    ("", " {year}", re.compile(r"6 tháng (?:đầu|cuối) năm|trong năm")),
)
"""What leaves the year out and still says one limit, and what is put before and after it to read it."""
ONE_CELL_SAYS = 5000
"""Characters of the longest cell that is read; a longer one is a text that somebody pasted by mistake."""


class NotADay(ValueError):
    """The cell holds no day."""


class NoSuchDay(ValueError):
    """The cell holds a day that the calendar does not have."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell as the reader needs it: words, and a day or number where the spreadsheet holds one."""

    text: str = ""
    day: dt.date | None = None
    number: float | None = None


def read_day(cell: Cell) -> dt.date:
    """Return the day of a cell: a date of the spreadsheet, or 05/3/2026, 5-3-26, 2026-03-05 as text.

    :raises NotADay: if it is none. :raises NoSuchDay: if the calendar lacks it, or it lies before 2000 or after 2100.
    """
    if cell.day is not None:
        return _within(cell.day)
    text = squeeze(cell.text).removeprefix("ngày ").removeprefix("Ngày ")
    if found := _ISO.fullmatch(text):
        return _within(_made(int(found[1]), int(found[2]), int(found[3]), text))
    if found := _DAY.fullmatch(text):
        year = int(found[3]) + (2000 if len(found[3]) == 2 else 0)
        return _within(_made(year, int(found[2]), int(found[1]), text))
    raise NotADay(text)


def serial_day(cell: Cell) -> dt.date | None:
    """Return the day that a bare number probably is, where the cell lost its date format; None where it is none."""
    if cell.number is None or not cell.number.is_integer() or int(cell.number) not in _SERIAL:
        return None
    return dt.date(1899, 12, 30) + dt.timedelta(days=int(cell.number))


def read_limit(cell: Cell, *, year: int | None) -> Deadline:
    """Return the deadline of a cell.

    :param year: of the list, for words that leave it out ("Quý IV", "31/12"); the words stay as written.
    :raises NoSuchDay: if the whole cell is a day that the calendar does not have.
    """
    text = squeeze(cell.text)
    try:
        day = read_day(cell)
        return Deadline(text=text, kind=DeadlineKind.DATE, end=day)
    except NotADay:
        pass
    found = read_deadline(text)
    if found.kind != DeadlineKind.UNCLEAR or year is None or _YEAR.search(text):
        return found
    words = next((before + text + after for before, after, form in _WITHOUT_YEAR if form.fullmatch(text.lower())), None)
    if words is None:
        return found
    said = read_deadline(words.replace("{year}", str(year)))
    return replace(said, text=text)


def read_share(cell: Cell) -> int | None:
    """Return how much is done in percent, 0–100; None where the cell does not say it.

    A spreadsheet holds 80 % as 0.8, so that a number up to 1 is a part of the whole.
    """
    value = cell.number
    if value is None:
        found = _SHARE.match(squeeze(cell.text))
        value = float(found[1]) if found else None
    elif 0 < value <= 1:
        value *= 100
    return round(value) if value is not None and 0 <= value <= 100 else None


def says_done(text: str) -> bool:
    """Say whether the words call the work done as a whole; "cơ bản hoàn thành" and "chưa xong" do not."""
    plain = squeeze(fold(text))[:200]
    return bool(_DONE.match(plain)) and not _NOT_DONE.search(plain)


def day_in_words(text: str) -> dt.date | None:
    """Return the day in "Đã hoàn thành ngày 05/3/2026"; None where the words name none, or name it of something else.

    The day of a document that is cited ("Quyết định 12/QĐ-UBND ngày 05/3/2026") is not taken for the day of the work.
    """
    plain = fold(text[:300])
    start = _DONE_ON.search(plain)
    found = _DAY.match(plain, start.end()) if start else None
    try:
        return read_day(Cell(found[0])) if found else None
    except (NotADay, NoSuchDay):
        return None


def _made(year: int, month: int, day: int, text: str) -> dt.date:
    try:
        return dt.date(year, month, day)
    except ValueError:
        raise NoSuchDay(text) from None


def _within(day: dt.date) -> dt.date:
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise NoSuchDay(f"{day.day:02}/{day.month:02}/{day.year}")
    return day
