"""Recognises the labels by which plans say who leads, who coordinates, by when and with what result."""

import re
from dataclasses import dataclass
from enum import StrEnum

from minhbach.domain.reading.body.remembering import lowered, remembered
from minhbach.domain.text import fold


class Label(StrEnum):
    """What a label introduces."""

    LEAD = "lead"
    PERFORMER = "performer"  # “Đơn vị thực hiện”: leads where nobody else does
    COORDINATING = "coordinating"
    BOTH = "both"  # “Cơ quan chủ trì, phối hợp”: a heading over the two
    DEADLINE = "deadline"
    PRODUCT = "product"
    CONTENT = "content"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Labelled:
    """A label and its value, and where both stand in the text."""

    label: Label
    value: str
    start: int
    end: int


_WHO = (
    r"(?:các )?(?:cơ quan|đơn vị|bộ phận|phòng|ban|tổ chức|cá nhân|cấp|nơi|người|lãnh đạo|ngành|sở|địa phương"
    r"|công chức|cán bộ)"
    r"(?:(?: ?, ?| ?/ ?| và | hoặc )(?:cơ quan|đơn vị|bộ phận|phòng|ban|tổ chức|cá nhân|ngành|địa phương|người))*"
)
_DOING = (
    r"[ ,/(]{1,3}(?:và )?(?:thực hiện|tham mưu|triển khai|tổ chức|soạn thảo|chuẩn bị|xây dựng|trình|chính|báo cáo"
    r"|ban hành|tổng hợp|nhiệm vụ|chủ trì|phụ trách|theo dõi|đề xuất|dự kiến|chủ yếu|công việc)\)?"
)
_PATTERNS = (
    (Label.BOTH, rf"(?:{_WHO} )?chủ trì(?: ?[,/] ?| và | ?- ?)(?:(?:{_WHO} )?phối hợp|thực hiện)(?: thực hiện)?"),
    (Label.BOTH, r"(?:phân công|trách nhiệm)(?: (?:tổ chức )?thực hiện| nhiệm vụ| trách nhiệm| cụ thể)*"),
    (Label.COORDINATING, rf"(?:(?:{_WHO}|trách nhiệm) )?(?:cùng )?phối hợp(?: cùng)?(?:{_DOING}){{0,3}}"),
    (
        Label.LEAD,
        rf"(?:(?:{_WHO}|trách nhiệm) )?(?:được (?:giao|phân công) )?(?:chủ trì|(?:làm )?đầu mối|chịu trách nhiệm"
        rf"|chủ quản|phụ trách|chủ công)(?:{_DOING}){{0,4}}",
    ),
    (
        Label.LEAD,
        rf"(?:{_WHO} (?:tham mưu|soạn thảo|trình)"
        rf"|(?:cơ quan|đơn vị|bộ phận) (?:chuẩn bị|biên soạn|xây dựng|đề xuất|tổng hợp))(?:{_DOING}){{0,3}}"
        rf"|chủ thể thực hiện|giao(?: nhiệm vụ)?(?: cho)?"
        rf"|tham mưu",
    ),
    (
        Label.PERFORMER,
        rf"(?:{_WHO} )?(?:thực hiện|triển khai|tổ chức thực hiện|được giao(?: nhiệm vụ)?)(?:{_DOING}){{0,3}}"
        rf"|trách nhiệm của",
    ),
    (
        Label.DEADLINE,
        r"(?:về )?(?:dự kiến )?(?:thời gian|thời hạn|tiến độ|thời điểm|lộ trình|hạn chót|hạn cuối|hạn"
        r"|mốc thời gian|kỳ hạn)"
        r"(?! (?:làm việc|giải quyết|lưu|bảo|học|phát|trực|mở|tham quan))(?:[ ,/()]{1,2}\w+){0,6}\)?"
        r"|(?:ngày )?hoàn thành|khi nào",
    ),
    (
        Label.PRODUCT,
        r"(?:dự kiến )?(?:sản phẩm|kết quả|đầu ra|hình thức văn bản|kết quả đầu ra|yêu cầu sản phẩm)"
        r"(?:[ ,/()]{1,2}(?:dự kiến|đầu ra|thực hiện|hoàn thành|đạt|được|cần|phải|nhiệm|vụ|công|việc|chủ|yếu"
        r"|chính|cụ|thể|và|sản|phẩm|kết|quả|báo|cáo|cuối|cùng|của|mong|đợi|yêu|cầu)){0,7}\)?",
    ),
    (
        Label.CONTENT,
        r"nội dung(?:[ ,/]{1,2}(?:và )?(?:thực hiện|công việc|nhiệm vụ|chủ yếu|chính|cụ thể|biện pháp|giải pháp"
        r"|hoạt động"
        r"|yêu cầu))*|(?:các )?(?:nhiệm vụ|giải pháp|công việc|hoạt động|biện pháp)(?: cụ thể| chính| chủ yếu"
        r"| trọng tâm| thực hiện|, giải pháp)*|mô tả",
    ),
    (
        Label.OTHER,
        r"(?:địa điểm|thành phần|đối tượng|số lượng|(?:nguồn )?kinh phí|hình thức|cách thức|phương thức"
        r"|phương pháp|căn cứ|mục tiêu|mục đích|yêu cầu|ghi chú|phạm vi|quy mô|nguồn lực|chỉ tiêu|báo cáo viên"
        r"|lưu ý|đề nghị)(?: [\w,]+){0,4}"
        rf"|{_WHO} (?:theo dõi|giám sát|thẩm định|kiểm tra|đôn đốc|tiếp nhận|nhận báo cáo|phê duyệt|ban hành"
        rf"|quyết định)(?:[ ,]+\w+){{0,4}}",
    ),
)
_ASSIGNING = (Label.LEAD, Label.PERFORMER, Label.COORDINATING, Label.DEADLINE, Label.PRODUCT)
_LABELS = tuple((label, re.compile(pattern)) for label, pattern in _PATTERNS)
_FIRST_WORDS = frozenset(
    fold(
        "các cơ đơn bộ phòng ban tổ cá cấp nơi người lãnh ngành sở địa công cán chủ cùng phối được làm đầu chịu phụ"
        " phân trách giao tham thực triển về dự thời hạn tiến lộ mốc kỳ ngày hoàn khi sản kết hình yêu nội nhiệm giải"
        " hoạt biện mô thành đối số nguồn kinh cách phương căn mục ghi phạm quy chỉ báo lưu đề"
    ).split()
)
_LONGEST = 90
# A recogniser loses marks (“Cơ quan chù trì”); the few that keep their letters are still known by those.
_LONGEST_FOLDED = 40
_FOLDED = tuple((label, re.compile(fold(pattern.pattern))) for label, pattern in _LABELS if label in _ASSIGNING)
_START = re.compile(
    r"[.;,(\n]\s*|\s[-–+•]\s+|[-–+]\s+|\s/\s|:\s*|\s(?=(?:Cơ quan|Đơn vị|Thời gian|Thời hạn|Sản phẩm|Tiến độ"
    r"|Phòng|Bộ phận) |(?:Phối hợp|Chủ trì) ?$)"
)
_NUMBERING = re.compile(r"^(?:[-–+*•]\s*)+|^(?:[a-zđ]\)|\d{1,2}[.)]|\(\d{1,2}\))\s*")
# The colon forgotten: “Thời gian thực hiện Quý IV năm 2016”, “Cơ quan chủ trì Sở Tư pháp”.
_A_BODY = r"(?=sở|bộ |ban |ubnd|uỷ ban|văn phòng|phòng|công an|thanh tra|các|trung tâm)"
_FORGOTTEN = re.compile(
    r"(?P<by>hoàn thành|xong) (?=trước|trong (?:tháng|quý|năm)|chậm nhất|muộn nhất|vào (?:tháng|quý))"
    r"|(?P<by_then>(?:thực hiện|triển khai|tiến hành)) (?=thường xuyên|hằng|hàng (?:năm|quý|tháng|tuần|ngày)"
    r"|trong (?:tháng|quý|năm)|từ (?:ngày|tháng|quý|năm|\d)|trước ngày|quý [iv\d]|năm 20|cả năm)"
    r"|(?P<deadline>(?:thời gian|thời hạn|tiến độ)(?: (?:thực hiện|hoàn thành|ban hành|triển khai|trình))+)"
    r"(?: là| -| –|[;.])?\s+(?=quý|quí|tháng \d|năm \d|trước|từ|thường|đến|hằng|hàng|trong|chậm|\d)"
    rf"|(?P<lead>(?:cơ quan|đơn vị|bộ phận) chủ trì(?: thực hiện| tham mưu)*)(?: là| -| –|[;.])?\s+{_A_BODY}"
    rf"|(?P<coordinating>(?:cơ quan|đơn vị|bộ phận) phối hợp(?: thực hiện)*)(?: là| -| –|[;.])?\s+{_A_BODY}"
)
_LONGEST_LIMIT = 70
_HEADINGS = (Label.LEAD, Label.PERFORMER, Label.COORDINATING, Label.BOTH, Label.DEADLINE, Label.PRODUCT, Label.CONTENT)


