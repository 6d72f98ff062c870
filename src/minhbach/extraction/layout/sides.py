"""Tables that only set things side by side: the head (agency | nation) and the foot (recipients | signer).

Decree 30/2020 lays head and foot out in two columns, and Word users do it with a table without borders. Such a table
is no data: its left column is read to the end, then its right one.
"""

import re
from collections.abc import Sequence

from minhbach.domain.reading.source import Cell
from minhbach.domain.text import fold

_NATION = re.compile(r"cong hoa xa hoi chu nghia|doc lap\W+tu do\W+hanh phuc|dang cong san viet nam")
_NUMBER = re.compile(r"^\s*so\s*:", re.MULTILINE)
_FOOT = re.compile(
    r"^\W*noi nhan\b|^\W*(?:tm|kt|tl|tuq|q)\s*\.\s*\w|^\W*(?:nguoi lap|nguoi ky|xac nhan)\b", re.MULTILINE
)
_MOST_COLUMNS = 4
_MOST_ROWS = 12
_HEADINGS = re.compile(r"^(?:stt|tt|so tt|noi dung|ten nhiem vu|nhiem vu|thoi gian|co quan chu tri|don vi)\b")


def only_sets_side_by_side(rows: Sequence[Sequence[Cell]], *, ruled: bool) -> bool:
    """Say whether a table is the head or the foot of a document, or another layout in two columns.

    :param ruled: whether the table draws its lines; without them, two columns that hold no headings are layout.
    """
    columns = _used_columns(rows)
    if not rows or len(rows) > _MOST_ROWS or len(columns) > _MOST_COLUMNS:
        return False
    if len(columns) <= 1:
        return not ruled or len(rows) == 1
    if any(_HEADINGS.match(fold(cell.text).strip()) for cell in rows[0]):
        return False
    text = fold("\n".join(cell.text for row in rows for cell in row if not cell.merged))
    if _NATION.search(text) or _FOOT.search(text):
        return True
    return not ruled and (bool(_NUMBER.search(text)) or len(columns) == 2)


def read_by_column(rows: Sequence[Sequence[Cell]]) -> list[tuple[int, str]]:
    """Return the lines of a layout table, left column first, each with the index of its row."""
    lines = []
    for column in _used_columns(rows):
        for index, row in enumerate(rows):
            if column < len(row) and not row[column].merged:
                lines += [(index, line) for line in row[column].text.split("\n") if line.strip()]
    return lines


def _used_columns(rows: Sequence[Sequence[Cell]]) -> list[int]:
    """Return the columns that hold text: letterheads often have an empty column as a gap."""
    width = max((len(row) for row in rows), default=0)
    return [
        column
        for column in range(width)
        if any(column < len(row) and not row[column].merged and row[column].text.strip() for row in rows)
    ]
