"""The days off and make-up working days of public bodies, read from `law/calendars/`."""

import datetime as dt
import tomllib
from collections.abc import Iterable
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from minhbach.domain.calendars.calendar import Calendar
from minhbach.domain.calendars.checking import FaultKind, fault_of_row, faults_between
from minhbach.domain.calendars.days import DayKind, DayRow, DayRowInvalid, DayState
from minhbach.lawbook.folder import law_folder

Word = TypeVar("Word", bound=StrEnum)

_HEAD = {"year", "state", "source"}
_NEEDED = {"on", "kind", "why", "source", "state"}
_ALLOWED = _NEEDED | {"instead_of"}
_FAULTS = {
    FaultKind.WORKED_ANYWAY: "làm bù vào {day:%d/%m/%Y}, vốn đã là ngày làm việc",
    FaultKind.OTHER_DAY: "instead_of đi với nghỉ bù, hoán đổi, làm bù, và chỉ với các loại ấy",
    FaultKind.NO_FIT: "{day:%d/%m/%Y} không khớp với ngày {other:%d/%m/%Y}",
    FaultKind.TWICE: "{other:%d/%m/%Y} được nghỉ bù hai lần",
}


class CalendarDataInvalid(ValueError):
    """A file of `law/calendars` says something that cannot be. The message names the file, and the row by its place."""


@cache
def load_calendar(folder: Path | None = None) -> Calendar:
    """Return the calendar of all years in `law/calendars` (or in another folder), read once in a process.

    :raises CalendarDataInvalid: if there is no file, or one that cannot be read or contradicts itself.
    """
    folder = folder or law_folder() / "calendars"
    files = sorted(folder.glob("*.toml"))
    if not files:
        raise CalendarDataInvalid(f"không có danh sách ngày nghỉ nào trong {folder}")
    placed: dict[str, DayRow] = {}
    confirmed: set[int] = set()
    for path in files:
        year, state, rows = _read(path)
        placed |= rows
        confirmed |= {year} if state is DayState.CONFIRMED else set()
    _check_pairs(placed)
    return Calendar(tuple(placed.values()), frozenset(confirmed))


def _read(path: Path) -> tuple[int, DayState, dict[str, DayRow]]:
    """Return the year of a file, how sure its list is, and its rows by their place ("2026.toml, mục day thứ 3")."""
    try:
        content = tomllib.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as problem:
        raise CalendarDataInvalid(f"{path.name}: không đọc được ({problem})") from problem
    _check_keys(path.name, content, needed=_HEAD, allowed=_HEAD | {"day"})
    if str(content["year"]) != path.stem:
        raise CalendarDataInvalid(f"{path.name}: year là {content['year']}, phải trùng tên tệp")
    state = _word(path.name, DayState, content["state"])
    rows: dict[str, DayRow] = {}
    for number, raw in enumerate(_tables(path.name, content.get("day", [])), start=1):
        place = f"{path.name}, mục day thứ {number}"
        rows[place] = _row(place, raw)
        _check_row(place, rows[place], content["year"])
    days = [row.day for row in rows.values()]
    for number, day in enumerate(days, start=1):
        if day in days[: number - 1]:
            raise CalendarDataInvalid(f"{path.name}, mục day thứ {number}: ngày {day:%d/%m/%Y} đứng hai lần")
    return content["year"], state, rows


def _row(place: str, raw: dict[str, Any]) -> DayRow:
    _check_keys(place, raw, needed=_NEEDED, allowed=_ALLOWED)
    for key in ("on", "instead_of"):
        # A datetime is a date to Python, and equal to none of them.
        if key in raw and type(raw[key]) is not dt.date:
            raise CalendarDataInvalid(f"{place}: {key} phải là một ngày, như 2026-11-24")
    kind, state = _word(place, DayKind, raw["kind"]), _word(place, DayState, raw["state"])
    try:
        return DayRow(raw["on"], kind, str(raw["why"]), str(raw["source"]), state, raw.get("instead_of"))
    except DayRowInvalid as problem:
        raise CalendarDataInvalid(f"{place}: {problem}") from problem


def _check_row(place: str, row: DayRow, year: int) -> None:
    if row.day.year != year:
        raise CalendarDataInvalid(f"{place}: {row.day:%d/%m/%Y} không thuộc năm {year}")
    if fault := fault_of_row(row):
        raise CalendarDataInvalid(f"{place}: {_FAULTS[fault.kind].format(day=fault.day, other=fault.other)}")


def _check_pairs(placed: dict[str, DayRow]) -> None:
    """Hold every compensation to a holiday on a weekend, and both days of a swap to each other."""
    for fault in faults_between(placed.values()):
        place = next(place for place, row in placed.items() if row is fault.row)
        raise CalendarDataInvalid(f"{place}: {_FAULTS[fault.kind].format(day=fault.day, other=fault.other)}")


def _check_keys(place: str, raw: dict[str, Any], *, needed: set[str], allowed: set[str]) -> None:
    if missing := sorted(needed - raw.keys()):
        raise CalendarDataInvalid(f"{place}: thiếu {', '.join(missing)}")
    if unknown := sorted(raw.keys() - allowed):
        raise CalendarDataInvalid(f"{place}: không hiểu {', '.join(unknown)}")


def _tables(place: str, value: Any) -> Iterable[dict[str, Any]]:
    if not isinstance(value, list) or not all(isinstance(one, dict) for one in value):
        raise CalendarDataInvalid(f"{place}: day phải là các mục [[day]]")
    return value


def _word(place: str, words: type[Word], given: object) -> Word:
    known = {str(word): word for word in words}
    if not isinstance(given, str) or given not in known:
        raise CalendarDataInvalid(f"{place}: “{given}” không phải một trong {', '.join(known)}")
    return known[given]
