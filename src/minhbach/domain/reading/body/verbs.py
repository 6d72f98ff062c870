"""The verbs of administrative orders: what a body does, and so where its name ends."""

import re
from collections.abc import Iterator

# None stands in small letters in a name. What follows in brackets narrows a word to where it is a verb.
_VERBS = """
là (?:cơ quan|đơn vị|đầu mối) | làm (?:đầu mối|tốt|rõ|việc) | chủ trì | chủ động | chịu trách nhiệm | phối hợp
tham mưu | tham gia | có (?:trách nhiệm|nhiệm vụ|văn bản|kế hoạch|giải pháp|biện pháp) | tham vấn | trực tiếp
liên hệ | bám sát | thống nhất | phụ trách | chỉ đạo | hướng dẫn | theo dõi | đôn đốc | kiểm tra | giám sát
rà soát | tổng hợp | báo cáo | bảo đảm | đảm bảo | bố trí | cân đối | thống kê (?=số|kết|danh|đầy|tình) | thẩm định
thẩm tra | cấp phát | lập | ban hành | trình | đề xuất | kiến nghị | xác minh | đối chiếu | tuyên truyền | phổ biến
quán triệt | tăng cường | đẩy mạnh | đẩy nhanh | nâng cao | tích cực | tiếp tục | kịp thời | nghiêm túc
khẩn trương | thường xuyên | định kỳ | căn cứ | trên cơ sở | trong phạm vi | triển khai | tiến hành | thực hiện
hoàn thành | hoàn thiện | theo (?:chức năng|nhiệm vụ|thẩm quyền|phân công|phạm vi|dõi) | xây dựng(?! đảng) | giúp
cung cấp | cập nhật | công khai | công bố | đăng(?= tải| ký| tin| bài| phát| cai|\\b) | niêm yết
phát(?= tài| tờ| hành| sóng| hiện| huy| động) | vận hành | phân công | phân bổ | cử | gửi | nộp | kiện toàn
quan tâm | ưu tiên | lồng ghép | vận động | huy động | hỗ trợ | tạo điều kiện | xem xét | phê duyệt | quyết định
nghiên cứu | xác định | đánh giá | sơ kết | tổng kết | số hoá | tiếp nhận | xử lý | giải quyết | phản ánh | chuẩn bị
duy trì | khai thác | sắp xếp | lựa chọn | chọn | biên soạn | soạn thảo | góp ý | tập trung | tập huấn | bồi dưỡng
khảo sát | đào tạo (?=cho|nâng) | truyền thông (?=về|cho|đến|rộng|nâng) | quản lý (?=và|việc|chặt|sử dụng) | sử dụng
mở | đưa | lấy | thông báo | thông tin (?=kịp|rộng|về|đến|tới) | phải | cần | sẽ | được (?=giao|phân) | không | nếu
khi | để | nhằm | chấp hành | tự | cùng nhau | giao(?! thông| dịch| lưu| tiếp| ban)
yêu cầu | đề nghị
lãnh đạo(?= và|, chỉ| thực| triển| việc| tổ) | nắm | thành lập | củng cố | đổi mới | ứng dụng | cải thiện | cải cách
thanh tra (?=việc|,) | tính toán | dự trù | ký(?= kết| ban| hợp| quy) | tiếp thu | khắc phục | phòng ngừa
ngăn chặn | tháo gỡ | cấp(?= kinh| giấy| tài| đầy) | bổ sung | điều chỉnh | sửa đổi | thay thế | bãi bỏ | thể chế
nhân rộng | khen thưởng | biểu dương | mua sắm | mua | lắp đặt | nâng cấp | đầu tư (?=xây|mua|trang|kinh)
xúc tiến(?= các| thủ) | chia sẻ | kết nối(?=,| và| với| liên| dữ| hệ) | thí điểm | tổ chức | bàn giao | trả lời
rút ngắn | rút gọn | ra quân | ra mắt | treo | in(?= ấn| và| tài| tờ) | tiếp cận | giải trình | giải đáp | đón tiếp
chuyển(?! đổi) | nhận(?= hồ| báo| và| đơn) | thu(?= thập| hồi| gom) | chi trả | vệ sinh | dọn | trồng | sửa chữa
di dời | sơ tán | huỷ | trực ban | bảo vệ (?=và|an|bí|môi) | giữ | gìn giữ | tăng | giảm | xoá | hạn chế | nhắc
cảnh báo | điều tra | truy | xử phạt | tổ chức lại
"""
_NOUN_BEFORE = re.compile(r"(?:chương|quy|công|lộ|tờ|quá|tiến|giáo) $")
_WORD = re.compile(r"(?<![\w-])[^\W\d_]+")


def _by_first_word(block: str) -> dict[str, re.Pattern[str]]:
    families: dict[str, list[str]] = {}
    for verb in (part.strip("\n ") for line in block.strip().split("\n") for part in line.split(" | ")):
        first = re.match(r"[^\W\d_]+", verb)
        if first:
            families.setdefault(first[0], []).append(verb)
    return {
        first: re.compile(f"(?:{'|'.join(sorted(verbs, key=len, reverse=True))})(?![\\w-])")
        for first, verbs in families.items()
    }


_PATTERNS = _by_first_word(_VERBS)


def verbs_in(low: str) -> Iterator[re.Match[str]]:
    """Yield the verbs in a text as `lower_one_tone` gives it, in order."""
    for word in _WORD.finditer(low):
        pattern = _PATTERNS.get(word[0])
        match = pattern.match(low, word.start()) if pattern else None
        if match and not (word[0] == "trình" and _NOUN_BEFORE.search(low, 0, word.start())):
            yield match
