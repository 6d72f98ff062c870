"""The door of screening for a file of any kind that is read here: its whole text, also what a reader does not see."""

import json
from bisect import bisect_right
from dataclasses import replace
from pathlib import Path
from typing import Any

from minhbach.domain.reading.source import Line
from minhbach.extraction import limits
from minhbach.extraction.contracts import DOUBTFUL_STAMP, CannotRead, Extraction
from minhbach.extraction.extract import Progress, extract_bytes, file_bytes
from minhbach.extraction.kinds import Kind, is_mail, kind_of
from minhbach.extraction.old_word import FORMATS as OLD_FORMATS
from minhbach.extraction.old_word import modern
from minhbach.extraction.sandbox.run import Folder, run
from minhbach.extraction.screening.beside import Beside, beside_of, members_beside
from minhbach.extraction.screening.contracts import Finding, ScreenedFile, Screening
from minhbach.extraction.screening.screen import screen_text
from minhbach.extraction.screening.sheet import as_text
from minhbach.extraction.tables.values import Workbook, from_plain
from minhbach.extraction.text.decode import decode
from minhbach.extraction.text.plain import format_of

_WITH_MORE = ("docx", "odt", "doc", "rtf", "pdf", "png", "jpg", "tif")
_BOOKS = ("spreadsheet", "old_format")
_IN_PROCESS_CHARACTERS = 200_000
_TOO_BIG = "Tệp quá lớn (hơn {most} MB). Hãy tách nhỏ rồi thử lại."
_STAMP = "trang {page}: dấu đóng máy không đọc chắc, có thể là dấu chỉ độ mật"
_EMPTY = "Không tìm thấy chữ nào trong tệp."


def screen_file(path: Path, *, progress: Progress | None = None) -> ScreenedFile:
    """Return a file's text and what was found in it.

    Spreadsheets give all sheets, hidden ones too, one row a line with " | " between cells; office files also their
    headers, footers, notes, comments, deleted words and properties, below the text; PDF and pictures likewise what no
    page shows. Files inside a file, of an archive or an e-mail, stand below it, each under its name.

    :param progress: called with (pages read, pages in all) while scanned pages are read.
    :raises CannotRead: if the file gives no text; its `message` is for people, in Vietnamese.
    """
    return screen_bytes(file_bytes(path), progress=progress)


def screen_bytes(data: bytes, *, progress: Progress | None = None) -> ScreenedFile:
    """Return the same for the bytes of a file; its name is never asked.

    :raises CannotRead: as `screen_file`.
    """
    return _screen(data, 0, progress)


def screen_extracted(found: Extraction, data: bytes) -> ScreenedFile:
    """Return the same for a file whose lines were taken already, so that no scan is read twice.

    :param data: the file that they were taken from; what stands beside its text is read too.
    :raises CannotRead: as `screen_file`.
    """
    return _screened_lines(found, data, 0)


def _screen(data: bytes, depth: int, progress: Progress | None = None) -> ScreenedFile:
    if len(data) <= limits.MAX_TEXT_BYTES and _is_text(data):
        decoded = decode(data)
        return _screened(format_of(decoded.text), None, decoded.text)
    try:
        found = extract_bytes(data, progress=progress)
    except CannotRead as refusal:
        return _other(data, depth, refusal)
    return _screened_lines(found, data, depth)


def _other(data: bytes, depth: int, refusal: CannotRead) -> ScreenedFile:
    """Screen what is no document by itself: a workbook, an e-mail, an archive, a picture that only its file describes.

    :raises CannotRead: `refusal`, where it is none of these.
    """
    if refusal.code == "archive" and (data.startswith(b"PK") or is_mail(data)):
        return _container(data, depth)
    if refusal.code == "empty" and refusal.format in ("pdf", "png", "jpg", "tif"):
        return _with_beside(refusal.format, None, "", beside_of(data, refusal.format, (), "", _screen, depth))
    book = _book(data) if refusal.code in _BOOKS else None
    if book is None:
        raise refusal
    text = "\n".join(_rows(book))
    beside = beside_of(data, book.format, (), text, _screen, depth) if data.startswith(b"PK") else Beside()
    return _with_beside(book.format, None, text, beside)


def _container(data: bytes, depth: int) -> ScreenedFile:
    with Folder(data) as folder:
        if data.startswith(b"PK"):
            file_format, heads, listed = "zip", "", run("redaction_archive", folder)
        else:
            letter = run("redaction_letter", folder)
            file_format, heads, listed = "eml", str(letter["heads"]), letter["members"]
        members = [(str(name), (folder.path / file).read_bytes()) for name, file in listed]
    return _with_beside(file_format, None, heads, members_beside(members, _screen, depth))


