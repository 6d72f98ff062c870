"""Number and symbol of a document ("Số: 2232 /KH-UBND", "Số 14-KH/TU", "Luật số: 01/2026/QH16")."""

import re
from dataclasses import dataclass

from minhbach.domain.reading.head.kinds import BY_CODE, LETTER, Kind

_LABEL = (
    r"^\W{0,3}(?P<kind>(?:bộ luật|luật|pháp lệnh|lệnh|nghị quyết|nghị định|quyết định|bản án|kết luận|thông báo"
    r"|công văn|văn bản|kế hoạch|thông tư)\s+)?s[ốôoóồổ]\s?(?:văn bản\s?)?[:.;,]?\s*"
)
_LABELLED = re.compile(_LABEL, re.IGNORECASE)
_GROUP = r"[A-ZĐƯÂÔĂÊÐ][\wÐ&.+]*(?:\(\w+\))?"
_SYMBOL = rf"{_GROUP}(?:\s?(?:[-–]{{1,2}}|/)\s?{_GROUP}|-\w+)*"
_NUMBER = r"(?P<number>\d{1,6}(?:\s?[a-zđA-ZĐ](?!\w))?(?:\s?/\s?(?:19|20)\d\d)?)"
_STATE = re.compile(rf"^(?:{_NUMBER}|(?P<blank>[\s.…_·]*))(?P<gap>\s*)[/⁄]\s*(?P<symbol>{_SYMBOL})")
_PARTY = re.compile(rf"^(?:{_NUMBER}|(?P<blank>[\s.…_·]*))(?P<gap>\s*)[-–]\s*(?P<symbol>{_GROUP}\s?/\s?{_SYMBOL})")
_PLAIN = re.compile(rf"^{_NUMBER}(?P<gap>)(?P<symbol>)\s*$")
_BLANK = re.compile(r"^(?P<blank>[\s.…_·/-]*)$")
_UNREADABLE = re.compile(rf"^(?P<noise>\S{{0,8}}(?:\s\S{{1,4}})?)\s*[/⁄7]\s*(?P<symbol>{_GROUP}\s?[-–]\s?{_SYMBOL})")
_LOST_SLASH = re.compile(rf"^(?P<number>\d{{1,5}})\s?(?P<symbol>[A-ZĐ][A-ZĐa-z]{{1,3}}\s?[-–]{{1,2}}\s?{_SYMBOL})")
_LIKE_A_SLASH = ("1", "7")
_UNLABELLED = re.compile(rf"^(?P<number>\d{{1,6}}(?:/(?:19|20)\d\d)?)\s?/\s?(?P<symbol>{_GROUP}-{_SYMBOL})$")


@dataclass(frozen=True, slots=True)
class NumberLine:
    """What a number line says. `number` is null where it is blank or not readable; `rest` stood behind it."""

    number: str | None
    symbol: str | None
    blank: bool = False  # nothing stands where the number belongs
    unread: bool = False  # something stands there that is no number
    gap: bool = False  # a space stands before the slash, as where a number was filled in
    kind: str | None = None  # "Luật số: …"
    rest: str = ""


def read_number(text: str, following: str = "") -> NumberLine | None:
    """Return the number and symbol that a line gives, or null where it is no number line.

    `following` is the next piece: a narrow column may break after "Số:" or inside the symbol.
    """
    text = text[:300]
    label = _LABELLED.match(text)
    if label is None:
        return _unlabelled(text)
    kind = label["kind"].strip() if label["kind"] else None
    value = text[label.end() :].strip()
    if not value or (value.endswith(("-", "/")) and following):
        value = f"{value}{following[:120]}" if value else following[:120].strip()
        found = _value(value, kind)
        return found if found and (found.number or found.symbol) else _value(text[label.end() :].strip(), kind)
    return _value(value, kind)


def _unlabelled(text: str) -> NumberLine | None:
    found = _UNLABELLED.match(text)
    return NumberLine(found["number"], _symbol(found["symbol"])) if found else None


def _value(value: str, kind: str | None) -> NumberLine | None:
    for pattern in (_STATE, _PARTY, _PLAIN):
        found = pattern.match(value)
        if found:
            number = re.sub(r"\s", "", found["number"]) if found["number"] else None
            gap = bool(found["gap"]) and number is not None
            symbol = _symbol(found["symbol"]) or None
            return NumberLine(number, symbol, blank=number is None, gap=gap, kind=kind, rest=_rest(value, found.end()))
    lost = _LOST_SLASH.match(value)
    if lost and kind_of_symbol(lost["symbol"]):
        # A slash may have been read as the last figure: then nobody can tell the number.
        number = None if lost["number"].endswith(_LIKE_A_SLASH) else lost["number"]
        symbol = _symbol(lost["symbol"])
        return NumberLine(number, symbol, unread=number is None, kind=kind, rest=_rest(value, lost.end()))
    noisy = _UNREADABLE.match(value)
    if noisy:
        return NumberLine(None, _symbol(noisy["symbol"]), unread=True, kind=kind, rest=_rest(value, noisy.end()))
    if _BLANK.match(value):
        return NumberLine(None, None, blank=True, kind=kind)
    return None


def _rest(value: str, end: int) -> str:
    return value[end:].strip(" .;,")


def _symbol(raw: str) -> str:
    """Return a symbol without the spaces and look-alike letters that scanning brings."""
    return re.sub(r"\s*([-–/])[-–]?\s*", lambda m: m[1].replace("–", "-"), raw).replace("Ð", "Đ").strip(" .-")


def kind_of_symbol(symbol: str | None) -> Kind | None:
    """Return the kind of document that the first group of a symbol names, or null.

    Without a kind in front (5543/UBND-NC) a symbol is a letter's; but "CT" may also be a body, which the caller weighs.
    """
    if not symbol:
        return None
    return BY_CODE.get(re.split(r"[-/]", symbol)[0])


def organ_of_symbol(symbol: str | None, kind: Kind | None) -> str | None:
    """Return the group of a symbol that stands for the issuing body ("UBND" in "KH-UBND" and in "UBND-NC")."""
    groups = [group for group in re.split(r"[-/]", symbol or "") if group]
    if not groups:
        return None
    if kind is LETTER or len(groups) == 1:
        return groups[0]
    return groups[1] if kind_of_symbol(symbol) else groups[0]
