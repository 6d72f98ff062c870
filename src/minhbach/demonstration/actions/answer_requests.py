"""Let made-up people ask a made-up ward over a year, and the ward deal with it, to every state of a request."""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from minhbach.agencies.queries import body_by_slug
from minhbach.demonstration.actions.enter_plans import acting, at, officers_of_commune
from minhbach.demonstration.people import COMMUNES, committee_of
from minhbach.domain.costs import CostLine
from minhbach.domain.lifecycles.request import RequestEvent
from minhbach.domain.lifecycles.review import ReviewKind
from minhbach.domain.statutes import Complexity
from minhbach.foundation.calendar import calendar_in_use
from minhbach.intake.contracts import Given, Sender, Way
from minhbach.requests.actions.ask_supplement import ask_supplement
from minhbach.requests.actions.close_unanswered import close_unanswered
from minhbach.requests.actions.consult import ask_opinion
from minhbach.requests.actions.decide_answer import approve_answer
from minhbach.requests.actions.end_case import void_case, withdraw_by_officer
from minhbach.requests.actions.extend_deadline import extend_deadline
from minhbach.requests.actions.find_valid import find_valid
from minhbach.requests.actions.pass_on import refer
from minhbach.requests.actions.prepare_answer import prepare_answer
from minhbach.requests.actions.receive_request import receive_by_officer
from minhbach.requests.actions.review_answer import take_in_review
from minhbach.requests.actions.send_answer import send_answer
from minhbach.requests.actions.split_case import split_case
from minhbach.requests.actions.tell_cost import tell_cost
from minhbach.requests.answering.values import AnswerGiven, Removed
from minhbach.requests.contracts import DeliveryWay
from minhbach.requests.dues import law_of_requests
from minhbach.requests.queries.cases import case_of_submission

ASKED = (
    "Xin bảng giá đất ở năm nay của phường",
    "Xin kế hoạch sử dụng đất hằng năm",
    "Xin quyết định phê duyệt quy hoạch phân khu",
    "Xin dự toán thu, chi ngân sách phường",
    "Xin danh sách hộ được hỗ trợ sửa nhà",
    "Xin kết quả quan trắc nước thải",
)
NAMES = ("Phạm Văn Mẫu", "Đỗ Thị Thử", "Hoàng Văn Dụ", "Bùi Thị Mẫu")
AGES: Mapping[str, tuple[int, ...]] = {
    "received": (0, 1),
    "lacking": (2,),
    "in_work": (3, 60),
    "extended": (8,),
    "consulting": (4,),
    "prepared": (5,),
    "approved": (6,),
    "payment": (7,),
    "provided": (14, 40, 90, 120, 200, 300),
    "provided_in_part": (20, 110, 260),
    "refused": (25, 130, 240),
    "pointed": (30, 150),
    "referred": (35, 160),
    "withdrawn": (45,),
    "unanswered": (70,),
    "split": (12,),
    "voided": (50,),
}
"""How many days ago each request came whose end, or state today, is this."""


@dataclass(frozen=True, slots=True)
class Ward:
    """The ward and who acts in it."""

    body_id: int
    focal: str
    leader: str

    def by(self, who: str, moment: dt.datetime) -> dict[str, Any]:
        """Return actor, moment and days off, as actions take them."""
        return {"actor": acting(who, moment), "now": moment, "calendar": calendar_in_use()}


def answer_requests(*, today: dt.date) -> int:
    """Bring every request to its state, and return how many there are."""
    focal, leader = officers_of_commune(0)
    ward = Ward(body_by_slug(committee_of(COMMUNES[0])).id, focal, leader)
    # The oldest first, so that numbers and days go up together, as in any book.
    coming = sorted(((age, state) for state, ages in AGES.items() for age in ages), reverse=True)
    for number, (age, state) in enumerate(coming):
        _bring(ward, state, today - dt.timedelta(days=age), number)
    return len(coming)


def _bring(ward: Ward, state: str, day: dt.date, number: int) -> None:
    case_id, moment = _received(ward, day, number), at(day, 10)
    if state == "received":
        return
    if state in ("lacking", "unanswered"):
        _lacking(ward, state, case_id, day)
        return
    if state == "voided":
        void_case(case_id=case_id, reason="Ghi hai lần.", actor=acting(ward.leader, moment), now=moment)
        return
    complexity = Complexity.COMPLEX if law_of_requests(day).number.startswith("104") else None
    find_valid(case_id=case_id, valid_on=day, complexity=complexity, **ward.by(ward.focal, moment))
    _WORK[state](ward, case_id, day)


def _received(ward: Ward, day: dt.date, number: int) -> int:
    name = NAMES[number % len(NAMES)]
    sender = Sender(name=name, address="tổ dân phố Mẫu", identity_number=f"0010850{number:05}")
    given = Given(
        text=ASKED[number % len(ASKED)], sender=sender, way=Way.EMAIL if number % 3 else Way.COUNTER,
        sent_on=day, received_on=day,
    )  # fmt: skip
    moment = at(day, 9)
    receipt = receive_by_officer(given=given, body_id=ward.body_id, actor=acting(ward.focal, moment), now=moment)
    return case_of_submission(receipt.submission_id).pk


