"""What `minhbach deadline` tells people."""

import datetime as dt
from collections.abc import Iterator

from minhbach.domain.calendars.days import WEEKEND, DayOff
from minhbach.domain.deadlines import Due
from minhbach.domain.deadlines.refusing import UNIT_WORDS
from minhbach.domain.statutes.values import Unit
from minhbach.lawbook.deadline_answers import Answer

_WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")


def words_of(found: Answer) -> str:
    """Return the dates with their explanation, some lines for each."""
    lines = [f"Theo {found.statute.title}."]
    for due in found.due:
        lines += ["", *_lines(due)]
    unverified = dict.fromkeys(rule for due in found.due for rule in due.unverified)
    if unverified:
        lines += ["", f"Áp dụng mà chưa đối chiếu văn bản: {', '.join(unverified)}."]
    return "\n".join(lines)


def _lines(due: Due) -> Iterator[str]:
    until = "ít nhất đến hết" if due.what == "posting_ends" else "chậm nhất"
    yield f"{due.words}: {until} {_day(due.due_on)}{' (tạm tính)' if due.provisional else ''}"
    if due.unit is Unit.IMMEDIATELY:
        yield f"  Ngay, theo {due.article}."
        return
    yield f"  {due.amount} {UNIT_WORDS[due.unit]} theo {due.article}, đếm từ {_day(due.counted_from)}."
    if due.nominal_end != due.due_on:
        yield f"  Hết {_day(due.nominal_end)}, là ngày nghỉ, nên chuyển sang ngày làm việc tiếp theo."
    if due.days_off:
        yield f"  Bỏ qua: {'; '.join(_runs(due.days_off))}."
    for reason in due.reasons:
        yield f"  Tạm tính vì {reason}."
    for other in due.alternatives:
        yield f"  Có thể là {_day(other.due_on)} {other.why}."


def _day(day: dt.date) -> str:
    # As officials write it: days under ten and the months of January and February with a nought.
    month = f"{day.month:02}" if day.month < 3 else str(day.month)
    return f"{_WEEKDAYS[day.weekday()]} {day.day:02}/{month}/{day.year}"


def _runs(days: tuple[DayOff, ...]) -> Iterator[str]:
    """Give days that follow each other for the same reason as one run."""
    run: list[DayOff] = []
    for off in days:
        if run and (off.why != run[-1].why or off.day != run[-1].day + dt.timedelta(days=1)):
            yield _run(run)
            run = []
        run.append(off)
    if run:
        yield _run(run)


def _run(days: list[DayOff]) -> str:
    words = "cuối tuần" if days[0].why == WEEKEND else days[0].why
    until = f"–{_day(days[-1].day)}" if len(days) > 1 else ""
    return f"{_day(days[0].day)}{until} {words}"
