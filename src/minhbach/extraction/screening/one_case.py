"""Names in lines typed all in small letters or all in capitals, where case tells nothing: behind titles and labels."""

import re
from collections.abc import Iterator

from minhbach.domain.text import fold
from minhbach.extraction.screening.announcing import has_title, is_weak, label_in, left_of
from minhbach.extraction.screening.facts.famous import FAMOUS
from minhbach.extraction.screening.facts.given import is_given
from minhbach.extraction.screening.facts.surnames import is_common, is_surname
from minhbach.extraction.screening.mentions import Person
from minhbach.extraction.screening.namesakes import names_a_place
from minhbach.extraction.screening.office import holds_office, signs_for_a_body
from minhbach.extraction.screening.rows import Rows
from minhbach.extraction.screening.sheet import Sheet

_LABELLED = re.compile(
    r"(?:(?<![a-z])(?:ho (?:va )?ten|(?:toi )?ten (?:toi )?la|toi ten(?: la)?|toi la|chu (?:tai khoan|tk|ho)|"
    r"benh nhan|cong dan|nguoi (?:nop|nhan|yeu cau|dai dien|lam don)))"
    r"(?: (?:la|cua toi|toi|em|chau))?\s{0,2}[:=]?\s{0,2}([a-z']+(?: [a-z']+){1,5})"
)
_TITLED = re.compile(r"(?<![^\W\d_])(?:[Ôô]ng|[Bb]à|[Aa]nh|[Cc]hị|ong|ba|chi)[ ]([^\W\d_']+(?:\s[^\W\d_']+){1,4})")
_STOP_WORDS = """
    sdt cccd cmnd cmt tru dia nu ngu dt voi duoc bi xin den tai chuc nghe tel email nay muon khong ve lam nop theo nhung
    toi xa khau hktt mst stk
"""
_STOP = frozenset(_STOP_WORDS.split())
_WORD = re.compile(r"[^\W\d_]+(?:['\u2019-][^\W\d_]+)*")
_LEAST_LETTERS = 12
_MOST_WORDS = 5
_GOES_ON = re.compile(r"\s*(?:,|;|va)\s*$")
# Words that follow a name; where a text has no marks, those that are names too are left out.
_ENDS_WORDS = """
    trú ngụ số địa quê nơi đã bị được là và với của tại ở thuộc xã phường quận huyện tỉnh thôn khu đường hiện người nhà
    kính gửi ủy uỷ trong theo về khi nếu các những hộ thửa tờ ban phòng điện mã ký căn cùng đề sinh nhận làm có không
    xin đến vay
"""
_ENDS = frozenset(_ENDS_WORDS.split())
_NAMES_TOO_WORDS = "phuong so hien dien duong khu que thuoc nha uy khi can la ban"
_NAMES_TOO = frozenset(_NAMES_TOO_WORDS.split())
_PLAIN_ENDS = frozenset(fold(word) for word in _ENDS) - _NAMES_TOO
_OPENS = re.compile(r"^[\W\d]*$")


def find_in_one_case(sheet: Sheet, rows: Rows) -> Iterator[Person]:
    """Yield the people named in such lines, and those typed in small letters elsewhere behind a label or a title."""
    seen: set[int] = set()
    for line in range(len(sheet.starts)):
        if _is_in_one_case(sheet, line):
            for person in _in_line(sheet, rows, line):
                seen.add(person.start)
                yield person
    for person in _in_small_letters(sheet):
        if person.start not in seen and not _is_in_one_case(sheet, sheet.line_at(person.start)):
            yield person


def _is_in_one_case(sheet: Sheet, line: int) -> bool:
    text = sheet.text[slice(*sheet.span(line))]
    if not (text.isupper() or text.islower() and text.isascii()):
        return False
    return sum(c.isalpha() for c in text) >= _LEAST_LETTERS


def _in_line(sheet: Sheet, rows: Rows, line: int) -> Iterator[Person]:
    first, last = sheet.span(line)
    strict = not sheet.text[first:last].isascii()
    words = [(m.start(), m.end()) for m in _WORD.finditer(sheet.text, first, last)]
    end = -1
    for at, (start, stop) in enumerate(words):
        if start < end or not is_surname(sheet.text[start:stop]) or _is_title_word(sheet, words, at):
            continue
        name = _name_at(sheet, words, at, strict=strict)
        if any(label_in(left_of(sheet, later)) and not is_weak(left_of(sheet, later)) for later, _ in name[1:]):
            continue  # "tài khoản" of "chủ tài khoản": the name begins behind it
        why = _announced(sheet, rows, line, start, end) if len(name) >= 2 else ""
        if not _is_enough(sheet, name, why, strict=strict):
            continue
        end = name[-1][1]
        official = signs_for_a_body(sheet, line, start, end) or holds_office(sheet, rows, start, end)
        yield Person(start, end, not official, "họ và tên, viết toàn chữ hoa hoặc chữ thường", 0.8)


