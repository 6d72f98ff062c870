"""A written name taken apart: what kind of body, of which place, through whose post."""

import re
from dataclasses import dataclass
from functools import lru_cache

from minhbach.domain.bodies.abbreviations import expand, initials_of, written_initials
from minhbach.domain.text import lower_one_tone, squeeze
from minhbach.domain.units.names import comparable
from minhbach.domain.units.values import UnitKind

KIND_WORDS = r"tỉnh|thành phố|quận|huyện|thị xã|thị trấn|xã|phường|đặc khu"
_BRACKETS = re.compile(r"\s*[(\[][^()\[\]]*[)\]]")
_EDGES = " \t.,;:-–+*•/"
_POST = re.compile(
    r"^(?:đồng chí\s+)?(phó chủ tịch|chủ tịch|thường trực|phó giám đốc|giám đốc|thủ trưởng|người đứng đầu|lãnh đạo|"
    r"tổ trưởng|chỉ huy trưởng|trưởng (?=công an|ban|phòng|các|thôn)|chánh (?=văn phòng|thanh tra)|bí thư)\s*(?=\S)"
)
# "xã hội" and "cấp xã" hold no unit; what follows the kind is the place, and after a comma the place above it.
_TAIL = re.compile(
    r"^(.+?)\s+(?:(?:của|thuộc|trực thuộc|ở|tại|trên địa bàn)\s+)?"
    rf"(?<!cấp )(?<!thông tấn )({KIND_WORDS})(?!\s+hội)(?:\s+(.+))?$"
)
_JOINTS = re.compile(r"[^\w\s]|(?<!\w)và(?!\w)")
_SYNONYMS = (
    (re.compile(r"(?<!ủy ban )(?<!uỷ ban )mặt trận tổ quốc(?! việt nam)"), "mặt trận tổ quốc việt nam"),
    (re.compile(r"mặt trận tổ quốc(?! việt nam)"), "mặt trận tổ quốc việt nam"),
    (re.compile(r"^mặt trận tổ quốc việt nam"), "uỷ ban mặt trận tổ quốc việt nam"),
    (re.compile(r"^đoàn tncs"), "đoàn thanh niên cộng sản"),
)


@dataclass(frozen=True, slots=True)
class NameKey:
    """A name in the form in which names are compared.

    :param core: the body without its place, in lower case, one tone place, without joints: "sở tài nguyên môi trường".
    :param kind: the kind of unit that follows ("phường"), if one does.
    :param place: the unit's own name ("lê chân"), if it is given.
    :param upper: the name of the unit above that one, if it is given.
    :param initials: the head word and the initials, where the name is abbreviated so ("Sở KH&CN").
    :param post: the post through which the body is named ("chủ tịch"), if so; it is no longer in `core`.
    """

    core: str
    kind: UnitKind | None = None
    place: str | None = None
    upper: str | None = None
    initials: tuple[str, str] | None = None
    post: str | None = None


def plain(text: str) -> str:
    """Return the name in one writing: abbreviations out, notes in brackets gone, lower case, one tone place."""
    lowered = lower_one_tone(expand(_BRACKETS.sub("", squeeze(text)))).strip(_EDGES)
    for pattern, full in _SYNONYMS:
        lowered = pattern.sub(full, lowered)
    return lowered


@lru_cache(maxsize=65536)
def normalise_name(text: str) -> NameKey:
    """Take a written name apart. Any text gives a key; whether a body has it is another question."""
    short = written_initials(expand(_BRACKETS.sub("", squeeze(text))).strip(_EDGES))
    if short:
        kind, place, upper = _unit(f"x {lower_one_tone(short[2])}")[1:]
        return NameKey(f"{short[0]} {short[1]}", kind, place, upper, initials=short[:2])
    post, rest = without_post(plain(text))
    core, kind, place, upper = _unit(rest)
    return NameKey(joined(core), kind, place, upper, post=post)


def without_post(lowered: str) -> tuple[str | None, str]:
    """Split a leading post off: "chủ tịch uỷ ban nhân dân phường" → ("chủ tịch", "uỷ ban nhân dân phường")."""
    match = _POST.match(lowered)
    return (match[1].strip(), lowered[match.end() :].strip()) if match else (None, lowered)


def joined(text: str) -> str:
    """Return words alone: commas, hyphens and "và" make no difference between names."""
    return squeeze(_JOINTS.sub(" ", text))


def core_initials(core: str) -> tuple[str, str] | None:
    """Return the initials that a core would be abbreviated to."""
    return initials_of(core)


def _unit(lowered: str) -> tuple[str, UnitKind | None, str | None, str | None]:
    match = _TAIL.match(lowered)
    if match is None:
        return lowered, None, None, None
    place, _, upper = (match[3] or "").partition(",")
    upper = re.sub(rf"^\s*(?:{KIND_WORDS})\s+", "", upper)
    return match[1], UnitKind(match[2]), comparable(place) or None, comparable(upper) or None
