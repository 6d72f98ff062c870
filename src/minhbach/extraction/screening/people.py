"""Names of people who hold no office here: said by a title or a label, by a column, or by the name itself."""

import re

from minhbach.domain.reading.head.places import PROVINCES
from minhbach.domain.text import fold
from minhbach.extraction.screening.contracts import Finding
from minhbach.extraction.screening.facts.famous import FAMOUS
from minhbach.extraction.screening.facts.given import is_given
from minhbach.extraction.screening.facts.surnames import is_common, is_surname
from minhbach.extraction.screening.mentions import Person, called_by_given_name, with_offices_held_elsewhere
from minhbach.extraction.screening.namesakes import names_a_place
from minhbach.extraction.screening.office import holds_office, signs_for_a_body, signs_for_himself
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

_TITLE = re.compile(
    r"(?:^|(?<=[^\w]))(?:ong(?: ?(?:[/,(]|va|hoac) ?ba\)?)?|ba(?: ?(?:[/,(]|va|hoac) ?ong\)?)?|anh(?: ?[/,(] "
    r"?chi\)?)?|chi|chau|em|co|chu|bac|cu|thay|vo|chong|con"
    r"|con (?:trai|gai|nuoi|ruot|dau|re)|me|cha|bo|me de|cha de|bo de|em (?:trai|gai|ruot)|anh (?:trai|ruot)|chi "
    r"(?:gai|ruot)|ban)"
    r"(?: (?:la|ten|ten la))?\s*[:\"'.]?\s*$"
)
_TITLE_MARKED = re.compile(
    r"(?<!\w)(?:[Ôô]ng(?: ?(?:[/,(]|và|hoặc) ?[Bb]à\)?)?|[Bb]à(?: ?(?:[/,(]|và|hoặc) ?[Ôô]ng\)?)?|[Aa]nh(?: ?[/,(] "
    r"?[Cc]hị\)?)?|[Cc]hị|[Cc]háu|[Ee]m|[Cc]ô|[Cc]hú|[Bb]ác|[Cc]ụ|[Tt]hầy"
    r"|[Vv]ợ|[Cc]hồng|[Cc]on|[Cc]on (?:trai|gái|nuôi|ruột|dâu|rể)|[Mm]ẹ|[Cc]ha|[Bb]ố|[Ee]m (?:trai|gái|ruột)|[Aa]nh "
    r"(?:trai|ruột)"
    r"|[Cc]hị (?:gái|ruột)|[Bb]ạn|ÔNG|BÀ|ANH|CHỊ)(?: (?:là|tên|tên là))?\s*[:\"'“.]?\s*$"
)
_LABEL = re.compile(
    r"(?:ho,? (?:va )?(?:chu dem,? )?(?:va )?ten(?: (?:khai sinh|day du|chu ho|nguoi [a-z ]{3,20}|hoc sinh|con|cha|"
    r"me|vo|chong|chau|benh nhan))?"
    r"(?: \([^()\n]{0,30}\))?"
    r"|(?:toi )?ten (?:toi )?(?:la)?|toi la|ten (?:chu (?:ho|tai khoan|the)|nguoi [a-z ]{3,20}|khai sinh|goi)"
    r"|chu (?:tai khoan|tk|ho|the|so huu|su dung(?: dat)?|dat|xe|nha|co so|ho kinh doanh|phuong tien|don|rung|no|"
    r"the)(?: la)?"
    r"|benh nhan|san phu|khach(?: tro| hang)?|cong dan|nan nhan|bi (?:can|cao|don|hai)|nguyen don|hoc sinh|sinh "
    r"vien|thi sinh|hoc vien|lai xe|tai xe"
    r"|nguoi (?:yeu cau|dai dien(?: theo phap luat| theo uy quyen| hop phap)?|nop(?: don| ho so| tien)?|khieu nai|"
    r"to cao|phan anh|kien nghi|lam don|khai|nhan(?: tien| chuyen nhuong)?|"
    r"su dung dat|huong(?: thu| tro cap)?|lien he|viet don|de nghi|duoc uy quyen|uy quyen|duoc cap|bi hai|mat|chet|"
    r"than|giam ho|bao tin|"
    r"tham gia|lao dong|chuyen nhuong|vi pham|bi thu hoi(?: dat)?|co dat|thua ke|de lai di san|lam chung|cham soc|"
    r"khuyet tat|benh|duoc tro giup|"
    r"gui|cung cap thong tin|dieu khien|mua|ban|thue|cho thue|vay|bao lanh|bao ho|phu thuoc|kien|khoi kien|bi kien|"
    r"thu huong|bi to cao|bi khieu nai|trung tuyen|"
    r"tiep nhan|lap bieu|dung ten)(?: la)?(?: (?:ong|ba))?"
    r"|dai dien(?: (?:la|ho|gia dinh|theo phap luat|hop phap|ho gia dinh|ben [abc]))?|ho (?:gia dinh )?(?:ong|ba)|"
    r"ho gia dinh|ho kinh doanh|ho khau chu ho|ho"
    r"|kinh gui|than nhan|ben (?:[abc]|mua|ban|thue|nhan|chuyen nhuong|duoc uy quyen)|giam doc dn|lien he|gia dinh|"
    r"cua|do|boi|gui|tang|cho|va|cung|voi|gom co|gom|voi su tham gia cua)"
    r"\s*[:=.\-\"']{0,2}\s*$"
)
_WEAK = re.compile(
    r"(?:^|\W)(?:lien he|gia dinh|cua|do|boi|gui|tang|cho|va|cung|voi|gom co|gom|ho|kinh gui|dai dien|voi su tham "
    r"gia cua|nguoi tiep nhan|nguoi lap bieu)\s*[:=.\-\"']{0,2}\s*$"
)
_LOWER = re.compile(
    r"(?:(?<![a-z])(?:ho (?:va )?ten|(?:toi )?ten (?:toi )?la|toi ten(?: la)?|toi la|chu (?:tai khoan|tk|ho)|"
    r"benh nhan|cong dan|nguoi (?:nop|nhan|yeu cau|dai dien|lam don)))"
    r"(?: (?:la|cua toi|toi|em|chau))?\s{0,2}[:=]?\s{0,2}([a-z']+(?: [a-z']+){1,5})"
)
_LOWER_TITLED = re.compile(
    r"(?<![^\W\d_])(?:[Ôô]ng|[Bb]à|[Aa]nh|[Cc]hị|ong|ba|chi)[ ]([^\W\d_']+(?:\s[^\W\d_']+){1,4})"
)
_STOP_WORDS = """
    sdt cccd cmnd cmt tru dia nu ngu dt voi duoc bi xin den tai chuc nghe tel email nay muon khong ve lam nop theo nhung
    toi xa khau hktt mst stk
"""
_STOP = frozenset(_STOP_WORDS.split())
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
_NUMERAL = re.compile(r"[IVX]+")
_CLAN_SIGN = re.compile("[KHY]['\u2019-]")  # K'Brể, H'Hen: the first letters say man or woman


