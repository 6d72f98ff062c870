"""Tells where the name of a body begins and where, in a sentence, it ends: at the verb of what the body does."""

import re

from minhbach.domain.reading.body.remembering import lowered, remembered
from minhbach.domain.reading.body.verbs import verbs_in

_HEADS = (
    "Sở",
    r"Bộ(?! tiêu| luật| chỉ số| thủ| mã| dữ| câu| tài)",
    r"Ban(?! hành)",
    "Ủy ban|Uỷ ban|UBND|HĐND|UBMTTQ|MTTQ|UB MTTQ|BHXH|TAND|VKSND|VP|BCH|BCĐ|BQL|CHQS|Ban CHQS",
    r"Hội(?! nghị| thảo| thi| họp)",
    r"Văn phòng|Phòng(?!,? chống| ngừa| thủ)|Trung tâm|Công an|Quân sự|Thanh tra|Đoàn(?! kết)|Liên đoàn|Liên minh"
    r"|Liên hiệp|Hiệp hội",
    r"Mặt trận|Tòa án|Toà án|Viện|Đài|Báo(?! cáo| đảm| vệ)|Tạp chí|Cục|Chi cục|Tổng cục|Vụ(?! việc| án)|Kho bạc"
    r"|Bảo hiểm|Ngân hàng",
    r"Trường(?! hợp)|Học viện|Đại học|Bệnh viện|Trạm|Công ty|Tập đoàn|Tổng công ty|Hợp tác xã|Thông tấn xã|Quân khu",
    r"Đảng ủy|Đảng uỷ|Tỉnh ủy|Tỉnh uỷ|Thành ủy|Thành uỷ|Huyện ủy|Quận ủy|Thường trực|Ban Thường vụ",
    r"Chủ tịch|Phó Chủ tịch|Giám đốc|Thủ trưởng|Trưởng|Tổ trưởng|Chánh|Bộ trưởng|Tư lệnh|Chỉ huy|Bí thư"
    r"|Người đứng đầu|Lãnh đạo|Đại diện|Hiệu trưởng",
    r"Tổ(?! chức)|Nhóm|Đội|Quỹ|Cổng|Chính phủ|Thủ tướng|Quốc hội|Kiểm toán|Điện lực|Bưu điện|Viễn thông|Hạt"
    r"|Hải quan|Thuế|Thống kê|Đồn|Lực lượng",
    r"Trang [Tt]hông tin|Thành đoàn|Tỉnh đoàn|Huyện đoàn|Nhà (?:văn hóa|thiếu nhi)|Thư viện|Bảo tàng|Vườn"
    r"|Khu quản lý|Cảng|Cơ sở(?! vật| dữ| pháp)",
)
_NAMED = re.compile(rf"(?:{'|'.join(_HEADS)})(?!\w)")
_NAMED_IN_CAPITALS = re.compile(_NAMED.pattern, re.IGNORECASE)
_NAMED_LOWER = re.compile(
    r"(?:uỷ ban (?:nhân dân|mặt trận|trung ương)|ubnd|hđnd|hội đồng nhân dân|sở|công an (?:tỉnh|thành phố|xã"
    r"|phường|các|cấp)"
    r"|văn phòng|phòng (?!chống|ngừa|thủ|, )|thanh tra (?:tỉnh|sở|thành)|bộ (?:công|tư|nội|tài|y|khoa|giáo|nông"
    r"|xây|văn|quốc|ngoại|dân|chỉ)"
    r"|ban (?:chỉ|quản|dân|tuyên|tổ chức|thường|nhân)|mặt trận|giám đốc|thủ trưởng|chủ tịch|người đứng đầu"
    r"|trung tâm|tổ trưởng|trưởng)(?!\w)"
)
_COLLECTIVE = re.compile(
    r"(?:các|những|toàn thể|mỗi|từng|tất cả các)(?!\w)(?! (?:nội dung|nhiệm vụ|văn bản|quy định|hoạt động|biện pháp))"
)
_GENERIC = re.compile(
    r"(?:cơ quan|đơn vị|địa phương|tổ chức(?=,| và |\s*$| chính trị| xã hội| đảng| đoàn| có liên| liên quan"
    r"| hội(?! nghị| thảo| thi| đồng| họp)"
    r"| kinh tế| tín dụng| khác)|doanh nghiệp|cá nhân|ban, ngành|ngành|sở|bộ, ngành|phòng, ban|cấp uỷ)(?!\w)"
)

