"""The text of a VietQR code: an EMVCo merchant-presented payload with the account at a bank of Viet Nam."""

import re
from dataclasses import dataclass

from minhbach.domain.text import fold

_NAPAS, _TO_ACCOUNT = "A000000727", "QRIBFTTA"
_DONG, _COUNTRY = "704", "VN"
LONGEST_PURPOSE = 25
"""Characters that every bank's application shows of the purpose."""
_BANK, _NUMBER = re.compile(r"\d{6}"), re.compile(r"[0-9A-Za-z]{4,19}")


class AccountRefused(ValueError):
    """No account that a VietQR can name; the message is one Vietnamese sentence."""


@dataclass(frozen=True, slots=True)
class Account:
    """An account to pay into.

    :param bank: the bank's number (BIN), six digits: "970436".
    :param number: of the account, 4 to 19 letters or digits.
    :raises AccountRefused: for anything else.
    """

    bank: str
    number: str

    def __post_init__(self) -> None:
        """Refuse what no code can hold."""
        if not _BANK.fullmatch(self.bank):
            raise AccountRefused("Mã ngân hàng (BIN) có 6 chữ số.")
        if not _NUMBER.fullmatch(self.number):
            raise AccountRefused("Số tài khoản có 4 đến 19 chữ số hoặc chữ cái, không dấu cách.")


def vietqr_payload(account: Account, *, amount: int, purpose: str) -> str:
    """Return the text that the code holds.

    :param amount: whole đồng, above 0: without a sum there is no code to pay by.
    :param purpose: what the transfer says; written without marks, shortened to what banks show.
    :raises ValueError: for no sum.
    """
    if amount <= 0:
        raise ValueError("a code to pay by needs a sum")
    words = re.sub(r"[^A-Za-z0-9 .-]", " ", fold(purpose).upper())
    said = " ".join(words.split())[:LONGEST_PURPOSE].strip()
    beneficiary = _field("00", account.bank) + _field("01", account.number)
    merchant = _field("00", _NAPAS) + _field("01", beneficiary) + _field("02", _TO_ACCOUNT)
    text = "".join(
        (
            _field("00", "01"),
            _field("01", "12"),
            _field("38", merchant),
            _field("53", _DONG),
            _field("54", str(amount)),
            _field("58", _COUNTRY),
            _field("62", _field("08", said)),
            "6304",
        )
    )
    return f"{text}{checksum(text):04X}"


def checksum(text: str) -> int:
    """Return the CRC-16/CCITT-FALSE of an ASCII text, as EMVCo has it."""
    value = 0xFFFF
    for byte in text.encode("ascii"):
        value ^= byte << 8
        for _ in range(8):
            value = ((value << 1) ^ 0x1021 if value & 0x8000 else value << 1) & 0xFFFF
    return value


def _field(tag: str, value: str) -> str:
    return f"{tag}{len(value):02}{value}"
