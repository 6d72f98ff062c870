"""Names of people who hold no office here: said by a title or a label, by a column, or by the name itself."""

import re

from minhbach.domain.reading.head.places import PROVINCES
from minhbach.domain.text import fold
from minhbach.extraction.screening.announcing import has_title, is_weak, label_in
from minhbach.extraction.screening.contracts import Finding
from minhbach.extraction.screening.facts.famous import FAMOUS
from minhbach.extraction.screening.facts.surnames import is_common, is_surname
from minhbach.extraction.screening.mentions import Person, called_by_given_name, with_offices_held_elsewhere
from minhbach.extraction.screening.namesakes import names_a_place
from minhbach.extraction.screening.office import holds_office, signs_for_a_body, signs_for_himself
from minhbach.extraction.screening.one_case import find_in_one_case
from minhbach.extraction.screening.rows import Rows
from minhbach.extraction.screening.runs import (
    Run,
    cut,
    find_runs,
    is_loud,
    is_sure,
    joined_over_line_end,
    looks_like_name,
)
from minhbach.extraction.screening.sheet import Sheet

_PLACES_WORDS = """
    viet nam; thai binh duong; dong nam bo; dong viet nam; cuu long; dong nam a; tay nguyen; cong san viet nam;
    trung trung bo; nam trung bo; bac trung bo
"""
_PLACES = frozenset(" ".join(name.split()) for name in _PLACES_WORDS.split(";")) | {fold(name) for name in PROVINCES}
# What may stand before the name in a column of names; `left` begins where the cell does.
_CELL_START = re.compile(
    r"^[\W\d]*(?:(?:ho|gia dinh|ong|ba|anh|chi|chau|em|va|vo|chong|con|chu ho|hoc sinh|cu|me|cha|liet si|"
    r"thuong binh|nguoi dai dien|dai dien)[\s,:&/().-]*)*$|[,;+/&(-]\s*$|\bva\s*$"
)
_MOST_SIGNERS = 3  # side by side; more columns are a table
_OFFICE_WORDS = re.compile(r"(?:pho|quyen|nguyen) (?:chanh|chu|giam|truong|cuc|vu|vien|thu|tong|bi)\b")
_OF_A_PERSON = re.compile(r"\W*(?:0\d{2}[ .]?\d{3}[ .]?\d{3}[ .]?\d{3}|0[35789]\d{2}[ .]?\d{3}[ .]?\d{3})\W*")
_BORN_BEHIND = re.compile(r"\s?[,(]?\s?(?:sinh (?:ngay|nam)|ngay sinh)\s?:?\s?\d")
_BEGINS = re.compile(r"(?:^|[\n;:]|\d[.)])\s*$")  # what stands before a name in a list
_COUNTED = re.compile(r"(?:so )?(?:stt|tt)\W*\d*")
_BANK = re.compile(r"\w*bank|ngan hang .*")
_HOME_BEHIND = re.compile(
    r"\s?\((?:thon|ban|to|ap|xom|khu|khom|buon|lang|so nha|so \d|d/c|dia chi|sinh|sn|nguoi|tru|o|cccd|cmnd|dt|sdt)\b"
)
_NUMERAL = re.compile(r"[IVX]+")
_CLAN_SIGN = re.compile("[KHY]['\u2019-]")  # K'Brể, H'Hen: the first letters say man or woman


def find_people(sheet: Sheet, rows: Rows) -> list[Person]:
    """Return every person named in a text, in order."""
    found = [person for run in find_runs(sheet) for person in _people_in(sheet, rows, run)]
    taken = {person.start for person in found}
    found += [person for person in find_in_one_case(sheet, rows) if person.start not in taken]
    found = with_offices_held_elsewhere(sheet, found)
    found += called_by_given_name(sheet, found)
    return sorted(found, key=lambda person: person.start)


def as_findings(sheet: Sheet, people: list[Person]) -> list[Finding]:
    """Return the findings for those who hold no office."""
    return [
        Finding("NAME", p.start, p.end, sheet.text[p.start : p.end], p.why, p.confidence) for p in people if p.private
    ]


def _people_in(sheet: Sheet, rows: Rows, run: Run) -> list[Person]:
    words = run.words
    loud = len(words) > 4 and sheet.text[words[0][0] : words[-1][1]].isupper()
    if loud:
        return _in_capitals(sheet, rows, run)
    found: list[Person] = []
    name = joined_over_line_end(sheet, cut(sheet, words))
    person = _judge(sheet, rows, name, titled=run.titled)
    if person:
        found.append(person)
    elif len(words) > 2:
        found += _inside(sheet, rows, words)
    return found


