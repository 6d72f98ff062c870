"""Collective names taken apart: "các sở, ban, ngành", "UBND các xã, phường", "các cơ quan, đơn vị có liên quan"."""

import re
from dataclasses import dataclass

from minhbach.domain.bodies.names import KIND_WORDS, joined, plain, without_post
from minhbach.domain.bodies.values import Kind
from minhbach.domain.units.values import Level, UnitKind

_ARTICLE = re.compile(r"^(?:tất cả |toàn thể |một số |đề nghị |giao )*(?:các|những|mỗi|từng|toàn bộ)\s+")
_INNER_ARTICLE = re.compile(r"(?<!\w)(?:các|những)\s+")
_MANY = re.compile(rf"(?<!\w)(?:các|những)\s+(?:{KIND_WORDS})(?!\s+hội)")
_JOINT = re.compile(r"\s*[,;/]\s*|\s+(?:và|hoặc)\s+")
# What follows narrows a class by facts that the registry does not hold: a person must say whom it means.
_QUALIFIER = re.compile(
    r"\s+(?:(?:có |có chức năng )?liên quan|khác(?: có liên quan)?|có (?:trách nhiệm|cổng|trang|thẩm quyền|chức năng)|"
    r"theo (?:quy định|chức năng)|được (?:giao|phân công)|phụ trách|chức năng|chuyên trách)(?:\W.*)?$"
)
# "trực thuộc UBND tỉnh", "của tỉnh", "thuộc Sở": only the place matters, and inside a body not even that.
_OF = re.compile(r"\s+(?:của|thuộc|trực thuộc|trên địa bàn|ở|tại)(?:\s+(?:uỷ ban nhân dân|sở|cơ quan)(?!\w))?(?=\s|$)")
_KIND_LIST = re.compile(rf"(?:^|\s)((?:(?:{KIND_WORDS})(?!\s+hội)(?:\s*[,/;]\s*|\s+và\s+|\s+hoặc\s+)?)+)$")
_ONE_KIND = re.compile(rf"({KIND_WORDS})")
_LEVEL = r"cấp (tỉnh|thành phố|huyện|quận|xã|phường|cơ sở)"
_LEVEL_LIST = re.compile(rf"(?:^|\s)(các cấp|(?:{_LEVEL}(?:\s*[,/]\s*|\s+và\s+)?)+)$")
_LEVEL_OF = {
    "tỉnh": Level.PROVINCE,
    "thành phố": Level.PROVINCE,
    "huyện": Level.DISTRICT,
    "quận": Level.DISTRICT,
    "xã": Level.COMMUNE,
    "phường": Level.COMMUNE,
    "cơ sở": Level.COMMUNE,
}
LEVEL_OF_KIND = {
    UnitKind.QUAN: Level.DISTRICT,
    UnitKind.HUYEN: Level.DISTRICT,
    UnitKind.THI_XA: Level.DISTRICT,
    UnitKind.XA: Level.COMMUNE,
    UnitKind.PHUONG: Level.COMMUNE,
    UnitKind.THI_TRAN: Level.COMMUNE,
    UnitKind.DAC_KHU: Level.COMMUNE,
}
_AGENCIES = frozenset({Kind.DEPARTMENT, Kind.OFFICE, Kind.DIVISION, Kind.POLICE, Kind.MILITARY})
_OFFICES = frozenset({Kind.DIVISION, Kind.OFFICE})
_ORGANISATIONS = frozenset({Kind.MASS_ORGANISATION})
_UNIONS = _ORGANISATIONS | {Kind.FRONT}
_GROUPS = frozenset({Kind.RESIDENTS_GROUP})
HEADS: dict[str, frozenset[Kind]] = {
    "sở": frozenset({Kind.DEPARTMENT}),
    **dict.fromkeys(("ban", "ngành", "ban ngành", "sở ngành", "sở ban ngành"), _AGENCIES),
    **dict.fromkeys(("đoàn thể", "tổ chức đoàn thể", "hội đoàn thể"), _UNIONS),
    "tổ chức chính trị xã hội": _ORGANISATIONS,
    **dict.fromkeys(("phòng", "phòng ban", "phòng chuyên môn", "phòng ban chuyên môn", "bộ phận chuyên môn"), _OFFICES),
    "cơ quan chuyên môn": frozenset({Kind.DEPARTMENT}) | _OFFICES,
    "trung tâm": frozenset({Kind.SERVICE_UNIT, Kind.SERVICE_CENTRE}),
    **dict.fromkeys(("đơn vị sự nghiệp", "đơn vị sự nghiệp công lập"), frozenset({Kind.SERVICE_UNIT})),
    **dict.fromkeys(("tổ dân phố", "khu dân cư", "khu phố", "thôn"), _GROUPS),
    "uỷ ban nhân dân": frozenset({Kind.COMMITTEE}),
    "hội đồng nhân dân": frozenset({Kind.COUNCIL}),
}
# Words that stand for anybody: what they mean is for a person to say.
ANYBODY = frozenset(
    {
        "cơ quan",
        "đơn vị",
        "tổ chức",
        "bộ phận",
        "địa phương",
        "cá nhân",
        "cấp",
        "thành viên",
        "hội",
        "cơ quan tổ chức",
        "cơ quan đơn vị",
        "đơn vị trực thuộc",
        "cơ quan nhà nước",
        "cơ quan hành chính",
        "đối tượng",
    }
)
OUTSIDE = frozenset(
    {
        "bộ",
        "cơ quan ngang bộ",
        "cơ quan thuộc chính phủ",
        "cơ quan trung ương",
        "quân khu",
        "cơ quan báo chí",
        "báo đài",
        "cơ quan báo",
        "đài",
        "phát thanh",
        "truyền hình",
        "doanh nghiệp",
        "doanh nghiệp viễn thông",
    }
)
_ALWAYS_MANY = ANYBODY | OUTSIDE | (set(HEADS) - {"uỷ ban nhân dân", "hội đồng nhân dân", "phòng", "trung tâm"})


