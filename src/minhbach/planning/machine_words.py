"""What the reader of documents says, in the language of the page.

The machine knows no languages: it gives a code and a Vietnamese sentence, often with words of the document in it. In
another language the page says what the code means in general, and the line number leads to the place.
"""

from collections.abc import Mapping
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from minhbach.agencies.contracts import OLD_DATA_NOTE

HEAD: Mapping[str, Promise] = {
    "number_missing": _("Không tìm thấy số, ký hiệu: xem bản gốc rồi điền."),
    "number_blank": _("Văn bản chưa ghi số."),
    "number_unread": _("Số viết tay hoặc mờ: xem bản gốc rồi điền."),
    "date_missing": _("Không tìm thấy ngày ban hành: xem bản gốc rồi điền."),
    "date_blank": _("Văn bản chưa ghi đủ ngày, tháng."),
    "date_unread": _("Ngày ban hành viết tay hoặc mờ: xem bản gốc rồi điền."),
    "date_impossible": _("Ngày ban hành không có trong lịch: xem bản gốc."),
    "place_repaired": _("Địa danh được sửa theo tên chính thức: xem lại."),
    "issuing_body_missing": _("Không xác định được cơ quan ban hành: chọn cơ quan."),
    "issuing_body_derived": _("Cơ quan ban hành được suy từ ký hiệu, địa danh và chữ ký: xem lại."),
    "doc_type_missing": _("Không xác định được loại văn bản: chọn loại."),
    "title_missing": _("Không tìm thấy trích yếu: điền vào."),
    "signer_missing": _("Không đọc được người ký: xem bản gốc rồi điền."),
    "signer_read_twice": _("Tên người ký xuất hiện hai lần, viết khác nhau: xem lại."),
    "signer_mended": _("Họ của người ký bị mờ nên được đoán: xem bản gốc."),
    "several_signers": _("Văn bản có nhiều người ký: xem từng chữ ký."),
    "secrecy_mark": _("Văn bản có dấu mật, không được đưa vào hệ thống này. Tệp không được lưu."),
}
BODY: Mapping[str, Promise] = {
    "missing_lead": _("Một nhiệm vụ không có cơ quan chủ trì: chọn cơ quan."),
    "missing_assignee": _("Một việc không rõ giao cho ai: chọn cơ quan."),
    "unclear_lead": _("Chủ trì và phối hợp ghi chung một danh sách; cơ quan đầu tiên được coi là chủ trì: xem lại."),
    "unclear_deadline": _("Một thời hạn chưa rõ: điền ngày."),
    "past_deadline": _("Một thời hạn đã qua trước ngày ban hành: xem lại."),
}
FILE: Mapping[str, Promise] = {
    "damaged_characters": _("Tệp có chữ hỏng: xem lại các chỗ có ký tự lạ."),
    "legacy_encoding": _("Văn bản dùng bảng mã cũ: chuyển sang Unicode rồi nhập lại nếu chữ sai."),
    "page_not_read": _("Có trang không nhận dạng được: xem bản gốc."),
    "handwritten": _("Trang viết tay, máy không đọc: xem bản gốc."),
    "doubtful_stamp": _("Có dấu đóng máy không đọc chắc, có thể là dấu mật: xem bản gốc."),
    "poor_scan": _("Bản quét mờ: xem lại từng chữ, hoặc quét lại."),
    "too_slow": _("Tệp mất quá nhiều thời gian để đọc: tách nhỏ hoặc lưu lại rồi nhập lại."),
    "too_big": _("Tệp quá lớn: tách nhỏ rồi nhập lại."),
    "too_long": _("Văn bản quá dài: tách thành nhiều tệp."),
    "reader_failed": _("Lấy được chữ nhưng không phân tích được văn bản: báo cho người quản trị."),
    "too_many_pages": _("Tệp có quá nhiều trang quét: tách thành nhiều tệp."),
    "broken": _("Tệp hỏng hoặc không đúng định dạng: lưu lại rồi nhập lại."),
    "binary": _("Tệp không phải văn bản."),
    "empty": _("Tệp không có chữ nào."),
    "encrypted": _("Tệp có mật khẩu: bỏ mật khẩu rồi nhập lại."),
    "old_format": _("Tệp Office đời cũ: lưu thành .docx rồi nhập lại."),
    "no_office": _("Máy này chưa đọc được .doc và .rtf: báo người quản trị, hoặc lưu thành .docx rồi nhập lại."),
    "image_format": _("Loại ảnh này chưa đọc được: lưu thành PNG, JPG hoặc TIFF."),
    "forbidden_xml": _("Tệp có phần không được phép mở: lưu lại rồi nhập lại."),
    "spreadsheet": _("Đây là bảng tính, không phải văn bản."),
    "presentation": _("Đây là bản trình chiếu, không phải văn bản."),
    "archive": _("Đây là tệp nén: giải nén rồi nhập từng văn bản."),
    "program": _("Đây là tệp chương trình, không phải văn bản."),
    "not_a_table": _("Tệp này không phải bảng tính. Chọn tệp .xlsx, .xls, .ods hoặc .csv."),
    "too_wide": _("Trang tính có quá nhiều cột: xóa bớt cột thừa rồi tải lại."),
    "no_file": _("Tệp chờ đọc không còn. Nhập lại văn bản."),
}
IN_GENERAL: Mapping[str, Promise] = {**HEAD, **BODY, **FILE}
NOTES: Mapping[str, Promise] = {OLD_DATA_NOTE: _("theo dữ liệu 30/6/2025")}


def problem_in_words(problem: Mapping[str, Any]) -> str:
    """Return a problem's sentence: the machine's own in Vietnamese, in other languages what its code means."""
    general = IN_GENERAL.get(problem["code"])
    return str(problem["message"]) if general is None or get_language() == "vi" else str(general)


def note_in_words(note: str) -> str:
    """Return a remark on the bodies ("theo dữ liệu 30/6/2025") in the language of the page."""
    return str(NOTES.get(note, note))
