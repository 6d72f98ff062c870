"""What pages call the states of a mail, and its troubles."""

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _

from minhbach.domain.lifecycles.mail import MailState
from minhbach.foundation.mail.contracts import Trouble

STATES: Mapping[MailState, tuple[str, object]] = {
    MailState.QUEUED: ("waiting", _("Chờ gửi")),
    MailState.SENT: ("done", _("Đã gửi")),
    MailState.FAILED: ("late", _("Không gửi được")),
    MailState.BOUNCED: ("late", _("Bị trả lại")),
    MailState.GIVEN_UP: ("closed", _("Thôi gửi")),
}
"""The kind of the status tag, and its word."""

TROUBLES: Mapping[Trouble, object] = {
    Trouble.UNREACHABLE: _("Máy chủ thư không trả lời; thư sẽ tự gửi khi máy chủ chạy lại."),
    Trouble.PUT_OFF: _("Máy chủ thư hẹn gửi lại sau; thư sẽ tự gửi lại."),
    Trouble.REFUSED: _("Máy chủ thư từ chối. Xem lại địa chỉ rồi gửi lại."),
    Trouble.TOO_OFTEN: _("Đã thử nhiều lần trong khoảng hai ngày mà không được."),
    Trouble.UNCLEAR: _("Không rõ thư đã đi hay chưa. Hỏi người nhận trước khi gửi lại, để họ không nhận hai lần."),
    Trouble.BOUNCED: _("Máy chủ của người nhận trả thư lại. Xem lại địa chỉ rồi gửi lại."),
}

EVENTS: Mapping[str, object] = {
    "mail.sent": _("Đã giao cho máy chủ thư"),
    "mail.failed": _("Không gửi được"),
    "mail.bounced": _("Bị trả lại"),
    "mail.queued_again": _("Cho gửi lại"),
    "mail.given_up": _("Thôi gửi"),
}
