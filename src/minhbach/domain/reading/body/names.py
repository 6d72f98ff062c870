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
    r"Chủ tịch|Phó (?:Chủ tịch|Giám đốc|Thủ tướng|Trưởng|Chánh)|Giám đốc|Thủ trưởng"
    r"|Trưởng|Tổ trưởng|Chánh|Bộ trưởng|Tư lệnh|Chỉ huy|Bí thư"
    r"|Người đứng đầu|Lãnh đạo|Đại diện|Hiệu trưởng",
    r"Tổ(?! chức)|Nhóm|Đội|Quỹ|Cổng|Chính phủ|Thủ tướng|Quốc hội|Kiểm toán|Điện lực|Bưu điện|Viễn thông|Hạt"
    r"|Hải quan|Thuế|Thống kê|Đồn|Lực lượng|Cảnh sát|Bộ đội|Biên phòng|Kiểm lâm|Quản lý thị trường",
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

# Names in which a verb stands in small letters; elsewhere the same word is what a body does.
_VERBS_IN_NAMES = re.compile(
    r"(?<!\w)(?:ban quản lý[^,;.]{0,24}? đầu tư(?: và)? (?:xây dựng|phát triển)|ban quản lý"
    r"|hội đồng phối hợp(?! với| cùng)(?:,? (?:công tác )?(?:phổ biến,? ?giáo dục pháp luật|pbgdpl))?"
    r"|(?:đoàn|tổ|đội|hội đồng) (?:liên ngành )?(?:kiểm tra|giám sát|thanh tra|thẩm định|đánh giá|khảo sát|rà soát"
    r"|nghiệm thu|giúp việc|soạn thảo|biên tập|triển khai|xử lý|tuyển|xét)(?: liên ngành| chuyên ngành)?"
    r"|ban (?:chỉ đạo|soạn thảo|biên tập|vận động|giám sát|tiếp công dân|thanh tra|tổ chức(?= (?:hội|lễ|cuộc|kỳ|giải"
    r"|đại)))"
    r"|văn phòng (?:đăng ký|điều phối|thường trực)|trường (?:bồi dưỡng|đào tạo)"
    r"|viện nghiên cứu|quỹ (?:hỗ trợ|bảo vệ|đầu tư|đào tạo)|chi nhánh văn phòng đăng ký)(?!\w)"
)

# Words that are verbs by themselves, and the syllables after which they end a noun: “công trình”, “trật tự”.
_SECOND_SYLLABLES = {
    verb: tuple(f"{syllable} " for syllable in syllables.split())
    for verb, syllables in {
        "trình": "công chương quy lộ giáo hành tờ tiến quá kịch",
        "lập": "công thành độc trung thiết sáng tự",
        "tự": "trật thứ trình",
        "cử": "bầu ứng đề bãi",
        "nhận": "công xác chứng tiếp ghi giao",
        "ký": "thư chữ nhật",
        "giao": "bàn chuyển ngoại",
        "trồng": "nuôi cây",
        "chuyển": "luân vận dịch",
        "tăng": "gia",
        "giữ": "giam",
        "không": "hàng",
        "mở": "cởi",
    }.items()
}
_NOT_A_VERB_AFTER = re.compile(
    r"(?:các|những|cơ quan|đơn vị|cá nhân|và|của|với|là|ban|sự|công tác|được|việc|bộ phận|cơ sở|,|nhân dân"
    r"|chính quyền|người|doanh nghiệp|cán bộ|tổ)\s*$"
)
# Of collective bodies these words tell which ones are meant: “các cơ quan, đơn vị có trách nhiệm cung cấp thông tin”.
_TELLING_WHICH = re.compile(
    r"(?:có (?:trách nhiệm|nhiệm vụ)|phụ trách|cung cấp|quản lý|vận hành|sử dụng|được|thực hiện|theo (?:chức năng"
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
    named = [match.span() for match in _VERBS_IN_NAMES.finditer(low)]
    for match in verbs_in(low):
        if any(start < match.start() < end for start, end in named):
            continue
        if (noun := _SECOND_SYLLABLES.get(match[0].strip())) and low.endswith(noun, 0, match.start()):
            continue
        before = low[max(0, match.start() - 16) : match.start()]
        acts = match[0] in _ACTS_WITH and low.startswith((" với", ", phối hợp", " cùng"), match.end())
        if (
            match.start() < 2
            or not text[match.start() : match.end()].islower()
            or (not acts and match[0] in _AMBIGUOUS and _NOT_A_VERB_AFTER.search(before))
            and (label or match[0] not in _DONE_BY_ALL or not _BY_ALL.search(before))
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


def acts(text: str) -> bool:
    """Tell whether `text` begins with the verb of an order, in whatever case it is written."""
    first = next(verbs_in(lowered(text[:60])), None)
    return first is not None and first.start() == 0


# “Bộ Ngoại giao”, “Trung tâm hỗ trợ nông dân”: after these a word in small letters belongs to the name.
_IN_NAME_AFTER = re.compile(
    r"(?<!các )(?:Ngoại|Trung tâm|Ban|Cục|Đội|Quỹ|Công ty|Chi cục|Trạm|Phòng|Hội đồng|Viện|Tổ) $"
)
_ALWAYS_ACTS = {
    "chủ trì", "phối hợp", "có trách nhiệm", "chịu trách nhiệm", "căn cứ", "trong phạm vi", "tham mưu", "chủ động",
    "gửi", "nộp", "báo cáo", "rà soát", "theo dõi", "tổng hợp", "hướng dẫn", "triển khai", "trình", "lập",
    "ban hành", "đôn đốc",
}  # fmt: skip
# In a sentence these are what “các cơ quan, đơn vị” do; in a label they may tell which ones are meant.
_DONE_BY_ALL = {
    "báo cáo", "tổ chức", "thực hiện", "xây dựng", "tuyên truyền", "đánh giá", "tổng hợp", "cử", "lập", "trình",
    "nghiên cứu", "sơ kết", "tổng kết", "tự",
}  # fmt: skip
_BY_ALL = re.compile(r"(?:đơn vị|địa phương|cơ quan|phòng, ban|bộ, ngành) $")
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
