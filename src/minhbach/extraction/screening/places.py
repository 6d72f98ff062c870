"""Reading an address from where it begins: house, street, hamlet, commune, district, province, one after another."""

import re
from dataclasses import dataclass

from minhbach.domain.text import fold
from minhbach.extraction.screening.facts.units import unit_names
from minhbach.extraction.screening.sheet import LETTERS, UPPER, Sheet

_KINDS = (
    ("house", r"so nha|nha so|s\.?n\b|so(?= ?\d)|lo(?: so)?(?= ?[a-z]{0,2}\d)|can ho(?: so)?|can(?= ?\d)|phong(?= "
        r"?\d)|p(?=\d{3})|tang(?= ?\d)|toa(?: nha)?|chung cu|block|nha(?= ?[a-z]?\d)"),
    ("street", r"duong(?: so)?|pho(?! ?(?:chu|giam|bi thu|truong))|ngo|ngach|hem|kiet|quoc lo|ql\.?|tinh lo|"
        r"tl\.?(?= ?\d)|dai lo|huong lo|d\.(?= ?[a-z])"),
    ("hamlet", r"thon|xom|ap|ban|buon|bon|plei|lang|soc|phum|to dan pho|tdp|to(?= ?(?:so )?\d)|khu pho|"
        r"k\.?p(?=[. ]?\d)|khu dan cu|kdc|khu tai dinh cu|ktdc|khu tro|nha tro|hop tac xa|htx|ky tuc xa|ktx|khu tap "
            r"the|ktt|khu do "
        r"thi|kdt|khu(?! (?:cong |kinh |du lich|di tich|vui choi|che xuat|"
            r"lien |hanh |trung tam|vuc|bao ton|di san|quan su|an ninh))|khom|doi(?= ?\d)|"
     r"khoi(?: pho)?(?= ?\d)|khoi(?: pho)?|tieu khu|cum(?= ?\d)|khu vuc(?= ?\d)|t(?=\d{1,2}\b)|thon ap"),
    ("unit", r"xa|x\.|phuong|p\.|thi tran|tt\.?(?= )|quan|q\.|huyen|h\.|thi xa|tx\.?(?= ?[a-z])|thanh pho|"
        r"t\.?p\.?(?= ?[a-z])|tinh|t\.(?= ?[a-z])|dac khu|viet nam"),
)  # fmt: skip
# Words of prefixes with their marks: "phương" is no "phường", and "ban" no "bản" in a text that has marks.
_MARKED_WORDS = """
    số nhà lô căn hộ hợp tác phòng tầng tòa toà chung cư đường phố ngõ ngách hẻm kiệt quốc lộ tỉnh đại hương thôn
    xóm ấp bản buôn làng sóc tổ dân tập thể đô thị tái định trọ ký túc xá khóm đội khối tiểu cụm vực xã phường trấn
    quận huyện thành đặc việt
"""
_MARKED = frozenset(_MARKED_WORDS.split())
_AMBIGUOUS = frozenset(("so", "can", "ho", "lo", "cu", "the", "dai", "tai"))
_NEED_MARKS = frozenset(fold(word) for word in _MARKED if not word.isascii()) - _AMBIGUOUS
_MORE = re.compile(r"(?:cho|chan|ben|ga|trai|nga (?:ba|tu)|xu|cau|lo)(?= [a-z])")
_PREFIX = re.compile("(?<![a-z0-9])(?:" + "|".join(f"(?P<{k}>{w})" for k, w in _KINDS) + r")(?:(?<=\.)|(?![a-z]))")
STARTS = re.compile(
    "(?<![a-z0-9/.,])(?:"
    + "|".join(f"(?:{w})" for _, w in _KINDS[:3])
    + r")(?![a-z])|(?<![\w/.,+\-])\d{1,4}[a-z]?(?:/\d{1,4}[a-z]?){0,4}(?= [a-z])|(?<![a-z0-9])(?:xa|phuong|thi tran|"
    r"p\.) ?(?=[a-z0-9])"
)
_CAPS = rf"[{UPPER}][{LETTERS}'’\-]*|[IVX]+\b"
_WORD = re.compile(rf"(?:{_CAPS}|\d+[A-Za-z]{{0,2}}\b)")
_NUMBER = re.compile(
    r"(?:số|so|Số|"
    r"SỐ)?[ :]{0,2}(?:[A-ZĐ]{0,3}-?\d{1,5}[A-Za-z]{0,2}(?:\s?[/.\-]\s?[A-Za-z]{0,2}\d{1,5}[A-Za-z]{0,2}){0,5}(?: "
    r"?(?:bis|BIS))?|[IVX]{1,4}\b|[A-Z]\b)"
)
_HOUSE_ALONE = re.compile(r"[A-Z]{0,2}\d{1,4}[A-Za-z]{0,2}(?:\s?[/\-]\s?\d{1,4}[A-Za-z]{0,2}){0,5}(?= +[^\W\d_])")
_YEAR = re.compile(r"(?:19|20)\d\d$")
_SEPARATOR = re.compile(r"[ \xa0]*[,;–\-][ \xa0]*\n?[ \xa0]*|[ \xa0]*\n[ \xa0]*|[ \xa0]+")
_LOWER_NAME = re.compile(r"[a-z]+(?: [a-z]+){0,3}(?=\s*(?:[,;.)\n]|$))")
_LOWER_WORDS = re.compile(r"[a-z]+(?: [a-z]+){0,4}")
_MOST_ITEMS = 14
_MOST_WORDS = 5


