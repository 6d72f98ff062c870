"""Cases of the first ward further on: asked about, withdrawn, of the law of 2016, answered, paid for, complained of."""

from datetime import date, timedelta

from minhbach.domain.access import Actor, Role
from minhbach.domain.costs import CostLine
from minhbach.domain.lifecycles.request import RequestEvent
from minhbach.domain.lifecycles.review import ReviewKind
from minhbach.domain.statutes import Complexity
from minhbach.foundation import clock
from minhbach.intake.contracts import Given, Sender, Way
from minhbach.lawbook.calendars import load_calendar
from minhbach.requests.actions.ask_supplement import ask_supplement
from minhbach.requests.actions.consult import ask_third_person
from minhbach.requests.actions.decide_answer import approve_answer
from minhbach.requests.actions.end_case import withdraw_by_officer
from minhbach.requests.actions.find_valid import find_valid
from minhbach.requests.actions.prepare_answer import prepare_answer
from minhbach.requests.actions.receive_request import receive_by_officer
from minhbach.requests.actions.review_answer import take_in_review
from minhbach.requests.actions.send_answer import send_answer
from minhbach.requests.actions.tell_cost import tell_cost
from minhbach.requests.answering.values import AnswerGiven
from minhbach.requests.contracts import DeliveryWay
from minhbach.requests.models import Case
from minhbach.requests.rules import READS_SENDERS
from tests.world.values import NOW, World

CALENDAR, TODAY = load_calendar(), date(2026, 10, 13)
READERS = tuple(role.value for role in READS_SENDERS)


def plant(world: World) -> None:
    """Bring a case to each further step."""
    world.knows("step", step_first=1, step_last=5)
    focal, specialist = _actor(world, Role.FOCAL_POINT), _actor(world, Role.SPECIALIST)
    lacking = _received(world, "unsupplemented")
    day = TODAY + timedelta(days=3)
    ask_supplement(case_id=lacking, lacks=["name"], words="Ghi họ tên.", by=day, actor=focal, now=NOW)
    _valid(world, _received(world, "of_2016", sent_on=date(2026, 8, 28), way=Way.EMAIL), Complexity.COMPLEX)
    fresh = _received(world, "fresh")
    find_valid(case_id=fresh, valid_on=clock.today(), complexity=None, calendar=CALENDAR, actor=focal, now=clock.now())
    consulting = _valid(world, _received(world, "consulting"))
    who = world.hides("tên người thứ ba được hỏi", seen_by=READERS)
    asked = world.hides("điều hỏi người thứ ba", seen_by=READERS)
    ask_third_person(
        case_id=consulting, who=f"Bà {who}, thôn Mẫu", question=f"Cho xem {asked}?", by=TODAY + timedelta(days=5),
        calendar=CALENDAR, actor=specialist, now=NOW,
    )  # fmt: skip
    withdrawn = _valid(world, _received(world, "withdrawn"))
    reason = world.hides("lời người yêu cầu rút", seen_by=READERS)
    withdraw_by_officer(case_id=withdrawn, reason=f"Gọi điện: {reason}", actor=focal, now=NOW)
    _prepared(world, _valid(world, _received(world, "prepared")))
    _approved(world, _valid(world, _received(world, "approved")))
    _costed(world, _approved(world, _valid(world, _received(world, "payment"))))
    _sent(world, _approved(world, _valid(world, _received(world, "provided"))))


def _prepared(world: World, case_id: int) -> int:
    said = world.hides("nội dung trả lời", seen_by=READERS)
    given = AnswerGiven(outcome=RequestEvent.PROVIDE, given=f"Bảng giá {said}", explainer="Trần Thử, 0000 000 000")
    return prepare_answer(
        case_id=case_id, given=given, calendar=CALENDAR, actor=_actor(world, Role.SPECIALIST), now=NOW
    )


def _approved(world: World, case_id: int) -> int:
    answer_id = _prepared(world, case_id)
    approve_answer(
        case_id=case_id, answer_id=answer_id, seen_with_own_eyes=True, calendar=CALENDAR,
        actor=_actor(world, Role.LEADER), now=NOW,
    )  # fmt: skip
    return case_id


def _costed(world: World, case_id: int) -> None:
    tell_cost(
        case_id=case_id, lines=[CostLine("price_black_white_a4", 3)], postage=0, share="", exempt="",
        pay_by=TODAY + timedelta(days=7), calendar=CALENDAR, actor=_actor(world, Role.FOCAL_POINT), now=NOW,
    )  # fmt: skip


def _sent(world: World, case_id: int) -> None:
    focal = _actor(world, Role.FOCAL_POINT)
    to_whom = world.hides("ghi chú khi gửi trả lời", seen_by=READERS)
    handed = send_answer(
        case_id=case_id, way=DeliveryWay.COUNTER, words=f"Giao {to_whom}", calendar=CALENDAR, actor=focal, now=NOW
    )
    world.knows("delivery_id", delivery=handed.delivery_id)
    for kind in (ReviewKind.CORRECTION, ReviewKind.COMPLAINT):
        said = world.hides(f"lời của {kind}", seen_by=READERS)
        review = take_in_review(
            case_id=case_id, kind=kind, on=TODAY, words=f"Thiếu {said}", calendar=CALENDAR, actor=focal, now=NOW
        )
        world.knows("review_id", **{f"review_{kind}": review})


def _actor(world: World, role: Role) -> Actor:
    return world.actors[role.value]


def _received(world: World, step: str, *, sent_on: date = TODAY, way: Way = Way.COUNTER) -> int:
    said = world.hides(f"lời của yêu cầu {step}", seen_by=READERS)
    name = world.hides(f"tên người gửi yêu cầu {step}", seen_by=READERS)
    given = Given(
        text=f"Xin quy hoạch {said}", sender=Sender(name=f"Lê {name}"), way=way, sent_on=sent_on, received_on=TODAY
    )
    receipt = receive_by_officer(
        given=given, body_id=world.bodies["ubnd_a"], actor=_actor(world, Role.FOCAL_POINT), now=NOW
    )
    case_id = Case.objects.values_list("pk", flat=True).get(submission=receipt.submission_id)
    world.knows("case_id", **{f"case_{step}": case_id})
    return case_id


def _valid(world: World, case_id: int, complexity: Complexity | None = None) -> int:
    find_valid(
        case_id=case_id, valid_on=TODAY, complexity=complexity, calendar=CALENDAR,
        actor=_actor(world, Role.FOCAL_POINT), now=NOW,
    )  # fmt: skip
    return case_id
