"""What happened to a case, as lines for officers' pages."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from minhbach.accounts.queries import names_by_reference
from minhbach.domain.lifecycles.request import RequestEvent
from minhbach.foundation.contracts import Subject
from minhbach.foundation.queries import events_about
from minhbach.requests.models import Case, Step
from minhbach.requests.queries.cases import CASE

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
    steps = [done_line(step) for step in case.steps.select_related("by").order_by("-pk")]
    yield from sorted((*steps, *_mails_taken_out(case)), key=lambda line: line.moment, reverse=True)
    row = case.submission
    entered_by = row.entered_by.name if row.entered_by else ""
    yield HistoryLine(row.received_at, entered_by, gettext("Nhận yêu cầu"))


def _mails_taken_out(case: Case) -> Iterator[HistoryLine]:
    """Yield what is no step of the case and yet changed what its requester reads."""
    events = [one for one in events_about(Subject(CASE, case.pk)) if one.kind == "case.mail_taken_out"]
    names = names_by_reference({one.actor for one in events}) if events else {}
    for one in reversed(events):
        words = gettext("Lấy thư %(number)s ra khỏi yêu cầu") % {"number": one.facts["mail"]}
        yield HistoryLine(one.at, names.get(one.actor, ""), words)


def done_line(step: Step) -> HistoryLine:
    """Return one step as a line."""
    return HistoryLine(step.at, _who(step), str(DONE[step.event]), step.ground)


def _who(step: Step) -> str:
    if step.by is not None:
        return step.by.name
    return gettext("người yêu cầu") if step.event in (_E.SUPPLEMENT, _E.WITHDRAW) else gettext("máy")
