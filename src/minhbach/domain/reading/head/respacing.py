"""Words whose letters a converter set apart ("ỦY B AN NHÂN D Â N"), put together again where that is certain."""

import re

from minhbach.domain.reading.head.places import PROVINCES

_SYLLABLES = frozenset(
    (
        "ủy uỷ ban nhân dân hội đồng thành phố tỉnh huyện quận phường xã thị trấn đặc khu sở bộ cục chi vụ phòng văn"
        " trung"
        " tâm công an quân sự tài chính nội tư pháp tế giáo dục và đào tạo khoa học nghệ nông nghiệp môi trường xây"
        " dựng hóa"
        " hoá thể thao du lịch ngoại thương lao động binh thông tin truyền kế hoạch đầu giao vận tải nguyên tộc tôn"
        " thanh tra"
        " phủ thủ tướng chủ tịch quốc viện kiểm sát tòa toà án tối cao kho bạc nhà nước bảo hiểm thuế hải quan đảng"
        " mặt trận"
        " tổ việt nam chỉ đạo quản lý tổng tập đoàn ty phát triển nông thôn y " + " ".join(PROVINCES).lower()
    ).split()
)
_LONGEST_SYLLABLE = 7
_SINGLE = re.compile(r"(?<!\S)[^\W\d_](?!\S)")


def is_broken(text: str) -> bool:
    """True where letters stand alone that are no words."""
    return len([letter for letter in _SINGLE.findall(text) if letter not in "YyÝýAa"]) >= 1


def respaced(text: str) -> str:
    """Return the words put together, or the text as it was where the letters do not make known words."""
    if not is_broken(text):
        return text
    letters = re.sub(r"\s", "", text)
    syllables = _split(letters.lower(), {})
    if syllables is None:
        return text
    out, at = [], 0
    for syllable in syllables:
        out.append(letters[at : at + len(syllable)])
        at += len(syllable)
    return " ".join(out)


def _split(letters: str, known: dict[int, list[str] | None], at: int = 0) -> list[str] | None:
    """Split into known syllables, the longest first."""
    if at == len(letters):
        return []
    if at not in known:
        known[at] = None
        for size in range(_LONGEST_SYLLABLE, 0, -1):
            syllable = letters[at : at + size]
            rest = _split(letters, known, at + size) if len(syllable) == size and syllable in _SYLLABLES else None
            if rest is not None:
                known[at] = [syllable, *rest]
                break
    return known[at]
