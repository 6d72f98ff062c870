"""The door of extraction: one file in, its lines out, or a refusal that says why. Safe to call from several threads."""

import hashlib
import stat
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from minhbach.domain.reading.source import Line, SourceDocument
from minhbach.extraction import limits
from minhbach.extraction.contracts import CannotRead, Extraction
from minhbach.extraction.kinds import IMAGES, OLD_WORD, Kind, kind_of
from minhbach.extraction.old_word import modern
from minhbach.extraction.paged import take_image, take_pdf
from minhbach.extraction.sandbox.run import Folder, run
from minhbach.extraction.sandbox.wire import Taken, from_plain
from minhbach.extraction.text.decode import decode
from minhbach.extraction.text.plain import format_of, lines_of

Progress = Callable[[int, int], None]
_TOO_BIG = "Tệp quá lớn (hơn {most} MB). Hãy tách nhỏ rồi tải lại."
_NO_FILE = "Không mở được tệp: tệp không tồn tại, không phải tệp thường, hoặc không có quyền đọc."
_NO_TEXT = "Không tìm thấy chữ nào trong tệp."
_MOST_BYTES = {Kind.TEXT: limits.MAX_TEXT_BYTES, Kind.HTML: limits.MAX_HTML_BYTES}


def extract(path: Path, *, progress: Progress | None = None) -> Extraction:
    """Return the text of a file.

    :param progress: called with (pages read, pages in all) while scanned pages are read.
    :raises CannotRead: if the file cannot be opened, or gives no text; its `message` is for people, in Vietnamese.
    """
    return extract_bytes(file_bytes(path), progress=progress)


def file_bytes(path: Path) -> bytes:
    """Return what a file holds, at most one byte more than the limit.

    :raises CannotRead: if it cannot be opened, or is no ordinary file.
    """
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise CannotRead("no_file", _NO_FILE)
        with path.open("rb") as file:
            return file.read(limits.MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        raise CannotRead("no_file", _NO_FILE) from error


def extract_bytes(data: bytes, name: str = "", *, progress: Progress | None = None) -> Extraction:  # noqa: ARG001
    """Return the text of a file's bytes. The name is never believed; it may be given for the caller's convenience.

    :raises CannotRead: as `extract`.
    """
    digest = hashlib.sha256(data).hexdigest()
    format_known: str | None = None
    try:
        if len(data) > limits.MAX_BYTES:
            raise CannotRead("too_big", _TOO_BIG.format(most=limits.MAX_BYTES // limits.MB))
        kind = kind_of(data)
        format_known = None if kind in (Kind.TEXT, Kind.PACKAGE) else kind.value
        taken = _taken(data, kind, progress)
        if not any(line.text.strip() for line in taken.lines):
            # A cover sheet may say nothing but its stamp: that is what it says, and what it is refused for.
            stamped = enumerate(taken.marks.values(), start=1)
            taken = replace(taken, lines=tuple(Line(number, words.upper()) for number, words in stamped))
        if not taken.lines:
            raise CannotRead("empty", _NO_TEXT, file_format=taken.format)
    except CannotRead as refusal:
        raise refusal.about(file_format=format_known, sha256=digest) from refusal.__cause__
    ocr = bool(taken.scans)
    source = SourceDocument(taken.lines, ocr=ocr, pages=taken.pages, marks=taken.marks)
    return Extraction(source, taken.format, taken.pages, ocr, digest, taken.problems)


def _taken(data: bytes, kind: Kind, progress: Progress | None) -> Taken:
    most = _MOST_BYTES.get(kind, limits.MAX_BYTES)
    if len(data) > most:
        raise CannotRead("too_big", _TOO_BIG.format(most=most // limits.MB))
    if kind is Kind.TEXT and len(data) <= limits.IN_PROCESS_TEXT_BYTES:
        decoded = decode(data)
        return Taken(format_of(decoded.text), lines_of(decoded.text), problems=decoded.problems)
    if kind in OLD_WORD:
        with Folder(modern(data, kind.value)) as folder:
            return replace(from_plain(run("office", folder)), format=kind.value)
    with Folder(data) as folder:
        if kind is Kind.PDF:
            return take_pdf(folder, progress)
        if kind in IMAGES:
            return take_image(folder, kind.value, progress)
        task = {Kind.TEXT: "text", Kind.HTML: "html", Kind.PACKAGE: "office"}[kind]
        return from_plain(run(task, folder))
