"""What happened to a case, as lines for officers' pages."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from minhbach.domain.lifecycles.request import RequestEvent
from minhbach.requests.models import Case, Step

_E = RequestEvent
DONE: Mapping[str, Promise] = {
    _E.FIND_VALID: _("Yêu cầu đã đủ, thời hạn bắt đầu"),
    _E.ASK_SUPPLEMENT: _("Đề nghị người yêu cầu bổ sung"),
    _E.SUPPLEMENT: _("Người yêu cầu bổ sung"),
    _E.CLOSE_UNANSWERED: _("Đóng vì người yêu cầu không bổ sung"),
    _E.SET_ASIDE: _("Không phải yêu cầu cung cấp thông tin"),
    _E.ASSIGN: _("Giao việc"),
    _E.NOTIFY_TERM: _("Báo thời hạn giải quyết"),
    _E.EXTEND: _("Gia hạn"),
    _E.ASK_OPINION: _("Hỏi ý kiến cơ quan khác"),
    _E.ASK_THIRD_PERSON: _("Hỏi người thứ ba"),
    _E.HEAR: _("Nhận ý kiến"),
    _E.GO_ON: _("Đã đủ ý kiến"),
    _E.PREPARE: _("Trình duyệt trả lời"),
    _E.SEND_BACK: _("Trả lại người trình"),
    _E.APPROVE: _("Duyệt trả lời"),
    _E.ASK_PAYMENT: _("Báo chi phí"),
    _E.PAY: _("Đã thanh toán"),
    _E.PROVIDE: _("Cung cấp thông tin"),
    _E.PROVIDE_IN_PART: _("Cung cấp một phần thông tin"),
    _E.POINT: _("Chỉ nơi đã công khai"),
    _E.REFUSE: _("Từ chối cung cấp"),
    _E.REFER: _("Hướng dẫn tới cơ quan khác"),
    _E.HAND_OVER: _("Chuyển cơ quan khác"),
    _E.SPLIT: _("Tách thành phần"),
    _E.WITHDRAW: _("Người yêu cầu rút"),
    _E.REOPEN: _("Mở lại"),
    _E.VOID: _("Bỏ vì ghi nhầm"),
}


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One act: when, who, what, on which ground."""

    moment: datetime
    who: str
    what: str
    ground: str = ""


def history_of(case: Case) -> tuple[HistoryLine, ...]:
    """Return what happened to a case, the latest first. The caller has asked who may see it."""
    return tuple(_lines(case))


def _lines(case: Case) -> Iterator[HistoryLine]:
    for step in case.steps.select_related("by").order_by("-pk"):
        yield HistoryLine(step.at, _who(step), str(DONE[step.event]), step.ground)
    row = case.submission
    entered_by = row.entered_by.name if row.entered_by else ""
    yield HistoryLine(row.received_at, entered_by, gettext("Nhận yêu cầu"))


def _who(step: Step) -> str:
    if step.by is not None:
        return step.by.name
    return gettext("người yêu cầu") if step.event in (_E.SUPPLEMENT, _E.WITHDRAW) else gettext("máy")
