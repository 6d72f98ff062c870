"""What a file is, found from its first bytes and never from its name."""

import re
from enum import StrEnum

from minhbach.extraction.contracts import CannotRead
from minhbach.extraction.office.compound import ENCRYPTED, SIGNATURE, WORD, is_encrypted_word, top_streams


class Kind(StrEnum):
    """What to take a file apart with. An office package is told apart (docx, odt) once it is open."""

    TEXT = "text"
    HTML = "html"
    PACKAGE = "package"
    PDF = "pdf"
    PNG = "png"
    JPG = "jpg"
    TIF = "tif"
    DOC = "doc"
    RTF = "rtf"


OLD_WORD = frozenset({Kind.DOC, Kind.RTF})
IMAGES = frozenset({Kind.PNG, Kind.JPG, Kind.TIF})
_SIGNATURES = (
    (b"\x89PNG\r\n\x1a\n", Kind.PNG),
    (b"\xff\xd8\xff", Kind.JPG),
    (b"II*\x00", Kind.TIF),
    (b"MM\x00*", Kind.TIF),
    (b"PK\x03\x04", Kind.PACKAGE),
    (b"PK\x05\x06", Kind.PACKAGE),
    (b"{\\rtf", Kind.RTF),
)
_OLD = "Đây là tệp Office đời cũ. Hãy mở bằng Word, Excel hoặc LibreOffice, lưu thành .docx, .xlsx rồi tải lại."
_ENCRYPTED = "Tệp được đặt mật khẩu nên không đọc được. Hãy bỏ mật khẩu rồi tải lại."
_ARCHIVE = "Đây là tệp nén, không phải văn bản. Hãy giải nén rồi tải từng văn bản."
_IMAGE = "Loại ảnh này chưa đọc được. Hãy lưu ảnh thành PNG, JPG hoặc TIFF rồi tải lại."
_PRINT_FILE = "Đây là tệp in PostScript. Hãy lưu thành PDF rồi tải lại."
_MAIL = "Đây là thư điện tử được lưu lại. Hãy lưu riêng nội dung hoặc từng tệp đính kèm rồi tải lại."
_PROGRAM = "Đây là tệp chương trình, không phải văn bản."
_REFUSED = (
    (b"7z\xbc\xaf\x27\x1c", "archive", _ARCHIVE),
    (b"Rar!", "archive", _ARCHIVE),
    (b"\x1f\x8b", "archive", _ARCHIVE),
    (b"BZh", "archive", _ARCHIVE),
    (b"\xfd7zXZ\x00", "archive", _ARCHIVE),
    (b"\x28\xb5\x2f\xfd", "archive", _ARCHIVE),
    (b"GIF8", "image_format", _IMAGE),
    (b"RIFF", "image_format", _IMAGE),
    (b"8BPS", "image_format", _IMAGE),
    (b"%!PS", "image_format", _PRINT_FILE),
    (b"\x7fELF", "program", _PROGRAM),
    (b"MZ\x90", "program", _PROGRAM),
)
_PDF_SEARCH = 1024
_HEAD = 8192
_MAIL_HEAD_BYTES = 1 << 20  # servers on the way write many lines above the sender's own, and a hostile one is long
_SVG = re.compile(rb"^[\xef\xbb\xbf\s]*(?:<[?!][^>]*>\s*)*<svg[\s>]")
_MAIL_HEAD = re.compile(rb"\A(?:[!-9;-~]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*?MIME-Version:[^\n]*\n", re.IGNORECASE)


def kind_of(data: bytes) -> Kind:
    """Return what the bytes are; text is what is nothing else, and decoding decides whether it is text at all.

    :raises CannotRead: if the bytes are empty or of a kind that is recognised and not read.
    """
    if not data.strip(b"\x00 \t\r\n\x0c\xef\xbb\xbf"):
        raise CannotRead("empty", "Tệp trống, không có nội dung.")
    for signature, kind in _SIGNATURES:
        if data.startswith(signature):
            return kind
    if b"%PDF-" in data[:_PDF_SEARCH]:
        return Kind.PDF
    if data.startswith(SIGNATURE):
        return _old_office(data)
    _refuse_known(data)
    return Kind.HTML if _looks_like_html(data) else Kind.TEXT


def is_mail(data: bytes) -> bool:
    """Say whether this is an e-mail that a program saved."""
    return _MAIL_HEAD.search(data[:_MAIL_HEAD_BYTES]) is not None


def _old_office(data: bytes) -> Kind:
    """Tell a Word file from what else has the shell of old Office files."""
    streams = top_streams(data)
    if ENCRYPTED in streams or ENCRYPTED.encode("utf-16-le") in data:
        raise CannotRead("encrypted", _ENCRYPTED)
    if WORD not in streams:
        raise CannotRead("old_format", _OLD)
    if is_encrypted_word(data, streams[WORD]):
        raise CannotRead("encrypted", _ENCRYPTED)
    return Kind.DOC


def _refuse_known(data: bytes) -> None:
    for signature, code, message in _REFUSED:
        if data.startswith(signature):
            raise CannotRead(code, message)
    if data[4:12] in (b"ftypheic", b"ftypheix", b"ftypmif1", b"ftypavif"):
        raise CannotRead("image_format", _IMAGE)
    if data.startswith(b"BM") and data[6:10] == bytes(4):
        raise CannotRead("image_format", _IMAGE)
    # Both would pass for text, whose words are then looked for in vain: drawn as shapes, or packed as letters.
    if _SVG.search(data[:_HEAD]):
        raise CannotRead("image_format", _IMAGE)
    if is_mail(data):
        raise CannotRead("archive", _MAIL)


def _looks_like_html(data: bytes) -> bool:
    """Say whether this is a web page: it says so at its start, or block elements are closed several times."""
    start = data[:4096].replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").lower()
    if start.startswith((b"<!doctype html", b"<html", b"<head", b"<body")):
        return True
    if start.startswith(b"<?xml") and b"<html" in start:
        return True
    sample = data[:200_000].lower()
    closings = sum(sample.count(tag) for tag in (b"</p>", b"</div>", b"</td>", b"</li>", b"</h1>", b"</h2>"))
    return closings >= 4 and start.startswith(b"<")
