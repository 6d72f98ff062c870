"""What a requester reads of a case: what happened, what comes next, and what to do where it is late."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from minhbach.domain.lifecycles.request import RUNNING, RequestEvent, RequestState
from minhbach.domain.statutes import Statute
from minhbach.foundation.dates import written_with_weekday
from minhbach.requests.models import Case, Step

_S, _E = RequestState, RequestEvent
HAPPENED: Mapping[str, Promise] = {
    _E.FIND_VALID: _("Đã đủ nội dung, thời hạn bắt đầu"),
    _E.ASK_SUPPLEMENT: _("Cơ quan đề nghị Ông/Bà bổ sung"),
    _E.SUPPLEMENT: _("Ông/Bà đã bổ sung"),
    _E.CLOSE_UNANSWERED: _("Cơ quan đóng yêu cầu vì chưa nhận được phần bổ sung"),
    _E.SET_ASIDE: _("Cơ quan báo: đây không phải yêu cầu cung cấp thông tin"),
    _E.NOTIFY_TERM: _("Cơ quan báo thời hạn giải quyết"),
    _E.EXTEND: _("Cơ quan gia hạn trả lời"),
    _E.ASK_OPINION: _("Cơ quan hỏi ý kiến cơ quan khác; thời hạn vẫn chạy"),
    _E.ASK_THIRD_PERSON: _("Cơ quan hỏi người có liên quan; thời hạn vẫn chạy"),
    _E.ASK_PAYMENT: _("Cơ quan báo chi phí cần thanh toán"),
    _E.PAY: _("Đã thanh toán"),
    _E.PROVIDE: _("Đã cung cấp thông tin"),
    _E.PROVIDE_IN_PART: _("Đã cung cấp một phần thông tin"),
    _E.POINT: _("Cơ quan chỉ nơi đã công khai"),
    _E.REFUSE: _("Cơ quan từ chối, có nêu lý do"),
    _E.REFER: _("Cơ quan hướng dẫn nơi gửi"),
    _E.HAND_OVER: _("Cơ quan chuyển tới nơi có trách nhiệm"),
    _E.SPLIT: _("Cơ quan tách yêu cầu thành nhiều phần"),
    _E.WITHDRAW: _("Ông/Bà đã rút yêu cầu"),
    _E.REOPEN: _("Cơ quan mở lại yêu cầu"),
    _E.VOID: _("Cơ quan bỏ yêu cầu vì ghi nhầm"),
}
"""Who has the case inside, and what is drafted and approved there, is no news for the requester until it goes out."""


@dataclass(frozen=True, slots=True)
class Happened:
    """A line of the history as the requester reads it."""

    on: date
    what: str
    words: str = ""


def what_happened(case: Case) -> tuple[Happened, ...]:
    """Return what happened to a request, the oldest first."""
    received = Happened(case.received_on, gettext("Đã nhận"))
    return (received, *(_line(step) for step in case.steps.all() if step.event in HAPPENED))


def _line(step: Step) -> Happened:
    return Happened(step.on, str(HAPPENED[step.event]), step.words)


def what_comes_next(case: Case, *, body: str, on: date) -> str:
    """Return what comes next and by when, in one sentence; "" where nothing does."""
    if case.state == _S.RECEIVED:
        return gettext("%(body)s xem yêu cầu đã đủ chưa; thiếu gì sẽ báo.") % {"body": body}
    if case.state == _S.LACKING:
        return gettext("Ông/Bà bổ sung. Chưa đủ thì chưa tính thời hạn.")
    if case.state == _S.PAYMENT:
        return gettext("Ông/Bà thanh toán chi phí; xong thì nhận thông tin.")
    if case.state in RUNNING and case.due_on:
        facts = {"body": body, "day": written_with_weekday(case.due_on), "left": _left(case.due_on, on)}
        return gettext("%(body)s trả lời chậm nhất %(day)s (%(left)s).") % facts
    return ""


def _left(due_on: date, on: date) -> str:
    days = (due_on - on).days
    if days < 0:
        return ngettext("quá %(days)s ngày", "quá %(days)s ngày", -days) % {"days": -days}
    if days == 0:
        return gettext("hôm nay")
    return ngettext("còn %(days)s ngày", "còn %(days)s ngày", days) % {"days": days}


@dataclass(frozen=True, slots=True)
class Right:
    """Something that the requester may do, with where it stands; `is_sure` false where the text was not at hand."""

    words: str
    cited: str
    is_sure: bool


RIGHTS = ("complain", "denounce", "limitation", "first_settlement", "suit")


def rights_if_late(law: Statute) -> tuple[Right, ...]:
    """Return what the requester may do where the answer does not come in time, as the law has it."""
    return tuple(_rights(law))


def _rights(law: Statute) -> Iterator[Right]:
    known = {rule.key: rule for rule in law.complaints}
    for key in RIGHTS:
        if key in known:
            rule = known[key]
            length = f": {rule.amount} {rule.unit}" if rule.amount else ""
            words = f"{rule.words[:1].upper()}{rule.words[1:]}{length}"
            yield Right(words, law.cite(rule), rule.state.value == "confirmed")
