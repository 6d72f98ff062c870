"""Reads the value of a deadline label or column, e.g. “Quý IV năm 2016” or “Thường xuyên”."""

import datetime as dt
import re

from minhbach.domain.reading.body.deadlines import wording
from minhbach.domain.reading.body.deadlines.points import Point, TimeUnit, find_points
from minhbach.domain.reading.body.deadlines.wording import Sense, sense_before
from minhbach.domain.reading.body.remembering import lowered
from minhbach.domain.reading.results import Deadline, DeadlineKind
from minhbach.domain.text import squeeze

_DAY = dt.timedelta(days=1)
# A recogniser leaves a lone letter after a value (“… các năm tiếp theo I”); after *quý* such a letter is a number.
_STRAY_LETTER = re.compile(
    r"(?<!quý)(?<!quí)(?<!đoạn)(?<!đợt)(?<!kỳ)(?<![,;/–-])(?<!và) (?:[^\W\d_]|[|~*_])$", re.IGNORECASE
)
_KIND_OF_UNIT = {
    TimeUnit.DAY: DeadlineKind.DATE,
    TimeUnit.MONTH: DeadlineKind.MONTH,
    TimeUnit.QUARTER: DeadlineKind.QUARTER,
    TimeUnit.HALF: DeadlineKind.HALF_YEAR,
    TimeUnit.YEAR: DeadlineKind.YEAR,
}
_RANGE_LINK = re.compile(
    r"^\s*,?\s*(?:-|–|—|đến|tới|cho đến)\s*(?:hết |cuối |ngày |trước |khi )*\s*$"
    r"|^\s*[,;]?\s*(?:và )?(?:hoàn thành|kết thúc|xong)(?: trước| trong| vào| đến| hết| ngày)*\s*$"
)
_LIST_LINK = re.compile(r"^\s*(?:,|;|và|hoặc|&)?\s*(?:vào |trong |cuối |đến |hết )*\s*$")
# “tháng 12/2013 và kiện toàn thường xuyên”: done by then, and kept up by another act afterwards.
_NEXT_WORDS = 12
_KEPT_UP = re.compile(
    r"và (?!thường|liên|định|hằng|hàng|các|những|trong)\w+"
    r"|[,;] (?:định kỳ )?(?:cập nhật|bổ sung|sửa đổi|điều chỉnh|rà soát|kiện toàn|duy trì)"
)
_PLAN_OF_YEARS = re.compile(r"^(?:thực hiện )?theo (?:kế hoạch|chương trình)[^.;]{0,80}(?:hằng|hàng) năm")
_THIS_YEAR = re.compile(r"^(?:trong|cả|hết|đến hết|cuối) năm$")
_FILLER = re.compile(
    r"hoàn thành|thực hiện|xong|trong|vào|trước|ngày|tháng|quý|quí|năm|giai đoạn|đến|hết|cuối|chậm nhất|muộn nhất"
    r"|là|từ|kể|dự kiến"
    r"|thời gian|thời hạn|ban hành|trình|và|gửi|báo cáo|về|tổ chức|triển khai|định kỳ|hằng|hàng|cả|các|của|việc"
)


def read_deadline(text: str, plan_year: int | None = None) -> Deadline:
    """Return the limit that `text` states, a whole value.

    :param plan_year: the year that the plan as a whole is for, where its title says so; years left out mean it.
    Kind `none` for an empty value, `unclear` where the words leave the date open.
    """
    value = _STRAY_LETTER.sub("", squeeze(text).strip(" .;,:")).strip(" .;,:")
    if value.startswith("(") and value.endswith(")") and value.count("(") == 1:
        value = value[1:-1].strip(" .;,:")
    low = lowered(value)
    if wording.NOTHING.match(low):
        return Deadline(value or None, DeadlineKind.NONE)
    if wording.DONE.match(low):
        return Deadline(value, DeadlineKind.DONE)
    main = _without_brackets(low)
    outer = _read(value, main, plan_year)
    inner = _in_brackets(value, low, main, plan_year)
    return _finer(outer, inner) if inner else outer


def read_time_heading(text: str, plan_year: int | None = None) -> Deadline | None:
    """Return the limit of a heading that only names a time (“Quý I/2026”, “Tháng 3”), or null."""
    if len(text) > 60:
        return None
    low = lowered(squeeze(text).strip(" .;,:"))
    points = find_points(low, plan_year)
    if not points or _words_besides(low, points):
        return None
    deadline = read_deadline(text, plan_year)
    return deadline if deadline.end else None


