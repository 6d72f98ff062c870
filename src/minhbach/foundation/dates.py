"""Dates as people here write and type them: 22/11/2026, 05/3/2026, 5 tháng 3 năm 2026."""

import re
from datetime import date, datetime

from django.utils import timezone
from django.utils.translation import gettext_lazy

WEEKDAYS = (
    gettext_lazy("thứ Hai"),
    gettext_lazy("thứ Ba"),
    gettext_lazy("thứ Tư"),
    gettext_lazy("thứ Năm"),
    gettext_lazy("thứ Sáu"),
    gettext_lazy("thứ Bảy"),
    gettext_lazy("Chủ nhật"),
)
_TYPED = (
    re.compile(r"(\d{1,2})\s*[/.\-\s]\s*(\d{1,2})\s*[/.\-\s]\s*(\d{4})"),
    re.compile(r"(?:ngày\s+)?(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})", re.IGNORECASE),
)
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")


class NotADate(ValueError):
    """The typed text has no form of a date that people here use."""


class NoSuchDay(ValueError):
    """The typed text has the form of a date, and the calendar has no such day."""


def local_date(moment: date | datetime) -> date:
    """Return the day; a moment becomes the day that it is in Vietnam."""
    if isinstance(moment, datetime):
        return timezone.localtime(moment).date() if timezone.is_aware(moment) else moment.date()
    return moment


def written(day: date | datetime) -> str:
    """Return the day as 05/3/2026 or 19/10/2026: 0 before days under 10 and before months 1 and 2 (Decree 30/2020)."""
    day = local_date(day)
    month = f"{day.month:02}" if day.month < 3 else str(day.month)
    return f"{day.day:02}/{month}/{day.year}"


def written_with_weekday(day: date | datetime) -> str:
    """Return the day after its weekday: thứ Hai 19/10/2026."""
    day = local_date(day)
    return f"{WEEKDAYS[day.weekday()]} {written(day)}"


def typed(text: str) -> date:
    """Return the day that a person typed: 5/3/2026, 05-03-2026, 5.3.2026, 5 tháng 3 năm 2026, or ISO.

    :raises NotADate: if the text has none of these forms.
    :raises NoSuchDay: if the calendar has no such day, as 31/02/2026.
    """
    text = text.strip()
    for pattern in _TYPED:
        if match := pattern.fullmatch(text):
            day, month, year = (int(part) for part in match.groups())
            return _existing(year, month, day)
    if match := _ISO.fullmatch(text):
        year, month, day = (int(part) for part in match.groups())
        return _existing(year, month, day)
    raise NotADate(text)


def _existing(year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError as error:
        raise NoSuchDay(f"{day:02}/{month:02}/{year}") from error
