"""Tells to whom a text wants a report, a result or a difficulty sent."""

import re

from minhbach.domain.reading.body.bodies import read_bodies
from minhbach.domain.reading.body.names import starts_body
from minhbach.domain.reading.body.remembering import lowered, remembered

_SENDING = re.compile(r"(?<!\w)(?:báo cáo|gửi|nộp|phản ánh|phản hồi|trình|tham mưu|tổng hợp)(?!\w)")
_TO = re.compile(r"(?<!\w)(?:về|cho|lên|tới|đến|qua)\s+(?=\S)")
_REPORTED = re.compile(r"(?<!\w)(?:báo cáo|trình|gửi)\s+(?=\S)")
_END = re.compile(
    r"\s\(?(?:để|trước|chậm|qua|theo|kết quả|xem xét|tổng hợp|định kỳ|tình hình|ban hành|phê duyệt|quyết định"
    r"|những|khi|nếu|trong|bằng|tại|việc|và các nội dung)(?!\w)|[.;()]"
)


@remembered
def reported_to(text: str) -> tuple[str, ...]:
    """Return the bodies to which the text wants something sent, in order, as written."""
    low = lowered(text)
    places = [
        match.end() for match in _TO.finditer(low) if _SENDING.search(low, max(0, match.start() - 120), match.start())
    ]
    places += [match.end() for match in _REPORTED.finditer(low)]
    found: list[str] = []
    for place in sorted(set(places)):
        window = text[place : place + 160]
        if not starts_body(window):
            continue
        end = _END.search(window)
        found.extend(read_bodies(window[: end.start()] if end else window, sentence=True))
    return tuple(dict.fromkeys(name for name in found if starts_body(name)))
