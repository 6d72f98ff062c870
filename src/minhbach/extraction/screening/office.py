"""Who holds an office: by the words beside a name, by a column of the table, or by the place of a signature."""

import re

from minhbach.domain.text import fold
from minhbach.extraction.screening.facts.positions import BODY, POSITION, PRIVATE_WORK
from minhbach.extraction.screening.rows import Rows
from minhbach.extraction.screening.sheet import Sheet

_ASIDE = (
    r"(?:\s*[,;(\-]?\s*(?:sinh (?:nam|ngay)|ngay sinh:?|sn:?)\s*[\d/.\-]{4,10}\)?)?"
    r"(?:\s*[,;(\-]?\s*(?:so )?(?:cccd|cmnd|can cuoc)(?: cong dan)?(?: so)?:?\s*[\d .]{9,16}\)?)?"
)
_BEHIND = re.compile(
    rf"{_ASIDE}\s*[,;:(\-–/|]{{0,2}}\s*(?:(?:hien )?(?:la|dang la|giu chuc(?: vu)?|chuc (?:vu|danh)(?: la)?|nguyen "
    rf"la|nguyen|hien nay la|hien dang la|co quan|hien|phan cong|voi tu cach la)\s*:?\s*)?"
    rf"(?<![a-z]){POSITION}"
)
_NEAR_OFFICE = re.compile(r"[,;.\-\t |]{0,6}\s*(?:chuc (?:vu|danh))\s*[:\-]?\s*")
_OFFICE = re.compile(
    rf"(?<![a-z])(?:{POSITION}|nguoi (?:tiep nhan|ghi bien ban|lap bieu|lap bien ban|ky|phat ngon|chu tri|tiep dan|"
    rf"huong dan)\b)"
)
# What stands between an office and a name where the name is another person's: "Chủ tịch mời ông …".
_VERB_WORDS = """
    mời;giải quyết;trả lời;đề nghị;gửi;cho;với;và;của;yêu cầu;thu hồi;cấp;thông báo;ban hành;giao;
    phân công;xét;đơn;nhận;bổ nhiệm;kính;đã;được;bị;ra;do;tại;về;đến;theo;xác nhận;chứng thực;hộ;
    gia đình;lập;ghi;hỏi;nghe;làm việc;trao;tặng;xử phạt;quyết định;ngày;năm;tháng;là;chứng nhận;
    chi trả;hỗ trợ;chuyển;liên hệ;gặp;đại diện;cần;khi;nếu;thay mặt;cùng
"""
_VERBS = [" ".join(word.split()) for word in _VERB_WORDS.split(";")]
_VERB = re.compile(rf"(?<!\w)(?:{'|'.join(_VERBS)})(?!\w)")
_AMBIGUOUS = frozenset(("tai", "ho", "hoi", "ra", "ve", "do", "la", "cap", "lap", "can"))
_VERB_PLAIN = re.compile(rf"(?<!\w)(?:{'|'.join(v for v in map(fold, _VERBS) if v not in _AMBIGUOUS)})(?!\w)")
_DEGREES = re.compile(r"\b(?:gs|pgs|tskh|ts|ths|bs|bscki{0,2}|bsck\d|cki{0,2}|ks|kts|cn|ds|ls)\s*\.\s*")
_VERB_TO_CITIZEN = re.compile(r"\b(?:cho|voi|gui|moi|don cua|ho (?:ong|ba|gia dinh|dan)|(?<!tiep )cong dan|cac)\b")
_OPENS_LIST = re.compile(
    rf"[\W\d]*(?:cac |nhung )?(?:{POSITION}|nguoi (?:tiep nhan|ghi bien ban|lap bien ban|ky|"
    rf"phat ngon|chu tri))[^:;.\n|]{{0,40}}:"
)
_NEXT_PERSON = re.compile(r"[;)]|,? (?:ong|ba|anh|chi) ")
_COMRADE = re.compile(r"(?:dong chi|dong chi:|d/c|d\.c|dc)\s*:?\s*$")
_AUTHORITY = re.compile(r"^\W{0,3}(?:t/?m|k/?t|t/?l|tuq|q|p)\s?[./]\s?\w")
_OFFICE_LINE = re.compile(
    rf"^\W*(?:{POSITION}|nguoi (?:ky|phat ngon|lap bieu|tiep nhan|chu tri|ghi bien ban|giao|tiep dan|huong dan)|don "
    rf"vi lap|co quan)"
)
_HIMSELF = re.compile(
    r"(?:nguoi (?:lam|viet|nop|dung|gui) don|nguoi (?:khai|cam (?:ket|doan)|de nghi|yeu cau|khieu nai|to cao|phan "
    r"anh|kien nghi|lam chung|nhan(?: tien)?|uy quyen|duoc uy quyen|"
    r"bao lanh|su dung dat|viet|bi hai|chung kien|dan|thue|mua|ban|vay|chuyen nhuong|nhan chuyen nhuong|nop tien|co "
    r"don|duoc thong bao|vi pham|bi xu phat|dai dien gia dinh)|"
    r"nguoi lam giay|kinh don|nguoi yeu cau cung cap thong tin|dai dien (?:ho|gia dinh|ho gia dinh|cac ho|ho dan|"
    r"nguoi dan)|chu ho|ho gia dinh|ben [abc]$|nguoi than|than nhan|ben (?:co|bi|mua|ban|thue|giao|nhan|vay|don|"
    r"khieu|yeu|kien)|nguyen don|bi don|nguoi chung kien|cong dan)"
)
_SKIP = re.compile(r"^\W*(?:\(?\s*(?:da ky|ky,?|ky ten|ky va ghi|ky dien tu|ghi ro|chu ky|da ki)[^\n]{0,60})?\W*$")
_NEAR = 9
_LONGEST_SIGNATURE = 300


