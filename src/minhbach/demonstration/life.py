"""How the year of the made-up province went: who did what when, drawn once from a fixed seed."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from random import Random


class Fate(StrEnum):
    """What became of a body's part in a task."""

    DONE_IN_TIME = "done_in_time"
    DONE_LATE = "done_late"
    WAITS = "waits"
    IN_WORK = "in_work"
    UNTOUCHED = "untouched"


@dataclass(frozen=True, slots=True)
class Step:
    """One act on one part of a task: `verb` is "take", "progress", "report" or "accept"."""

    day: dt.date
    verb: str
    percent: int = 0


PAST = ((Fate.DONE_IN_TIME, 62), (Fate.DONE_LATE, 18), (Fate.IN_WORK, 13), (Fate.UNTOUCHED, 7))
AHEAD = ((Fate.DONE_IN_TIME, 22), (Fate.WAITS, 14), (Fate.IN_WORK, 48), (Fate.UNTOUCHED, 16))


def steps(*, given_on: dt.date, due_on: dt.date, today: dt.date, chance: Random) -> Iterator[Step]:
    """Yield what was done of work with one limit, in order, nothing after today."""
    fates = PAST if due_on < today else AHEAD
    fate = chance.choices([one for one, _ in fates], [weight for _, weight in fates])[0]
    if fate == Fate.UNTOUCHED:
        return
    taken = given_on + dt.timedelta(days=chance.randint(3, 20))
    reported = _reported(fate, taken, due_on, today, chance)
    told = [Step(taken, "take"), *_progress(taken, reported or min(due_on, today), chance)]
    if reported:
        told.append(Step(reported, "report"))
        if fate != Fate.WAITS:
            told.append(Step(reported + dt.timedelta(days=chance.randint(0, 3)), "accept"))
    yield from (step for step in told if step.day <= today)


def _reported(fate: Fate, taken: dt.date, due: dt.date, today: dt.date, chance: Random) -> dt.date | None:
    if fate == Fate.IN_WORK:
        return None
    if fate == Fate.DONE_LATE:
        return due + dt.timedelta(days=chance.randint(1, 15))
    if fate == Fate.WAITS:
        return today - dt.timedelta(days=chance.randint(0, 4))
    latest = min(due, today)
    return max(taken, latest - dt.timedelta(days=chance.randint(2, 25)))


def _progress(taken: dt.date, until: dt.date, chance: Random) -> Iterator[Step]:
    days = (until - taken).days
    for part in range(1, chance.randint(1, 3)):
        yield Step(taken + dt.timedelta(days=days * part // 3), "progress", chance.randint(10, 30) * part)


WORDS = {
    "progress": (
        "Đã phân công người soạn, đang lấy ý kiến các bộ phận.",
        "Đã có dự thảo, đang hoàn chỉnh.",
        "Đã rà soát được một nửa số hồ sơ.",
        "Đang chờ số liệu của các tổ dân phố.",
    ),
    "report": (
        "Đã ban hành văn bản và đăng trên trang thông tin điện tử.",
        "Đã hoàn thành, có biên bản kèm theo.",
        "Đã thực hiện xong theo đúng nội dung kế hoạch.",
    ),
}
