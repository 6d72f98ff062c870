"""Costs, codes, answers that went astray, corrections, complaints; dates by hand (13/10/2026 is a Tuesday)."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from minhbach.accounts.queries import actor_of
from minhbach.domain.access import Role
from minhbach.domain.costs import CostLine
from minhbach.domain.lifecycles.review import ReviewKind
from minhbach.domain.lifecycles.table import MoveNotAllowed
from minhbach.foundation.contracts import Subject
from minhbach.foundation.queries import events_about
from minhbach.intake.models import Message
from minhbach.papers.models import Letter
from minhbach.register.models import Item
from minhbach.requests.actions.end_case import reopen_case
from minhbach.requests.actions.mend_delivery import note_mis_sent, put_delivery_right
from minhbach.requests.actions.open_with_code import open_with_code
from minhbach.requests.actions.publish_answer import publish_answer
from minhbach.requests.actions.renew_code import renew_code
from minhbach.requests.actions.review_answer import accept_complaint, decide_review, take_in_review
from minhbach.requests.actions.send_answer import send_answer
from minhbach.requests.actions.tell_cost import record_payment, set_account, tell_cost
from minhbach.requests.contracts import CaseRefused, DeliveryWay, PaidWay
from minhbach.requests.models import Case, CostNotice, DeliverySent, Review
from minhbach.requests.queries.cases import CASE
from minhbach.requests.tests.conftest import CALENDAR, NOW, TODAY, World
from minhbach.requests.tests.test_acts import again, at, in_work
from minhbach.requests.tests.test_answers import REFUSAL, approved, sent

MakeCase = Callable[..., Case]
PAGES = (CostLine("price_black_white_a4", 15),)


def costed(world: World, row: Case, **other: Any) -> int:
    """Tell what an approved answer costs."""
    values: dict[str, Any] = {"lines": PAGES, "postage": 0, "share": "", "exempt": "", "pay_by": date(2026, 10, 20)}
    focal = world.officer(Role.FOCAL_POINT)
    return tell_cost(case_id=row.pk, calendar=CALENDAR, actor=focal, now=NOW, **(values | other))


def test_a_sum_is_told_paid_and_then_the_answer_goes_out(world: World, case: MakeCase) -> None:
    row, focal = in_work(world, case()), world.officer(Role.FOCAL_POINT)
    set_account(
        body_id=world.ward.pk, bank="970400", bank_name="Ngân hàng Mẫu", number="0011 0123 4567", holder="UBND xã Mẫu",
        treasury="", actor=world.officer(Role.ADMINISTRATOR), now=NOW,
    )  # fmt: skip
    approved(world, row)
    costed(world, row, postage=26_000)
    assert (again(row).state, CostNotice.objects.get().total) == ("payment", 71_000)
    said = Message.objects.get(kind="ask_payment").text
    assert "71.000 đồng" in said and "số 001101234567" in said and "chưa kiểm chứng" in said
    with pytest.raises(MoveNotAllowed):
        send_answer(case_id=row.pk, way=DeliveryWay.POST, words="", calendar=CALENDAR, actor=focal, now=NOW)
    record_payment(case_id=row.pk, paid_on=TODAY, way=PaidWay.TRANSFER, receipt="BL 12", actor=focal, now=NOW)
    send_answer(case_id=row.pk, way=DeliveryWay.POST, words="RA123", calendar=CALENDAR, actor=focal, now=NOW)
    assert again(row).state == "provided"


@pytest.mark.parametrize("other", [{"lines": ()}, {"exempt": "free_if_due_public"}])
def test_where_nothing_is_paid_nobody_is_told_to_pay(world: World, case: MakeCase, other: dict[str, Any]) -> None:
    row = in_work(world, case())
    approved(world, row)
    with pytest.raises(CaseRefused, match="Không có khoản nào"):
        costed(world, row, **other)
    assert again(row).state == "approved" and not CostNotice.objects.exists()


def test_a_payment_has_its_day_and_its_receipt(world: World, case: MakeCase) -> None:
    row, focal = in_work(world, case()), world.officer(Role.FOCAL_POINT)
    approved(world, row)
    costed(world, row)
    act: dict[str, Any] = {"case_id": row.pk, "way": PaidWay.CASH, "actor": focal, "now": NOW}
    for day in (date(2026, 10, 12), date(2026, 10, 14)):
        with pytest.raises(CaseRefused, match="Ngày thanh toán"):
            record_payment(**act, paid_on=day, receipt="1")
    with pytest.raises(CaseRefused, match="biên lai"):
        record_payment(**act, paid_on=TODAY, receipt=" ")


@pytest.mark.parametrize("wrong", [{"bank": "9704"}, {"number": "12"}, {"holder": " "}])
def test_an_account_that_no_code_can_name_is_refused(world: World, wrong: dict[str, str]) -> None:
    given = {"bank": "970400", "bank_name": "Mẫu", "number": "0011012345", "holder": "UBND", "treasury": ""}
    with pytest.raises(CaseRefused):
        set_account(body_id=world.ward.pk, actor=world.officer(Role.ADMINISTRATOR), now=NOW, **(given | wrong))
    with pytest.raises(CaseRefused, match="quản trị viên"):
        set_account(body_id=world.ward.pk, actor=world.officer(Role.LEADER), now=NOW, **given)


# Delivery


def coded(world: World, row: Case) -> tuple[DeliverySent, str]:
    """Send an answer behind a one-time code."""
    approved(world, row)
    handed = send_answer(
        case_id=row.pk, way=DeliveryWay.CODE, words="", calendar=CALENDAR,
        actor=world.officer(Role.FOCAL_POINT), now=NOW,
    )  # fmt: skip
    return DeliverySent.objects.get(pk=handed.delivery_id), handed.code


def test_a_code_opens_once_until_its_last_day_and_is_kept_nowhere(world: World, case: MakeCase) -> None:
    row = in_work(world, case())
    delivery, code = coded(world, row)
    assert delivery.code_until == date(2026, 11, 12) and code not in delivery.code_hash
    assert open_with_code(number=row.number, code="2222-2222-2222", now=NOW) is None
    assert open_with_code(number=row.number, code=code, now=at(date(2026, 11, 13))) is None
    assert open_with_code(number=row.number, code=code.lower().replace("-", " "), now=at(date(2026, 11, 12)))
    assert open_with_code(number=row.number, code=code, now=NOW) is None


def test_a_code_that_nobody_saw_is_made_anew_and_the_first_opens_nothing(world: World, case: MakeCase) -> None:
    row, focal = in_work(world, case()), world.officer(Role.FOCAL_POINT)
    delivery, first = coded(world, row)
    act: dict[str, Any] = {"case_id": row.pk, "delivery_id": delivery.pk, "now": at(date(2026, 10, 20))}
    with pytest.raises(CaseRefused, match="Vai trò"):
        renew_code(**act, actor=world.officer(Role.SPECIALIST))
    second = renew_code(**act, actor=focal)
    assert open_with_code(number=row.number, code=first, now=NOW) is None
    # 30 days from 20/10 end on 19/11.
    assert open_with_code(number=row.number, code=second, now=at(date(2026, 11, 19))) == delivery.pk
    assert [event.kind for event in events_about(Subject(CASE, row.pk))][-2:] == ["case.code_renewed", "case.code_used"]
    with pytest.raises(CaseRefused, match="không có mã"):
        renew_code(**act, actor=focal)


def test_what_went_astray_is_closed_asked_back_and_dealt_with(world: World, case: MakeCase) -> None:
    row, focal = in_work(world, case()), world.officer(Role.FOCAL_POINT)
    delivery, code = coded(world, row)
    act: dict[str, Any] = {"case_id": row.pk, "delivery_id": delivery.pk, "actor": focal, "now": NOW}
    with pytest.raises(CaseRefused, match="Không có lần gửi nhầm"):
        put_delivery_right(**act, words="x")
    letter = note_mis_sent(**act, wrong_recipient="Ông Lê Mẫu", what="Bảng giá", calendar=CALENDAR)
    assert "Ông Lê Mẫu" in str(Letter.objects.get(pk=letter).content)
    assert open_with_code(number=row.number, code=code, now=NOW) is None
    put_delivery_right(**act, words="Đã thu lại, đã báo người yêu cầu.")
    delivery.refresh_from_db()
    assert (delivery.went_wrong_on, delivery.put_right_on) == (TODAY, TODAY)
    assert "Lê Mẫu" not in str([event.facts for event in events_about(Subject(CASE, row.pk))])


# Wrong or incomplete


def taken_in(world: World, row: Case, kind: ReviewKind = ReviewKind.CORRECTION, on: date = TODAY) -> Review:
    """Write down what is said against an answer."""
    review = take_in_review(
        case_id=row.pk, kind=kind, on=on, words="Thiếu trang 2.", calendar=CALENDAR,
        actor=world.officer(Role.FOCAL_POINT), now=NOW,
    )  # fmt: skip
    return Review.objects.get(pk=review)


def test_terms_of_corrections_are_the_statutes_own(world: World, case: MakeCase) -> None:
    row = sent(world, in_work(world, case()))
    review = taken_in(world, row)
    # 10 days from 14/10 end on Friday 23/10.
    assert (review.due_on, review.article) == (date(2026, 10, 23), "Điều 28 khoản 2 Luật 01/2026/QH16")
    # Five working days: 14, 15, 16, 19, 20/10.
    assert taken_in(world, row, ReviewKind.OWN_ERROR).due_on == date(2026, 10, 20)


def test_a_correction_is_provided_anew_or_explained(world: World, case: MakeCase) -> None:
    row, leader = sent(world, in_work(world, case())), world.officer(Role.LEADER)
    act: dict[str, Any] = {"case_id": row.pk, "calendar": CALENDAR, "actor": leader, "now": NOW}
    first, second = taken_in(world, row), taken_in(world, row)
    with pytest.raises(CaseRefused, match="cung cấp lại"):
        decide_review(**act, review_id=first.pk, is_right=True, decision="Thiếu thật.", given="")
    decide_review(**act, review_id=first.pk, is_right=True, decision="Thiếu trang 2.", given="- Trang 2")
    decide_review(**act, review_id=second.pk, is_right=False, decision="Bản đủ hai trang.", given="")
    assert [one.state for one in Review.objects.order_by("pk")] == ["upheld", "rejected"]
    kept = Message.objects.get(kind="correction_kept").text
    assert "Bản đủ hai trang." in kept and "Khiếu nại tới" in kept


def test_a_complaint_is_settled_by_another_and_a_second_one_by_a_third(world: World, case: MakeCase) -> None:
    row = sent(world, in_work(world, case()), REFUSAL)
    refused_by = row.answers.get().approved_by_id
    review = taken_in(world, row, ReviewKind.COMPLAINT)
    # Ten days to accept: 23/10, by a law whose text was not seen.
    assert (review.due_on, review.is_due_provisional) == (date(2026, 10, 23), True)
    other = {"case_id": row.pk, "calendar": CALENDAR, "now": NOW}
    with pytest.raises(CaseRefused, match="Người đã quyết định"):
        accept_complaint(**other, review_id=review.pk, is_complex=False, actor=actor_of(refused_by, on=TODAY))
    first = world.officer(Role.LEADER)
    accept_complaint(**other, review_id=review.pk, is_complex=False, actor=first)
    review.refresh_from_db()
    # 30 days from 14/10 end on Thursday 12/11.
    assert review.due_on == date(2026, 11, 12)
    decide_review(**other, review_id=review.pk, is_right=False, decision="Căn cứ đúng.", given="", actor=first)
    second = taken_in(world, row, ReviewKind.SECOND_COMPLAINT)
    with pytest.raises(CaseRefused, match="Người đã quyết định"):
        accept_complaint(**other, review_id=second.pk, is_complex=False, actor=first)
    third = world.officer(Role.LEADER)
    accept_complaint(**other, review_id=second.pk, is_complex=False, actor=third)
    decide_review(**other, review_id=second.pk, is_right=True, decision="Phải cung cấp.", given="", actor=third)
    assert "lần hai" in Letter.objects.order_by("pk").last().subject  # type: ignore[union-attr]
    reopen_case(case_id=row.pk, reason="Khiếu nại đúng", calendar=CALENDAR, actor=third, now=NOW)
    assert again(row).state == "in_work"


def test_a_second_complaint_needs_a_first_and_a_decision_needs_acceptance(world: World, case: MakeCase) -> None:
    row = sent(world, in_work(world, case()), REFUSAL)
    with pytest.raises(CaseRefused, match="lần đầu"):
        taken_in(world, row, ReviewKind.SECOND_COMPLAINT)
    review = taken_in(world, row, ReviewKind.COMPLAINT)
    with pytest.raises(MoveNotAllowed):
        decide_review(
            case_id=row.pk, review_id=review.pk, is_right=True, decision="x", given="", calendar=CALENDAR,
            actor=world.officer(Role.LEADER), now=NOW,
        )  # fmt: skip


def test_nothing_is_said_against_what_was_not_answered(world: World, case: MakeCase) -> None:
    with pytest.raises(CaseRefused, match="chưa có trả lời"):
        taken_in(world, in_work(world, case()))


# The disclosure log


def test_an_answer_comes_to_the_register_without_its_requester(world: World, case: MakeCase) -> None:
    row, specialist = sent(world, in_work(world, case())), world.officer(Role.SPECIALIST)
    act: dict[str, Any] = {"case_id": row.pk, "calendar": CALENDAR, "actor": specialist, "now": NOW}
    item = publish_answer(**act, title="Bảng giá đất năm 2026", summary="Bảng giá theo thôn.")
    kept = Item.objects.get(pk=item)
    assert (kept.title, kept.kind, kept.public_version_id) == ("Bảng giá đất năm 2026", "Trả lời yêu cầu", None)
    with pytest.raises(CaseRefused, match="đã được đưa"):
        publish_answer(**act, title="x", summary="y")


def test_a_refusal_is_not_brought_to_the_register(world: World, case: MakeCase) -> None:
    row = sent(world, in_work(world, case()), REFUSAL)
    with pytest.raises(CaseRefused, match="chưa có gì"):
        publish_answer(
            case_id=row.pk, title="x", summary="y", calendar=CALENDAR, actor=world.officer(Role.SPECIALIST), now=NOW
        )