def _read(value: str, main: str, plan_year: int | None) -> Deadline:
    points = find_points(main)
    event = wording.EVENT.search(main)
    if points and event and not _limits_beside(main, points, event):
        points = []
    within = wording.WITHIN.search(main)
    if within and (not points or (points[0].start > within.end() and wording.SINCE.search(main, within.end()))):
        return _within(value, main, within)
    if not points:
        return _untimed(value, main, plan_year)
    if wording.RECURRING.search(main) and any(p.months for p in points) and not wording.ONGOING.search(main):
        return Deadline(value, DeadlineKind.PERIODIC, recurring=True)
    return _timed(value, main, find_points(main, plan_year))


def _in_brackets(value: str, low: str, main: str, plan_year: int | None) -> Deadline | None:
    """Read what stands in brackets after the value, where that names a time of its own."""
    if low == main:
        return None
    inside = re.search(r"\(([^()]*)\)", low)
    if inside is None or not find_points(inside[1]):
        return None
    return _read(value, inside[1], plan_year)


def _finer(outer: Deadline, inner: Deadline) -> Deadline:
    """Return the limit in brackets where it names a finer day or the only one, else the one outside."""
    if inner.end is None or inner.kind in (DeadlineKind.UNCLEAR, DeadlineKind.PERIODIC):
        return outer
    if outer.kind in (DeadlineKind.UNCLEAR, DeadlineKind.WITHIN):
        return inner
    inside = outer.end and inner.end < outer.end and (outer.start is None or outer.start <= inner.end)
    return inner if inside and not outer.recurring else outer


def _without_brackets(low: str) -> str:
    """Blank out what stands in brackets, unless that is all there is; places stay the same."""
    blanked = re.sub(r"\([^()]*\)", lambda m: " " * len(m[0]), low)
    return blanked if re.search(r"\w", blanked) else low


def _limits_beside(main: str, points: list[Point], event: re.Match[str]) -> bool:
    """Tell whether a point limits the work itself, not only dates the event (“sau khi Luật có hiệu lực 01/7/2026”)."""
    if points[0].end <= event.start():
        return True
    if event[0].endswith("kỳ họp"):  # “kỳ họp cuối năm 2026”: the day is not known yet
        return False
    return any(sense_before(main, p.start) in (Sense.BEFORE, Sense.UP_TO) for p in points if p.start > event.end())


def _within(value: str, main: str, within: re.Match[str]) -> Deadline:
    since = wording.SINCE.search(main, within.start("a" if within["a"] else "b"))
    condition = value[since.start() :] if since and len(value) == len(main) else None
    return Deadline(value, DeadlineKind.WITHIN, recurring=bool(wording.RECURRING.search(main)), condition=condition)


def _untimed(value: str, main: str, plan_year: int | None) -> Deadline:
    if _PLAN_OF_YEARS.search(main):
        return Deadline(value, DeadlineKind.ONGOING, recurring=True, condition=value)
    if wording.ONGOING.search(main):
        return Deadline(value, DeadlineKind.ONGOING, recurring=True)
    if wording.RECURRING.search(main) and not wording.AFTER_EVENT.match(main):
        return Deadline(value, DeadlineKind.PERIODIC, recurring=True)
    if wording.ON_REQUEST.search(main):
        return Deadline(value, DeadlineKind.ON_REQUEST, condition=value)
    if wording.EVENT.search(main):
        return Deadline(value, DeadlineKind.EVENT, condition=value)
    if plan_year and _THIS_YEAR.match(main):
        return Deadline(value, DeadlineKind.YEAR, dt.date(plan_year, 1, 1), dt.date(plan_year, 12, 31))
    return Deadline(value, DeadlineKind.UNCLEAR)


def _timed(value: str, main: str, points: list[Point]) -> Deadline:
    if any(p.impossible for p in points):
        return Deadline(value, DeadlineKind.UNCLEAR)
    later, recurring = wording.LATER_YEARS.search(main), wording.RECURRING.search(main)
    ongoing = wording.ONGOING.search(main)
    if recurring and not ongoing and not later and _each_time(points, recurring):
        start, end = _frame(points)
        return Deadline(value, DeadlineKind.PERIODIC, start, end, recurring=True)
    if any(p.first is None for p in points):
        return _yearless(value, bool(ongoing))
    if not _explained(main, points):
        return Deadline(value, DeadlineKind.UNCLEAR)
    dated = _dated(value, main, points)
    follows = later or ongoing or recurring
    if follows and dated.kind is not DeadlineKind.UNCLEAR:
        return _lasting(value, main, points, dated, follows)
    return dated


def _yearless(value: str, ongoing: bool) -> Deadline:
    return Deadline(value, DeadlineKind.ONGOING if ongoing else DeadlineKind.UNCLEAR, recurring=ongoing)


def _each_time(points: list[Point], recurring: re.Match[str]) -> bool:
    """Tell whether the points name a day in each year (“Tháng 12 hằng năm”) or the years that it goes on in."""
    if any(p.first is None for p in points):
        return True
    return recurring.start() < points[0].start or all(p.unit is TimeUnit.YEAR for p in points)


