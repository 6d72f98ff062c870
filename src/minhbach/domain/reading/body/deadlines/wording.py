"""What is said around a point in time: before it, up to it, from it on, each year, always, after something."""

import re
from enum import StrEnum


class Sense(StrEnum):
    """How a point in time limits the work."""

    IN = "in"  # at some time in it: “Quý IV năm 2016”
    BEFORE = "before"  # the named day is too late: “trước ngày 01/9/2026”
    UP_TO = "up_to"  # to its end, the named day included: “chậm nhất ngày 30/6/2026”, “đến hết năm 2026”
    FROM = "from"  # from its first day on: “từ 01/7/2025”
    AFTER = "after"  # “sau ngày 30/6/2026”
    VAGUE = "vague"  # “đầu tháng 6/2026”, “khoảng tháng 6/2026”: no day can be named


_SENSES = (
    (Sense.UP_TO, r"trước (?:hoặc|và) trong (?:ngày )?$|trong và trước (?:ngày )?$"),
    # An hour of the named day: “trước 17 giờ ngày 08/9/2026” falls on that day.
    (
        Sense.UP_TO,
        r"(?:trước|chậm nhất|muộn nhất|vào)(?: lúc| vào| là)* \d{1,2} ?(?:giờ|h|g"
        r"|:)(?: ?\d{2})?(?: phút)?(?: sáng| chiều)?,?(?: ngày)? ?$",
    ),
    (Sense.BEFORE, r"trước(?: thời điểm| thời gian| thời hạn)?(?: là)?(?: ngày)?[ :]*$"),
    (
        Sense.UP_TO,
        r"(?:chậm nhất|muộn nhất|trễ nhất|không (?:muộn|chậm|trễ|quá)(?: hơn)?|hạn(?: cuối| chót)?)"
        r"(?:,| là| đến| tới| vào| trong| hết| cuối| ngày| thời gian)*[ :]*$",
    ),
    (Sense.FROM, r"(?:kể |tính |bắt đầu )?từ(?: ngày| đầu| thời điểm)*\s*$|bắt đầu(?: vào| ngày)?\s*$"),
    (Sense.VAGUE, r"(?:khoảng|giữa|(?<!bắt )đầu)(?: thời gian)?\s*$"),
    (Sense.AFTER, r"(?<!\w)sau(?: ngày)?\s*$"),
    (Sense.UP_TO, r"(?:đến|tới|hết|cuối|xong)(?: ngày| hết| cuối| trong)*\s*$"),
)
_BEFORE_POINT = tuple((sense, re.compile(r"(?<!\w)(?:" + pattern + ")")) for sense, pattern in _SENSES)

ONGOING = re.compile(r"thường xuyên|liên tục|thường kỳ hằng ngày|suốt|quanh năm")
YEARLY = r"(?:hằng|hàng|mỗi|từng) (?:năm|quý|tháng|tuần|ngày|kỳ|đợt|6 tháng)"
RECURRING = re.compile(
    YEARLY
    + r"|định k[ỳì]|(?<!\d)\d{1,4} (?:lần|đợt|cuộc|kỳ|buổi) ?/|lần ?/ ?(?:năm|quý|tháng|tuần)"
    + r"|(?:tháng|năm|quý|tuần) (?:một|1|01) lần"
    + r"|(?<!\d)\d{1,4} (?:tháng|năm)/lần|các năm trong giai đoạn"
    + r"|tháng cuối (?:của )?quý|cuối (?:mỗi|các) (?:quý|tháng|năm)"
    + r"|(?:^|\W)0?6 tháng(?=[,;]| và| một lần|$)"
)
LATER_YEARS = re.compile(
    r"(?:các|những|trong các|trong những) năm (?:tiếp theo|tiếp sau|sau(?! khi)|tới|kế tiếp|về sau)|tiếp theo\b"
    r"|trở đi|về sau"
)
DONE = re.compile(r"^đã (?:được )?(?:thực hiện|hoàn thành|ban hành|triển khai|xong|tổ chức)(?: xong)?")
ON_REQUEST = re.compile(
    r"(?:theo|khi (?:có|được)|ngay khi có|có) (?:sự )?(?:đề nghị|yêu cầu|chỉ đạo|chỉ thị|phân công|đề xuất"
    r"|giấy mời|thư mời)"
    r"|khi cần(?: thiết)?|^đột xuất"
)
EVENT = re.compile(
    r"(?:ngay )?sau khi|(?:ngay )?khi (?:có|được|phát sinh|luật|nghị|thông|văn|quốc|cấp|bộ|chính|trung|hoàn)|ngay sau"
    r"|kể từ khi|từ khi|đến khi|trước khi|đồng thời với|song song với|cùng (?:với )?(?:thời (?:gian|điểm)|kỳ họp"
    r"|tiến độ)"
    r"|(?:theo|căn cứ|tu[ỳì] (?:theo|thuộc)?|phù hợp với|bám sát) (?:vào |đúng |từng )?"
    r"(?:tiến độ|lộ trình|kế hoạch|chương trình|quy định|quyết định|nghị quyết|hướng dẫn|văn bản|tình hình|thực tế"
    r"|điều kiện|nhiệm vụ|đợt|vụ việc|năm học|thời gian|thời hạn|quy trình|khả năng|lịch|nội dung|đề án|dự án|thông báo"
    r"|kỳ họp|phê duyệt)"
    r"|^kỳ họp|(?:tại|trước|trong) (?:các )?kỳ họp|theo (?:kỳ họp|từng)|khi kết thúc"
    r"|trong (?:thời gian|quá trình) diễn ra|sau (?:hội nghị|kỳ họp"
    r"|đại hội)|^sau \D"
)
AFTER_EVENT = re.compile(r"(?:ngay )?sau (?:mỗi |từng )?(?:kỳ họp|đợt|hội nghị|cuộc)")  # “sau mỗi kỳ họp của Quốc hội”
WITHIN = re.compile(
    r"(?:(?:trong|sau|chậm nhất|muộn nhất|không quá|tối đa|trước)(?: vòng| thời hạn| thời gian| là| sau| trong"
    r"| tối đa)*"
    r" (?P<a>\d{1,3}|một|hai|ba)(?: ?\([^)]{1,12}\))? (?P<ua>ngày|tháng|năm|giờ|tuần)(?! đầu| cuối| tháng| năm))"
    r"|(?:(?P<b>\d{1,3})(?: ?\([^)]{1,12}\))? (?P<ub>ngày|tháng|giờ|tuần)(?: làm việc)? (?:kể từ|từ khi|từ ngày"
    r"|sau khi|trước khi|trước ngày))"
)
SINCE = re.compile(r"(?:kể từ|tính từ|từ khi|từ ngày|sau khi|trước khi|trước ngày|sau)(?= ).*$")
SUBMIT = re.compile(
    r"(?<!\w)(?:gửi|nộp|báo cáo|chuyển|(?<!chương )(?<!quy )(?<!công )(?<!lộ )(?<!quá )(?<!tiến )trình)(?!\w)"
)
NOTHING = re.compile(r"^[\s.\-–—_…/x0]*$|^không(?: có)?$")


def sense_before(low: str, start: int) -> Sense:
    """Return what the words just before the point at `start` make of it."""
    before = low[max(0, start - 48) : start]
    return next((sense for sense, pattern in _BEFORE_POINT if pattern.search(before)), Sense.IN)
