"""Reads files for a mark of secrecy before anything serves them."""

from dataclasses import dataclass

from minhbach.domain.reading.results import Head, Problem
from minhbach.extraction.contracts import CannotRead
from minhbach.extraction.extract import extract_bytes
from minhbach.extraction.findings import read_at_once
from minhbach.extraction.tables.read import SECRET, read_tables
from minhbach.extraction.tables.values import Workbook

MARKED = "Văn bản có dấu “{mark}”, không được đưa vào hệ thống này. Tệp không được lưu."
TABLES_TOO = ("spreadsheet", "old_format")
"""How the reader of documents refuses what the reader of spreadsheets may still read."""
LONGEST_TEXT = 2_000_000
"""Characters of a version's text that are kept; a longer file stays whole, its text is cut."""


@dataclass(frozen=True, slots=True)
class FileRead:
    """What a file says. `head` is None for spreadsheets and pictures, which have none."""

    text: str
    head: Head | None


class FileUnfit(Exception):
    """A file may not be kept, or cannot be read, so that nobody knows whether it may be."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.code)
        self.problem = problem

    @property
    def is_secret(self) -> bool:
        """True if the file carries a mark of secrecy."""
        return self.problem.code == SECRET


def read_file(content: bytes) -> FileRead:
    """Read a file in a process with limits. Reading a scan takes seconds a page.

    A picture without any text is fit, and so is a spreadsheet.

    :raises FileUnfit: if it carries a mark of secrecy, or cannot be read.
    """
    try:
        source = extract_bytes(content).source
        head = read_at_once(source).head
    except CannotRead as error:
        if error.code == "empty":
            return FileRead("", None)
        if error.code in TABLES_TOO:
            return _read_tables(content)
        raise FileUnfit(Problem(error.code, error.message)) from error
    if head.secrecy:
        raise FileUnfit(Problem(SECRET, MARKED.format(mark=head.secrecy)))
    return FileRead("\n".join(line.text for line in source.lines)[:LONGEST_TEXT], head)


def _read_tables(content: bytes) -> FileRead:
    try:
        book = read_tables(content)
    except CannotRead as error:
        if error.code == "empty":
            return FileRead("", None)
        raise FileUnfit(Problem(error.code, error.message)) from error
    return FileRead(_in_lines(book)[:LONGEST_TEXT], None)


def _in_lines(book: Workbook) -> str:
    rows = (row for sheet in book.sheets for row in sheet.rows)
    return "\n".join(" | ".join(cell.text for cell in row if cell.text) for row in rows)
