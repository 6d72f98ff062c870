"""Bytes into text: which encoding, and whether it is text at all."""

import codecs
import re
from dataclasses import dataclass

from minhbach.domain.reading.results import Problem
from minhbach.extraction.contracts import CannotRead
from minhbach.extraction.legacy.looks import mended, typed_as

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_NOT_TEXT = "Tệp không phải văn bản (dữ liệu nhị phân), không đọc được."
_LEGACY = "Văn bản dùng bảng mã cũ chưa đọc được (có thể là VPS hoặc VISCII). Hãy chuyển sang Unicode rồi tải lại."
_OLD_FONT = "Văn bản gõ cho phông chữ cũ ({name}); đã chuyển sang Unicode. Hãy xem lại các dấu và chữ hoa."
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_VIETNAMESE = re.compile(r"[ăâđêôơưĂÂĐÊÔƠƯàáảãạèéẻẽẹìíỉĩịòóỏõọùúủũụỳýỷỹỵấầẩẫậắằẳẵặếềểễệốồổỗộớờởỡợứừửữự]")
# cp1258 writes a tone as a mark of its own after the vowel: a lone mark anywhere else means another encoding.
_STRAY_MARK = re.compile(r"(?<![A-Za-zĂÂĐÊÔƠƯăâđêôơư\u0300-\u0323])[\u0300\u0301\u0303\u0309\u0323]")
_TONED = re.compile(r"[AEIOUYaeiouyĂÂÊÔƠƯăâêôơư][\u0300\u0301\u0303\u0309\u0323]")
_SAMPLE = 200_000


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text as delivered but for its byte order mark, and what was odd about the bytes."""

    text: str
    problems: tuple[Problem, ...] = ()


def decode(data: bytes) -> Decoded:
    """Return the text of the bytes.

    :raises CannotRead: if they are not text, or in an encoding that cannot be told with certainty.
    """
    decoded = _decoded(data)
    old = typed_as([decoded.text])
    if old is None:
        return decoded
    told = Problem("legacy_encoding", _OLD_FONT.format(name=old.encoding.value.upper()))
    return Decoded(mended(decoded.text, old), (*decoded.problems, told))


def _decoded(data: bytes) -> Decoded:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _checked(data[len(mark) :].decode(encoding, "replace"))
    guessed = _wide_encoding(data[:_SAMPLE])
    if guessed:
        return _checked(data.decode(guessed, "replace"))
    try:
        return _checked(data.decode("utf-8"))
    except UnicodeDecodeError:
        return _damaged_utf8(data) or _one_byte(data)


def _checked(text: str) -> Decoded:
    """Refuse what has the control characters of binary data, or too many characters that could not be decoded."""
    sample = text[:_SAMPLE]
    if len(_CONTROL.findall(sample)) > 2 + len(sample) // 200:
        raise CannotRead("binary", _NOT_TEXT)
    lost = text.count("\ufffd")
    if lost > 2 + len(text) // 100:
        raise CannotRead("binary", _NOT_TEXT)
    if lost:
        message = "Một số ký tự bị hỏng trong tệp. Hãy so lại với bản gốc ở những chỗ có dấu �."
        return Decoded(text, (Problem("damaged_characters", message),))
    return Decoded(text)


def _wide_encoding(sample: bytes) -> str | None:
    """Return UTF-16 without its mark where every other byte is mostly zero, as in spaces, digits and Latin letters."""
    half = len(sample) // 2
    if half < 4:
        return None
    zeros_odd, zeros_even = sample[1::2].count(0), sample[0::2].count(0)
    if zeros_odd > half * 0.4 and zeros_even < half * 0.05:
        return "utf-16-le"
    if zeros_even > half * 0.4 and zeros_odd < half * 0.05:
        return "utf-16-be"
    return None


def _damaged_utf8(data: bytes) -> Decoded | None:
    """Return UTF-8 in which a few bytes are wrong (a file that was cut off), or None where it is not UTF-8."""
    text = data.decode("utf-8", "replace")
    lost = text.count("\ufffd")
    sound = sum(1 for c in text[:_SAMPLE] if c > "\x7f" and c != "\ufffd")
    return _checked(text) if lost <= 2 + len(text) // 500 and sound > 4 * lost else None


def _one_byte(data: bytes) -> Decoded:
    """Return Windows-1258 where the tones stand on vowels as in Vietnamese; refuse any other one-byte encoding."""
    if len(_CONTROL.findall(data[:_SAMPLE].decode("latin-1"))) > 2 + len(data[:_SAMPLE]) // 200:
        raise CannotRead("binary", _NOT_TEXT)
    latin = data.decode("latin-1")
    if typed_as([latin]) is not None:
        return Decoded(latin)
    text = data.decode("cp1258", "replace")
    toned, stray = len(_TONED.findall(text)), len(_STRAY_MARK.findall(text))
    if "\ufffd" in text or toned < 5 or stray * 20 > toned or len(_VIETNAMESE.findall(text)) < toned // 2:
        raise CannotRead("legacy_encoding", _LEGACY)
    message = "Văn bản dùng bảng mã Windows-1258; đã chuyển sang Unicode. Hãy xem lại các dấu."
    return Decoded(text, (Problem("legacy_encoding", message),))