@remembered
def label_of(words: str) -> Label | None:
    """Return what `words` (“Cơ quan chủ trì thực hiện”) introduce as a label, or null where they are no label."""
    low = lowered(" ".join(words.split())).strip(" *_.-–")
    if not 3 <= len(low) <= _LONGEST or fold(low.partition(" ")[0].rstrip(",")) not in _FIRST_WORDS:
        return None
    found = next((label for label, pattern in _LABELS if pattern.fullmatch(low)), None)
    if found is None and len(low) <= _LONGEST_FOLDED:
        folded = fold(low)
        return next((label for label, pattern in _FOLDED if pattern.fullmatch(folded)), None)
    return found


def starts_label(text: str) -> bool:
    """Tell whether `text` begins with a label and its colon, written with a capital."""
    colon = text.find(":", 0, _LONGEST)
    return colon > 2 and text[:1].isupper() and label_of(text[:colon]) not in (None, Label.CONTENT, Label.OTHER)


def read_labels(text: str) -> tuple[str, list[Labelled]]:
    """Return the text before the first label, and each label in it with its value, in order.

    A label stands at the beginning or after a stop, and ends with a colon; at the beginning the colon may be missing
    where a value of its kind follows.
    """
    forgotten = _FORGOTTEN.match(lowered(text[:_LONGEST]))
    if forgotten and (forgotten["by"] or forgotten["by_then"]) and len(text) <= _LONGEST_LIMIT:
        return "", [Labelled(Label.DEADLINE, text[forgotten.end() :].strip(" ;,"), 0, len(text))]
    if forgotten and forgotten.lastgroup not in (None, "by", "by_then"):
        before, later = read_labels(text[forgotten.end() :])
        labelled = Labelled(Label(forgotten.lastgroup), before.strip(" ;,"), 0, forgotten.end() + len(before))
        shifted = [Labelled(x.label, x.value, x.start + forgotten.end(), x.end + forgotten.end()) for x in later]
        return "", [labelled, *shifted]
    places = list(_places(text))
    found = []
    for i, (label, start, value_at) in enumerate(places):
        end = places[i + 1][1] if i + 1 < len(places) else len(text)
        found.append(Labelled(label, _value(text[value_at:end]), start, end))
    before = text[: places[0][1]] if places else text
    return before.strip(" ;,").removesuffix("(").strip(), found


