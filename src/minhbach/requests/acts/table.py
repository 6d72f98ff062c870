"""The acts on a case as pages: one table, from which addresses, buttons and forms come."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from minhbach.domain.access import Actor
from minhbach.domain.calendars.calendar import Calendar
from minhbach.domain.lifecycles.request import RequestEvent
from minhbach.foundation import clock
from minhbach.foundation.calendar import calendar_in_use
from minhbach.requests.actions.assign_case import assign_case
from minhbach.requests.actions.close_unanswered import close_unanswered
from minhbach.requests.actions.consult import ask_opinion, ask_third_person, hear
from minhbach.requests.actions.decide_answer import send_answer_back
from minhbach.requests.actions.end_case import reopen_case, set_aside, void_case, withdraw_by_officer
from minhbach.requests.actions.extend_deadline import UNITS, extend_deadline, longest, unit_of, why_not_extend
from minhbach.requests.actions.notify_term import notify_term
from minhbach.requests.actions.pass_on import hand_over, refer
from minhbach.requests.actions.split_case import split_case
from minhbach.requests.actions.tell_cost import record_payment, tell_cost
from minhbach.requests.acts.choices import out_now, people_choices, unit_choices
from minhbach.requests.acts.forms import (
    AsideForm,
    AssignForm,
    ExtendForm,
    HandOverForm,
    HearForm,
    NothingForm,
    OpinionForm,
    ReasonForm,
    ReferForm,
    SplitForm,
    ThirdPersonForm,
)
from minhbach.requests.contracts import Heard, PaidWay
from minhbach.requests.costs.forms import CostForm, PaidForm
from minhbach.requests.dues import law_of
from minhbach.requests.models import Case
from minhbach.requests.queries.right_body import bodies_proposed

_E = RequestEvent


@dataclass(frozen=True, slots=True)
class Asker:
    """Who acts, by which days off, when."""

    actor: Actor
    calendar: Calendar
    now: datetime

    @property
    def with_calendar(self) -> dict[str, Any]:
        """As most actions take it."""
        return {"calendar": self.calendar, "actor": self.actor, "now": self.now}

    @property
    def alone(self) -> dict[str, Any]:
        """As actions take it that count no day."""
        return {"actor": self.actor, "now": self.now}


@dataclass(frozen=True, slots=True)
class ActPage:
    """An act as a page.

    :param slug: the end of its address.
    :param lead: what it does and who sees it, in a sentence or two.
    :param form: makes the form for a case, with what was posted.
    :param do: calls the action with what was typed.
    :param has_no_way_back: the page says so, and the button names act and number.
    :param why_not: why it cannot be done although state and role would let it; "" where it can.
    """

    slug: str
    lead: Promise
    form: Callable[..., forms.Form]
    do: Callable[[Case, Mapping[str, Any], Asker], object]
    done: Promise
    has_no_way_back: bool = False
    why_not: Callable[[Case], str] = lambda _case: ""


def _plain(kind: type[forms.Form]) -> Callable[..., forms.Form]:
    return lambda _case, *data, **kwargs: kind(*data, **kwargs)


def _assign_form(case: Case, *data: Any, **kwargs: Any) -> forms.Form:
    today = clock.today()
    initial = {"handler": case.handler_id, "unit": case.unit_id, "by": case.due_on}
    people, units = people_choices(case, on=today), unit_choices(case)
    return AssignForm(*data, people=people, units=units, initial=initial, **kwargs)


def _extend_form(case: Case, *data: Any, **kwargs: Any) -> forms.Form:
    law = law_of(case)
    return ExtendForm(*data, most=longest(case, law) - (case.extension or 0), unit=UNITS[unit_of(case, law)], **kwargs)


def _body_form(kind: Callable[..., forms.Form]) -> Callable[..., forms.Form]:
    return lambda case, *data, **kwargs: kind(*data, proposed=bodies_proposed(case, on=clock.today()), **kwargs)


def _hear_form(case: Case, *data: Any, **kwargs: Any) -> forms.Form:
    return HearForm(*data, out=out_now(case), initial={"on": clock.today()}, **kwargs)


def _only(given: Mapping[str, Any], *names: str) -> dict[str, Any]:
    return {name: given[name] for name in names}


ACTS: Mapping[RequestEvent, ActPage] = {
    _E.CLOSE_UNANSWERED: ActPage(
        "dong",
        _("Ngày đã báo cho người yêu cầu đã qua mà chưa có phần bổ sung. Đóng không phải là từ chối: họ gửi lại được."),
        _plain(NothingForm),
        lambda case, _given, by: close_unanswered(case_id=case.pk, **by.with_calendar),
        _("Đã đóng và báo người yêu cầu."),
        has_no_way_back=True,
    ),
    _E.SET_ASIDE: ActPage(
        "khong-phai-yeu-cau",
        _("Như đơn tố cáo, khiếu nại việc khác. Người gửi đọc lời này: gửi tới đâu. Nội dung vẫn được giữ kín."),
        _plain(AsideForm),
        lambda case, given, by: set_aside(case_id=case.pk, words=given["words"], **by.alone),
        _("Đã ghi và báo người gửi."),
        has_no_way_back=True,
    ),
    _E.ASSIGN: ActPage(
        "giao",
        _("Người được giao thấy việc này ở trang Hôm nay của họ; có thư điện tử thì được báo ngay."),
        _assign_form,
        lambda case, given, by: assign_case(
            case_id=case.pk,
            handler_id=given["handler"],
            unit_id=given["unit"],
            **_only(given, "by", "note"),
            **by.alone,
        ),
        _("Đã giao việc."),
    ),  # fmt: skip
    _E.NOTIFY_TERM: ActPage(
        "bao-thoi-han",
        _("Phiếu báo ngày trả lời được soạn và hiện ở trang của người yêu cầu. In, ký, lưu bản ký ở mục Công văn."),
        _plain(NothingForm),
        lambda case, _given, by: notify_term(case_id=case.pk, **by.with_calendar),
        _("Đã báo thời hạn cho người yêu cầu."),
    ),
    _E.EXTEND: ActPage(
        "gia-han",
        _("Thông báo gia hạn phải đi trong thời hạn trả lời. Nó được soạn và hiện ngay ở trang của người yêu cầu."),
        _extend_form,
        lambda case, given, by: extend_deadline(case_id=case.pk, **_only(given, "by", "reason"), **by.with_calendar),
        _("Đã gia hạn và báo người yêu cầu."),
        has_no_way_back=True,
        why_not=lambda case: why_not_extend(case, on=clock.today()),
    ),
    _E.ASK_OPINION: ActPage(
        "hoi-y-kien",
        _("Công văn xin ý kiến được soạn. Thời hạn trả lời người yêu cầu vẫn chạy: không luật nào dừng nó lại."),
        _body_form(OpinionForm),
        lambda case, given, by: ask_opinion(
            case_id=case.pk, **_only(given, "body_id", "question", "by"), **by.with_calendar
        ),
        _("Đã soạn công văn xin ý kiến."),
    ),
    _E.ASK_THIRD_PERSON: ActPage(
        "hoi-nguoi-thu-ba",
        _("Thông tin liên quan đến người khác chỉ cung cấp khi họ chấp thuận bằng văn bản. Thời hạn trả lời vẫn chạy."),
        _plain(ThirdPersonForm),
        lambda case, given, by: ask_third_person(
            case_id=case.pk, **_only(given, "who", "question", "by"), **by.with_calendar
        ),
        _("Đã soạn công văn hỏi ý kiến."),
    ),
    _E.HEAR: ActPage(
        "ghi-y-kien",
        _("Ghi điều nơi được hỏi trả lời. Không trả lời không phải là chấp thuận."),
        _hear_form,
        lambda case, given, by: hear(
            case_id=case.pk,
            consultation_id=given["consultation"],
            outcome=Heard(given["outcome"]),
            **_only(given, "words", "on"),
            **by.alone,
        ),
        _("Đã ghi ý kiến."),
    ),  # fmt: skip
    _E.REFER: ActPage(
        "huong-dan",
        _("Người yêu cầu được báo cơ quan nào có trách nhiệm và liên hệ ở đâu. Yêu cầu ở đây kết thúc."),
        _body_form(ReferForm),
        lambda case, given, by: refer(case_id=case.pk, **_only(given, "body_id", "name", "reason"), **by.with_calendar),
        _("Đã hướng dẫn người yêu cầu."),
        has_no_way_back=True,
    ),
    _E.HAND_OVER: ActPage(
        "chuyen",
        _("Yêu cầu cùng thư từ, tệp được chuyển sang cơ quan có trách nhiệm; người yêu cầu vẫn xem ở một trang."),
        _body_form(HandOverForm),
        lambda case, given, by: hand_over(case_id=case.pk, **_only(given, "body_id", "reason"), **by.with_calendar),
        _("Đã chuyển yêu cầu."),
        has_no_way_back=True,
    ),
    _E.SPLIT: ActPage(
        "tach",
        _("Mỗi phần thành một việc riêng: phần này trả lời, phần kia từ chối hoặc chuyển cơ quan khác."),
        _plain(SplitForm),
        lambda case, given, by: split_case(case_id=case.pk, parts=given["parts"].splitlines(), **by.with_calendar),
        _("Đã tách thành các phần."),
        has_no_way_back=True,
    ),
    _E.SEND_BACK: ActPage(
        "tra-lai",
        _("Người trình thấy lời này và sửa lại. Người yêu cầu không thấy."),
        _plain(ReasonForm),
        lambda case, given, by: send_answer_back(case_id=case.pk, remark=given["reason"], **by.alone),
        _("Đã trả lại người trình."),
    ),
    _E.ASK_PAYMENT: ActPage(
        "bao-chi-phi",
        _("Chỉ báo khi có khoản phải trả. Người yêu cầu trả đủ rồi mới nhận thông tin."),
        lambda case, *data, **kwargs: CostForm(*data, law=law_of(case), **kwargs),
        lambda case, given, by: tell_cost(
            case_id=case.pk,
            lines=given["lines"],
            **_only(given, "postage", "share", "exempt", "pay_by"),
            **by.with_calendar,
        ),
        _("Đã báo chi phí cho người yêu cầu."),
    ),
    _E.PAY: ActPage(
        "da-thanh-toan",
        _("Ghi khi tiền đã vào tài khoản hoặc đã thu tại nơi tiếp nhận, có biên lai."),
        _plain(PaidForm),
        lambda case, given, by: record_payment(
            case_id=case.pk, way=PaidWay(given["way"]), **_only(given, "paid_on", "receipt"), **by.alone
        ),
        _("Đã ghi thanh toán."),
    ),
    _E.WITHDRAW: ActPage(
        "rut",
        _("Chỉ khi chính người yêu cầu nói rút. Ghi họ nói ở đâu, bằng cách nào."),
        _plain(ReasonForm),
        lambda case, given, by: withdraw_by_officer(case_id=case.pk, reason=given["reason"], **by.alone),
        _("Đã ghi người yêu cầu rút."),
        has_no_way_back=True,
    ),
    _E.REOPEN: ActPage(
        "mo-lai",
        _("Việc đã trả lời được giải quyết tiếp, hạn như cũ. Việc khác được kiểm tra lại từ đầu."),
        _plain(ReasonForm),
        lambda case, given, by: reopen_case(case_id=case.pk, reason=given["reason"], **by.with_calendar),
        _("Đã mở lại."),
    ),
    _E.VOID: ActPage(
        "huy",
        _("Chỉ cho việc ghi nhầm. Số và lý do vẫn nằm trong sổ, không tính vào số liệu."),
        _plain(ReasonForm),
        lambda case, given, by: void_case(case_id=case.pk, reason=given["reason"], **by.alone),
        _("Đã bỏ vì ghi nhầm."),
        has_no_way_back=True,
    ),
}
"""The page of each act that is one form. Acts with pages of their own stand in `buttons.PAGES`."""


def asker_now(actor: Actor) -> Asker:
    """Return who acts, now."""
    return Asker(actor, calendar_in_use(), clock.now())
