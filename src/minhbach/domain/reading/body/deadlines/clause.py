"""Finds the limit that a sentence sets (“…, hoàn thành trước ngày 30/6/2026”) among the dates of other things."""

import datetime as dt
import re
from dataclasses import dataclass

from minhbach.domain.reading.body.deadlines import wording
from minhbach.domain.reading.body.deadlines.points import Point, TimeUnit, find_points
from minhbach.domain.reading.body.deadlines.value import read_deadline
from minhbach.domain.reading.body.deadlines.wording import Sense, sense_before
from minhbach.domain.reading.body.remembering import lowered
from minhbach.domain.reading.results import Deadline, DeadlineKind


@dataclass(frozen=True, slots=True)
class Found:
    """A limit and where its words stand in the sentence, from the word that introduces it to its end."""

    deadline: Deadline
    start: int
    end: int


_LEAD_IN = re.compile(
    r"(?:,? ?\(?(?:(?:và )?(?:phải )?(?:hoàn thành|hoàn tất|xong|thực hiện xong|kết thúc|báo cáo|gửi|nộp"
    r"|(?<!chương )(?<!quy )(?<!công )(?<!quá )trình)(?: xong)? |định kỳ |thời (?:gian|hạn)(?: thực hiện"
    r"| hoàn thành)?:? ?)?"
    r"(?:trước|chậm nhất|muộn nhất|trễ nhất|không (?:muộn|chậm|trễ|quá)(?: hơn)?|đến hết|đến|hết|hạn|trong và"
    r"|trong|vào|từ|kể từ|bắt đầu)"
    r"(?:,| hoặc trong| là| đến| vào| trong| trước| hết| cuối| ngày| thời gian)*[ :]*)$"
)
# Words before a date that make it the date of a paper, a law's force or a fact, not a limit.
_OTHER = re.compile(
    r"(?:hiệu lực(?: thi hành)?(?: kể)?|số [^ ]{1,30}|được tạo ra|phát sinh|(?<!học )(?<!tuyển )(?<!thí )(?<!vệ )sinh"
    r"|(?:được|đã) (?:thành lập|ký|ban hành)|đã có|xảy ra|tồn đọng|tiếp nhận từ"
    r"|(?:văn bản|hồ sơ|dự án|trường hợp|quyết định)(?: [^\W\d]+){0,5} (?:ban hành|tiếp nhận|phê duyệt|nộp|cấp))"
    r"\s*,?\s*(?:từ |vào |trước |trong |đến |kể từ )?(?:ngày )?$"
    # “Kế hoạch ngày 05/3/2026” has a date; “ban hành kế hoạch trước ngày 05/3/2026” has a limit.
    r"|(?:ký|ký ban hành|luật|nghị định|nghị quyết|thông tư|quyết định|kế hoạch|công văn|chỉ thị)"
    r"\s*,?\s*(?:từ |vào |kể từ )?(?:ngày )?$"
)
_EVERY_YEAR = re.compile(r"^\s*,?\s*(?:và \d{1,2}/\d{1,2} )?(?:của )?(?:" + wording.YEARLY + r"|các năm)")
_EVERY_YEAR_BEFORE = re.compile(
    r"(?:" + wording.YEARLY + r")[^.;]{0,90}\(?(?:trước|chậm nhất|vào|đến)(?: là| vào)*(?: ngày)?\s*$"
)
_RECURRENCE = re.compile(
    r"(?:định kỳ,? |vào |trước )*(?:ngày )?\d{1,2}(?: của)? (?:hằng|hàng|mỗi) tháng"
    r"|(?:ít nhất |tối thiểu )?(?<!\d)\d{1,4} (?:lần|đợt|cuộc|kỳ) ?/ ?(?:năm|quý|tháng|tuần)"
    r"|(?:^|[;,.] )(?:hằng|hàng|mỗi) (?:năm|quý|tháng|tuần)(?=,? )"
    r"|(?<!kế hoạch )(?<!chương trình )(?<!dự toán )(?<!chuyên mục )(?<!bản tin )(?<!giao ban )(?<!họp )(?:hằng|hàng) "
    r"(?:quý|tháng)(?!\w)"
    r"|(?:thực hiện|tổ chức|tiến hành|duy trì|cập nhật|báo cáo) (?:hằng|hàng) năm(?=[;,.]|$)"
    r"|định kỳ(?: vào)? (?:(?:hằng|hàng|mỗi) (?:năm|quý|tháng|tuần|ngày)|(?:0?6|sáu) tháng(?:,? (?:và )?(?:một "
    r"|hằng |hàng |01 )?năm)?"
    r"|0?[13] tháng|quý|tháng|năm|\d lần)"
    r"|(?:trước|vào|chậm nhất)(?: vào| là| ngày)* \d{1,2}(?: giờ)?(?: của)? (?:hằng |hàng |mỗi )(?:tháng|quý|ngày)"
    r"|trước ngày \d{1,2}(?: của)? tháng cuối (?:của )?(?:hằng |mỗi )?quý"
)
_FROM = re.compile(r"(?:[,;]? ?thời (?:gian|hạn)(?: thực hiện)?:? ?)?(?<!\w)(?:bắt đầu |kể )?từ(?: ngày| đầu)?\s*$")
_PART_LABEL = re.compile(r"^(?:thời (?:gian|hạn)|tiến độ)(?: (?:thực hiện|hoàn thành|trình))*\s*:?\s+", re.IGNORECASE)
_SENTENCE_END = re.compile(r"^\s*(?:$|[.;,)]|/\.|để |nhằm |theo |và )")
_LAST_BRACKETS = re.compile(r"\(([^()]{3,120})\)\s*[.;:,/]*\s*$")
_LONGEST_PART = 70
_FINAL_BRACKETS_OF = (DeadlineKind.UNCLEAR, DeadlineKind.NONE, DeadlineKind.DONE)