def _screened_lines(found: Extraction, data: bytes, depth: int) -> ScreenedFile:
    lines = found.source.lines
    text = "\n".join(_line(line) for line in lines)
    data = modern(data, found.format) if found.format in OLD_FORMATS else data
    beside = beside_of(data, found.format, lines, text, _screen, depth) if found.format in _WITH_MORE else Beside()
    screened = _with_beside(found.format, found.pages, text, beside, _page_starts(lines))
    doubts = tuple(_STAMP.format(page=one.page) for one in found.problems if one.code == DOUBTFUL_STAMP)
    return _with_stamps(replace(screened, unread=(*screened.unread, *doubts)), found.source.marks)


def _with_beside(
    file_format: str, pages: int | None, text: str, beside: Beside, starts: list[tuple[int, int]] | None = None
) -> ScreenedFile:
    """Screen a text with what stands beside it below, on no page; a mark in a file inside marks the whole."""
    whole = "\n".join([text, *beside.text])
    end = len(as_text(text)) if beside.text else None
    screened = _screened(file_format, pages, whole, starts, end)
    own = screened.screening
    secrecy = own.secrecy or next((m.screening.secrecy for m in beside.members if m.screening.secrecy), None)
    return replace(screened, screening=replace(own, secrecy=secrecy), unread=tuple(beside.unread))


def _is_text(data: bytes) -> bool:
    try:
        return kind_of(data[: limits.MAX_TEXT_BYTES]) is Kind.TEXT
    except CannotRead:
        return False


def _line(line: Line) -> str:
    """Return a line; a row keeps its empty cells, so that columns stay under their heads."""
    if not line.cells:
        return line.text
    return " | ".join("" if cell.merged else " ".join(cell.text.split()) for cell in line.cells)


def _page_starts(lines: tuple[Line, ...]) -> list[tuple[int, int]]:
    """Return from which offset on which page is read, where lines know their page."""
    starts: list[tuple[int, int]] = []
    at = 0
    for line in lines:
        if line.place is not None and (not starts or starts[-1][1] != line.place.page):
            starts.append((at, line.place.page))
        at += len(as_text(_line(line))) + 1
    return starts


def _book(data: bytes) -> Workbook | None:
    with Folder(data) as folder:
        try:
            return from_plain(run("whole_book", folder))
        except CannotRead as refusal:
            if refusal.code == "not_a_table":
                return None
            raise


def _rows(book: Workbook) -> list[str]:
    lines: list[str] = []
    for sheet in book.sheets:
        lines += ["", sheet.name] if len(book.sheets) > 1 else []
        lines += [" | ".join(" ".join(cell.text.split()) for cell in row) for row in sheet.rows]
    return lines


def _screened(
    file_format: str,
    pages: int | None,
    raw: str,
    starts: list[tuple[int, int]] | None = None,
    end: int | None = None,
) -> ScreenedFile:
    """Screen a text; findings have the page on which they start, up to the `end` of what stands on pages."""
    text = as_text(raw)
    if not text.strip():
        raise CannotRead("empty", _EMPTY, file_format=file_format)
    screening = screening_of(text)
    if starts:
        findings = (f if end is not None and f.start > end else _on_page(f, starts) for f in screening.findings)
        screening = replace(screening, findings=tuple(findings))
    return ScreenedFile(file_format, pages, text, screening)


def screening_of(text: str) -> Screening:
    """Return what is found in a text; a long one is looked through in a process of its own."""
    return screen_text(text) if len(text) <= _IN_PROCESS_CHARACTERS else _apart(text)


def _apart(text: str) -> Screening:
    with Folder(json.dumps(text).encode()) as folder:
        plain: dict[str, Any] = run("screening", folder)
    return Screening(plain["secrecy"], plain["urgency"], tuple(Finding(**finding) for finding in plain["findings"]))


def _on_page(finding: Finding, starts: list[tuple[int, int]]) -> Finding:
    at = bisect_right(starts, (finding.start, limits.MAX_PAGES)) - 1
    return replace(finding, page=starts[at][1]) if at >= 0 else finding


def _with_stamps(screened: ScreenedFile, stamps: dict[str, str]) -> ScreenedFile:
    """Return the same with what red stamps on scanned pages say, where the text says nothing."""
    own = screened.screening
    urgency = stamps.get("urgency")
    return replace(
        screened,
        screening=replace(own, secrecy=own.secrecy or stamps.get("secrecy"), urgency=own.urgency or urgency),
    )