def _lacking(ward: Ward, state: str, case_id: int, day: dt.date) -> None:
    moment, by = at(day, 11), day + dt.timedelta(days=15)
    ask_supplement(
        case_id=case_id, lacks=["information"], words="Xin ghi rõ cần văn bản nào, của năm nào.", by=by,
        actor=acting(ward.focal, moment), now=moment,
    )  # fmt: skip
    if state == "unanswered":
        close_unanswered(case_id=case_id, **ward.by(ward.focal, at(by + dt.timedelta(days=1), 9)))


def _answered(outcome: RequestEvent, until: str = "sent") -> Callable[[Ward, int, dt.date], None]:
    def bring(ward: Ward, case_id: int, day: dt.date) -> None:
        later = day + dt.timedelta(days=5) if until == "sent" else day
        ground = "28.1.a" if law_of_requests(day).number.startswith("104") else "27.1"
        answer = prepare_answer(case_id=case_id, given=_words(outcome, ground), **ward.by(ward.focal, at(later, 11)))
        if until == "prepared":
            return
        approve_answer(
            case_id=case_id, answer_id=answer, seen_with_own_eyes=True, **ward.by(ward.leader, at(later, 14))
        )
        if until == "payment":
            tell_cost(
                case_id=case_id, lines=[CostLine("price_black_white_a4", 12)], postage=0, share="", exempt="",
                pay_by=later + dt.timedelta(days=10), **ward.by(ward.focal, at(later, 15)),
            )  # fmt: skip
        if until == "sent":
            send_answer(case_id=case_id, way=DeliveryWay.EMAIL, words="", **ward.by(ward.focal, at(later, 16)))
        if outcome is RequestEvent.PROVIDE_IN_PART:
            take_in_review(
                case_id=case_id, kind=ReviewKind.CORRECTION, on=later + dt.timedelta(days=2), words="Thiếu trang 3.",
                **ward.by(ward.focal, at(later + dt.timedelta(days=2), 9)),
            )  # fmt: skip

    return bring


WITHHELD = "Danh sách có tên và địa chỉ của từng hộ; chưa có ý kiến của họ."


def _words(outcome: RequestEvent, ground: str) -> AnswerGiven:
    removed = (Removed("Cột họ tên, địa chỉ", ground, "Là dữ liệu cá nhân của từng hộ."),)
    return AnswerGiven(
        outcome=outcome,
        ground=ground if outcome is RequestEvent.REFUSE else "",
        given="Bản sao văn bản theo yêu cầu",
        reason=WITHHELD if outcome is RequestEvent.REFUSE else "",
        kept="Số hộ và số tiền theo từng tổ dân phố.",
        remedy="Xin văn bản chấp thuận của từng hộ rồi gửi lại yêu cầu.",
        explainer="Văn phòng, giờ hành chính",
        where="Danh mục thông tin phải được công khai, trang của phường",
        removed=removed if outcome is RequestEvent.PROVIDE_IN_PART else (),
    )


def _in_work(ward: Ward, case_id: int, day: dt.date) -> None:
    """Leave it in work."""


def _extended(ward: Ward, case_id: int, day: dt.date) -> None:
    extend_deadline(case_id=case_id, by=7, reason="Phải tập hợp từ nhiều bộ phận.", **ward.by(ward.leader, at(day, 15)))


def _consulting(ward: Ward, case_id: int, day: dt.date) -> None:
    other = body_by_slug(committee_of(COMMUNES[1])).id
    ask_opinion(
        case_id=case_id, body_id=other, question="Xin cho biết văn bản này còn hiệu lực không?",
        by=day + dt.timedelta(days=5), **ward.by(ward.focal, at(day, 15)),
    )  # fmt: skip


def _referred(ward: Ward, case_id: int, day: dt.date) -> None:
    refer(
        case_id=case_id, body_id=None, name="Sở Xây dựng tỉnh Thí Dụ", reason="Sở lập và giữ quy hoạch này.",
        **ward.by(ward.focal, at(day, 15)),
    )  # fmt: skip


def _split(ward: Ward, case_id: int, day: dt.date) -> None:
    parts = ("bảng giá đất", "danh sách hộ được hỗ trợ")
    split_case(case_id=case_id, parts=parts, **ward.by(ward.focal, at(day, 15)))


def _withdrawn(ward: Ward, case_id: int, day: dt.date) -> None:
    moment = at(day, 15)
    withdraw_by_officer(case_id=case_id, reason="Gọi điện tới đầu mối.", actor=acting(ward.focal, moment), now=moment)


_WORK: Mapping[str, Callable[[Ward, int, dt.date], None]] = {
    "in_work": _in_work,
    "extended": _extended,
    "consulting": _consulting,
    "prepared": _answered(RequestEvent.PROVIDE, "prepared"),
    "approved": _answered(RequestEvent.PROVIDE, "approved"),
    "payment": _answered(RequestEvent.PROVIDE, "payment"),
    "provided": _answered(RequestEvent.PROVIDE),
    "provided_in_part": _answered(RequestEvent.PROVIDE_IN_PART),
    "refused": _answered(RequestEvent.REFUSE),
    "pointed": _answered(RequestEvent.POINT),
    "referred": _referred,
    "withdrawn": _withdrawn,
    "split": _split,
}
