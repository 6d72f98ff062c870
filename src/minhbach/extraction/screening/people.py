"""Names of people who hold no office here: said by a title or a label, by a column, or by the name itself."""

import re
from dataclasses import dataclass

from minhbach.domain.text import fold
from minhbach.extraction.screening.contracts import Finding
from minhbach.extraction.screening.facts.famous import FAMOUS
from minhbach.extraction.screening.facts.given import PLAIN as GIVEN
from minhbach.extraction.screening.facts.surnames import is_surname
from minhbach.extraction.screening.office import holds_office, signs_for_a_body, signs_for_himself
from minhbach.extraction.screening.rows import Rows
from minhbach.extraction.screening.runs import (
    Run,
    cut,
    find_runs,
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
    r"(?:[Ôô]ng(?: ?(?:[/,(]|và|hoặc) ?[Bb]à\)?)?|[Bb]à(?: ?(?:[/,(]|và|hoặc) ?[Ôô]ng\)?)?|[Aa]nh(?: ?[/,(] "
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
    r"|benh nhan|cong dan|nan nhan|bi (?:can|cao|don|hai)|nguyen don|hoc sinh|sinh vien|thi sinh|hoc vien|lai xe|tai xe"
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
_PLACE_BEFORE = re.compile(
    r"(?:duong|pho|ngo|ngach|hem|kiet|phuong|xa|p\.|q\.|quan|huyen|tp\.?|thanh pho|tinh|thi tran|tt\.?|truong|thcs|"
    r"thpt|tieu hoc|mam non|mau giao|dai hoc|cao dang|"
    r"benh vien|cong ty(?: (?:tnhh|co phan|cp|mtv|tm|dv|xd|tnhh mtv))*|cau|cho|cong vien|khu (?:do thi|dan cu|cong "
    r"nghiep|pho)|quang truong|di tich|den|chua|dinh|"
    r"thon|ap|lang|ban|xom|to dan pho|tuyen|ho|song|nui|hang|quy|giai(?: thuong)?|tuong dai|nha tho|nha luu niem|"
    r"nga (?:ba|tu|nam)|dai lo|ben xe|ga|cang|chi bo|lien doi|"
    r"trung doan|su doan|dao|mo|doan|tap the|chu tich|tong bi thu|dai tuong|bac|vua|anh hung|liet si|khoa|hoc vien|"
    r"san|nha hat|thu vien|trung tam|nghia trang|khach san|toa nha)"
    r"\s+(?:so \d+ )?(?:ten )?[\"']?$"
)
_CHAIN = re.compile(r"(?:duong|pho|tuyen|truong|phuong|xa|quan|huyen)\s[^.;:\n]{0,120}?(?:,|va|-|den|/)\s*$")
_LOWER = re.compile(
    r"(?:(?<![a-z])(?:ho (?:va )?ten|(?:toi )?ten (?:toi )?la|toi ten(?: la)?|toi la|ten|chu (?:tai khoan|tk|ho)|"
    r"benh nhan|cong dan|nguoi (?:nop|nhan|yeu cau|dai dien|lam don)))"
    r"(?: (?:la|cua toi|toi|em|chau))?\s{0,2}[:=]?\s{0,2}([a-z']+(?: [a-z']+){1,5})"
)
_LOWER_TITLED = re.compile(
    r"(?<![^\W\d_])(?:[Ôô]ng|[Bb]à|[Aa]nh|[Cc]hị|ong|ba|chi)\s+([^\W\d_']+(?:\s[^\W\d_']+){1,4})"
)
_STOP_WORDS = """
    sdt cccd cmnd cmt tru dia nu ngu dt voi duoc bi xin den tai chuc nghe tel email nay muon khong ve lam nop theo nhung
    toi xa khau hktt mst stk
"""
_STOP = frozenset(_STOP_WORDS.split())
_CLAN_SIGN = re.compile("[KHY]['\u2019-]")  # K'Brể, H'Hen: the first letters say man or woman


@dataclass(frozen=True, slots=True)
class Person:
    """A name that was read. `private` is false for officials: they are no finding, yet tell whose a number is."""

    start: int
    end: int
    private: bool
    why: str
    confidence: float


def find_people(sheet: Sheet, rows: Rows) -> list[Person]:
    """Return every person named in a text, in order."""
    found = [person for run in find_runs(sheet) for person in _people_in(sheet, rows, run)]
    taken = {person.start for person in found}
    found += [person for person in _in_lower_case(sheet) if person.start not in taken]
    found.sort(key=lambda person: person.start)
    return found


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
            if good >= 2 and (person := _judge(sheet, rows, name[:good], titled=True)):
                found.append(person)
                at += good
        titled = at < len(words) and sheet.text[slice(*words[at])] in ("ÔNG", "BÀ")
        at += 1
    return found


def _judge(sheet: Sheet, rows: Rows, words: tuple[tuple[int, int], ...], *, titled: bool) -> Person | None:
    start, end = words[0][0], words[-1][1]
    line = sheet.line_at(start)
    if line in rows.heads:
        return None
    cell = rows.cell_at(line, start)
    left = sheet.before(start, 60)
    if cell:
        left = sheet.plain[max(cell.start, start - 60) : start]
    why, confidence = _said(sheet, words, left, cell.role if cell else "", titled=titled)
    if not confidence:
        why, confidence = _by_itself(sheet, rows, words, left)
    if not confidence:
        return None
    if signs_for_himself(sheet, line, start, end):
        return Person(start, end, True, "chữ ký của người dân", 0.9)
    official = signs_for_a_body(sheet, line, start, end) or holds_office(sheet, rows, start, end)
    return Person(start, end, not official, why, confidence)


def _said(sheet: Sheet, words: tuple[tuple[int, int], ...], left: str, role: str, *, titled: bool) -> tuple[str, float]:
    """Return why a title, a label or a column says that this is a person, with the confidence; 0 where none does."""
    texts = [sheet.text[slice(*place)] for place in words]
    known = is_surname(texts[0], forgiving=True)
    many = len(words) >= 2 or len(texts[0]) > 3 and bool(_CLAN_SIGN.match(texts[0]))
    shaped = looks_like_name(sheet, words)
    if role == "NAME" and many and (known or shaped):
        return "cột họ tên", 0.97
    marked = sheet.text[words[0][0] - len(left) : words[0][0]]
    if many and (titled or _TITLE_MARKED.search(marked) or (fold(marked) == marked.lower() and _TITLE.search(left))):
        if known and (shaped or len(words) <= 5):
            return "tên sau “ông”, “bà” hoặc cách xưng hô khác", 0.97
        if titled or _TITLE_MARKED.search(marked):
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
        r"pho|chi cuc|cuc|vien|toa|to|cac|nhung|khu|xa|phuong|tinh|huyen|quan|thanh pho|ha noi|hai phong|da nang|"
        r"nhu|tren|dieu|van|lanh dao)\b",
        plain,
    )


