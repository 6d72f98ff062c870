"""Bytes of a stranger's mail into words: what the bytes are counts for more than what the mail says of them."""

import re
from collections.abc import Mapping
from email.errors import HeaderParseError
from email.header import decode_header

from minhbach.domain.text import nfc
from minhbach.extraction.contracts import CannotRead
from minhbach.extraction.text.decode import decode

# The upper halves of two old Vietnamese encodings that Python does not know (TCVN 5712:1993, RFC 1456).
_TCVN = (
    "ÀẢÃÁẠẶẬÈẺẼÉẸỆÌỈĨÍỊÒỎÕÓỌỘỜỞỠỚỢÙỦŨ\xa0ĂÂÊÔƠƯĐăâêôơưđẶ\u0300\u0309\u0303\u0301\u0323"
    "àảãáạẲằẳẵắẴẮẦẨẪẤỀặầẩẫấậèỂẻẽéẹềểễếệìỉỄẾỒĩíịòỔỏõóọồổỗốộờởỡớợùỖủũúụừửữứựỳỷỹýỵỐ"
)
_VISCII = (
    "ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲÕắằặấầẩậẽẹếềểễệốồổỗỠƠộờởịỰỨỪỬơớƯ"
    "ÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳĐứÒÓÔạỷừửÙÚỹỵÝỡưàáâãảăữẫèéêẻìíĩỉđựòóôõỏọụùúũủýợỮ"
)
_TABLES: Mapping[str, Mapping[int, str]] = {
    name: {0x80 + place: sign for place, sign in enumerate(signs)}
    for names, signs in (("tcvn viettcvn5712 tcvn5712 tcvn57121 tcvn3", _TCVN), ("viscii", _VISCII))
    for name in names.split()
}
_PLAIN = frozenset({"usascii", "ascii", "iso88591", "latin1", "windows1252", "cp1252", "unknown8bit", ""})
"""What mail programs write who do not know what they send."""


def words_of(content: bytes, charset: str = "") -> str:
    """Return the words in NFC; no bytes at all make it fail.

    :param charset: as the mail names it, perhaps wrongly.
    """
    try:
        return nfc(content.decode("utf-8"))  # Hardly any other encoding happens to be this one.
    except UnicodeDecodeError:
        return nfc(_as_said(content, charset))


def header_words(raw: str) -> str:
    """Return the words of a header, given as the mail has it: encoded words of any charset, or bare bytes."""
    content = raw.encode("utf-8", "surrogateescape")
    if any(byte > 0x7F for byte in content):
        return _one_line(words_of(content))
    try:
        parts = decode_header(raw)
    except (HeaderParseError, ValueError):
        return _one_line(raw)
    return _one_line("".join(_part(part, charset) for part, charset in parts))


def _part(part: bytes | str, charset: str | None) -> str:
    return words_of(part, charset or "") if isinstance(part, bytes) else part


def _one_line(text: str) -> str:
    return " ".join(text.replace("\x00", "").split())


def _as_said(content: bytes, charset: str) -> str:
    name = re.sub(r"[^a-z0-9]", "", charset.lower()).removeprefix("x")
    if name in _TABLES:
        return content.decode("latin-1").translate(_TABLES[name])
    if name not in _PLAIN:
        try:
            return content.decode(charset)
        except (LookupError, ValueError):
            pass
    try:
        return decode(content).text
    except CannotRead:
        return content.decode("cp1258", "replace")
