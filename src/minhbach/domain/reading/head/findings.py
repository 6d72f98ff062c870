"""What a person must look at in a head, each as one sentence that says what to do."""

from minhbach.domain.reading.results import Problem
from minhbach.domain.reading.source import Line

_MESSAGES = {
    "number_missing": "Không tìm thấy số, ký hiệu của văn bản; hãy xem bản gốc rồi điền.",
    "number_blank": "Văn bản chưa ghi số; nếu văn bản đã ban hành, hãy điền số theo bản chính thức.",
    "number_unread": "Số văn bản viết tay hoặc mờ nên không đọc được; hãy xem bản gốc rồi điền.",
    "date_missing": "Không tìm thấy ngày ban hành; hãy xem bản gốc rồi điền.",
    "date_blank": "Văn bản chưa ghi đủ ngày, tháng; nếu văn bản đã ban hành, hãy điền theo bản chính thức.",
    "date_unread": "Ngày ban hành viết tay hoặc mờ nên không đọc được; hãy xem bản gốc rồi điền.",
    "date_impossible": "Ngày ban hành ghi trong văn bản không có trong lịch; hãy kiểm tra bản gốc.",
    "place_repaired": "Địa danh viết thiếu dấu đã được sửa theo tên chính thức; hãy kiểm tra.",
    "issuing_body_missing": "Không xác định được cơ quan ban hành; hãy chọn cơ quan.",
    "issuing_body_derived": (
        "Văn bản không có tên cơ quan ở đầu trang; tên được suy từ ký hiệu, địa danh và chữ ký, hãy kiểm tra."
    ),
    "doc_type_missing": "Không xác định được loại văn bản; hãy chọn loại.",
    "title_missing": "Không tìm thấy trích yếu; hãy điền.",
    "signer_missing": "Không đọc được người ký; hãy xem bản gốc rồi điền.",
    "signer_read_twice": "Tên người ký xuất hiện hai lần với cách viết khác nhau; hãy kiểm tra.",
    "signer_mended": "Họ của người ký bị mờ nên được đoán theo phần còn đọc được; hãy kiểm tra bản gốc.",
    "several_signers": "Văn bản có nhiều người ký; hãy kiểm tra từng chữ ký.",
    "secrecy_mark": "Văn bản mang dấu độ mật; không được đưa lên hệ thống này.",
}


def finding(code: str, line: Line | None = None) -> Problem:
    """Return the problem of this code, at this line where there is one."""
    return Problem(
        code=code,
        message=_MESSAGES[code],
        line=line.number if line else None,
        page=line.place.page if line and line.place else None,
    )
