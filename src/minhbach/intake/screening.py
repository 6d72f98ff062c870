"""Looks a file through whole for a mark of secrecy: hidden sheets, heads of pages and comments too."""

from dataclasses import dataclass
from datetime import datetime

from minhbach.extraction.contracts import CannotRead
from minhbach.extraction.kinds import Kind, kind_of
from minhbach.extraction.screening.files import screen_bytes
from minhbach.extraction.tables.read import SECRET
from minhbach.foundation.contracts import FileInfected
from minhbach.foundation.files.looking import look_at

VIRUS = "virus"
TABLES_TOO = ("spreadsheet", "old_format")
AT_ONCE, QUICK_BYTES = (Kind.TEXT, Kind.HTML, Kind.PACKAGE), 2 * 1024 * 1024
# Kept as the machine's own sentence; pages in other languages go by the code.
MARKED = "Tệp có dấu “{mark}”, không được gửi qua đây. Tệp không được lưu."


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a file is not kept, as the reader of documents says it."""

    code: str
    sentence: str

    @property
    def is_secret(self) -> bool:
        """True if the file carries a mark of secrecy."""
        return self.code == SECRET


LOST = Problem("no_file", "Tệp chờ đọc không còn. Gửi lại tệp.")


def quick_problem(content: bytes) -> Problem | None:
    """Return why a file may not be sent, as far as that is seen at once: office files and texts are read whole.

    PDFs and pictures may be scans, which take seconds a page: the job reads them after the receipt.
    """
    try:
        kind = kind_of(content)
    except CannotRead as error:
        # Spreadsheets are read by another door; whatever nobody here can read is not kept.
        return None if error.code in TABLES_TOO else Problem(error.code, error.message)
    return _mark_in(content) if kind in AT_ONCE and len(content) <= QUICK_BYTES else None


def problem_with(content: bytes, *, now: datetime) -> Problem | None:
    """Return why a file may not be kept, or None. Reading a scan takes seconds a page.

    A picture without any text is fit.
    """
    try:
        look_at(content, now=now)
    except FileInfected as infected:
        return Problem(VIRUS, infected.sentence)
    return _mark_in(content)


def _mark_in(content: bytes) -> Problem | None:
    try:
        mark = screen_bytes(content).screening.secrecy
    except CannotRead as error:
        return None if error.code == "empty" else Problem(error.code, error.message)
    return Problem(SECRET, MARKED.format(mark=mark)) if mark else None
