"""The words and shapes that pages give to batches, scans and what the machine found in them."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from minhbach.digitisation.contracts import VirusCheck, Way
from minhbach.domain.lifecycles.scan import BatchState, ScanState

Tag = tuple[str, Promise]
BATCH_TAGS: Mapping[str, Tag] = {
    "reading": ("work", _("Đang đọc")),
    "to_check": ("act", _("Chờ kiểm tra")),
    "done": ("done", _("Đã xong")),
    "empty": ("waiting", _("Chưa có tệp")),
    BatchState.PAUSED.value: ("waiting", _("Tạm dừng")),
    BatchState.CANCELLED.value: ("closed", _("Đã bỏ")),
}
"""A running batch is reading while files wait, then to be checked, then done."""
SCAN_TAGS: Mapping[str, Tag] = {
    ScanState.WAITING.value: ("waiting", _("Chờ đọc")),
    ScanState.TO_CHECK.value: ("act", _("Chờ kiểm tra")),
    ScanState.PUT_OFF.value: ("waiting", _("Để sau")),
    ScanState.CONFIRMED.value: ("done", _("Đã vào kho")),
    ScanState.DUPLICATE.value: ("closed", _("Bản trùng")),
    ScanState.UNREADABLE.value: ("late", _("Không đọc được")),
    ScanState.REFUSED.value: ("late", _("Có dấu mật, đã xóa")),
    ScanState.DROPPED.value: ("closed", _("Đã bỏ")),
}
WAYS: Mapping[str, Promise] = {
    Way.UPLOAD.value: _("tải lên"),
    Way.FOLDER.value: _("thư mục máy quét"),
    Way.COMMAND.value: _("dòng lệnh"),
}
VIRUS_TAGS: Mapping[str, Tag] = {
    VirusCheck.CLEAN.value: ("done", _("đã quét vi-rút, sạch")),
    VirusCheck.NOT_SCANNED.value: ("act", _("chưa quét vi-rút")),
}
FIELD_LABELS: Mapping[str, Promise] = {
    "number": _("Số"),
    "symbol": _("Ký hiệu"),
    "issued_on": _("Ngày ban hành"),
    "kind": _("Loại văn bản"),
    "title": _("Tên, trích yếu"),
    "issuer_name": _("Cơ quan ban hành"),
}
FINDINGS: Mapping[str, Promise] = {
    "NAME": _("họ tên"),
    "DOB": _("ngày sinh"),
    "BIRTH_YEAR": _("năm sinh"),
    "CCCD": _("số căn cước"),
    "CMND": _("số chứng minh nhân dân"),
    "PASSPORT": _("số hộ chiếu"),
    "PHONE": _("số điện thoại"),
    "EMAIL": _("thư điện tử"),
    "ADDRESS": _("địa chỉ"),
    "BANK": _("số tài khoản"),
    "MST": _("mã số thuế"),
    "BHXH": _("số bảo hiểm xã hội"),
    "BHYT": _("số bảo hiểm y tế"),
    "PLATE": _("biển số xe"),
    "LAND": _("thửa đất"),
}