@dataclass(frozen=True, slots=True)
class Address:
    """A stretch that reads as an address: its levels in order (house, street, hamlet, unit, bare)."""

    start: int
    end: int
    levels: tuple[str, ...]


def read_address(sheet: Sheet, start: int, *, labelled: bool) -> Address | None:
    """Return the address that begins at a place, or None.

    :param labelled: whether a label stands before, so that bare names ("Cầu Đất, Hải Phòng") are believed.
    """
    levels: list[str] = []
    at = end = start
    while len(levels) < _MOST_ITEMS:
        item = _item(sheet, at, first=not levels, labelled=labelled)
        if item is None:
            break
        level, end = item
        levels.append(level)
        gap = _SEPARATOR.match(sheet.text, end)
        if not gap:
            break
        if ";" in gap[0] or gap[0].startswith(" -") and not _prefix(sheet, gap.end()):
            break
        if (
            "," not in gap[0]
            and not _prefix(sheet, gap.end())
            and not (levels[-1] == "house" and _capital(sheet, gap.end()))
        ):
            break
        if (
            "\n" in gap[0]
            and "," not in gap[0]
            and sheet.text[gap.end() : gap.end() + 1].isupper()
            and sheet.plain[gap.end() : gap.end() + 3] not in ("tp ", "tp.")
        ):
            break
        at = gap.end()
    return Address(start, end, tuple(levels)) if levels else None


def _prefix(sheet: Sheet, at: int) -> "re.Match[str] | None":
    """Return the prefix at a place if it is written with its own marks, or with none in a line that has none."""
    found = _PREFIX.match(sheet.plain, at)
    if found is None:
        return None
    for word in re.findall(r"[^\W\d_]+", sheet.text[found.start() : found.end()].lower()):
        if word not in _MARKED if not word.isascii() else word in _NEED_MARKS and not sheet.is_unmarked(at):
            return None
    return found


def _capital(sheet: Sheet, at: int) -> bool:
    return sheet.text[at : at + 1].isupper()


