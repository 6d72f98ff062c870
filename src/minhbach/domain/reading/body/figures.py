"""Reads which figures a document wants kept: “thống kê số liệu … theo từng năm (bao gồm …)”."""

import re

from minhbach.domain.reading.body.remembering import lowered
from minhbach.domain.reading.results import StatisticField

_KEEPING = re.compile(r"(?<!\w)(?:thống kê|số liệu)(?!\w)")
_LIST = re.compile(
    r"(?:\((?:bao gồm|gồm|cụ thể|như)(?: các)?:?\s+|(?:,|\s)(?:bao gồm|gồm)(?: các số liệu| các nội dung)?:\s+)(?=\S)"
)
_END = re.compile(r"\)|\.(?:\s|$)|\./")
_FIGURE = r"(?:tổng số|số|loại|chi phí|tỷ lệ|tỉ lệ|lý do|kết quả|thời gian|hình thức|nội dung|mức|danh mục)(?!\w)"
_PARTED = re.compile(rf"(?:,|;)\s+(?:và )?|\s+và\s+(?={_FIGURE})")
_PERIOD = re.compile(
    r"(?:theo )?(?:từng|hằng|hàng|mỗi) (?:năm|quý|tháng|6 tháng|tuần)|định kỳ (?:6 tháng|hằng năm|hàng năm"
    r"|hằng quý|hàng quý)[^,.;()]{0,20}|(?:6|06) tháng(?:, (?:một )?năm)?"
)


def read_figures(text: str) -> list[StatisticField]:
    """Return the figures that a paragraph wants kept, numbered from 1; none where it lists none."""
    low = lowered(text)
    for match in _LIST.finditer(low):
        before = low[max(0, match.start() - 260) : match.start()]
        if not _KEEPING.search(before):
            continue
        end = _END.search(low, match.end())
        words = text[match.end() : end.start() if end else len(text)]
        period = _PERIOD.search(before)
        named = text[max(0, match.start() - 260) :][period.start() : period.end()] if period else None
        return [StatisticField(i, item, named) for i, item in enumerate(_items(words), start=1)]
    return []


def _items(words: str) -> list[str]:
    low = lowered(words)
    items, begin = [], 0
    for match in _PARTED.finditer(low):
        items.append(words[begin : match.start()])
        begin = match.end()
    items.append(words[begin:])
    cleaned = [item.strip(" .,;:…") for item in items]
    return [item for item in cleaned if item and re.search(r"\w{2}", item)]
