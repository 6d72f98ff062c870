"""Looks files through for marks of secrecy before anything serves them, and reads their text and head."""

from datetime import datetime

from minhbach.domain.reading.results import Head, Problem
from minhbach.extraction.contracts import CannotRead
from minhbach.extraction.extract import extract_bytes
from minhbach.extraction.findings import read_at_once
from minhbach.extraction.screening.contracts import ScreenedFile
from minhbach.extraction.screening.files import screen_bytes
from minhbach.extraction.tables.read import SECRET, read_tables
from minhbach.foundation.contracts import FileInfected
from minhbach.foundation.files.looking import look_at

MARKED = "Văn bản có dấu “{mark}”, không được đưa vào hệ thống này. Tệp không được lưu."
VIRUS = "virus"
WITH_ASIDES, BOOKS = ("docx", "odt", "doc", "rtf"), ("xlsx", "xls", "ods")
LONGEST_TEXT = 2_000_000
"""Characters of a version's text that are kept; a longer file stays whole, its text is cut."""


class FileUnfit(Exception):
    """A file may not be kept, or cannot be read, so that nobody knows whether it may be."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.code)
        self.problem = problem

    @property
    def is_secret(self) -> bool:
        """True if the file carries a mark of secrecy."""
        return self.problem.code == SECRET


def text_of_fit(content: bytes, *, now: datetime) -> str:
    """Return what a file says, once its whole text is known to carry no mark: hidden sheets and heads of pages too.

    Reading a scan takes seconds a page. A picture without any text is fit, and says nothing.

    :raises FileUnfit: if it carries a mark of secrecy or a virus, or cannot be read.
    """
    try:
        look_at(content, now=now)
    except FileInfected as infected:
        raise FileUnfit(Problem(VIRUS, infected.sentence)) from infected
    try:
        screened = screen_bytes(content)
    except CannotRead as error:
        if error.code == "empty":
            return ""
        raise FileUnfit(Problem(error.code, error.message)) from error
    if mark := screened.screening.secrecy:
        raise FileUnfit(Problem(SECRET, MARKED.format(mark=mark)))
    return _seen(content, screened)[:LONGEST_TEXT]


def _seen(content: bytes, screened: ScreenedFile) -> str:
    """Return what a reader of the file sees: screening also reads comments, deleted words and hidden sheets."""
    try:
        if screened.format in WITH_ASIDES:
            return "\n".join(line.text for line in extract_bytes(content).source.lines)
        if screened.format in BOOKS:
            rows = (row for sheet in read_tables(content).sheets for row in sheet.rows)
            return "\n".join(" | ".join(cell.text for cell in row if cell.text) for row in rows)
    except CannotRead:
        # A workbook all of whose sheets are hidden shows nothing.
        return ""
    return screened.text


def head_of_fit(content: bytes, *, now: datetime) -> Head:
    """Return the head of a document that carries no mark; an empty one of what has none, as spreadsheets and pictures.

    :raises FileUnfit: as `text_of_fit`.
    """
    text_of_fit(content, now=now)
    try:
        head = read_at_once(extract_bytes(content).source).head
    except CannotRead:
        return Head()
    if head.secrecy:
        raise FileUnfit(Problem(SECRET, MARKED.format(mark=head.secrecy)))
    return head
