"""Finds which lines of a document are its content: the body, and what is attached after the signature."""

import re
from collections.abc import Sequence

from minhbach.domain.reading.body.flow import row_cells
from minhbach.domain.reading.body.remembering import lowered
from minhbach.domain.reading.body.sections import is_capitals
from minhbach.domain.reading.source import Line

_ATTACHED = re.compile(
    r"^(?:phụ lục|phụ biểu|kế hoạch|danh mục|chương trình|đề án|bảng|biểu|quy chế|quy định|phương án|nội dung"
    r"|phân công|lộ trình|hướng dẫn|bảng phân công|nhiệm vụ|các nhiệm vụ|tiến độ|đề cương|mẫu|dự án)(?!\w)"
)
_ATTACHED_TO = re.compile(r"^\(?\s*(?:ban hành )?(?:kèm|đính kèm|gửi kèm) ?theo", re.IGNORECASE)
_APPENDIX = re.compile(
    r"^(?:phụ lục|phụ biểu|biểu mẫu|biểu số|mẫu số)(?: số)?[ .:]*(?:[ivx]+|\d+[a-z]?|[a-d])?[ .:)]*$"
)
_FOOT = re.compile(r"^[\W_]*nơi nhận\s*:?", re.IGNORECASE)
_TASK_HEADER = re.compile(r"chủ trì|phối hợp|thực hiện|thời gian|thời hạn|tiến độ")


def attached_from(lines: Sequence[Line], after: int) -> list[Line]:
    """Return the lines that are attached after the foot of the document, without feet of their own.

    :param after: index of the first line of the document's own foot.
    """
    found: list[Line] = []
    inside = False
    for line in lines[after:]:
        text = line.text.strip()
        if _FOOT.match(text):
            inside = False
        elif not inside and _begins_attachment(line):
            inside = True
        if inside:
            found.append(line)
    return found


def _begins_attachment(line: Line) -> bool:
    text = line.text.strip()
    cells = row_cells(line)
    if cells is not None:
        headed = [bool(_TASK_HEADER.search(lowered(cell.text))) for cell in cells if len(cell.text) < 60]
        return len(cells) >= 3 and sum(headed) >= 2
    low = lowered(text)
    if _ATTACHED_TO.match(text) or _APPENDIX.match(low):
        return True
    return (
        bool(_ATTACHED.match(low))
        and (is_capitals(text) or text.isupper() or line.heading is not None or line.bold)
        and not text.endswith((";", ","))
    )
