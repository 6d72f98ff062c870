"""Tables in a text: which lines are rows, what their columns hold, as their heads or their content say."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from minhbach.extraction.screening.sheet import Sheet

_RULE = re.compile(r"[\s|:+=_-]*[-=_]{3,}[\s|:+=_-]*$")
_WIDE = re.compile(r" {3,}|\t+")
_MOST_HEAD_ROWS = 4
_LONGEST_HEAD = 90
_MOST_BLANK = 1
# In this order: the first that fits the head of a column names it.
_HEADS = (
    ("EMAIL", r"e-?mail|thu dien tu"),
    ("BHYT", r"bhyt|bao hiem y te|^ma the$|so the$|ma the bh"),
    ("BHXH", r"bhxh|bao hiem xa hoi"),
    ("MST", r"\bmst\b|ma so thue|ma so (?:doanh nghiep|dn)|msdn"),
    ("BANK", r"tai khoan|\bstk\b|so tk\b|account"),
    ("PASSPORT", r"ho chieu|passport"),
    ("IDENTITY", r"cccd|can cuoc|dinh danh|cmnd|chung minh|cmt\b|giay to tuy than|so dinh danh"),
    ("PHONE", r"dien thoai|\bs?[dđ]t\b|\bsdt\b|di dong|phone|\btel\b|lien he|zalo"),
    ("PLATE", r"bien (?:so|kiem soat)|\bbks\b|\bbsx\b"),
    ("LAND", r"thua|to ban do|\bgcn|giay chung nhan|so do"),
    ("DOB", r"ngay,? (?:thang,? nam )?sinh|ngay thang nam sinh|sinh ngay|nam sinh|\bns\b|date of birth|dob"),
    ("POSITION", r"chuc (?:vu|danh)|vi tri (?:viec lam|cong tac)|nhiem vu"),
    ("HAMLET", r"^(?:thon|ap|ban|xom|buon|to|khu pho|khom|to dan pho|tdp)(?:[ ,/-]+(?:thon|ap|ban|xom|buon|to|khu "
        r"pho|khom|"
     r"to dan pho|tdp|khu))*$"),
    ("ADDRESS", r"dia chi|noi (?:cu tru|o|thuong tru|dang ky|tam tru|sinh song)|thuong tru|tam tru|cho o|hktt|ho khau|"
     r"que quan|nguyen quan|noi sinh|dia ban cu tru"),
    ("NAME", r"ho,? (?:va )?(?:chu dem,? )?(?:va )?ten|ho ten|ten chu|chu ho|ho dan|ten (?:nguoi|doi tuong|hoc sinh|"
        r"sinh vien|ho)|"
     r"^(?:nguoi|chu) |nguoi (?:huong|nhan|nop|su dung|lao dong|khuyet tat|phu thuoc|dai dien)|benh nhan|hoc sinh|^ho$|"
     r"^ten$|^ho dem$|ho va dem|ong ?[(/] ?ba|than nhan|cha me|^(?:cha|me|bo|vo|chong)$|full ?name|doi tuong$|quan he|"
     r"ten (?:benh nhan|cong dan|thi sinh|khach)|ho gia dinh"),
    ("BODY", r"don vi|co quan|phong|ban$|to chuc|bo phan"),
)  # fmt: skip
_HEADS_READ = tuple((role, re.compile(pattern)) for role, pattern in _HEADS)


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell, trimmed: its place, and what its column holds (a role, or "")."""

    start: int
    end: int
    role: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One row below the head of its table. `headed` says whether the table has a head that names columns."""

    line: int
    cells: tuple[Cell, ...]
    headed: bool

    @property
    def roles(self) -> frozenset[str]:
        """What the columns of this table hold."""
        return frozenset(cell.role for cell in self.cells) - {""}


@dataclass(slots=True)
class Rows:
    """All rows of a text by line."""

    by_line: dict[int, Row] = field(default_factory=dict)
    heads: set[int] = field(default_factory=set)

    def cell_at(self, line: int, place: int) -> Cell | None:
        """Return the cell of a row in which a place stands."""
        row = self.by_line.get(line)
        if row is None:
            return None
        at = bisect_right(row.cells, place, key=lambda cell: cell.start) - 1
        return row.cells[at] if at >= 0 and place < row.cells[at].end else None


def find_rows(sheet: Sheet) -> Rows:
    """Return the rows of all tables: cells parted by bars, tabs, wide gaps, or in a run of lines by semicolons."""
    found = Rows()
    for table in _tables(sheet):
        roles, heads = _roles(sheet, table)
        found.heads.update(line for line, _ in table[:heads])
        for line, cells in table[heads:]:
            named = tuple(Cell(s, e, roles.get(i, "")) for i, (s, e) in enumerate(cells))
            found.by_line[line] = Row(line, named, bool(roles))
    return found


_Table = list[tuple[int, list[tuple[int, int]]]]


def _tables(sheet: Sheet) -> Iterator[_Table]:
    table: _Table = []
    blank, last, framed = 0, "", False
    for line in range(len(sheet.starts)):
        start, end = sheet.span(line)
        raw = sheet.plain[start:end]
        if _RULE.match(raw):
            continue
        mark = _mark(raw)
        framed = raw.lstrip().startswith("|") if not table else framed
        cells = _cells(raw, start, mark, framed=framed) if mark else []
        if len(cells) >= 2:
            if last and mark != last and table:
                yield table
                table = []
            table.append((line, cells))
            blank, last = 0, mark
        elif not raw.strip() and blank < _MOST_BLANK:
            blank += 1
        else:
            if table:
                yield table
            table, blank, last = [], 0, ""
    if table:
        yield table


def _mark(raw: str) -> str:
    """Return what parts the cells of a line, or "" for running text."""
    if "|" in raw:
        return "|"
    if "\t" in raw.strip():
        return "\t"
    if "   " in raw.strip() and len(_WIDE.findall(raw.strip())) >= 2:
        return " "
    if raw.count(";") >= 3 and len(raw) < 400:
        return ";"
    return "," if raw.count(",") >= 4 and not re.search(r", ", raw) else ""


def _cells(raw: str, start: int, mark: str, *, framed: bool) -> list[tuple[int, int]]:
    cells: list[tuple[int, int]] = []
    at = 0
    body = raw.rstrip()
    if mark == "|" and framed and body.lstrip().startswith("|"):
        at = body.index("|") + 1
        body = body[:-1] if body.endswith("|") and len(body) > at else body
    pieces = re.finditer(r" {3,}|\t+", body) if mark == " " else re.finditer(re.escape(mark), body)
    for sign in pieces:
        if sign.start() < at:
            continue
        cells.append(_trimmed(body, at, sign.start(), start))
        at = sign.end()
    cells.append(_trimmed(body, at, len(body), start))
    if mark == " " and cells[0][0] == cells[0][1]:
        cells = cells[1:]
    return cells


def _trimmed(body: str, at: int, end: int, start: int) -> tuple[int, int]:
    piece = body[at:end]
    left = len(piece) - len(piece.lstrip(' "*'))
    right = len(piece.rstrip(' "*'))
    return start + at + min(left, right), start + at + right


def _roles(sheet: Sheet, table: _Table) -> tuple[dict[int, str], int]:
    """Return what each column holds, as the rows at the top say, and how many of these there are."""
    roles: dict[int, str] = {}
    heads = 0
    for _, cells in table[:_MOST_HEAD_ROWS]:
        texts = [sheet.plain[s:e] for s, e in cells]
        if any(len(text) > _LONGEST_HEAD for text in texts) or any(re.search(r"\d{3}", text) for text in texts):
            break
        named = {i: role for i, text in enumerate(texts) if (role := role_of(text))}
        if heads and not texts[0] and "DOB" in roles.values():
            named |= {i: "DOB" for i, text in enumerate(texts) if text in ("nam", "nu")}
        counted = sum(bool(re.fullmatch(r"\(?[\da-z]{1,2}\)?|", text)) for text in texts) == len(texts)
        if (not named and not (heads and counted)) or (heads and texts[0].isdigit() and not counted):
            break
        if len(named) == 1 and heads == 0 and len(cells) > 2 and "stt" not in texts and "tt" not in texts:
            break
        if heads and len(cells) < len(table[0][1]):
            break
        for i, role in named.items():
            roles.setdefault(i, role)
        heads += 1
    return roles, heads


def role_of(head: str) -> str:
    """Return what a column is said to hold by its head, in comparable form."""
    head = " ".join(head.split()).strip(" .:*()")
    return next((role for role, pattern in _HEADS_READ if pattern.search(head)), "") if head else ""