def find_people(sheet: Sheet, rows: Rows) -> list[Person]:
    """Return every person named in a text, in order."""
    found = [person for run in find_runs(sheet) for person in _people_in(sheet, rows, run)]
    taken = {person.start for person in found}
    found += [person for person in _in_lower_case(sheet) if person.start not in taken]
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
    if signs_for_himself(sheet, line, start, end) and looks_like_name(sheet, words):
        return Person(start, end, True, "chữ ký của người dân", 0.9)
    if not confidence:
        why, confidence = _by_itself(sheet, rows, words)
    if not confidence:
        return None
    official = signs_for_a_body(sheet, line, start, end) or holds_office(sheet, rows, start, end)
    return Person(start, end, not official, why, confidence)


def _said(sheet: Sheet, words: tuple[tuple[int, int], ...], left: str, role: str, *, titled: bool) -> tuple[str, float]:
    """Return why a title, a label or a column says that this is a person, with the confidence; 0 where none does."""
    texts = [sheet.text[slice(*place)] for place in words]
    known = is_surname(texts[0])
    many = len(words) >= 2 or len(texts[0]) > 3 and bool(_CLAN_SIGN.match(texts[0]))
    shaped = looks_like_name(sheet, words)
    if role == "NAME" and many and (known or shaped) and _CELL_START.match(left):
        return "cột họ tên", 0.97
    marked = sheet.text[words[0][0] - len(left) : words[0][0]]
    if many and (titled or _TITLE_MARKED.search(marked) or (fold(marked) == marked.lower() and _TITLE.search(left))):
        if known and (shaped or len(words) <= 5):
            return "tên sau “ông”, “bà” hoặc cách xưng hô khác", 0.97
        if (titled or _TITLE_MARKED.search(marked)) and not left.rstrip(" :").endswith("tieng anh"):
            return "tên sau cách xưng hô, họ hiếm gặp", 0.75 if _is_personal(texts) else 0.0
    label = _LABEL.search(left)
    if label and many and (label.start() == 0 or not left[label.start() - 1].isalpha()):
        if _WEAK.search(left):
            return (
                ("tên sau từ chỉ người", 0.85)
                if shaped and len(words) >= 3 and fold(" ".join(texts)) not in FAMOUS
                else ("", 0.0)
            )
        if known:
            return f"tên sau “{label[0].strip(' :=.-')}”", 0.97
        return (f"chữ sau “{label[0].strip(' :=.-')}”", 0.8) if _is_personal(texts) else ("", 0.0)
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
    if not looks_like_name(sheet, words, strict=True) or _NUMERAL.fullmatch(sheet.text[slice(*words[-1])]):
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


def _in_lower_case(sheet: Sheet) -> list[Person]:
    """Find names typed without capitals: only behind a label or a title, and only of syllables that names have."""
    found = []
    for pattern, source, least in ((_LOWER, sheet.plain, 2), (_LOWER_TITLED, sheet.text, 3)):
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
                found.append(Person(start, end, True, "tên viết thường sau từ chỉ người", 0.8))
    return found


def _is_lower_word(sheet: Sheet, place: slice, *, first: bool, strict: bool) -> bool:
    written = sheet.text[place]
    if not written.islower() or sheet.plain[place] in _STOP:
        return False
    return is_common(written, strict=strict) if first else is_given(written, strict=strict)
