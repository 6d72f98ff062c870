"""Splits lists of bodies into single bodies, leaving names with an inner *và*, comma or dash whole."""

import re
from collections.abc import Iterator

from minhbach.domain.reading.body.names import names_body, starts_body, starts_collective, starts_generic, verb_at
from minhbach.domain.reading.body.remembering import lowered, remembered
from minhbach.domain.text import squeeze

_BRACKETS = re.compile(r"\([^()]{0,400}\)?")
_SEPARATOR = re.compile(
    r"(\s*;\s*(?:và\s+)?|\s*,\s*(?:và\s+)?|\s+và\s+|\s+cùng với\s+|\s+cùng\s+(?=các)|\s+&\s+(?=[A-ZĐ]\w+ ))"
)
_GIVING = re.compile(
    r"^(?:giao cho|giao|phân công|đề nghị|yêu cầu|uỷ quyền cho|do|là|gồm|bao gồm|mời|với|cho)[ :]+", re.IGNORECASE
)
_EXPLAINED = re.compile(
    r"\s[-–]\s(?:là )?(?:cơ quan|đơn vị) (?:thường trực|đầu mối|chủ trì|chủ quản).*$", re.IGNORECASE | re.DOTALL
)
_LEVELS = re.compile(
    r"^((?:Ủy ban|Uỷ ban|ủy ban|uỷ ban|Hội đồng) nhân dân|UBND|HĐND) (?:các )?cấp (\w+(?: \w+)?)((?:(?:, "
    r"| và )cấp \w+(?: \w+)?)+)$"
)
_COUNCIL = re.compile(r"^(?:hội đồng nhân dân|hđnd|thường trực hđnd)$")
_OFFICE_OF_COUNCIL = re.compile(
    r"^(?:văn phòng|vp|chánh văn phòng) (?:hội đồng nhân dân|hđnd|đoàn (?:đại biểu quốc hội|đbqh)|đoàn đbqh"
    r"|đảng uỷ|thành uỷ|tỉnh uỷ|huyện uỷ)$"
)
_COMMITTEE = re.compile(r"^(?:uỷ ban nhân dân|ubnd|hội đồng nhân dân|hđnd)")
_FAMILY = re.compile(r"^(?:các |những )?(?:sở|bộ|ban)(?:, (?:ban|ngành|sở))*$")
_BARE_CLASS = re.compile(
    r"^(?:ban|sở|bộ|cục|vụ|viện|phòng|chi cục|hội|đoàn|uỷ ban|trung tâm|tổ|đội|trường|trạm|tập đoàn"
    r"|(?:tổng )?công ty(?: nhà nước)?)(?: (?:thuộc|trực thuộc|liên quan|có liên quan|khác|của|chuyên môn)(?!\w).*)?$"
)
_BARE_GENERIC = re.compile(r"^(?:đơn vị|cơ quan|địa phương)$")
_OTHERS = re.compile(r"^(?:viện nghiên cứu|trường đại học|doanh nghiệp|hợp tác xã|hiệp hội)(?!\w)")
_UNDER_GOVERNMENT = re.compile(r"^cơ quan (?:ngang bộ|thuộc chính phủ)")
_ONE_LEVEL_ONLY = re.compile(r"^(?:sở|bộ|phòng|cục|chi cục|kho bạc|tổng cục|vụ)(?!\w)(?! chỉ huy)")
_SHARED_LEVELS = re.compile(r"các cấp$")
_HALF_NAME = re.compile(
    r"^(?:báo|đài|chủ tịch|phó chủ tịch|giám đốc|phó giám đốc|trưởng|lãnh đạo|thường trực|bí thư|đại diện|thủ trưởng)$"
)
_CLASS = re.compile(r"^(?:[Cc]ác |[Nn]hững )?(Sở|Bộ|Ban|Phòng|Hội|sở|bộ|phòng)(?::\s*|\s+)(?=[A-ZĐÁÀẢÂĂÊÔƠƯ])(.+)$")
_PORTFOLIOS = re.compile(
    r"(?:Khoa học và Công nghệ|Nông nghiệp và Môi trường|Nông nghiệp và Phát triển nông thôn|Tài nguyên và Môi trường"
    r"|Giáo dục và Đào tạo|Văn hóa, Thể thao và Du lịch|Văn hoá, Thể thao và Du lịch|Văn hóa và Thể thao"
    r"|Văn hoá và Thể thao|Văn hóa, Thể thao, Du lịch"
    r"|Văn hóa, Thông tin|Thông tin và Truyền thông|Kế hoạch và Đầu tư|Lao động[ ]?[-–,] ?Thương binh và Xã hội"
    r"|Giao thông vận tải|Giao thông Vận tải"
    r"|Dân tộc và Tôn giáo|Văn hóa [-–] Xã hội|Văn hoá [-–] Xã hội|Quy hoạch [-–] Kiến trúc"
    r"|Tài chính [-–] Kế hoạch|Kinh tế, Hạ tầng và Đô thị"
    r"|Công Thương|Tư pháp|Nội vụ|Tài chính|Y tế|Xây dựng|Ngoại vụ|Du lịch|Kinh tế|Quốc phòng|Công an|Ngoại giao"
    r"|KH&CN|TT&TT|GD&ĐT|NN&MT|NN&PTNT|TN&MT|KH&ĐT|LĐTBXH|VHTTDL|VHTT&DL|GTVT)(?! nhân dân)"
)
_LEADER_OF = re.compile(
    r"^(?:thủ trưởng|giám đốc|chủ tịch|người đứng đầu|lãnh đạo|bộ trưởng|trưởng|chánh(?= (?:văn phòng|thanh tra))"
    r"|viện trưởng|tổng giám đốc|(?:cục|vụ|chi cục|tổng cục) trưởng|hiệu trưởng)"
    r"\s+(?=các |sở|ban |bộ |ubnd|uỷ ban|công an|văn phòng|thanh tra|phòng|trung tâm|cơ quan|đơn vị|cục|chi cục"
    r"|vụ|tổng cục"
    r"|kho bạc|hội|đài)",
)