def _item(sheet: Sheet, at: int, *, first: bool, labelled: bool) -> tuple[str, int] | None:
    prefix = _prefix(sheet, at)
    if prefix:
        level = prefix.lastgroup or ""
        if prefix[0] == "viet nam":
            return "unit", prefix.end()
        end = _name_after(sheet, prefix.end(), level)
        return (level, end) if end else None
    more = _MORE.match(sheet.plain, at) if labelled and first else None
    if more and (end := _capitals(sheet, _spaces(sheet, more.end()))) > more.end() + 1:
        return "bare", end
    house = _HOUSE_ALONE.match(sheet.text, at)
    if house and _leads_to_a_street(sheet, _spaces(sheet, house.end())) and not _YEAR.match(house[0]):
        return "house", house.end()
    end = _capitals(sheet, at)
    if end > at:
        name = " ".join(sheet.plain[at:end].split())
        if (
            name in unit_names()
            or labelled
            and (not first or "," in sheet.plain[end : end + 2] or "-" in sheet.plain[end : end + 3])
        ):
            return "bare", end
        if not first and sheet.plain[end : end + 1] == "," and not any(c.isdigit() for c in name):
            following = _prefix(sheet, _spaces(sheet, end + 1))
            return ("bare", end) if following and following.lastgroup == "unit" else None
    return None


def _leads_to_a_street(sheet: Sheet, at: int) -> bool:
    prefix = _prefix(sheet, at)
    return prefix.lastgroup != "unit" if prefix else _capital(sheet, at)


def _spaces(sheet: Sheet, at: int) -> int:
    while sheet.plain[at : at + 1] == " ":
        at += 1
    return at


def _name_after(sheet: Sheet, at: int, level: str) -> int:
    """Return where the number or name behind a prefix ends, or 0."""
    number = _NUMBER.match(sheet.text, _spaces(sheet, at) if sheet.text[at : at + 1] != ":" else at)
    if number and number.end() > at:
        end = number.end()
        if (
            level in ("hamlet", "street", "unit")
            and sheet.text[end : end + 1] == " "
            and not sheet.text[end + 1 : end + 2].islower()
        ):
            more = _capitals(sheet, end + 1)
            return more if more > end + 1 else end
        return end
    if level == "house" and not _capital(sheet, _spaces(sheet, at)):
        return 0
    start = _spaces(sheet, at)
    if sheet.text[start : start + 1] in '“"':
        start += 1
    end = _capitals(sheet, start)
    if end > start:
        return end
    lower = _LOWER_NAME.match(sheet.plain, start)
    if lower and level != "house" and sheet.text[at - 1].islower() and _is_lower_name(sheet, lower):
        return lower.end()
    return _unmarked_name(sheet, start) if level in ("hamlet", "street", "unit") else 0


def _unmarked_name(sheet: Sheet, start: int) -> int:
    """Return where a name ends in a line of small letters without marks or commas, or 0.

    "xa do luong tinh nghe an de nghi": to the next word that begins a unit, or as far as a unit is called so.
    """
    words = _LOWER_WORDS.match(sheet.plain, start)
    if words is None or not (sheet.is_unmarked(start) and sheet.text[max(0, start - 20) : words.end()].islower()):
        return 0
    ends = [start + found.end() for found in re.finditer(r"[a-z]+", words[0])]
    for end in ends[:3]:
        following = _PREFIX.match(sheet.plain, _spaces(sheet, end))
        if following and following.lastgroup == "unit" and len(following[0]) > 1:
            return end
    return max((end for end in ends if sheet.plain[start:end] in unit_names()), default=0)


def _is_lower_name(sheet: Sheet, found: "re.Match[str]") -> bool:
    """Say whether small letters name a place: a unit's name, or whatever stands there in a line without capitals."""
    return (
        found[0] in unit_names()
        or sheet.is_unmarked(found.start())
        and sheet.text[slice(*sheet.span(sheet.line_at(found.start())))].islower()
    )


def _capitals(sheet: Sheet, at: int) -> int:
    """Return where a run of words in capitals or numbers ends: before the next prefix, after five words at most."""
    end = at
    for _ in range(_MOST_WORDS):
        word = _WORD.match(sheet.text, at)
        if not word or (end > at - 1 and at != word.start()):
            break
        prefix = _prefix(sheet, at)
        if prefix and end < at and len(prefix[0]) > 2 and prefix.lastgroup == "unit":
            break
        end = word.end()
        if (
            sheet.text[end : end + 3] == " - "
            and _capital(sheet, end + 3)
            and sheet.plain[at:end] in ("ria", "phan rang")
        ):
            at = end + 3
        elif sheet.text[end : end + 1] == " ":
            at = end + 1
        else:
            break
    return end