def holds_office(sheet: Sheet, rows: Rows, start: int, end: int) -> bool:
    """Say whether a person is named with a position, as officials are; a firm's director is none."""
    line = sheet.line_at(start)
    row = rows.by_line.get(line)
    if row:
        for cell in row.cells:
            if cell.role == "POSITION" and cell.end > cell.start:
                text = sheet.plain[cell.start : cell.end]
                return bool(re.match(rf"\W*{POSITION}", text)) and not re.search(PRIVATE_WORK, text)
    if _is_in_a_list_of_officials(sheet, line, start):
        return True
    after = _following(sheet, end, 170)
    if found := _BEHIND.match(after):
        return not _is_private(sheet, after, found.end(), line)
    if near := _NEAR_OFFICE.match(after):
        return not _is_private(sheet, after, near.end(), line)
    left = _preceding(sheet, start, 150)
    if _COMRADE.search(left):
        return True
    found = _last_position(left)
    if found is None:
        return False
    between = left[found.end() :]
    if re.fullmatch(r"[^.;\n|:]{0,40}:\s*(?:ong|ba|d/c)?\s*", between) and not _VERB_TO_CITIZEN.search(between):
        return True
    clean = re.sub(r"\b(?:ong|ba|dong chi|d/c)\b", " ", _DEGREES.sub("", between))
    if re.search(r"[.;\n|]", clean) or _says_more(sheet, start, between):
        return False
    return not re.search(PRIVATE_WORK, between)


def _is_in_a_list_of_officials(sheet: Sheet, line: int, start: int) -> bool:
    """Say whether a line begins by naming an office ("Các Hội thẩm nhân dân:") and goes on with names only."""
    opened = _OPENS_LIST.match(sheet.plain, sheet.starts[line], start)
    if opened is None:
        return False
    return not re.search(r"[;.]|\b(?:nguoi|ho|cong dan|don)\b", sheet.plain[opened.end() : start])


def _says_more(sheet: Sheet, start: int, between: str) -> bool:
    """Say whether the words between an office and a name do more than name the body of that office."""
    if sheet.is_unmarked(start):
        return bool(_VERB_PLAIN.search(between))
    return bool(_VERB.search(sheet.text[max(0, start - len(between)) : start].lower()))


def _last_position(left: str) -> "re.Match[str] | None":
    found = list(_OFFICE.finditer(left))
    return found[-1] if found else None


def _is_private(sheet: Sheet, after: str, at: int, line: int) -> bool:
    """Say whether the position is one in a firm: its words follow, or a firm was named in the lines just above."""
    if re.search(PRIVATE_WORK, after[:at] + _NEXT_PERSON.split(after[at : at + 60])[0]):
        return True
    if (
        not re.search(r"giam doc|chu tich|ke toan|nhan vien|thanh vien|chu nhiem|truong phong|dai dien", after[:at])
        and at > 0
    ):
        return False
    if re.search(BODY, after[at : at + 60]):
        return False
    above = sheet.plain[sheet.starts[max(0, line - 3)] : sheet.starts[line]]
    return bool(re.search(PRIVATE_WORK, above)) and not re.search(BODY, above)