def _value(words: str) -> str:
    value = words.strip(" ;,").removesuffix("(").rstrip(" ;,")
    closed = value.rstrip(" .")
    # The bracket that closes “(Chủ trì: …; thời gian: tháng 3/2026)” was opened before the label.
    return closed[:-1].rstrip() if closed.endswith(")") and closed.count(")") > closed.count("(") else value


def heading_label(text: str) -> Label | None:
    """Return the label that `text` as a whole is (“Cơ quan chủ trì, phối hợp”), with no value of its own."""
    found = label_of(text.rstrip(" :.")) if len(text) <= _LONGEST else None
    return found if found in _HEADINGS else None


def _places(text: str) -> list[tuple[Label, int, int]]:
    found: list[tuple[Label, int, int]] = []
    for colon in re.finditer(r"\s?:(?!\d)", text):
        lowest = max(found[-1][2] if found else 0, colon.start() - _LONGEST)
        place = _label_ending_at(text, lowest, colon.start())
        if place is None:
            continue
        label, start = place
        # A label inside a sentence counts only where it tells who, when or what: “nội dung:” may stand anywhere.
        if start == 0 or (label not in (Label.CONTENT, Label.OTHER) and (found or _opens(text, start))):
            found.append((label, start, colon.end()))
    return found


def _opens(text: str, start: int) -> bool:
    return text[:start].rstrip()[-1:] in ".;,(-–+/" or text[start : start + 1].isupper()


def _label_ending_at(text: str, lowest: int, end: int) -> tuple[Label, int] | None:
    starts = [lowest] if lowest == 0 or text[lowest - 1 : lowest] in ":;." else []
    starts += [match.end() for match in _START.finditer(text, lowest, end)]
    for start in starts:
        numbering = _NUMBERING.match(text[start:end])
        at = start + (numbering.end() if numbering else 0)
        at += len(text[at:end]) - len(text[at:end].lstrip())
        label = label_of(text[at:end])
        if label is not None:
            return label, at
    return None
