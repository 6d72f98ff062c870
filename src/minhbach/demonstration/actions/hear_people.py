"""Let made-up people and residents' groups give a made-up ward feedback, which it deals with, to every state."""

import datetime as dt
from dataclasses import dataclass, replace
from typing import Any

from minhbach.agencies.queries import body_by_slug
from minhbach.demonstration.actions.enter_plans import acting, at, officers_of_commune
from minhbach.demonstration.people import COMMUNES, committee_of
from minhbach.foundation.calendar import calendar_in_use
from minhbach.intake.contracts import Sender
from minhbach.outreach.actions.answer_feedback import answer_feedback
from minhbach.outreach.actions.assign_feedback import assign_feedback
from minhbach.outreach.actions.close_feedback import close_feedback
from minhbach.outreach.actions.join_feedback import join_feedback
from minhbach.outreach.actions.pass_on import send_on
from minhbach.outreach.actions.promise_term import promise_term
from minhbach.outreach.actions.publish_answer import submit_answer
from minhbach.outreach.actions.rate_answer import rate_answer
from minhbach.outreach.actions.receive_feedback import receive_by_officer
from minhbach.outreach.contracts import ClosedWhy, FeedbackGiven, FeedbackKind, FeedbackWay
from minhbach.outreach.queries import FEEDBACK, feedback_of_submission
from minhbach.publication.actions.approve import approve_publication
from minhbach.requests.contracts import Content

_K = FeedbackKind
SAID: tuple[tuple[FeedbackKind, str, str, str], ...] = (
    (_K.DIFFICULTY, "Đường ngõ 3 ngập mỗi khi mưa to, xe máy không qua được.", "tổ dân phố số 3", "Đã nạo vét cống."),
    (_K.SUGGESTION, "Nên mở bộ phận một cửa cả sáng thứ Bảy cho người đi làm.", "", "Mở sáng thứ Bảy từ tháng tới."),
    (_K.WRONG, "Quán ăn đầu chợ để bàn ghế kín vỉa hè.", "", "Đã nhắc chủ quán, vỉa hè đã thông."),
    (
        _K.DIFFICULTY,
        "Thủ tục sửa nhà cần bản vẽ, hộ nghèo không thuê được.",
        "tổ dân phố số 5",
        "Có mẫu bản vẽ sẵn.",
    ),
    (_K.PRAISE, "Cán bộ một cửa hướng dẫn rất kỹ.", "", "Cảm ơn lời động viên."),
    (_K.SUGGESTION, "Bảng giá đất nên đăng cả bản đồ để dễ tìm thửa.", "", "Sẽ đăng kèm bản đồ ở kỳ sau."),
    (_K.WRONG, "Loa phường phát lúc 5 giờ sáng quá sớm.", "tổ dân phố số 2", "Đã đổi sang 6 giờ 30."),
    (_K.DIFFICULTY, "Người già không quét được mã để lấy số.", "hội người cao tuổi", "Đã để người lấy số giúp ở cửa."),
)
CONTENT = (Content.YES, Content.YES, Content.PARTLY, Content.NO)
PUBLIC, LATE = 4, 17
"""How many answers go to the public, and after how many days the late ones come."""


@dataclass(frozen=True, slots=True)
class Heard:
    """A piece of feedback."""

    id: int
    submission_id: int
    number: str


class Hall:
    """The ward, who acts in it, and on which day."""

    def __init__(self) -> None:
        self.focal, self.leader = officers_of_commune(0)
        self.body_id = body_by_slug(committee_of(COMMUNES[0])).id

    def hears(self, given: FeedbackGiven, moment: dt.datetime) -> Heard:
        """Take feedback in and return its ids."""
        receipt = receive_by_officer(
            given=given,
            body_id=self.body_id,
            calendar=calendar_in_use(),
            actor=acting(self.focal, moment),
            now=moment,
        )
        row = feedback_of_submission(receipt.submission_id)
        return Heard(row.pk, receipt.submission_id, row.number)


