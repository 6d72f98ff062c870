"""Vietnamese text made comparable: one Unicode form, one tone place, with or without marks."""

import re
import unicodedata

_NO_WIDTH = re.compile("[\u200b\ufeff]")
# Old tone placement → new, at the end of a syllable and not after q: hòa/hoà, hóe/hoé, thủy/thuỷ.
_TONE_PAIRS = {
    old: new
    for olds, news in (
        ("òa óa ỏa õa ọa", "oà oá oả oã oạ"),
        ("òe óe ỏe õe ọe", "oè oé oẻ oẽ oẹ"),
        ("ùy úy ủy ũy ụy", "uỳ uý uỷ uỹ uỵ"),
    )
    for old, new in zip(olds.split(), news.split(), strict=True)
}
_OLD_TONE = re.compile(r"(?<!q)(?:[òóỏõọ][ae]|[ùúủũụ]y)(?!\w)")

# Fold of every letter that Vietnamese or its neighbours write with a mark, so that ordinary text is folded in one pass.
_BASE_LETTERS = {
    code: base
    for code in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00))
    if (base := unicodedata.normalize("NFD", chr(code))[0]) != chr(code)
} | {ord("đ"): "d", ord("Đ"): "D"}
_NEEDS_DECOMPOSING = re.compile(r"[^\x00-\u024f\u1e00-\u1eff\u2002-\u206f]")


def nfc(text: str) -> str:
    """Return the text in NFC, the only form that is stored or compared here."""
    return unicodedata.normalize("NFC", text)


def squeeze(text: str) -> str:
    """Return the text in NFC with every run of white space as one space, and none at the ends."""
    return " ".join(_NO_WIDTH.sub(" ", nfc(text)).split())


def lower_one_tone(text: str) -> str:
    """Return lower-case NFC with one tone placement, so that *ủy* and *uỷ* compare equal."""
    return _OLD_TONE.sub(lambda m: _TONE_PAIRS[m[0]], nfc(text).lower())


def fold(text: str) -> str:
    """Return lower-case text without marks (đ becomes d): the form that careless typing shares with good spelling."""
    text = text.translate(_BASE_LETTERS)
    if not _NEEDS_DECOMPOSING.search(text):
        return text.lower()
    decomposed = unicodedata.normalize("NFD", text)
    return nfc("".join(c for c in decomposed if not unicodedata.combining(c))).lower()
