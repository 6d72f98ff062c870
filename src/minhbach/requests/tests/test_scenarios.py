"""From intake to the letter, over both laws: every date below was counted by hand on the wall calendar of 2026.

Law of 2026: twelve days from the day after, on to the next working day. Law of 2016: working days; 22/8 is worked;
31/8 to 02/9 are off, as are 27/4, 30/4 and 01/5.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

import pytest

from minhbach.domain.access import Actor, Role
from minhbach.domain.costs import CostLine
from minhbach.domain.lifecycles.request import RequestEvent
from minhbach.domain.statutes import Complexity
from minhbach.intake.contracts import Way
from minhbach.papers.models import Letter
from minhbach.requests.actions.ask_supplement import ask_supplement
from minhbach.requests.actions.decide_answer import approve_answer
from minhbach.requests.actions.end_case import withdraw_by_officer
from minhbach.requests.actions.extend_deadline import extend_deadline
from minhbach.requests.actions.find_valid import find_valid
from minhbach.requests.actions.notify_term import notify_term
from minhbach.requests.actions.pass_on import refer
from minhbach.requests.actions.prepare_answer import prepare_answer
from minhbach.requests.actions.receive_request import receive_by_officer
from minhbach.requests.actions.send_answer import send_answer
from minhbach.requests.actions.supplement import supplement_by_officer
from minhbach.requests.actions.tell_cost import record_payment, tell_cost
from minhbach.requests.answering.values import AnswerGiven, Removed
from minhbach.requests.contracts import DeliveryWay, PaidWay
from minhbach.requests.models import Case
from minhbach.requests.tests.conftest import ASKED, CALENDAR, World, case_of
from minhbach.requests.tests.test_acts import at

SIMPLE, COMPLEX = Complexity.SIMPLE, Complexity.COMPLEX
PROVIDE, PART, REFUSE, POINT, REFER, WITHDRAW = "provide", "provide_in_part", "refuse", "point", "refer", "withdraw"
STATES = {
    PROVIDE: "provided",
    PART: "provided_in_part",
    REFUSE: "refused",
    POINT: "pointed",
    REFER: "referred",
    WITHDRAW: "withdrawn",
}
LETTERS = {PROVIDE: "Công văn", PART: "Công văn", REFUSE: "Thông báo", POINT: "Công văn", REFER: "Công văn"}


@dataclass(frozen=True)
class Scenario:
    """A request that was valid on a day, by when it is due, and how it ends.

    :param extended: by how much it is put off, and the day that comes out.
    :param lacked: it came that many days before, and something lacked.
    """

    on: date
    due: date
    how: str
    way: Way = Way.PORTAL
    complexity: Complexity | None = None
    notice: date | None = None
    extended: tuple[int, date] | None = None
    lacked: int = 0
    costs: int = 0

    def __str__(self) -> str:
        return f"{self.on} {self.way} {self.complexity} {self.how}"


def d(day: int, month: int) -> date:
    """Return a day of 2026."""
    return date(2026, month, day)


E, C, P, F = Way.EMAIL, Way.COUNTER, Way.POST, Way.FAX
OF_2026 = (
    Scenario(d(7, 9), d(21, 9), PROVIDE, E),
    Scenario(d(8, 9), d(21, 9), PART, C),
    Scenario(d(9, 9), d(21, 9), REFUSE, P),
    Scenario(d(10, 9), d(22, 9), POINT, E),
    Scenario(d(11, 9), d(23, 9), REFER, C),
    Scenario(d(14, 9), d(28, 9), WITHDRAW, P),
    Scenario(d(15, 9), d(28, 9), PROVIDE, E, lacked=3),
    Scenario(d(16, 9), d(28, 9), PROVIDE, C, costs=4),
    Scenario(d(17, 9), d(29, 9), PART, P),
    Scenario(d(18, 9), d(30, 9), REFUSE, E, lacked=4),
    Scenario(d(21, 9), d(5, 10), POINT, C),
    Scenario(d(22, 9), d(5, 10), PROVIDE, P, costs=10),
    Scenario(d(23, 9), d(5, 10), PART, E, lacked=1),
    Scenario(d(24, 9), d(6, 10), REFUSE, C),
    Scenario(d(25, 9), d(7, 10), REFER, E),
    Scenario(d(28, 9), d(12, 10), PROVIDE, P),
    Scenario(d(29, 9), d(12, 10), PART, C),
    Scenario(d(30, 9), d(12, 10), REFUSE, E),
    Scenario(d(1, 10), d(13, 10), POINT, P),
    Scenario(d(2, 10), d(14, 10), PROVIDE, C, lacked=9),
    Scenario(d(5, 10), d(19, 10), PROVIDE, E, extended=(12, d(29, 10))),
    Scenario(d(7, 9), d(21, 9), REFUSE, P, extended=(5, d(24, 9))),
    Scenario(d(21, 9), d(5, 10), PART, C, extended=(12, d(15, 10))),
    Scenario(d(14, 9), d(28, 9), PROVIDE, E, extended=(2, d(28, 9))),
    Scenario(d(28, 9), d(12, 10), PROVIDE, P, extended=(7, d(19, 10))),
    Scenario(d(6, 10), d(19, 10), REFUSE, C),
    Scenario(d(8, 10), d(20, 10), PROVIDE, E, costs=2),
    Scenario(d(9, 10), d(21, 10), WITHDRAW, C),
    Scenario(d(12, 10), d(26, 10), PART, E),
    Scenario(d(13, 10), d(26, 10), POINT, C),
)
OF_2016 = (
    Scenario(d(2, 3), d(2, 3), PROVIDE, C, SIMPLE),
    Scenario(d(27, 8), d(27, 8), REFUSE, C, SIMPLE),
    Scenario(d(2, 3), d(16, 3), PROVIDE, C, COMPLEX),
    Scenario(d(3, 3), d(17, 3), PART, C, COMPLEX),
    Scenario(d(4, 3), d(18, 3), REFUSE, C, COMPLEX),
    Scenario(d(5, 3), d(19, 3), POINT, C, COMPLEX),
    Scenario(d(6, 3), d(20, 3), REFER, C, COMPLEX),
    Scenario(d(2, 3), d(16, 3), PROVIDE, C, COMPLEX, extended=(10, d(30, 3))),
    Scenario(d(16, 3), d(19, 3), PROVIDE, E, SIMPLE),
    Scenario(d(17, 3), d(20, 3), PART, E, SIMPLE),
    Scenario(d(18, 3), d(23, 3), REFUSE, E, SIMPLE, lacked=2),
    Scenario(d(19, 3), d(24, 3), POINT, E, SIMPLE),
    Scenario(d(20, 3), d(25, 3), WITHDRAW, E, SIMPLE),
    Scenario(d(2, 3), d(23, 3), PROVIDE, E, COMPLEX, notice=d(5, 3)),
    Scenario(d(3, 3), d(24, 3), PART, E, COMPLEX, notice=d(6, 3)),
    Scenario(d(4, 3), d(25, 3), REFUSE, E, COMPLEX, notice=d(9, 3)),
    Scenario(d(5, 3), d(26, 3), POINT, E, COMPLEX, notice=d(10, 3)),
    Scenario(d(6, 3), d(27, 3), PROVIDE, E, COMPLEX, notice=d(11, 3), costs=6),
    Scenario(d(2, 3), d(23, 3), PROVIDE, E, COMPLEX, notice=d(5, 3), extended=(15, d(7, 4))),
    Scenario(d(2, 3), d(9, 3), PROVIDE, P, SIMPLE),
    Scenario(d(3, 3), d(10, 3), PART, P, SIMPLE),
    Scenario(d(4, 3), d(11, 3), REFUSE, F, SIMPLE),
    Scenario(d(5, 3), d(12, 3), POINT, F, SIMPLE),
    Scenario(d(6, 3), d(13, 3), PROVIDE, P, SIMPLE, costs=5),
    Scenario(d(9, 3), d(30, 3), PROVIDE, P, COMPLEX, notice=d(12, 3)),
    Scenario(d(10, 3), d(31, 3), PART, P, COMPLEX, notice=d(13, 3)),
    Scenario(d(11, 3), d(1, 4), REFUSE, F, COMPLEX, notice=d(16, 3)),
    Scenario(d(12, 3), d(2, 4), REFER, F, COMPLEX, notice=d(17, 3)),
    Scenario(d(13, 3), d(3, 4), PROVIDE, P, COMPLEX, notice=d(18, 3)),
    Scenario(d(24, 4), d(4, 5), PROVIDE, E, SIMPLE),
    Scenario(d(24, 4), d(13, 5), REFUSE, C, COMPLEX),
    Scenario(d(20, 8), d(14, 9), PROVIDE, E, COMPLEX, notice=d(24, 8)),
    Scenario(d(28, 8), d(23, 9), PART, E, COMPLEX, notice=d(7, 9)),
)


def test_there_are_at_least_sixty() -> None:
    assert len(OF_2026) + len(OF_2016) >= 60


@pytest.mark.parametrize(
    "scenarios",
    [OF_2026[:15], OF_2026[15:], OF_2016[:17], OF_2016[17:]],
    ids=["2026 first", "2026 second", "2016 first", "2016 second"],
)
def test_from_intake_to_the_letter(world: World, scenarios: tuple[Scenario, ...]) -> None:
    desk = Desk(world)
    wrong = [problem for one in scenarios for problem in desk.walk(one)]
    assert wrong == []


class Desk:
    """The officers of the made-up commune, who take each scenario from its intake to its letter."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.focal: Actor = world.officer(Role.FOCAL_POINT)
        self.specialist: Actor = world.officer(Role.SPECIALIST)
        self.leader: Actor = world.officer(Role.LEADER)

    def walk(self, one: Scenario) -> Iterator[str]:
        """Yield what comes out otherwise than was counted."""
        row = self._valid(one)
        yield from _differs(one, "due", row.due_on, one.due)
        yield from _differs(one, "notice", row.notice_due_on, one.notice)
        if one.notice:
            notify_term(case_id=row.pk, calendar=CALENDAR, actor=self.focal, now=at(one.notice))
        last = one.due
        if one.extended:
            by, last = one.extended
            extend_deadline(
                case_id=row.pk, by=by, reason="Phải tập hợp.", calendar=CALENDAR, actor=self.leader, now=at(one.due)
            )
            yield from _differs(one, "extended", Case.objects.get(pk=row.pk).due_on, last)
        self.end(one, row, last)
        row = Case.objects.get(pk=row.pk)
        yield from _differs(one, "state", row.state, STATES[one.how])
        yield from _differs(one, "ended", row.ended_on, last)
        letters = Letter.objects.filter(about_id=row.pk).exclude(kind="Phiếu giải quyết").order_by("pk")
        if one.how in LETTERS:
            yield from _differs(one, "letter", letters.last() and letters.last().kind, LETTERS[one.how])  # type: ignore[union-attr]

    def _valid(self, one: Scenario) -> Case:
        came = one.on - timedelta(days=one.lacked)
        given = replace(ASKED, way=one.way, sent_on=came, received_on=came)
        receipt = receive_by_officer(given=given, body_id=self.world.ward.pk, actor=self.focal, now=at(came))
        row = case_of(receipt)
        if one.lacked:
            ask_supplement(case_id=row.pk, lacks=["address"], words="Ghi nơi cư trú.", actor=self.focal, now=at(came))
            supplement_by_officer(case_id=row.pk, text="Thôn Mẫu.", actor=self.focal, now=at(one.on))
        find_valid(
            case_id=row.pk, valid_on=one.on, complexity=one.complexity, calendar=CALENDAR, actor=self.focal,
            now=at(one.on),
        )  # fmt: skip
        return Case.objects.get(pk=row.pk)

    def end(self, one: Scenario, row: Case, on: date) -> None:
        """Take a case in work to its end on a day."""
        now = at(on)
        if one.how == WITHDRAW:
            withdraw_by_officer(case_id=row.pk, reason="Nói ở quầy.", actor=self.focal, now=now)
            return
        if one.how == REFER:
            refer(
                case_id=row.pk, body_id=None, name="Sở Xây dựng tỉnh Thí Dụ", reason="Sở giữ.", calendar=CALENDAR,
                actor=self.focal, now=now,
            )  # fmt: skip
            return
        answer = prepare_answer(
            case_id=row.pk, given=_answer(one, row), calendar=CALENDAR, actor=self.specialist, now=now
        )
        approve_answer(
            case_id=row.pk, answer_id=answer, seen_with_own_eyes=True, calendar=CALENDAR, actor=self.leader, now=now
        )
        if one.costs:
            lines = [CostLine("price_black_white_a4", one.costs)]
            tell_cost(
                case_id=row.pk, lines=lines, postage=0, share="", exempt="", pay_by=on + timedelta(days=5),
                calendar=CALENDAR, actor=self.focal, now=now,
            )  # fmt: skip
            record_payment(case_id=row.pk, paid_on=on, way=PaidWay.CASH, receipt="1", actor=self.focal, now=now)
        send_answer(case_id=row.pk, way=DeliveryWay.COUNTER, words="", calendar=CALENDAR, actor=self.focal, now=now)


def _answer(one: Scenario, row: Case) -> AnswerGiven:
    ground = "27.1" if row.statute == "01/2026/QH16" else "28.1.a"
    whole = AnswerGiven(
        outcome=RequestEvent(one.how), given="Bảng giá đất", reason="Có tên từng hộ.", kept="Bảng theo thôn.",
        remedy="Xin ý kiến từng hộ.", explainer="Trần Thử, 0000 000 000", where="/thong-tin/mau/",
    )  # fmt: skip
    if one.how == PART:
        return replace(whole, removed=(Removed("Phụ lục", ground, "Có tên từng hộ."),))
    return replace(whole, ground=ground) if one.how == REFUSE else whole


def _differs(one: Scenario, what: str, found: object, expected: object) -> Iterator[str]:
    if found != expected:
        yield f"{one}: {what} is {found}, not {expected}"