def _by_itself(sheet: Sheet, rows: Rows, words: tuple[tuple[int, int], ...], left: str) -> tuple[str, float]:
    """Return the same for a name that nothing announces."""
    if not looks_like_name(sheet, words):
        return "", 0.0
    start, end = words[0][0], words[-1][1]
    plain = " ".join(sheet.plain[slice(*place)] for place in words)
    line = sheet.line_at(start)
    alone = _stands_alone(sheet, rows, start, end)
    if plain in FAMOUS or _PLACE_BEFORE.search(left) or _CHAIN.search(sheet.before(start, 140)):
        return "", 0.0
    if len(words) == 2:
        row = rows.by_line.get(line)
        if alone and row and is_surname(sheet.text[slice(*words[0])]) and _has_numbers(sheet, line):
            return "họ và tên trong một hàng của bảng", 0.8
        return "", 0.0
    if alone:
        return "họ và tên đứng riêng", 0.9
    return ("họ và tên người Việt", 0.85) if is_sure(sheet, words) else ("có dạng họ và tên", 0.65)


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
    for pattern, source in ((_LOWER, sheet.plain), (_LOWER_TITLED, sheet.text)):
        for match in pattern.finditer(source):
            start = match.start(1)
            if not sheet.text[start : start + 1].islower():
                continue
            end, count = start, 0
            for word in re.finditer(r"\S+", match[1]):
                plain = sheet.plain[start + word.start() : start + word.end()]
                written = sheet.text[start + word.start() : start + word.end()]
                if (
                    not written.islower()
                    or count == 0
                    and not is_surname(written)
                    or count
                    and (plain not in GIVEN or plain in _STOP)
                    or count == 5
                ):
                    break
                end, count = start + word.end(), count + 1
            if count >= (2 if source is sheet.plain else 3):
                found.append(Person(start, end, True, "tên viết thường sau từ chỉ người", 0.8))
    return found
