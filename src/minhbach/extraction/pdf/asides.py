"""What a PDF holds beside the text of its pages: notes, fields, titles, bookmarks, links, scripts, attached files."""

import io
import re
from collections.abc import Iterator, Sequence
from typing import Any

import pikepdf

from minhbach.extraction import limits
from minhbach.extraction.contracts import CannotRead
from minhbach.extraction.layout.lines import rows_of
from minhbach.extraction.pdf.open import open_pdf
from minhbach.extraction.pdf.words import words_of
from minhbach.extraction.text.characters import one_line

_TOLD = ("/Contents", "/RC", "/V", "/DV", "/TU", "/ActualText", "/Alt", "/E", "/JS", "/URI", "/Subject", "/Title")
_INFORMATION = ("/Title", "/Subject", "/Keywords", "/Author")
_TAG = re.compile(r"<[^>]{0,500}>")
_XMP_TEXT = re.compile(rb"<(?:rdf:li|dc:\w+|pdf:Keywords)[^>]*>([^<]{2,2000})<")
_MOST_OBJECTS = 200_000
_MOST_FILES = 50
_LONGEST = 20_000
_MORE_THAN_A_NAME = re.compile(r"[@\d]")
_BROKEN = "Tệp PDF hỏng hoặc không đầy đủ nên không mở được. Hãy lưu lại tệp rồi thử lại."
_TOO_MANY = "Tệp PDF có quá nhiều tệp đính kèm nên không rà soát được. Hãy bỏ bớt tệp đính kèm rồi thử lại."


def asides_of(data: bytes) -> tuple[list[str], list[tuple[str, bytes]]]:
    """Return the lines of all that, and the attached files with their names.

    :raises CannotRead: if the file is damaged, or too many files are attached.
    """
    try:
        with pikepdf.open(io.BytesIO(data), suppress_warnings=True) as pdf:
            lines = [*_information(pdf), *_told(pdf)]
            files = list(_attached(pdf))
    except (pikepdf.PdfError, ValueError, TypeError, KeyError, RecursionError) as error:
        raise CannotRead("broken", _BROKEN) from error
    return list(dict.fromkeys(line for line in lines if line))[: limits.MAX_LINES], files


def layer_lines(data: bytes, pages: Sequence[int]) -> list[str]:
    """Return the lines of the text layers of some pages (from 1), which are read from their image otherwise."""
    document = open_pdf(data)
    found: list[str] = []
    for number in pages:
        page = document[number - 1]
        words, _ = words_of(page)
        page.close()
        found += (" ".join(word.text for piece in row for word in piece.words) for row in rows_of(words))
    return found


def _information(pdf: pikepdf.Pdf) -> Iterator[str]:
    about = pdf.trailer.get("/Info")
    if isinstance(about, pikepdf.Dictionary):
        for key in _INFORMATION:
            text = _text(about.get(key))
            # Who wrote a file is an officer's name in nearly every file: it counts where it says more than a name.
            if key != "/Author" or _MORE_THAN_A_NAME.search(text):
                yield text
    packet = pdf.Root.get("/Metadata")
    if isinstance(packet, pikepdf.Stream):
        for told in _XMP_TEXT.findall(packet.read_bytes()[: limits.MB]):
            text = one_line(told.decode("utf-8", "replace"))
            if " " in text or _MORE_THAN_A_NAME.search(text):
                yield text


def _told(pdf: pikepdf.Pdf) -> Iterator[str]:
    """Yield what notes, fields, scripts, links, bookmarks and the tree for screen readers say."""
    for number, item in enumerate(pdf.objects):
        if number > _MOST_OBJECTS:
            raise CannotRead("too_big", _TOO_MANY)
        yield from _told_by(item, 0)


def _told_by(item: Any, depth: int) -> Iterator[str]:
    if depth > 8 or not isinstance(item, pikepdf.Dictionary | pikepdf.Stream | pikepdf.Array):
        return
    if isinstance(item, pikepdf.Array):
        for one in item:
            if not getattr(one, "is_indirect", False):
                yield from _told_by(one, depth + 1)
        return
    for key, value in item.items():
        if key in _TOLD:
            yield _text(value)
        elif not getattr(value, "is_indirect", False):
            yield from _told_by(value, depth + 1)


def _text(value: Any) -> str:
    if isinstance(value, pikepdf.String):
        return one_line(_TAG.sub(" ", str(value)[:_LONGEST]))
    return ""


def _attached(pdf: pikepdf.Pdf) -> Iterator[tuple[str, bytes]]:
    """Yield every embedded file, from the list of the document or from notes on its pages."""
    names: dict[tuple[int, int], str] = {}
    streams: dict[tuple[int, int], pikepdf.Stream] = {}
    for item in pdf.objects:
        files = item.get("/EF") if isinstance(item, pikepdf.Dictionary) else None
        if isinstance(files, pikepdf.Dictionary):
            name = _text(item.get("/UF")) or _text(item.get("/F"))
            found = [stream for stream in files.values() if isinstance(stream, pikepdf.Stream)]
            names |= {stream.objgen: name for stream in found}
            streams |= {stream.objgen: stream for stream in found}
        elif isinstance(item, pikepdf.Stream) and str(item.get("/Type", "")) == "/EmbeddedFile":
            streams[item.objgen] = item
    if len(streams) > _MOST_FILES:
        raise CannotRead("too_big", _TOO_MANY)
    for place, stream in streams.items():
        yield names.get(place) or "tệp đính kèm", stream.read_bytes()
