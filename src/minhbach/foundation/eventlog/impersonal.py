"""Refuses what is obviously personal in the event log: it can never be erased from there, as the law may demand."""

import re
from collections.abc import Mapping

from minhbach.foundation.contracts import Fact, PersonalFact

LONGEST_FACT = 128
LONGEST_GROUND = 300
_ID = re.compile(r"(?<![0-9a-z-])(?:[0-9a-f]{64}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?![0-9a-z-])")
"""A digest or an id, whose digits may by chance stand as those of a telephone do."""
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+\.\w+")
_TWELVE_DIGITS = re.compile(r"(?<!\d)\d(?:[ .-]?\d){11}(?!\d)")
_PHONE = re.compile(r"(?<!\d)(?:\+?84|0)(?:[ .-]?\d){9,10}(?!\d)")
_WHITE = re.compile(r"\s")


def refuse_personal(*, subject: str, facts: Mapping[str, Fact], ground: str) -> None:
    """Check that facts are single tokens (ids, digests, codes, dates) and nothing looks like a person's data.

    :raises PersonalFact: naming the fact, never repeating its value.
    :raises TypeError: for a value that has no one way to be written, such as a fraction or a list.
    """
    _refuse("subject", subject, longest=LONGEST_FACT)
    for name, value in facts.items():
        if not isinstance(value, str | int | None):
            raise TypeError(f"Sự kiện “{name}” phải là chữ, số nguyên, đúng/sai hoặc trống.")
        _refuse(name, str(value), longest=LONGEST_FACT)
        # A name of a person has spaces in it; a reference has none.
        if isinstance(value, str) and _WHITE.search(value):
            raise PersonalFact(f"Sự kiện “{name}” phải là mã, ngày hoặc chuỗi băm, không phải câu chữ.")
    _refuse("ground", ground, longest=LONGEST_GROUND)


def _refuse(name: str, text: str, *, longest: int) -> None:
    if len(text) > longest:
        raise PersonalFact(f"Sự kiện “{name}” dài quá {longest} ký tự.")
    text = _ID.sub("", text)
    if _EMAIL.search(text) or _TWELVE_DIGITS.search(text) or _PHONE.search(text):
        raise PersonalFact(f"Sự kiện “{name}” có vẻ chứa dữ liệu cá nhân; nhật ký chỉ ghi mã và chuỗi băm.")