@dataclass(frozen=True, slots=True)
class ClassName:
    """A collective name taken apart.

    :param heads: the kinds of bodies as written, without joints ("sở", "ban", "uỷ ban nhân dân").
    :param kinds: the kinds of units that the name lists ("xã, phường").
    :param many: "các" stands before the kinds: many such units, not the one in which the issuer is.
    :param levels: the levels that it names ("cấp xã").
    :param narrowed: a qualifier ("có liên quan") was there.
    """

    heads: tuple[str, ...]
    kinds: tuple[UnitKind, ...] = ()
    many: bool = False
    levels: tuple[Level, ...] = ()
    narrowed: bool = False

    @property
    def levels_of_kinds(self) -> frozenset[Level]:
        """Return the levels to which the listed kinds belong; a city may be a province or a district, so gives none."""
        return frozenset(LEVEL_OF_KIND[kind] for kind in self.kinds if kind in LEVEL_OF_KIND)

    @property
    def is_placed(self) -> bool:
        """Tell whether the name says where the bodies are."""
        return bool(self.kinds or self.levels)

    @property
    def is_central(self) -> bool:
        """Tell whether ministries or others outside local government are meant; their "ngành" are not local ones."""
        return "bộ" in self.heads or all(head in OUTSIDE for head in self.heads)

    @property
    def names_anybody(self) -> bool:
        """Tell whether a word like "cơ quan, đơn vị" leaves open who is meant."""
        return any(head in ANYBODY or head in OUTSIDE for head in self.heads)


def read_class(name: str) -> ClassName | None:
    """Take a collective name apart; None where it names one body."""
    whole = without_post(plain(name))[1]
    text = _ARTICLE.sub("", whole)
    rest = _QUALIFIER.sub("", text)
    narrowed = rest != text
    rest, levels = _levels(_OF.sub("", rest))
    many = _MANY.search(rest) is not None
    rest, kinds = _kinds(_INNER_ARTICLE.sub("", rest))
    heads = tuple(head for part in _JOINT.split(rest) if (head := joined(part)))
    always = bool(heads) and all(head in _ALWAYS_MANY for head in heads)
    plural = text != whole or many or bool(levels) or len(kinds) > 1 or narrowed or always
    return ClassName(heads, kinds, many, levels, narrowed) if heads and plural else None


def _levels(text: str) -> tuple[str, tuple[Level, ...]]:
    match = _LEVEL_LIST.search(text)
    if match is None:
        return text, ()
    if match[1] == "các cấp":
        return text[: match.start()], tuple(Level)
    words: list[str] = re.findall(_LEVEL, match[1])
    return text[: match.start()], tuple(dict.fromkeys(_LEVEL_OF[word] for word in words))


def _kinds(text: str) -> tuple[str, tuple[UnitKind, ...]]:
    match = _KIND_LIST.search(text)
    if match is None:
        return text, ()
    return text[: match.start()].strip(), tuple(UnitKind(word) for word in _ONE_KIND.findall(match[1]))
