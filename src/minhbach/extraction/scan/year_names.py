"""Names of lunar years ("Tết Nguyên đán Ất Tỵ"): each of the sixty is a stem and a branch, and few letters tell it.

Stem and branch come in step, an odd one with an odd one, so that marks which a scan lost ("Ất Ty") leave one name.
"""

from minhbach.domain.text import fold

STEMS = ["Giáp", "Ất", "Bính", "Đinh", "Mậu", "Kỷ", "Canh", "Tân", "Nhâm", "Quý"]
BRANCHES = ["Tý", "Sửu", "Dần", "Mão", "Thìn", "Tỵ", "Ngọ", "Mùi", "Thân", "Dậu", "Tuất", "Hợi"]
NAMES = [(STEMS[at % len(STEMS)], BRANCHES[at % len(BRANCHES)]) for at in range(60)]
_BEFORE = frozenset({"nam", "moi", "tet", "dan", "xuan"})
_PLAIN: dict[tuple[str, str], list[tuple[str, str]]] = {}
for _name in NAMES:
    _PLAIN.setdefault((fold(_name[0]), fold(_name[1])), []).append(_name)


def year_name(before: str, stem: str, branch: str) -> tuple[str, str]:
    """Return the name that two words after "năm", "Tết", "Nguyên đán" or "Xuân" stand for; nothing if they are none.

    A name of which both words were read with their marks stays as it is.
    """
    if fold(before) not in _BEFORE or not (stem[:1].isupper() and branch[:1].isupper()):
        return "", ""
    meant = _PLAIN.get((fold(stem), fold(branch)), [])
    return meant[0] if len(meant) == 1 else ("", "")