def find_deadline(sentence: str, plan_year: int | None = None, issued_on: dt.date | None = None) -> Found | None:
    """Return the limit that the sentence sets, or null.

    A date counts only where the words before it set a limit (*trước*, *chậm nhất*, *hoàn thành trong*, …) or where it
    stands alone in brackets at the end. A day that had passed when the document was issued is not a limit.
    """
    low = lowered(sentence)
    return _in_brackets(sentence, low, plan_year) or _in_words(sentence, low, plan_year, issued_on)


def find_recurrence(sentence: str) -> Deadline | None:
    """Return how often the sentence wants something (“định kỳ 6 tháng báo cáo …”), or null."""
    match = _RECURRENCE.search(lowered(sentence))
    if match is None:
        return None
    return Deadline(sentence[match.start() : match.end()].strip(" ,"), DeadlineKind.PERIODIC, recurring=True)


def find_among_parts(text: str, plan_year: int | None = None) -> Deadline | None:
    """Return the limit that one of the parts between semicolons is (“Sở Tư pháp chủ trì; tháng 12/2026”), or null."""
    for part in text.split(";"):
        words = _PART_LABEL.sub("", part.strip())
        if len(words) > _LONGEST_PART:
            continue
        deadline = read_deadline(words, plan_year)
        if deadline.kind not in (*_FINAL_BRACKETS_OF, DeadlineKind.EVENT):
            return deadline
    return None


def _in_brackets(sentence: str, low: str, plan_year: int | None) -> Found | None:
    brackets = _LAST_BRACKETS.search(sentence, max(0, len(sentence) - 130))
    if brackets is None or wording.EVENT.search(low, brackets.start(1), brackets.end(1)):
        return None
    points = find_points(low[brackets.start(1) : brackets.end(1)], plan_year)
    if not points and not re.match(r"(?:làm )?(?:thường xuyên|hằng năm|hàng năm|định kỳ)", low[brackets.start(1) :]):
        return None
    if re.search(r"\d/[\w-]*[^\W\d]|điều |khoản |số \d|luật |của ", low[brackets.start(1) : brackets.end(1)]):
        return None
    deadline = read_deadline(brackets[1], plan_year)
    if deadline.kind in _FINAL_BRACKETS_OF:
        return None
    return Found(deadline, brackets.start(), len(sentence))