def _frame(points: list[Point]) -> tuple[dt.date | None, dt.date | None]:
    """Return the first and last day of the years in which something recurs, where they are named."""
    if not all(p.unit is TimeUnit.YEAR and p.first for p in points):
        return None, None
    return points[0].first, points[-1].last if points[-1].several or len(points) > 1 else None


def _lasting(value: str, main: str, points: list[Point], dated: Deadline, follows: re.Match[str]) -> Deadline:
    """A first stretch with dates, and the time after it."""
    later = wording.LATER_YEARS.search(main)
    if (
        not later
        and follows.start() > points[-1].end
        and _KEPT_UP.search(main, points[-1].end, follows.end() + _NEXT_WORDS)
    ):
        return Deadline(value, dated.kind, dated.start, dated.end, recurring=True)
    if follows.start() < points[0].start and not later:
        return Deadline(value, DeadlineKind.ONGOING, dated.start, dated.end, recurring=True)
    if all(p.unit is TimeUnit.YEAR for p in points):
        return Deadline(value, DeadlineKind.YEAR_THEN_FOLLOWING_YEARS, dated.start, None, recurring=True)
    if dated.kind in (DeadlineKind.ONGOING, DeadlineKind.EVENT):
        return Deadline(value, DeadlineKind.ONGOING, dated.start, None, recurring=True)
    return Deadline(value, DeadlineKind.QUARTER_THEN_ONGOING, dated.start, dated.end, recurring=True)


def _explained(main: str, points: list[Point]) -> bool:
    """A year without *năm* counts only where nothing but words of time stands around it (“2025”, “2026-2030”)."""
    if not any(p.bare for p in points):
        return True
    return not _words_besides(main, points)


def _words_besides(main: str, points: list[Point]) -> bool:
    rest = list(main)
    for point in points:
        rest[point.start : point.end] = " " * (point.end - point.start)
    left = wording.LATER_YEARS.sub(" ", "".join(rest))
    left = wording.RECURRING.sub(" ", wording.ONGOING.sub(" ", left))
    return bool(re.search(r"[^\W\d_]", _FILLER.sub(" ", left)))


def _dated(value: str, main: str, points: list[Point]) -> Deadline:
    senses = [sense_before(main, p.start) for p in points]
    if Sense.VAGUE in senses:
        return Deadline(value, DeadlineKind.UNCLEAR)
    if len(points) == 1:
        return _one(value, main, points[0], senses[0])
    between = [main[a.end : b.start] for a, b in zip(points, points[1:], strict=False)]
    if len(points) == 2 and _RANGE_LINK.match(between[0]):
        return _from_to(value, points[0], points[1], senses[1])
    same = len({p.unit for p in points}) == 1
    if same and points[0].unit is not TimeUnit.DAY and all(_LIST_LINK.match(link) for link in between):
        return _from_to(value, points[0], points[-1], senses[-1])
    return Deadline(value, DeadlineKind.UNCLEAR)


def _one(value: str, main: str, point: Point, sense: Sense) -> Deadline:
    assert point.first and point.last
    if sense is Sense.BEFORE:
        kind = DeadlineKind.BEFORE_DATE
        if wording.SUBMIT.search(main, 0, point.start):
            kind = DeadlineKind.SUBMIT_BEFORE_DATE
        return Deadline(value, kind, None, point.first - _DAY)
    if sense is Sense.AFTER:
        return Deadline(value, DeadlineKind.EVENT, condition=value)
    if sense is Sense.FROM:
        if point.unit is TimeUnit.YEAR and not point.several:
            return Deadline(value, DeadlineKind.YEAR_THEN_FOLLOWING_YEARS, point.first, None, recurring=True)
        if not point.several:
            return Deadline(value, DeadlineKind.ONGOING, point.first, None, recurring=True)
    start = None if sense is Sense.UP_TO else point.first
    return Deadline(value, _kind(point), start, point.last)


def _kind(point: Point) -> DeadlineKind:
    if not point.several:
        return _KIND_OF_UNIT[point.unit]
    return DeadlineKind.QUARTER_RANGE if point.unit is TimeUnit.QUARTER else DeadlineKind.PERIOD


def _from_to(value: str, first: Point, last: Point, sense: Sense) -> Deadline:
    assert first.first and last.first and last.last
    end = last.first - _DAY if sense is Sense.BEFORE else last.last
    if end < first.first:
        return Deadline(value, DeadlineKind.UNCLEAR)
    quarters = first.unit is last.unit is TimeUnit.QUARTER
    return Deadline(value, DeadlineKind.QUARTER_RANGE if quarters else DeadlineKind.PERIOD, first.first, end)
