"""Words that announce a person: a title ("ông"), a label ("họ và tên"), or only a word like "của"."""

import re

from minhbach.domain.text import fold
from minhbach.extraction.screening.sheet import Sheet

_TITLE = re.compile(
    r"(?:^|(?<=[^\w]))(?:ong(?: ?(?:[/,(]|va|hoac) ?ba\)?)?|ba(?: ?(?:[/,(]|va|hoac) ?ong\)?)?|anh(?: ?[/,(] "
    r"?chi\)?)?|chi|chau|em|co|chu|bac|cu|thay|vo|chong|con"
    r"|con (?:trai|gai|nuoi|ruot|dau|re)|me|cha|bo|me de|cha de|bo de|em (?:trai|gai|ruot)|anh (?:trai|ruot)|chi "
    r"(?:gai|ruot)|ban)"
    r"(?: (?:la|ten|ten la))?\s*[:\"'.]?\s*$"
)
_TITLE_MARKED = re.compile(
    r"(?<!\w)(?:ông(?: ?(?:[/,(]|và|hoặc) ?bà\)?)?|bà(?: ?(?:[/,(]|và|hoặc) ?ông\)?)?|anh(?: ?[/,(] ?chị\)?)?|chị|cháu"
    r"|em|cô|chú|bác|cụ|thầy|cậu|mợ|dì|thím|vợ|chồng|con|con (?:trai|gái|nuôi|ruột|dâu|rể|út|cả|riêng)|(?:mẹ|cha|bố)"
    r"(?: (?:đẻ|vợ|chồng|nuôi|ruột))?|(?:ông|bà) (?:nội|ngoại|cụ)|(?:bác|chú|cô|dì|cậu) ruột|em (?:trai|gái|ruột|"
    r"chồng|vợ)"
    r"|anh (?:trai|ruột)|chị (?:gái|ruột)|bạn)(?: (?:là|tên|tên là))?\s*[:\"'“.–-]?\s*$"
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
    r"di khai(?: sinh| tu)?|di dang ky|to cao|phan anh|kien nghi|lam don|khai|nhan(?: tien| chuyen nhuong)?|"
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
_WEAK_WORDS = """
    liên hệ;gia đình;của;do;bởi;gửi;tặng;cho;và;cùng;với;gồm có;gồm;hộ;kính gửi;đại diện;với sự tham gia của;
    người tiếp nhận;người lập biểu
"""
_WEAK = frozenset(fold(" ".join(word.split())) for word in _WEAK_WORDS.split(";"))
_REACH = 60


def left_of(sheet: Sheet, start: int, floor: int = 0) -> str:
    """Return the comparable text before a place on its line, down to a floor (where its cell begins)."""
    left = sheet.before(start, _REACH)
    return left[max(0, len(left) - (start - floor)) :] if start - floor < len(left) else left


def has_title(sheet: Sheet, start: int, left: str) -> bool:
    """Say whether a title stands right before a place; "chi" is "chị" only where the words before have no marks."""
    written = sheet.text[start - len(left) : start].lower()
    if _TITLE_MARKED.search(written):
        return not left.rstrip(" :").endswith("tieng anh")
    return sheet.is_unmarked(start) and bool(_TITLE.search(left))


def label_in(left: str) -> str:
    """Return the label that ends a text, or ""."""
    found = _LABEL.search(left)
    if found is None or found.start() and left[found.start() - 1].isalpha():
        return ""
    return found[0].strip(" :=.-\"'")


def is_weak(left: str) -> bool:
    """Say whether that label is a word that stands before much else too ("của", "và")."""
    return label_in(left) in _WEAK
