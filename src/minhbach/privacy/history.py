"""What was done about a matter's data or a breach, from the event log, in words."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from minhbach.foundation.contracts import Subject
from minhbach.foundation.queries import events_about
from minhbach.foundation.registries import names_of_actors

DONE: Mapping[str, Promise] = {
    "breach.noted": _("Ghi vào sổ"),
    "breach.changed": _("Sửa nội dung"),
    "breach.told": _("Ghi đã báo"),
    "breach.notice_drafted": _("Soạn thông báo"),
    "breach.closed": _("Đóng"),
    "personal_data.held": _("Giữ dữ liệu lại"),
    "personal_data.hold_lifted": _("Thôi giữ"),
    "personal_data.wished": _("Người gửi đề nghị về dữ liệu của mình"),
    "personal_data.wish_done": _("Làm theo đề nghị"),
    "personal_data.wish_refused": _("Trả lời không làm, có lý do"),
    "personal_data.erased": _("Xóa dữ liệu cá nhân"),
    "submission.received": _("Nhận"),
    "submission.identity_read": _("Mở xem số giấy tờ"),
    "submission.sender_corrected": _("Sửa dữ liệu của người gửi"),
    "submission.secret_renewed": _("Cấp mã tra cứu mới"),
}


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One act: when, who, what."""

    moment: datetime
    who: str
    what: str
    ground: str = ""


def history_of(subject: Subject) -> tuple[HistoryLine, ...]:
    """Return what was done, the latest first. The caller has asked who may see the subject."""
    events = [event for event in events_about(subject) if event.kind in DONE]
    names = names_of_actors(frozenset(event.actor for event in events))
    return tuple(
        HistoryLine(one.at, names.get(one.actor, _unnamed(one.actor)), str(DONE[one.kind])) for one in reversed(events)
    )


def _unnamed(reference: str) -> str:
    return gettext("máy") if reference.startswith("system:") else gettext("người gửi")