def _following(sheet: Sheet, end: int, reach: int) -> str:
    """Return what follows a name in its sentence; a line that broke there goes on."""
    text = sheet.plain[end : end + reach]
    stop = re.search(r"\n\s*(?:\n|[-+*•]|\d{1,3}[.)]|[a-z]\))", text)
    text = text[: stop.start()] if stop else text
    return text.replace("\n", " ") if not text.lstrip(" ").startswith("\n") or text.lstrip(" \n")[:1].islower() else ""


def _preceding(sheet: Sheet, start: int, reach: int) -> str:
    """Return what precedes a name in its line; where the line begins with it, the end of the line above goes before."""
    line = sheet.line_at(start)
    first = sheet.starts[line]
    text = sheet.plain[max(first, start - reach) : start]
    above = sheet.plain[slice(*sheet.span(line - 1))] if line and start - first < 40 else ""
    if above and not text.strip(" -") and not above.rstrip().endswith((".", ";", ":", "/")):
        original = sheet.text[slice(*sheet.span(line - 1))]
        if not original.isupper() and len(above) > 50:
            text = f"{above[-reach:]} {text}"
    return text


def signs_for_a_body(sheet: Sheet, line: int, start: int, end: int) -> bool:
    """Say whether a name stands alone below a line that names an authority or an office (TM., KT., CHỦ TỊCH)."""
    return _signature(sheet, line, start, end) == "body"


def signs_for_himself(sheet: Sheet, line: int, start: int, end: int) -> bool:
    """Say whether a name stands alone below "Người làm đơn" and the like."""
    return _signature(sheet, line, start, end) == "self"


def _signature(sheet: Sheet, line: int, start: int, end: int) -> str:
    first, last = sheet.span(line)
    if last - first > _LONGEST_SIGNATURE:
        return ""
    column, columns, alone = _column(sheet, first, last, start, end)
    if not alone:
        return ""
    for above in range(line - 1, max(-1, line - 1 - _NEAR), -1):
        a, b = sheet.span(above)
        raw = sheet.plain[a:b]
        if _SKIP.match(raw) or raw.strip() == sheet.plain[start:end]:
            continue
        if b - a > 130 and columns == 1:
            return ""
        pieces = [p for p in re.split(r"\s{3,}|\t+|\s*\|\s*", raw) if p.strip()]
        piece = pieces[column] if len(pieces) == columns and column < len(pieces) else raw
        if _HIMSELF.search(piece) and len(piece) < 70:
            return "self"
        shown = sheet.text[a:b].strip()
        short = len(piece.strip()) < 70
        if short and (
            _AUTHORITY.search(piece)
            or _OFFICE_LINE.match(piece)
            or (len(pieces) > 1 and any(_AUTHORITY.search(p) or _OFFICE_LINE.match(p) for p in pieces))
        ):
            return "body"
        if not shown.isupper() and not re.match(r"^\W*(?:\(|noi nhan|- |luu)", raw):
            return ""
    return ""


def _column(sheet: Sheet, first: int, last: int, start: int, end: int) -> tuple[int, int, bool]:
    """Return in which of how many columns a name stands on its line, and whether it fills that column."""
    raw = sheet.plain[first:last]
    pieces = [(m.start() + first, m.end() + first) for m in re.finditer(r"\S+(?:[ ]{1,2}\S+)*", raw.replace("|", "\t"))]
    for at, (a, b) in enumerate(pieces):
        if a <= start < b:
            lead = re.sub(
                r"^(?:ong|ba|ths\.?|ts\.?|bs\.?|ks\.?|bscki{0,2}\.?|da ky|\(da ky\)|dai ta|thuong ta|trung ta|thieu "
                r"ta|luat su|d/c)[\s:.]*",
                "",
                sheet.plain[a:start],
            )
            return at, len(pieces), not lead.strip(" .:()*") and not sheet.plain[end:b].strip(" .,)*")
    return 0, 1, False