def _inside(sheet: Sheet, rows: Rows, words: tuple[tuple[int, int], ...]) -> list[Person]:
    """Find a name that begins within a run: "Giám đốc Sở Nguyễn Văn A", "Chồng Trần Văn B", "TM Hộ Lê Thị C"."""
    for at in range(1, len(words) - 1):
        name = cut(sheet, words[at:])
        if len(name) >= 3 and looks_like_name(sheet, name) and is_sure(sheet, name):
            person = _judge(sheet, rows, name, titled=False)
            return [person] if person else []
    return []


def _in_capitals(sheet: Sheet, rows: Rows, run: Run) -> list[Person]:
    """Find names in a heading all in capitals: only behind a title."""
    found: list[Person] = []
    words, at, titled = run.words, 0, run.titled
    while at < len(words):
        if titled:
            name = cut(sheet, words[at:])
            good = 0
            while good < min(4, len(name)) and looks_like_name(sheet, name[: max(2, good + 1)]):
                good += 1
            if good == 2 < len(name) and sheet.plain[slice(*name[1])] in ("thi", "van"):
                good = 3
            if good >= 2 and (person := _judge(sheet, rows, name[:good], titled=True)):
                found.append(person)
                at += good
        titled = at < len(words) and sheet.text[slice(*words[at])] in ("ÔNG", "BÀ")
        at += 1
    return found


def _judge(sheet: Sheet, rows: Rows, words: tuple[tuple[int, int], ...], *, titled: bool) -> Person | None:
    start, end = words[0][0], words[-1][1]
    line = sheet.line_at(start)
    if line in rows.heads or " ".join(sheet.plain[start:end].split()) in _PLACES:
        return None
    cell = rows.cell_at(line, start)
    left = sheet.before(start, 60)
    if cell:
        left = sheet.plain[cell.start : start] if start - cell.start < 60 else sheet.plain[start - 60 : start]
    why, confidence = _said(sheet, words, left, cell.role if cell else "", titled=titled)
    in_table = line in rows.by_line and len(rows.by_line[line].cells) > _MOST_SIGNERS
    if not in_table and signs_for_himself(sheet, line, start, end) and looks_like_name(sheet, words):
        return Person(start, end, True, "chữ ký của người dân", 0.9)
    if not confidence:
        why, confidence = _by_itself(sheet, rows, words)
    if not confidence:
        return None
    signs = not in_table and signs_for_a_body(sheet, line, start, end)
    return Person(start, end, not (signs or holds_office(sheet, rows, start, end)), why, confidence)


def _said(sheet: Sheet, words: tuple[tuple[int, int], ...], left: str, role: str, *, titled: bool) -> tuple[str, float]:
    """Return why a title, a label or a column says that this is a person, with the confidence; 0 where none does."""
    texts = [sheet.text[slice(*place)] for place in words]
    known = is_surname(texts[0])
    many = len(words) >= 2 or len(texts[0]) > 3 and bool(_CLAN_SIGN.match(texts[0]))
    shaped = looks_like_name(sheet, words)
    if role == "NAME" and many and _CELL_START.match(left) and (known or shaped or _is_personal(texts)):
        return "cột họ tên", 0.97 if known else 0.85
    start = words[0][0]
    if many and (titled or has_title(sheet, start, left)):
        if known and (shaped or len(words) <= 5):
            return "tên sau “ông”, “bà” hoặc cách xưng hô khác", 0.97
        if not sheet.is_unmarked(start):
            return "tên sau cách xưng hô, họ hiếm gặp", 0.75 if _is_personal(texts) else 0.0
    label = label_in(left)
    if label and many:
        if is_weak(left):
            sure = shaped and len(words) >= 3 and fold(" ".join(texts)) not in FAMOUS
            return ("tên sau từ chỉ người", 0.85) if sure else ("", 0.0)
        if known:
            return f"tên sau “{label}”", 0.97
        return (f"chữ sau “{label}”", 0.8) if _is_personal(texts) else ("", 0.0)
    return "", 0.0


def _is_personal(texts: list[str]) -> bool:
    """Say whether capitals behind a label may be a rare name: not the name of a body, a place or an office."""
    plain = " ".join(fold(word) for word in texts)
    return 2 <= len(texts) <= 5 and not re.match(
        r"(?:uy ban|ubnd|cong ty|so|phong|chu tich|giam doc|truong|hoi|ban|bo|trung tam|ngan hang|cong|nha|viet nam|"
        r"luat|nghi|quyet|thong|"
        r"pho|chi cuc|cuc|vien|toa|to|cac|nhung|khu|xa|phuong|tinh|huyen|quan|thanh pho|ben|ha noi|hai phong|da nang|"
        r"nhu|tren|dieu|van|lanh dao)\b",
        plain,
    )


