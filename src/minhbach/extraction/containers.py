"""Archives and e-mails taken apart: every member is handled, or the whole is refused."""

import email
import email.policy
import io
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator
from email.message import EmailMessage, Message, MIMEPart
from pathlib import PurePosixPath

from minhbach.extraction import limits
from minhbach.extraction.contracts import CannotRead

MAX_MEMBERS = 200
MAX_MEMBER_BYTES = 100 * limits.MB
MAX_HEADER_CHARACTERS = 20_000  # some hundred recipients; set on pages a longer one would fill a book
_JUNK = ("__MACOSX", ".DS_Store", "Thumbs.db", "desktop.ini")
_HEADERS = (("From", "Từ"), ("To", "Đến"), ("Cc", "Đồng gửi"), ("Date", "Ngày"), ("Subject", "Tiêu đề"))
_BROKEN = "Tệp nén hỏng hoặc không đầy đủ nên không mở được. Hãy nén lại rồi thử lại."
_ENCRYPTED = "Tệp nén được đặt mật khẩu nên không mở được. Hãy bỏ mật khẩu rồi thử lại."
_TOO_MANY = "Tệp nén có quá nhiều tệp hoặc quá nhiều dữ liệu nên không được mở. Hãy gửi riêng từng tệp."
_LINK = "Tệp nén chứa liên kết tới tệp khác nên không được mở."
_LONG_HEAD = "Phần đầu của thư (người gửi, người nhận, tiêu đề) quá dài nên không được mở."
_EMPTY = "Tệp nén hoặc thư không có nội dung nào."
_ENCRYPTED_FLAG, _UNIX = 0x1, 3
_ERRORS = (zipfile.BadZipFile, zlib.error, ValueError, OSError, EOFError, struct.error, NotImplementedError, KeyError)


def members_of(data: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield the name and the bytes of every file in a ZIP; a name is only words, never a place.

    :raises CannotRead: if it is encrypted or damaged, holds links, or holds too much.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = [e for e in archive.infolist() if not e.is_dir() and not _is_junk(e.filename)]
            _refuse(entries)
            for entry in entries:
                yield plain_name(entry.filename), _unpacked(archive, entry)
    except RuntimeError as error:
        raise CannotRead("encrypted", _ENCRYPTED) from error
    except _ERRORS as error:
        raise CannotRead("broken", _BROKEN) from error


def plain_name(name: str) -> str:
    """Return the last part of a name without signs that no page shows."""
    last = PurePosixPath(name.replace("\\", "/")).name or "?"
    return "".join(c for c in last if c.isprintable())[:150]


def _refuse(entries: list[zipfile.ZipInfo]) -> None:
    if not entries:
        raise CannotRead("empty", _EMPTY)
    if len(entries) > MAX_MEMBERS or sum(e.file_size for e in entries) > limits.MAX_UNPACKED_BYTES:
        raise CannotRead("too_big", _TOO_MANY)
    for entry in entries:
        if entry.flag_bits & _ENCRYPTED_FLAG:
            raise CannotRead("encrypted", _ENCRYPTED)
        if entry.create_system == _UNIX and stat.S_ISLNK(entry.external_attr >> 16):
            raise CannotRead("archive_link", _LINK)
        swollen = entry.file_size > limits.RATIO_FROM
        if entry.file_size > MAX_MEMBER_BYTES or (
            swollen and entry.file_size > limits.MAX_RATIO * max(1, entry.compress_size)
        ):
            raise CannotRead("too_big", _TOO_MANY)


def _unpacked(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    with archive.open(entry) as member:
        data = member.read(entry.file_size + 1)
    if len(data) != entry.file_size:
        raise CannotRead("broken", _BROKEN)
    return data


def _is_junk(name: str) -> bool:
    return any(part in _JUNK or part.startswith("._") for part in PurePosixPath(name).parts)


def letter_of(data: bytes) -> tuple[str, str, list[tuple[str, bytes]]]:
    """Return what an e-mail shows: whether its body is "text" or "html", its heads, then its body and what is attached.

    :raises CannotRead: if it holds nothing, or too much.
    """
    message = email.message_from_bytes(data, policy=email.policy.default)
    heads = [f"{name}: {_header(message, key)}" for key, name in _HEADERS if _header(message, key)]
    body = message.get_body(("plain", "html"))
    kind = "html" if body is not None and body.get_content_type() == "text/html" else "text"
    words = _content(body) if body is not None else ""
    attached = list(_attached(message, body))
    if not heads and not words.strip() and not attached:
        raise CannotRead("empty", _EMPTY)
    if len(attached) > MAX_MEMBERS:
        raise CannotRead("too_big", _TOO_MANY)
    return kind, "\n".join(heads), [("", words.encode("utf-8", "replace")), *attached]


def _header(message: EmailMessage, key: str) -> str:
    """Return one head in a line; what cannot be decoded gives none.

    :raises CannotRead: if it is longer than anybody reads.
    """
    if sum(len(value) for name, value in message.raw_items() if name.lower() == key.lower()) > MAX_HEADER_CHARACTERS:
        raise CannotRead("too_big", _LONG_HEAD)
    try:
        return " ".join(str(message.get(key) or "").split())
    except (ValueError, LookupError, IndexError, AttributeError):
        return ""


def _content(part: MIMEPart) -> str:
    try:
        return str(part.get_content())
    except (LookupError, ValueError, KeyError):
        payload = part.get_payload(decode=True)
        return payload.decode("utf-8", "replace") if isinstance(payload, bytes) else ""


def _attached(message: EmailMessage, body: MIMEPart | None) -> Iterator[tuple[str, bytes]]:
    """Yield what hangs on an e-mail; an e-mail that is attached to it as one member, whole."""
    waiting: list[MIMEPart] = [message]
    while waiting:
        part = waiting.pop(0)
        if part is body:
            continue
        if part.get_content_type() == "message/rfc822":
            inner = part.get_payload()
            yield part.get_filename() or "thư đính kèm.eml", _whole(inner)
        elif part.is_multipart():
            # The other spelling of the body says the same and is left out with its alternative.
            inside = [one for one in part.iter_parts() if isinstance(one, MIMEPart)]
            same = part.get_content_type() == "multipart/alternative" and body in inside
            waiting = [*([one for one in inside if one.is_multipart()] if same else inside), *waiting]
        else:
            payload = part.get_payload(decode=True)
            if isinstance(payload, bytes) and payload.strip():
                yield plain_name(part.get_filename() or part.get_content_type().replace("/", ".")), payload


def _whole(inner: object) -> bytes:
    first = inner[0] if isinstance(inner, list) and inner else None
    return first.as_bytes() if isinstance(first, Message) else b""
