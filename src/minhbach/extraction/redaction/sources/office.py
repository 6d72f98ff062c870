"""What of an office file goes on the pages of its copy, and what is left out: all that no reader sees."""

import posixpath
import re
from collections.abc import Iterator
from typing import Any

from minhbach.extraction.contracts import CannotRead
from minhbach.extraction.office.asides import shown_asides
from minhbach.extraction.office.docx import main_part
from minhbach.extraction.office.package import Package
from minhbach.extraction.office.read import read_package
from minhbach.extraction.redaction.sources.flow import add_row, blocks_of, heading, paragraph
from minhbach.extraction.redaction.sources.sheets import seen_sheets

_PICTURES = re.compile(r"(?:^|/)(?:media|Pictures)/[^/]+$")
_SHOWABLE = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"II*\x00", b"MM\x00*")
_ASIDE = "Đầu trang, chân trang và cước chú"
_MOST_PICTURES = 50
_TOO_MANY = "Tệp có {count} hình, quá {most} hình. Hãy in tệp thành PDF rồi che tệp PDF."
_LEFT_OUT = (
    (re.compile(r"(?:^|/)(?:comments\w*|threadedComments?[/\w]*|people)\d*\.xml$", re.I), "nhận xét"),
    (re.compile(r"(?:^|/)(?:embeddings|Object \d+)/"), "tệp nhúng"),
    (re.compile(r"(?:^|/)customXml/item\d*\.xml$"), "dữ liệu XML kèm theo"),
    (re.compile(r"vbaProject|(?:^|/)Basic/"), "macro"),
    (re.compile(r"pivotCache/.*Definition\d*\.xml$"), "dữ liệu đệm của bảng tổng hợp"),
    (re.compile(r"externalLinks/externalLink\d*\.xml$"), "liên kết tới tệp khác"),
    (re.compile(r"^(?:docProps/|meta\.xml$|Thumbnails/)"), "thông tin về tệp"),
)
_TRACKED = re.compile(rb"<w:(?:del|moveFrom)[ >]|<text:deletion[ >]")
_VANISH = re.compile(rb"<w:vanish")


def office_blocks(data: bytes) -> tuple[str, list[dict[str, Any]], list[str]]:
    """Return the format, the blocks to be set, and what the copy does not have.

    :raises CannotRead: if the file is no text document or workbook, or cannot be opened within limits.
    """
    package = Package(data)
    try:
        file_format, lines = read_package(data)
    except CannotRead as refusal:
        if refusal.code != "spreadsheet":
            raise
        return _book(data, package)
    blocks = blocks_of(lines)
    asides = shown_asides(data)
    if asides:
        blocks += [paragraph(""), heading(_ASIDE), *map(paragraph, asides)]
    return file_format, blocks, list(left_out(package))


def pictures_of(data: bytes) -> list[bytes]:
    """Return the pictures that an office file shows, as far as they can be opened.

    :raises CannotRead: if there are too many.
    """
    package = Package(data)
    names = sorted(name for name in package.names if _PICTURES.search(name))
    if len(names) > _MOST_PICTURES:
        raise CannotRead("too_long", _TOO_MANY.format(count=len(names), most=_MOST_PICTURES))
    return [picture for name in names if (picture := package.read(name)).startswith(_SHOWABLE)]


def left_out(package: Package) -> Iterator[str]:
    """Yield what of an office file does not come into the copy, in words."""
    for pattern, what in _LEFT_OUT:
        count = sum(1 for name in package.names if pattern.search(name))
        if count:
            yield f"{what} ({count})"
    main = main_part(package) or ("content.xml" if "content.xml" in package.names else None)
    if main and main in package.names and main.endswith(".xml"):
        words = package.read(main)
        if _TRACKED.search(words):
            yield "chữ đã xóa trong chế độ theo dõi thay đổi"
        if _VANISH.search(words):
            yield "chữ ẩn"
    unseen = [n for n in package.names if _PICTURES.search(n) and posixpath.splitext(n)[1].lower() in (".emf", ".wmf")]
    if unseen:
        yield f"hình vẽ không mở được ({len(unseen)})"


def _book(data: bytes, package: Package) -> tuple[str, list[dict[str, Any]], list[str]]:
    sheets, hides = seen_sheets(data)
    blocks: list[dict[str, Any]] = []
    for sheet in sheets:
        blocks += [{"kind": "page", "text": ""}] if blocks else []
        blocks.append(heading(sheet.name))
        for row in sheet.rows:
            add_row(blocks, list(row))
    removed = list(left_out(package))
    return "ods" if "content.xml" in package.names else "xlsx", blocks, [*removed, *_HIDES] if hides else removed


_HIDES = ("trang tính, dòng hoặc cột ẩn",)