def _is_title_word(sheet: Sheet, words: list[tuple[int, int]], at: int) -> bool:
    """Say whether a family name here is the title of the name that follows ("ong tran van")."""
    if sheet.plain[slice(*words[at])] not in ("ong", "ba", "la", "chi", "anh", "chu") or at + 1 == len(words):
        return False
    return is_common(sheet.text[slice(*words[at + 1])]) or sheet.plain[slice(*words[at])] == "chu"


def _is_enough(sheet: Sheet, name: list[tuple[int, int]], why: str, *, strict: bool) -> bool:
    """Say whether what announces a name and the name itself are enough together."""
    if why == "column":
        return len(name) >= 2
    if len(name) < 2 or names_a_place(sheet, name[0][0]) or _plain(sheet, name) in FAMOUS and why != "title":
        return False
    common = is_common(sheet.text[slice(*name[0])], strict=strict)
    if why == "title":
        return len(name) >= (2 if strict and common else 3)
    ended = sheet.plain[name[-1][1] : name[-1][1] + 2].strip()[:1] in ("", *",;.(")
    if why in ("label", "list"):
        return len(name) >= 3 and (common or _has_middle(sheet, name) and why == "label" or ended)
    middle = len(name) >= 3 and _has_middle(sheet, name) and common
    return middle and (strict or why == "weak") or why == "cell" and len(name) >= 3 and common


def _plain(sheet: Sheet, name: list[tuple[int, int]]) -> str:
    return " ".join(sheet.plain[start:stop] for start, stop in name)


def _announced(sheet: Sheet, rows: Rows, line: int, start: int, last: int) -> str:
    """Return what says that a name begins here: column, cell, title, label, list, weak ("của"), or ""."""
    cell = rows.cell_at(line, start)
    floor = cell.start if cell else sheet.span(line)[0]
    left = left_of(sheet, start, floor)
    if cell and _OPENS.match(sheet.plain[floor:start]):
        return "column" if cell.role == "NAME" else "cell"
    if has_title(sheet, start, left):
        return "title"
    if label_in(left):
        return "weak" if is_weak(left) else "label"
    goes_on = last > 0 and _GOES_ON.fullmatch(sheet.plain[last:start])
    if left.rstrip().endswith((":", ";")):
        return "list"
    return "weak" if goes_on else ""


def _name_at(sheet: Sheet, words: list[tuple[int, int]], at: int, *, strict: bool) -> list[tuple[int, int]]:
    name = [words[at]]
    for start, stop in words[at + 1 : at + _MOST_WORDS]:
        ends = sheet.text[start:stop].lower() in _ENDS if strict else sheet.plain[start:stop] in _PLAIN_ENDS
        if ends or sheet.plain[name[-1][1] : start] != " ":
            break
        if not (is_given(sheet.text[start:stop], strict=strict) or len(name) == 2 and _has_middle(sheet, name)):
            break
        name.append((start, stop))
        if len(name) == 4 and _has_middle(sheet, name):
            break
    return name


def _has_middle(sheet: Sheet, name: list[tuple[int, int]]) -> bool:
    return len(name) > 1 and sheet.plain[slice(*name[1])] in ("van", "thi")


def _in_small_letters(sheet: Sheet) -> Iterator[Person]:
    """Find names typed without capitals: only behind a label or a title, and only of syllables that names have."""
    for pattern, source, least in ((_LABELLED, sheet.plain, 2), (_TITLED, sheet.text, 3)):
        for match in pattern.finditer(source):
            start = match.start(1)
            end, count = start, 0
            if not sheet.text[start : start + 1].islower():
                continue
            strict = not sheet.is_unmarked(start)
            if strict and sheet.text[match.start() : start].isascii():
                continue  # "chi phí" is no "chị Phí"
            for word in re.finditer(r"\S+", match[1]):
                place = slice(start + word.start(), start + word.end())
                if count == 5 or not _is_lower_word(sheet, place, first=count == 0, strict=strict):
                    break
                end, count = place.stop, count + 1
            ended = sheet.plain[end : end + 2].strip(" ")[:1] in ("", *",;.:()-\n")
            if count >= least and (count > 2 or not strict or ended):
                yield Person(start, end, True, "tên viết thường sau từ chỉ người", 0.8)


def _is_lower_word(sheet: Sheet, place: slice, *, first: bool, strict: bool) -> bool:
    written = sheet.text[place]
    if not written.islower() or sheet.plain[place] in _STOP:
        return False
    return is_common(written, strict=strict) if first else is_given(written, strict=strict)
