"""Why a file is not kept, in the language of the page.

What reads files knows no languages: it gives a code and a Vietnamese sentence. In another language the page says what
the code means in general.
"""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

IN_GENERAL: Mapping[str, Promise] = {
    "secrecy_mark": _("Văn bản có dấu mật, không được đưa vào hệ thống này. Tệp không được lưu."),
    "no_file": _("Tệp chờ đọc không còn. Gửi lại tệp."),
    "archive": _("Đây là tệp nén: giải nén rồi gửi từng văn bản."),
    "archive_link": _("Tệp nén có liên kết ra ngoài: giải nén rồi gửi từng văn bản."),
    "binary": _("Tệp không phải văn bản."),
    "broken": _("Tệp hỏng hoặc không đúng định dạng: lưu lại rồi gửi lại."),
    "dynamic_form": _("Biểu mẫu PDF này tự dựng nội dung khi mở: in thành PDF thường rồi gửi lại."),
    "empty": _("Tệp không có chữ nào."),
    "encrypted": _("Tệp có mật khẩu: bỏ mật khẩu rồi gửi lại."),
    "forbidden_xml": _("Tệp có phần không được phép mở: lưu lại rồi gửi lại."),
    "image_format": _("Loại ảnh này chưa đọc được: lưu thành PNG, JPG hoặc TIFF."),
    "legacy_encoding": _("Văn bản dùng bảng mã cũ: chuyển sang Unicode rồi gửi lại."),
    "no_ocr": _("Máy này chưa đọc được bản quét: báo người quản trị."),
    "not_a_table": _("Tệp này không phải bảng tính. Chọn tệp .xlsx, .xls, .ods hoặc .csv."),
    "ocr_failed": _("Không nhận dạng được chữ trong bản quét: quét lại rồi gửi lại."),
    "old_format": _("Tệp Office đời cũ: lưu thành .docx hoặc .xlsx rồi gửi lại."),
    "no_office": _("Máy này chưa đọc được .doc và .rtf: báo người quản trị, hoặc lưu thành .docx rồi gửi lại."),
    "portfolio": _("Tệp PDF gói nhiều tệp khác: lấy từng tệp ra rồi gửi."),
    "presentation": _("Đây là bản trình chiếu, không phải văn bản."),
    "program": _("Đây là tệp chương trình, không phải văn bản."),
    "reader_failed": _("Không đọc được tệp này: báo người quản trị."),
    "spreadsheet": _("Đây là bảng tính, không phải văn bản."),
    "too_big": _("Tệp quá lớn: tách nhỏ rồi gửi lại."),
    "too_deep": _("Tệp lồng quá nhiều lớp: lấy từng tệp ra rồi gửi."),
    "too_long": _("Văn bản quá dài: tách thành nhiều tệp."),
    "too_many_pages": _("Tệp có quá nhiều trang quét: tách thành nhiều tệp."),
    "too_slow": _("Tệp mất quá nhiều thời gian để đọc: tách nhỏ hoặc lưu lại rồi gửi lại."),
    "too_wide": _("Trang tính có quá nhiều cột: xóa bớt cột thừa rồi gửi lại."),
    "unreadable": _("Không đọc được tệp này: lưu lại rồi gửi lại."),
}


def problem_in_words(code: str, said: str) -> str:
    """Return the machine's own sentence in Vietnamese; in other languages, or without one, what its code means."""
    general = IN_GENERAL.get(code)
    return said if general is None or (said and get_language() == "vi") else str(general)
