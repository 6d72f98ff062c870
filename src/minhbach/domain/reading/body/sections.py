"""Tells what a section is for from its heading: aims, content, money, or who does what."""

import re
from enum import StrEnum

from minhbach.domain.reading.body.remembering import lowered, remembered


class Section(StrEnum):
    """What stands in a section, and so how much in it counts as an assignment."""

    AIMS = "aims"  # purpose, requirements, targets, situation: no assignments
    CONTENT = "content"
    BUDGET = "budget"
    ORGANISING = "organising"  # who carries the plan out: responsibilities


_ORGANISING = re.compile(
    r"^(?:(?:công tác )?tổ chức (?:thực hiện|triển khai)|phân công|trách nhiệm|điều khoản thi hành"
    r"|chế độ (?:thông tin|báo cáo)|thông tin,? báo cáo|hiệu lực"
    r"|giám sát|theo dõi, đánh giá|kiểm tra, (?:giám sát|đôn đốc)|nhiệm vụ của các|sơ kết, tổng kết|chế độ)"
)
_BUDGET = re.compile(
    r"^(?:nguồn )?(?:kinh phí|dự toán|nguồn lực|nguồn vốn|ngân sách)|^nguồn kinh phí|^bảo đảm kinh phí"
    r"|^về kinh phí|^kinh phí"
)
_CONTENT = re.compile(
    r"nội dung|nhiệm vụ|giải pháp|công việc|hoạt động|tiến độ|kế hoạch thực hiện|biện pháp|lộ trình|phân công"
    r"|triển khai|chương trình|công tác|thời gian|danh mục"
)
_AIMS = re.compile(
    r"^(?:(?:về )?(?:mục đích|yêu cầu|quan điểm|mục tiêu|nguyên tắc|phạm vi|đối tượng|căn cứ|cơ sở|sự cần thiết"
    r"|thực trạng|tình hình|đánh giá|kết quả|tồn tại|hạn chế|bối cảnh|chỉ tiêu|khái quát|đặc điểm|thành phần"
    r"|giải thích|quy định chung|những vấn đề chung|định hướng|tầm nhìn|dự báo|nguyên nhân))(?!\w)"
)
_NAMES = re.compile(
    r"^(?:(?:i{1,3}|iv|v|vi{1,3}) )?(?:mục đích|mục đích,? yêu cầu|mục đích và yêu cầu|yêu cầu|quan điểm|mục tiêu"
    r"|nội dung|nội dung(?: và| ,|,) (?:\w+ ?){1,6}|nhiệm vụ,? (?:và )?giải pháp|nhiệm vụ|nhiệm vụ cụ thể"
    r"|nhiệm vụ trọng tâm|nội dung (?:thực hiện|công việc|triển khai|kế hoạch)"
    r"|tổ chức thực hiện|tổ chức triển khai(?: thực hiện)?|phân công (?:nhiệm vụ|trách nhiệm|thực hiện"
    r"|tổ chức thực hiện)|trách nhiệm (?:thực hiện|của các \w+.*)|(?:nguồn )?kinh phí(?: thực hiện| bảo đảm"
    r"| tổ chức| và .*)?|chế độ (?:thông tin, )?báo cáo|giải pháp(?: thực hiện| chủ yếu)?|tiến độ thực hiện)$"
)


def section_of(heading: str, inherited: Section | None = None) -> Section:
    """Return what the section under `heading` is for; a heading that does not say takes what is above it."""
    low = lowered(heading).strip(" .:*")
    if _ORGANISING.match(low) and not re.search(r"^phân công[^.]{0,40}nội dung", low):
        return Section.ORGANISING
    if _BUDGET.match(low):
        return Section.BUDGET
    if _AIMS.match(low) and not re.search(r"nhiệm vụ|giải pháp|nội dung (?:thực|công|triển)", low):
        return Section.AIMS
    if _CONTENT.search(low):
        return Section.CONTENT
    return inherited or Section.CONTENT


@remembered
def names_section(text: str) -> bool:
    """Tell whether an unnumbered line is the heading of a usual section (“Tổ chức thực hiện”)."""
    return len(text) <= 80 and text[:1].isupper() and bool(_NAMES.match(lowered(text).strip(" .:*")))


def is_capitals(text: str) -> bool:
    """Tell whether a line is a heading in capitals: at least two words, hardly any small letter."""
    if not text[:2].isupper():
        return False
    letters = [c for c in text[:240] if c.isalpha()]
    return (
        len(text) <= 400
        and len(letters) >= 6
        and " " in text.strip()
        and sum(c.isupper() for c in letters) >= 0.85 * len(letters)
    )
