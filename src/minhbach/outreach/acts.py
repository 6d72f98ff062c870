"""The acts on feedback as pages: one table, from which addresses, buttons and forms come."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from minhbach.accounts.queries import person_names
from minhbach.domain.access import Actor
from minhbach.domain.lifecycles.feedback import FeedbackEvent
from minhbach.foundation import clock
from minhbach.foundation.calendar import calendar_in_use
from minhbach.outreach.act_forms import (
    AnswerForm,
    AskForm,
    AssignForm,
    CloseForm,
    GiveOverForm,
    JoinForm,
    NothingForm,
    ReopenForm,
    SaidForm,
    SendOnForm,
)
from minhbach.outreach.actions.answer_feedback import answer_feedback
from minhbach.outreach.actions.assign_feedback import assign_feedback
from minhbach.outreach.actions.close_feedback import close_feedback, reopen_feedback
from minhbach.outreach.actions.hold_confidential import hold_confidential
from minhbach.outreach.actions.join_feedback import join_feedback
from minhbach.outreach.actions.pass_on import give_over, send_on
from minhbach.outreach.actions.write_to_sender import ask_sender, supplement_by_officer
from minhbach.outreach.models import Feedback
from minhbach.outreach.queries.people import workers_for

Given = Mapping[str, Any]
By = Mapping[str, Any]
_E = FeedbackEvent


def by(actor: Actor, now: datetime) -> dict[str, Any]:
    """Return who acts and when, as every action takes it."""
    return {"actor": actor, "now": now}


@dataclass(frozen=True, slots=True)
class ActPage:
    """An act as a page.

    :param slug: the end of its address.
    :param lead: what it does and who sees it.
    :param form: makes the form for feedback, with what was posted.
    :param do: calls the action with what was typed.
    """

    slug: str
    lead: Promise
    form: Callable[..., forms.Form]
    do: Callable[[Feedback, Given, By], object]
    done: Promise
    has_no_way_back: bool = False


def _plain(kind: type[forms.Form]) -> Callable[..., forms.Form]:
    return lambda _row, *data: kind(*data)


def _assign_form(row: Feedback, *data: Any) -> forms.Form:
    people = person_names(workers_for(row.body_id, on=clock.today()))
    named = sorted(people.items(), key=lambda one: one[1])
    return AssignForm(*data, people=named, initial={"person": row.handler_id})


ACTS: Mapping[FeedbackEvent, ActPage] = {
    _E.ANSWER: ActPage(
        "tra-loi",
        _("Người góp ý đọc ở trang tra cứu; có thư điện tử thì được báo. Góp ý đã gộp vào đây nhận cùng câu này."),
        _plain(AnswerForm),
        lambda row, given, by: answer_feedback(feedback_id=row.pk, answer=given["answer"], **by),
        _("Đã trả lời người góp ý."),
    ),
    _E.ASSIGN: ActPage(
        "giao",
        _("Người được giao thấy việc này ở trang Hôm nay của họ."),
        _assign_form,
        lambda row, given, by: assign_feedback(feedback_id=row.pk, person_id=given["person"], note=given["note"], **by),
        _("Đã giao việc."),
    ),
    _E.ASK: ActPage(
        "hoi",
        _("Người góp ý đọc câu hỏi ở trang tra cứu và trả lời ở đó. Việc giải quyết không dừng lại để chờ."),
        _plain(AskForm),
        lambda row, given, by: ask_sender(feedback_id=row.pk, words=given["words"], **by),
        _("Đã hỏi người góp ý."),
    ),
    _E.SUPPLEMENT: ActPage(
        "ghi-them",
        _("Ghi nguyên lời nói tại quầy hoặc qua điện thoại."),
        _plain(SaidForm),
        lambda row, given, by: supplement_by_officer(feedback_id=row.pk, words=given["words"], **by),
        _("Đã ghi lời nói thêm."),
    ),
    _E.GIVE_OVER: ActPage(
        "chuyen",
        _("Cơ quan nhận đọc được toàn bộ góp ý và giải quyết tiếp, cùng số và mã tra cứu. Ở đây không còn thấy nữa."),
        _plain(GiveOverForm),
        lambda row, given, by: give_over(
            feedback_id=row.pk, to_body=given["to_body"], words=given["words"], calendar=calendar_in_use(), **by
        ),
        _("Đã chuyển góp ý."),
        has_no_way_back=True,
    ),
    _E.SEND_ON: ActPage(
        "chuyen-noi-khac",
        _("Ghi lại rằng đã chuyển bằng công văn tới nơi có thẩm quyền. Phần mềm không tự gửi nội dung đi đâu."),
        _plain(SendOnForm),
        lambda row, given, by: send_on(feedback_id=row.pk, to=given["to"], words=given["words"], **by),
        _("Đã ghi nơi chuyển tới và báo người góp ý."),
    ),
    _E.JOIN: ActPage(
        "gop",
        _("Góp ý này nhận câu trả lời của góp ý kia."),
        _plain(JoinForm),
        lambda row, given, by: join_feedback(feedback_id=row.pk, number=given["number"], note=given["note"], **by),
        _("Đã gộp."),
    ),
    _E.HOLD_CONFIDENTIAL: ActPage(
        "giu-kin",
        _("Từ lúc này chỉ lãnh đạo cơ quan đọc được; không danh sách, tìm kiếm, tệp hay số liệu nào có nó nữa."),
        _plain(NothingForm),
        lambda row, _given, by: hold_confidential(feedback_id=row.pk, **by),
        _("Đã giữ kín. Chỉ lãnh đạo cơ quan đọc được."),
        has_no_way_back=True,
    ),
    _E.CLOSE: ActPage(
        "dong",
        _("Đóng mà không trả lời. Người góp ý đọc lý do; mở lại được."),
        _plain(CloseForm),
        lambda row, given, by: close_feedback(feedback_id=row.pk, why=given["why"], words=given["words"], **by),
        _("Đã đóng và báo người góp ý."),
    ),
    _E.REOPEN: ActPage(
        "mo-lai",
        _("Câu trả lời cũ vẫn còn trong phần trao đổi. Người góp ý đọc lý do."),
        _plain(ReopenForm),
        lambda row, given, by: reopen_feedback(feedback_id=row.pk, words=given["words"], **by),
        _("Đã mở lại."),
    ),
}
"""Each act of the table of moves has its page; what comes first here stands first among the buttons."""