_NOT_A_VERB_AFTER = re.compile(
    r"(?:các|những|cơ quan|đơn vị|cá nhân|và|của|với|là|ban|sự|công tác|được|việc|bộ phận|cơ sở|,|nhân dân"
    r"|chính quyền|người|doanh nghiệp|cán bộ|tổ)\s*$"
)
# Of collective bodies these words tell which ones are meant: “các cơ quan, đơn vị có trách nhiệm cung cấp thông tin”.
_TELLING_WHICH = re.compile(
    r"(?:có (?:trách nhiệm|nhiệm vụ)|cung cấp|quản lý|vận hành|sử dụng|được|thực hiện|theo (?:chức năng"
    r"|phân công)|tham gia|xây dựng|soạn thảo)\Z"
)


def starts_body(text: str) -> bool:
    """Tell whether `text` begins with the name of one body, or a position at its head, written with a capital."""
    return bool(_NAMED.match(text) or (text[:12].isupper() and _NAMED_IN_CAPITALS.match(text)))


def starts_collective(text: str) -> bool:
    """Tell whether `text` begins with a phrase for several bodies, such as “các Sở, ban, ngành”."""
    return bool(_COLLECTIVE.match(lowered(text[:40])))


def starts_generic(text: str) -> bool:
    """Tell whether `text` begins with a common noun for bodies (cơ quan, đơn vị, địa phương)."""
    return bool(_GENERIC.match(lowered(text[:40])))


def names_body(text: str) -> bool:
    """Tell whether `text` begins with any name or phrase for bodies, in whatever case it is written."""
    low = lowered(text[:60])
    return starts_body(text) or bool(_COLLECTIVE.match(low) or _NAMED_LOWER.match(low) or _GENERIC.match(low))


@remembered
def verb_at(text: str, *, label: bool = False) -> int:
    """Return where the verb begins that ends a list of bodies, or the length of `text` where there is none.

    :param label: the text is the value of a label: a verb that may also tell which collective bodies are meant
        (“các cơ quan … có trách nhiệm cung cấp thông tin”) does not end it.
    """
    low = lowered(text)
    for match in verbs_in(low):
        before = low[max(0, match.start() - 16) : match.start()]
        acts = match[0] in _ACTS_WITH and low.startswith((" với", ", phối hợp", " cùng"), match.end())
        if (
            match.start() < 2
            or not text[match.start()].islower()
            or (not acts and match[0] in _AMBIGUOUS and _NOT_A_VERB_AFTER.search(before))
        ):
            continue
        if match[0] not in _ALWAYS_ACTS and _IN_NAME_AFTER.search(text, max(0, match.start() - 12), match.start()):
            continue
        if low.startswith(
            (" có liên quan", " liên quan", " chính trị", " xã hội", ", cá nhân", " đoàn thể"), match.end()
        ):
            continue
        if label and _TELLING_WHICH.search(match[0]) and _of_collective(text[: match.start()]):
            continue
        return match.start()
    return len(text)


# “Bộ Ngoại giao”, “Trung tâm hỗ trợ nông dân”: after these a word in small letters belongs to the name.
_IN_NAME_AFTER = re.compile(
    r"(?<!các )(?:Ngoại|Trung tâm|Ban|Cục|Đội|Quỹ|Công ty|Chi cục|Trạm|Phòng|Hội đồng|Viện|Tổ) $"
)
_ALWAYS_ACTS = {
    "chủ trì", "phối hợp", "có trách nhiệm", "chịu trách nhiệm", "căn cứ", "trong phạm vi", "tham mưu", "chủ động",
    "gửi", "nộp", "báo cáo", "rà soát", "theo dõi", "tổng hợp", "hướng dẫn", "triển khai", "trình", "lập",
    "ban hành", "đôn đốc",
}  # fmt: skip
_ACTS_WITH = {"phối hợp", "chủ trì"}
_AMBIGUOUS = {
    "tổ chức", "quyết định", "quản lý ", "giám sát", "tham mưu", "xây dựng", "khi", "phối hợp", "lập", "trình",
    "cần", "thông tin ", "đề nghị", "yêu cầu", "kiểm tra", "tuyên truyền", "mở", "đưa", "tự", "sử dụng",
    "thống nhất", "cử", "chủ trì", "chỉ đạo", "hướng dẫn", "kết nối", "không", "nghiên cứu", "sơ kết", "tổng kết",
    "xúc tiến", "giao", "báo cáo", "thẩm định", "hỗ trợ", "cung cấp", "vận hành", "khai thác", "thực hiện",
    "đánh giá", "tổng hợp", "soạn thảo",
}  # fmt: skip


def _of_collective(names: str) -> bool:
    """Tell whether the last of `names` is a collective phrase, which words after it may narrow."""
    last = re.split(r"[;]| và (?=[A-ZĐỦƯ])", names)[-1].strip()
    return starts_collective(last) or (starts_generic(last) and not starts_body(last))