def _in_words(sentence: str, low: str, plan_year: int | None, issued_on: dt.date | None) -> Found | None:
    points = find_points(low, plan_year)
    yearless = [bool(point.months) for point in find_points(low)] if plan_year else [bool(p.months) for p in points]
    for i, point in enumerate(points):
        if not _limits(low, point) or point.impossible:
            continue
        lead_in = _LEAD_IN.search(low, max(0, point.start - 60), point.start)
        start = lead_in.start() if lead_in else point.start
        if i and lead_in:
            start = _stretch_start(low, points[i - 1], start)
        found = _every_year(sentence, low, point, start, yearless=yearless[i]) or _once(sentence, low, points, i, start)
        passed = found and issued_on and found.deadline.end and found.deadline.end < issued_on
        if found and not passed:
            return found
    return None


def _stretch_start(low: str, first: Point, start: int) -> int:
    """Return where “từ 01/4/2026 đến 30/6/2026” begins, where the limit is the end of such a stretch; else `start`."""
    linked = first.end <= start and not low[first.end : start].strip(" ,")
    begun = _FROM.search(low, max(0, first.start - 60), first.start) if linked else None
    return begun.start() if begun else start


def _limits(low: str, point: Point) -> bool:
    before = low[max(0, point.start - 60) : point.start]
    if _OTHER.search(before):
        return False
    sense = sense_before(low, point.start)
    if sense is Sense.BEFORE:
        return True
    if sense is Sense.UP_TO:  # “từ nay đến năm 2030” is the span of a programme, “đến hết năm 2026” a limit
        return point.unit is TimeUnit.DAY or not re.search(r"(?:đến|tới)\s*(?:ngày )?$", before)
    if point.unit is TimeUnit.DAY:  # “gửi kết quả trong ngày 15/9/2026”
        return before.endswith("trong ") and low.startswith("ngày", point.start)
    if point.unit in (TimeUnit.MONTH, TimeUnit.QUARTER, TimeUnit.HALF, TimeUnit.YEAR) and not point.bare:
        inside = re.search(r"(?<!\w)(?:trong|vào|hoàn thành|xong)(?: trong| vào)?\s*$", before)
        return bool(inside and _SENTENCE_END.match(low[point.end : point.end + 12]))
    return False


def _every_year(sentence: str, low: str, point: Point, start: int, *, yearless: bool) -> Found | None:
    after = _EVERY_YEAR.match(low[point.end : point.end + 60])
    if yearless:
        after = after or re.match(r"^ và (?:ngày )?\d{1,2}/\d{1,2} " + wording.YEARLY, low[point.end : point.end + 50])
    if after:
        end = point.end + after.end()
        return Found(_periodic(sentence[start:end]), start, end)
    if yearless and _EVERY_YEAR_BEFORE.search(low, max(0, point.start - 140), point.start):
        return Found(_periodic(sentence[start : point.end]), start, point.end)
    return None


def _periodic(words: str) -> Deadline:
    return Deadline(words.strip(" ,;.("), DeadlineKind.PERIODIC, recurring=True)


def _once(sentence: str, low: str, points: list[Point], i: int, start: int) -> Found | None:
    point = points[i]
    end = point.end
    follows = i + 1 < len(points) and re.match(
        r"^ ?(?:-|–|đến|tới|và)(?: hết)? ?(?:ngày )?$", low[end : points[i + 1].start]
    )
    if follows:
        end = points[i + 1].end
    if point.first is None and not follows:
        return Found(Deadline(sentence[start:end].strip(" ,;("), DeadlineKind.UNCLEAR), start, end)
    words = sentence[start:end].strip(" ,;(")
    deadline = read_deadline(words, point.first.year if point.first else None)
    if deadline.kind is DeadlineKind.BEFORE_DATE and wording.SUBMIT.search(low[max(0, start - 120) : start]):
        deadline = Deadline(words, DeadlineKind.SUBMIT_BEFORE_DATE, deadline.start, deadline.end)
    return Found(deadline, start, end)
