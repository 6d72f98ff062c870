"""The words and shapes that pages give to redactions and to what is marked in them."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from minhbach.domain.lifecycles.redaction import RedactionState
from minhbach.publication.contracts import MarkSource, MarkState

STATE_TAGS: Mapping[str, tuple[str, Promise]] = {
    RedactionState.READING: ("work", _("Máy đang đọc tệp")),
    RedactionState.MARKING: ("act", _("Đang đánh dấu")),
    RedactionState.HANDED_ON: ("act", _("Chờ đầu mối kiểm tra")),
    RedactionState.APPLYING: ("work", _("Máy đang làm bản che")),
    RedactionState.MADE: ("act", _("Có bản che, chờ duyệt")),
    RedactionState.APPROVED: ("done", _("Đã duyệt bản che")),
    RedactionState.REFUSED: ("late", _("Không che được")),
    RedactionState.DROPPED: ("closed", _("Đã bỏ")),
}
MARK_TAGS: Mapping[str, tuple[str, Promise]] = {
    MarkState.PROPOSED: ("act", _("Chưa trả lời")),
    MarkState.REMOVED: ("done", _("Che")),
    MarkState.KEPT: ("closed", _("Để nguyên")),
}
SOURCE_WORDS: Mapping[str, Promise] = {
    MarkSource.FOUND: _("máy tìm thấy"),
    MarkSource.LEFT: _("cùng chữ với chỗ đã che"),
    MarkSource.LINES: _("đánh dấu theo dòng"),
    MarkSource.STRIP: _("dải ngang trang"),
    MarkSource.PAGE: _("cả trang"),
    MarkSource.DRAWN: _("vẽ trên ảnh"),
}
WHERE_WORDS: Mapping[str, Promise] = {
    "text": _("chữ của từng trang"),
    "bytes": _("dữ liệu bên trong tệp"),
    "metadata": _("thông tin kèm theo tệp"),
    "ocr": _("chữ đọc được trên ảnh trang"),
}
EVENT_WORDS: Mapping[str, Promise] = {
    "redaction.begun": _("Bắt đầu che một tệp"),
    "redaction.read": _("Máy đọc %(pages)s trang, đề xuất %(found)s chỗ"),
    "redaction.refused": _("Máy không làm được bản che của tệp này"),
    "redaction.handed_on": _("Chuyển cho đầu mối: che %(removed)s chỗ, để nguyên %(kept)s chỗ"),
    "redaction.taken_back": _("Lấy lại để đánh dấu tiếp"),
    "redaction.sent_back": _("Đầu mối trả lại để đánh dấu lại"),
    "redaction.applied": _("Đầu mối kiểm tra xong, cho che"),
    "redaction.not_proved": _("Chưa chứng minh được bản che đã sạch, trả lại để đánh dấu tiếp"),
    "redaction.made": _("Máy làm xong bản che %(pages)s trang và chứng minh đã sạch"),
    "redaction.approved": _("Duyệt bản che %(removed)s chỗ, đã kiểm tra bằng mắt"),
    "redaction.dropped": _("Bỏ việc che tệp"),
}
BY_MARKER = _("Duyệt bản che %(removed)s chỗ; tự duyệt vì cơ quan không có ai khác duyệt được")
