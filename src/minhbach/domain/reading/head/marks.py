"""Marks set apart from the text: degrees of secrecy and urgency, and "dự thảo". A word in a sentence is no mark."""

import re

from minhbach.domain.text import fold, lower_one_tone, squeeze

DEGREES = ("Mật", "Tối mật", "Tuyệt mật")
"""The degrees of secrecy, as documents bear them (Law on Protection of State Secrets, Article 8)."""
_SECRECY = {"tuyệtmật": "Tuyệt mật", "tốimật": "Tối mật", "mật": "Mật"}
# What recognisers of print make of a stamp. "MẶT", "MẮT" and "MÁT" are words of their own and stay so.
_MISREAD = {"mât": "Mật", "mạt": "Mật"}
_MISREAD_PLAIN = re.compile(
    r"(?P<top>t[uv][yv]?e[tli]m[ao][tli]|[ti]uyetma[tli]|tuy?etma[tli])|(?P<high>[ti][oc0][il1]ma[tli])"
)
_DIGIT_FOR_LETTER = re.compile(r"(?<=[^\W\d_])[01](?=[^\W\d_]|\b)")
_URGENCY = {
    "hoatochengio": "Hỏa tốc hẹn giờ",
    "hoatoc": "Hỏa tốc",
    "thuongkhan": "Thượng khẩn",
    "khan": "Khẩn",
    "ratkhan": "Thượng khẩn",
}
_LABEL = re.compile(r"^\W*(?:độ mật|mức độ mật|độ khẩn|mức độ khẩn)\s*:\s*", re.IGNORECASE)
_DRAFT = re.compile(r"^\W*(?:ban )?du thao(?:\W+(?:lan|ngay|so|v|thu)\b.{0,30}|\W+\d.{0,20})?\W*$")
_CIRCULATION = re.compile(
    r"^\W*(?:luu hanh noi bo|xem xong (?:tra lai|thu hoi)|khong (?:duoc )?(?:pho bien|sao chup)|tai lieu hoi nghi"
    r"|tai lieu (?:hop|thu hoi)|van ban (?:dien tu|thay cong van)|ban (?:chinh|sao|goc)|sao (?:y|luc)( ban chinh)?"
    r"|trich sao)\W*$"
)
_LONGEST = 40


def secrecy_mark(text: str) -> str | None:
    """Return the degree of secrecy that a line consists of ("TỐI MẬT", "M Ậ T", "Độ mật: Mật"), or null."""
    text, labelled = _unlabelled(text)
    text = _DIGIT_FOR_LETTER.sub(lambda m: "OI"[int(m[0])], text)
    letters = re.sub(r"[\W\d_]", "", text)
    if not letters or not (labelled or letters.isupper()):
        return None
    plain = lower_one_tone(letters)
    return _SECRECY.get(plain) or _MISREAD.get(plain) or _misread(fold(letters))


def _misread(letters: str) -> str | None:
    found = _MISREAD_PLAIN.fullmatch(letters)
    return None if found is None else "Tuyệt mật" if found["top"] else "Tối mật"


def urgency_mark(text: str) -> str | None:
    """Return the degree of urgency that a line consists of ("HỎA TỐC", "KHẨN"), or null."""
    text, labelled = _unlabelled(text)
    letters = re.sub(r"[\W\d_]", "", text)
    if not letters or not (labelled or letters.isupper()):
        return None
    plain = fold(letters)
    if plain == "khan" and lower_one_tone(letters) not in ("khẩn", "khân", "khấn"):
        return None
    return _URGENCY.get(plain) or ("Hỏa tốc hẹn giờ" if plain.startswith("hoatochengio") else None)


def is_draft_mark(text: str) -> bool:
    """True for a line that says no more than that this is a draft."""
    return len(text) <= _LONGEST and bool(_DRAFT.match(fold(text)))


def is_circulation_mark(text: str) -> bool:
    """True for "LƯU HÀNH NỘI BỘ" and other notes that belong neither to the letterhead nor to the title."""
    return len(text) <= _LONGEST and bool(_CIRCULATION.match(fold(text)))


def _unlabelled(text: str) -> tuple[str, bool]:
    """Return the text without "Độ mật:", and whether that stood there; nothing of a text too long for a mark."""
    text = squeeze(text[: 2 * _LONGEST])
    if len(text) > _LONGEST:
        return "", False
    label = _LABEL.match(text)
    return (text[label.end() :], True) if label else (text, False)