@remembered
def read_bodies(text: str, *, sentence: bool = False) -> tuple[str, ...]:
    """Return the single bodies that `text` names, as written, each once.

    :param sentence: the text goes on with what the bodies do; the names then end at the first verb.
    """
    return tuple(dict.fromkeys(_names(text, sentence=sentence)))


def bodies_of_leaders(bodies: tuple[str, ...]) -> tuple[str, ...]:
    """Return the bodies that the named leaders stand for: “Giám đốc Sở Tư pháp” is told what his body shall do."""
    return tuple(body[match.end() :] if (match := _LEADER_OF.match(lowered(body))) else body for body in bodies)


def without_explanation(text: str) -> str:
    """Return `text` without what explains a body after a dash (“Sở Tư pháp - Cơ quan thường trực Hội đồng …”)."""
    return _EXPLAINED.sub("", text)


def _names(text: str, *, sentence: bool) -> Iterator[str]:
    cleaned = without_explanation(_BRACKETS.sub(" ", squeeze(text)))
    for part in re.split(r"\s*;\s*", cleaned):
        part = _GIVING.sub("", part.strip(" .,:;-–+"))
        part = part[: verb_at(part, label=not sentence)].strip(" .,:;-–+")
        part = re.sub(r"(?:,| và)$", "", part)
        for name in _whole_names(part):
            yield from _single(name.strip(" .,:;"))


def _single(name: str) -> Iterator[str]:
    """Yield the bodies of one phrase: “UBND cấp huyện, cấp xã” are two, “Các Sở: Tư pháp, Nội vụ” too."""
    if not name:
        return
    levels = _LEVELS.match(name)
    if levels:
        for level in re.findall(r"cấp \w+(?: \w+)?", name):
            yield f"{levels[1]} {level}"
        return
    of_class = _CLASS.match(name)
    portfolios = _PORTFOLIOS.findall(of_class[2]) if of_class else []
    if of_class and len(portfolios) > 1 and not re.search(r"\w", _PORTFOLIOS.sub("", of_class[2]).replace("và", "")):
        yield from (f"{of_class[1].capitalize()} {portfolio}" for portfolio in portfolios)
        return
    yield name


def _whole_names(part: str) -> Iterator[str]:
    """Yield the phrases that commas and *và* separate, joined again where they do not part two names."""
    pieces = _SEPARATOR.split(part)
    chunks, links = pieces[0::2], pieces[1::2]
    shared = _shared_levels(chunks)
    current = chunks[0]
    for i, chunk in enumerate(chunks[1:], start=1):
        if not shared and _parts(current, chunk, chunks[i + 1] if i + 1 < len(chunks) else "", part):
            yield current
            current = chunk
        else:
            current += links[i - 1] + chunk
    yield current


def _shared_levels(chunks: list[str]) -> bool:
    """Tell whether “các cấp” at the end belongs to all names: organisations that exist at every level."""
    if len(chunks) < 2 or not _SHARED_LEVELS.search(chunks[-1]):
        return False
    return not any(_ONE_LEVEL_ONLY.match(lowered(chunk)) or starts_collective(chunk) for chunk in chunks)


def _parts(current: str, chunk: str, following: str, whole: str) -> bool:
    """Tell whether `chunk`, after a comma or *và*, begins another body than `current`."""
    low, before = lowered(chunk), lowered(current)
    if _HALF_NAME.match(before) or (_OFFICE_OF_COUNCIL.match(before) and _COMMITTEE.match(low)):
        return False
    if _COUNCIL.match(before) and _COMMITTEE.match(low):
        return not re.match(r"^(?:uỷ ban nhân dân|ubnd) \w", low)
    if _BARE_CLASS.match(low) and starts_collective(current):
        return False
    if starts_body(chunk) or starts_collective(chunk):
        return True
    if _UNDER_GOVERNMENT.match(low):
        return True
    if _BARE_GENERIC.match(low) and _FAMILY.match(before):
        return starts_body(following)
    if _OTHERS.match(low):
        return _is_named(current) or bool(_OTHERS.match(before))
    if starts_generic(chunk):
        return _is_named(current) and bool(re.search(r"liên quan|khác", lowered(whole)))
    return False


def _is_named(current: str) -> bool:
    return starts_body(current) and not starts_collective(current)


def looks_like_bodies(text: str) -> bool:
    """Tell whether a heading only names one body or several: “Sở Tư pháp”, “Các sở, ngành; UBND cấp xã”."""
    cleaned = _GIVING.sub("", _BRACKETS.sub(" ", squeeze(text)).strip(" .:;"))
    if not cleaned or len(cleaned) > 220 or not names_body(cleaned):
        return False
    return verb_at(cleaned, label=True) >= len(cleaned)