def _by_itself(sheet: Sheet, rows: Rows, words: tuple[tuple[int, int], ...]) -> tuple[str, float]:
    """Return the same for a name that nothing announces."""
    if _is_in_a_row_about_a_person(sheet, rows, words):
        return "ô đầu tiên của một hàng về một người", 0.8
    texts = [sheet.text[slice(*place)] for place in words]
    if _BORN_BEHIND.match(sheet.plain, words[-1][1]) and _is_personal(texts) and not names_a_place(sheet, words[0][0]):
        return "tên trước ngày sinh", 0.85
    if _is_before_a_home(sheet, words):
        return "tên trước nơi ở hoặc năm sinh trong ngoặc", 0.8
    if not looks_like_name(sheet, words, strict=True) or _OFFICE_WORDS.match(sheet.plain, words[0][0]):
        return "", 0.0
    if _NUMERAL.fullmatch(sheet.text[slice(*words[-1])]):
        return "", 0.0
    start, end = words[0][0], words[-1][1]
    plain = " ".join(sheet.plain[slice(*place)] for place in words)
    line = sheet.line_at(start)
    alone = _stands_alone(sheet, rows, start, end)
    if is_loud(sheet, words) and not _is_loud_name(sheet, words, alone=alone):
        return "", 0.0
    if plain in FAMOUS or plain in _PLACES or names_a_place(sheet, start):
        return "", 0.0
    if len(words) == 2:
        row = rows.by_line.get(line)
        if alone and row and is_surname(sheet.text[slice(*words[0])]) and _has_numbers(sheet, line):
            return "họ và tên trong một hàng của bảng", 0.8
        return "", 0.0
    if alone:
        return "họ và tên đứng riêng", 0.9
    return ("họ và tên người Việt", 0.85) if is_sure(sheet, words) else ("có dạng họ và tên", 0.65)


def _is_in_a_row_about_a_person(sheet: Sheet, rows: Rows, words: tuple[tuple[int, int], ...]) -> bool:
    """Say whether a row without a head gives an identity number, a mobile or a bank, and this is its first text."""
    start, end = words[0][0], words[-1][1]
    line = sheet.line_at(start)
    row = rows.by_line.get(line)
    if row is None or row.headed or len(row.cells) < 3 or not 2 <= len(words) <= 5:
        return False
    if not is_surname(sheet.text[slice(*words[0])]) or not _stands_alone(sheet, rows, start, end):
        return False
    told = (c for c in row.cells if any(x.isalpha() for x in sheet.plain[c.start : c.end]))
    first = next((c for c in told if not _COUNTED.fullmatch(sheet.plain[c.start : c.end])), None)
    about = any(
        _OF_A_PERSON.fullmatch(text) or _BANK.fullmatch(text)
        for text in (sheet.plain[c.start : c.end] for c in row.cells)
    )
    return about and first is not None and first.start <= start < first.end


def _is_before_a_home(sheet: Sheet, words: tuple[tuple[int, int], ...]) -> bool:
    """Say whether "(thôn …)", "(sinh …)" follows three words that begin with a family name, or any name in a list."""
    texts = [sheet.text[slice(*place)] for place in words]
    known = len(words) > 2 and is_surname(texts[0])
    listed = _is_personal(texts) and _BEGINS.search(sheet.before(words[0][0], 8))
    if is_loud(sheet, words) or not (known or listed):
        return False
    return bool(_HOME_BEHIND.match(sheet.plain, words[-1][1])) and not names_a_place(sheet, words[0][0])


def _is_loud_name(sheet: Sheet, words: tuple[tuple[int, int], ...], *, alone: bool) -> bool:
    """Say whether words in capitals are a name and no heading: alone, or as banks write it ("TRAN THI MAU")."""
    first = sheet.text[slice(*words[0])]
    named = len(words) > 2 and sheet.plain[slice(*words[1])] in ("van", "thi") and is_common(first)
    return named or alone and is_common(first, strict=True)


def _stands_alone(sheet: Sheet, rows: Rows, start: int, end: int) -> bool:
    """Say whether a name fills its line or its cell, but for a number in front."""
    line = sheet.line_at(start)
    cell = rows.cell_at(line, start)
    first, last = (cell.start, cell.end) if cell else sheet.span(line)
    return not re.sub(r"[\W\d_]", "", sheet.plain[first:start]) and not sheet.plain[end:last].strip(" .,;:*")


def _has_numbers(sheet: Sheet, line: int) -> bool:
    first, last = sheet.span(line)
    return len(re.findall(r"\d", sheet.plain[first:last])) >= 6
