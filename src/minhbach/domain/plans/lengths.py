"""Lengths that are counted from an event: "trong 15 ngày làm việc kể từ ngày nhận được đề nghị"."""

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from minhbach.domain.text import fold, squeeze


class Unit(StrEnum):
    """In what a length is counted."""

    WORKING_DAY = "working_day"
    DAY = "day"
    MONTH = "month"


@dataclass(frozen=True, slots=True)
class Length:
    """So many days, working days or months."""

    amount: int
    unit: Unit

    def from_day(self, day: dt.date, *, add_working_days: Callable[[dt.date, int], dt.date]) -> dt.date:
        """Return the last day of the length; the day of the event is not counted (Civil Code 2015, Article 147).

        :param add_working_days: the calendar's way to count.
        """
        if self.unit == Unit.WORKING_DAY:
            return add_working_days(day, self.amount)
        if self.unit == Unit.DAY:
            return day + dt.timedelta(days=self.amount)
        month = day.month - 1 + self.amount
        first = dt.date(day.year + month // 12, month % 12 + 1, 1)
        following = dt.date(first.year + first.month // 12, first.month % 12 + 1, 1)
        return min(first + dt.timedelta(days=day.day - 1), following - dt.timedelta(days=1))


_LENGTH = re.compile(
    r"(?<![\d,./])(?<!ngay )(?P<amount>\d{1,3})\s*(?:\([^)]*\)\s*)?(?P<unit>ngay lam viec|ngay|tuan|thang)\b(?!\s*\d)"
)
_BACKWARDS = re.compile(r"\b(?:ngay(?: lam viec)?|tuan|thang) truoc\b")
_WORKING_DAYS = re.compile(r"\bngay lam viec\b")


def read_length(words: str) -> Length | None:
    """Return the one length that the words name, or None where there is none or several: then a person is asked.

    "10 ngày trước khi họp" counts backwards and "ngày 15 tháng 11" is a day: neither is such a length.
    """
    text = squeeze(fold(words))
    found = {(int(match["amount"]), match["unit"]) for match in _LENGTH.finditer(text)}
    if len(found) != 1 or _BACKWARDS.search(text):
        return None
    amount, unit = found.pop()
    if not amount or (unit == "ngay" and _WORKING_DAYS.search(text)):
        return None
    match unit:
        case "ngay lam viec":
            return Length(amount, Unit.WORKING_DAY)
        case "tuan":
            return Length(amount * 7, Unit.DAY)
        case "thang":
            return Length(amount, Unit.MONTH)
        case _:
            return Length(amount, Unit.DAY)
