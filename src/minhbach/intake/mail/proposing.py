"""What a mail seems to say of its sender, proposed to a person who confirms it. Never taken over unread."""

import re

from minhbach.domain.text import squeeze
from minhbach.intake.contracts import Sender
from minhbach.intake.covering import identity_numbers_in
from minhbach.intake.mail.values import ReadMail

_TELEPHONE = re.compile(r"(?<![\d.])(?:\+84|0)(?:[ .]?\d){9}(?![\d])")
_LETTER = "A-ZĐÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴ"
_NAME = re.compile(
    rf"(?:[Hh]ọ(?: và)? tên|HỌ(?: VÀ)? TÊN|[Tt]ên tôi là|[Tt]ôi tên là|[Tt]ôi là)\s*:?\s*"
    rf"([{_LETTER}][^\W\d_]*(?: [{_LETTER}][^\W\d_]*){{1,5}})"
)
_ADDRESS = re.compile(
    r"(?:địa chỉ(?: liên hệ| thường trú| cư trú)?|nơi cư trú|nơi ở|thường trú(?: tại)?|cư trú(?: tại| ở)?)"
    r"\s*:?\s*([^\n;]{6,200})",
    re.IGNORECASE,
)


def proposed_sender(mail: ReadMail) -> Sender:
    """Return what the mail seems to say: name, address, identity number, telephone; "" for what it does not."""
    text = mail.text
    identity = next(iter(identity_numbers_in(text)), "")
    return Sender(
        name=_found(_NAME, text, 1) or mail.sender_name,
        address=_found(_ADDRESS, text, 1).rstrip("., "),
        identity_number=identity,
        telephone=_found(_TELEPHONE, text, 0),
        email=mail.sender_address,
    )


def _found(pattern: re.Pattern[str], text: str, group: int) -> str:
    match = pattern.search(text)
    return squeeze(match[group]) if match else ""