def hear_people(*, today: dt.date) -> int:
    """Bring feedback to every state, and return how much there is."""
    hall = Hall()
    start = at(today - dt.timedelta(days=200), 8)
    promise_term(
        body_id=hall.body_id,
        working_days=10,
        calendar=calendar_in_use(),
        actor=acting(hall.leader, start),
        now=start,
    )
    answered = [_answered(hall, number, today) for number in range(2 * len(SAID))]
    for number, heard in enumerate(answered[:PUBLIC]):
        _let_out(hall, heard, number, at(today, 9))
    return len(answered) + _still_open(hall, today) + _otherwise_ended(hall, today)


def _given(number: int) -> FeedbackGiven:
    kind, text, group, _answer = SAID[number % len(SAID)]
    return FeedbackGiven(
        kind=kind,
        text=text,
        group=group,
        speaks_for=30 + number if group else None,
        sender=Sender(name="" if number % 3 else "Phạm Văn Mẫu"),
        way=FeedbackWay.FRONT if group else FeedbackWay.COUNTER,
        agrees_public=number < PUBLIC,
    )


def _answered(hall: Hall, number: int, today: dt.date) -> Heard:
    day = today - dt.timedelta(days=20 + 10 * number)
    heard = hall.hears(_given(number), at(day, 8))
    moment = at(day + dt.timedelta(days=LATE if number % 5 == 4 else 5), 15)
    answer = SAID[number % len(SAID)][3]
    answer_feedback(feedback_id=heard.id, answer=answer, actor=acting(hall.focal, moment), now=moment)
    if number % 6 != 5:
        rate_answer(
            submission_id=heard.submission_id,
            content=CONTENT[number % len(CONTENT)],
            words="",
            now=moment + dt.timedelta(hours=3),
        )
    return heard


def _let_out(hall: Hall, heard: Heard, number: int, moment: dt.datetime) -> None:
    _kind, question, _group, answer = SAID[number]
    submit_answer(
        feedback_id=heard.id,
        question=question,
        answer=answer,
        kept_on_purpose=True,
        actor=acting(hall.focal, moment),
        now=moment,
    )
    if number < PUBLIC - 1:  # The last one waits for the leader.
        approve_publication(
            subject_kind=FEEDBACK,
            subject_id=heard.id,
            seen_with_own_eyes=True,
            actor=acting(hall.leader, moment),
            now=moment,
        )


def _still_open(hall: Hall, today: dt.date) -> int:
    """Leave one new, one given, one late and a denunciation."""
    given = _given(2)
    hall.hears(given, at(today, 8))
    hall.hears(replace(given, text="Cây bàng trước nhà văn hóa mục gốc, sắp đổ."), at(today - dt.timedelta(days=25), 8))
    in_work = hall.hears(replace(given, text="Đèn ngõ 7 hỏng nửa tháng nay."), at(today - dt.timedelta(days=3), 8))
    moment = at(today - dt.timedelta(days=2), 9)
    focal = acting(hall.focal, moment)
    assert focal.person is not None
    assign_feedback(feedback_id=in_work.id, person_id=focal.person, note="", actor=focal, now=moment)
    told = replace(given, kind=_K.DENUNCIATION, text="Chuyện bịa để làm mẫu: một người nhận tiền không có hóa đơn.")
    hall.hears(told, at(today - dt.timedelta(days=1), 10))
    return 4


def _otherwise_ended(hall: Hall, today: dt.date) -> int:
    """End one each by joining it, sending it on, closing it."""
    day = today - dt.timedelta(days=15)
    by: dict[str, Any] = {"actor": acting(hall.focal, at(day, 14)), "now": at(day, 14)}
    first, same, other, empty = (hall.hears(_given(number), at(day, 8)) for number in (6, 6, 7, 1))
    join_feedback(feedback_id=same.id, number=first.number, note="Cùng một việc.", **by)
    where = "Công ty cấp nước Mẫu"
    send_on(feedback_id=other.id, to=where, words=f"Việc này của {where}; đã chuyển, hỏi ở đó.", **by)
    close_feedback(feedback_id=empty.id, why=ClosedWhy.NOTHING_NEW, words="Đã trả lời việc này.", **by)
    return 4
