"""Acts on a case in work; dates counted by hand on the wall calendar of 2026, on which 13/10 is a Tuesday."""

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest

from minhbach.domain.access import Actor, Role
from minhbach.domain.lifecycles.table import MoveNotAllowed
from minhbach.domain.statutes import Complexity
from minhbach.foundation.contracts import Subject
from minhbach.foundation.models import OutgoingMail
from minhbach.foundation.queries import events_about
from minhbach.intake.contracts import Way
from minhbach.intake.models import Message
from minhbach.papers.models import Letter
from minhbach.requests.actions.ask_supplement import ask_supplement
from minhbach.requests.actions.assign_case import assign_case
from minhbach.requests.actions.close_unanswered import close_unanswered
from minhbach.requests.actions.consult import ask_opinion, ask_third_person, hear
from minhbach.requests.actions.end_case import reopen_case, set_aside, void_case, withdraw_by_officer
from minhbach.requests.actions.extend_deadline import extend_deadline
from minhbach.requests.actions.find_valid import find_valid
from minhbach.requests.actions.notify_term import notify_term
from minhbach.requests.actions.pass_on import hand_over, refer
from minhbach.requests.actions.remind_handler import remind_handler
from minhbach.requests.actions.split_case import split_case
from minhbach.requests.contracts import CaseNotVisible, CaseRefused, Heard
from minhbach.requests.models import Case
from minhbach.requests.queries.cases import CASE
from minhbach.requests.tests.conftest import CALENDAR, NOW, TODAY, World

MakeCase = Callable[..., Case]
EVERYBODY_ELSE = "stranger"


def at(day: date) -> datetime:
    """Return nine o'clock of a day here."""
    return datetime(day.year, day.month, day.day, 2, tzinfo=UTC)


def in_work(
    world: World, row: Case, on: date = TODAY, complexity: Complexity | None = None, now: datetime = NOW
) -> Case:
    """Start the clock of a case."""
    find_valid(
        case_id=row.pk, valid_on=on, complexity=complexity, calendar=CALENDAR,
        actor=world.officer(Role.FOCAL_POINT), now=now,
    )  # fmt: skip
    return Case.objects.get(pk=row.pk)


def again(row: Case) -> Case:
    """Return the case as it stands now."""
    return Case.objects.get(pk=row.pk)


def kinds(row: Case) -> list[str]:
    """Return what the log says of a case."""
    return [event.kind for event in events_about(Subject(CASE, row.pk))]


# Extension


def test_twelve_more_days_are_counted_from_the_end_of_the_term(world: World, case: MakeCase) -> None:
    row = in_work(world, case(on=date(2026, 10, 5)), on=date(2026, 10, 5))
    leader = world.officer(Role.LEADER)
    extend_deadline(case_id=row.pk, by=12, reason="Phải tập hợp từ ba thôn.", calendar=CALENDAR, actor=leader, now=NOW)
    # 12 days end on Saturday 17/10; 12 more end on Thursday 29/10. The reading of where they count from is open.
    row = again(row)
    assert (row.due_on, row.is_due_provisional, row.extension) == (date(2026, 10, 29), True, 12)
    letter = Letter.objects.get(about_kind=CASE, about_id=row.pk)
    assert letter.kind == "Thông báo"
    assert "thứ Hai 19/10/2026" in str(letter.content)
    assert "thứ Năm 29/10/2026" in Message.objects.get(kind="extend").text
    assert OutgoingMail.objects.filter(subject=f"[{row.number}] Gia hạn trả lời đến 29/10/2026").exists()
    event = events_about(Subject(CASE, row.pk))[-1]
    assert (event.kind, event.facts["before"], event.facts["due"]) == ("case.extend", "2026-10-19", "2026-10-29")


def test_a_late_extension_is_refused_with_the_day_and_the_article(world: World, case: MakeCase) -> None:
    row = in_work(world, case(on=date(2026, 10, 5)), on=date(2026, 10, 5))
    words = r"Không gia hạn được: hạn 19/10/2026 đã qua \(khoản 3 Điều 26\). Cần trả lời ngay."
    for day, refused in ((date(2026, 10, 20), True), (date(2026, 10, 19), False)):
        act = {"case_id": row.pk, "by": 1, "reason": "Chờ bản vẽ.", "calendar": CALENDAR}
        if refused:
            with pytest.raises(CaseRefused, match=words):
                extend_deadline(**act, actor=world.officer(Role.LEADER), now=at(day))
        else:
            extend_deadline(**act, actor=world.officer(Role.LEADER), now=at(day))
    assert again(row).due_on == date(2026, 10, 19)  # 18/10 is a Sunday


@pytest.mark.parametrize("by", [0, 13, 100])
def test_no_more_than_the_statute_allows(world: World, case: MakeCase, by: int) -> None:
    row = in_work(world, case())
    with pytest.raises(CaseRefused, match="từ 1 đến 12 ngày") as refused:
        extend_deadline(case_id=row.pk, by=by, reason="x", calendar=CALENDAR, actor=world.officer(Role.LEADER), now=NOW)
    assert refused.value.field == "by"
    assert again(row).extension is None


def test_an_answer_is_put_off_once(world: World, case: MakeCase) -> None:
    row, leader = in_work(world, case()), world.officer(Role.LEADER)
    extend_deadline(case_id=row.pk, by=2, reason="Chờ bản vẽ.", calendar=CALENDAR, actor=leader, now=NOW)
    with pytest.raises(CaseRefused, match="một lần"):
        extend_deadline(case_id=row.pk, by=2, reason="Chờ nữa.", calendar=CALENDAR, actor=leader, now=NOW)


def test_what_was_due_at_once_is_not_put_off(world: World, case: MakeCase) -> None:
    row = in_work(world, case(on=date(2026, 8, 27)), on=date(2026, 8, 27), complexity=Complexity.SIMPLE)
    with pytest.raises(CaseRefused, match="không cho gia hạn"):
        extend_deadline(
            case_id=row.pk, by=1, reason="x", calendar=CALENDAR, actor=world.officer(Role.LEADER),
            now=at(date(2026, 8, 27)),
        )  # fmt: skip


def test_the_law_of_2016_counts_the_extension_of_a_request_online_in_days(world: World, case: MakeCase) -> None:
    day = date(2026, 8, 28)
    row = in_work(world, case(on=day, way=Way.EMAIL), on=day, complexity=Complexity.COMPLEX)
    # 15 working days from Monday 31/8, which is off, as are 01/9 and 02/9: 03/9 (1) … 23/9 (15). 15 days more: 08/10.
    assert row.due_on == date(2026, 9, 23)
    leader = world.officer(Role.LEADER)
    extend_deadline(case_id=row.pk, by=15, reason="Chờ sở.", calendar=CALENDAR, actor=leader, now=at(date(2026, 9, 23)))
    assert again(row).due_on == date(2026, 10, 8)


# Term told beforehand (2016)


def test_the_term_is_told_once_in_a_letter_of_its_own(world: World, case: MakeCase) -> None:
    day, focal = date(2026, 8, 28), world.officer(Role.FOCAL_POINT)
    row = in_work(world, case(on=day, way=Way.EMAIL), on=day, complexity=Complexity.COMPLEX)
    notify_term(case_id=row.pk, calendar=CALENDAR, actor=focal, now=at(date(2026, 9, 7)))
    assert "thứ Tư 23/9/2026" in Message.objects.get(kind="notify_term").text
    assert events_about(Subject(CASE, row.pk))[-1].facts["late"] is False  # third working day: Monday 07/9
    with pytest.raises(CaseRefused, match="rồi"):
        notify_term(case_id=row.pk, calendar=CALENDAR, actor=focal, now=NOW)


def test_a_late_notice_goes_out_and_the_log_says_late(world: World, case: MakeCase) -> None:
    day = date(2026, 8, 28)
    row = in_work(world, case(on=day, way=Way.EMAIL), on=day, complexity=Complexity.COMPLEX)
    notify_term(case_id=row.pk, calendar=CALENDAR, actor=world.officer(Role.FOCAL_POINT), now=at(date(2026, 9, 8)))
    assert events_about(Subject(CASE, row.pk))[-1].facts["late"] is True


def test_no_notice_where_none_is_needed(world: World, case: MakeCase) -> None:
    focal, day = world.officer(Role.FOCAL_POINT), date(2026, 8, 28)
    row = in_work(world, case(on=day, way=Way.EMAIL), on=day, complexity=Complexity.SIMPLE)
    with pytest.raises(CaseRefused, match="không phải báo"):
        notify_term(case_id=row.pk, calendar=CALENDAR, actor=focal, now=NOW)
    with pytest.raises((CaseRefused, MoveNotAllowed)):
        notify_term(case_id=in_work(world, case()).pk, calendar=CALENDAR, actor=focal, now=NOW)


# Unanswered supplement


def test_what_nobody_supplements_is_closed_after_the_day_that_was_told(world: World, case: MakeCase) -> None:
    focal, row = world.officer(Role.FOCAL_POINT), case()
    ask_supplement(case_id=row.pk, lacks=["name"], words="Ghi họ tên.", by=date(2026, 10, 23), actor=focal, now=NOW)
    with pytest.raises(CaseRefused, match="còn đến hết 23/10/2026"):
        close_unanswered(case_id=row.pk, calendar=CALENDAR, actor=focal, now=at(date(2026, 10, 23)))
    close_unanswered(case_id=row.pk, calendar=CALENDAR, actor=focal, now=at(date(2026, 10, 24)))
    assert again(row).state == "unanswered"
    assert "Đóng không phải là từ chối" in Message.objects.get(kind="close_unanswered").text


def test_without_a_day_nothing_is_closed(world: World, case: MakeCase) -> None:
    focal, row = world.officer(Role.FOCAL_POINT), case()
    ask_supplement(case_id=row.pk, lacks=["name"], words="Ghi họ tên.", actor=focal, now=NOW)
    with pytest.raises(CaseRefused, match="Chưa báo ngày"):
        close_unanswered(case_id=row.pk, calendar=CALENDAR, actor=focal, now=at(date(2027, 10, 13)))


def test_the_day_for_a_supplement_lies_ahead(world: World, case: MakeCase) -> None:
    with pytest.raises(CaseRefused, match="sau hôm nay"):
        ask_supplement(
            case_id=case().pk, lacks=["name"], words="x", by=TODAY, actor=world.officer(Role.FOCAL_POINT), now=NOW
        )


# Giving work, asking others


def test_work_is_given_to_somebody_who_does_such_work(world: World, case: MakeCase) -> None:
    focal, specialist = world.officer(Role.FOCAL_POINT), world.officer(Role.SPECIALIST)
    row = in_work(world, case())
    given = {"case_id": row.pk, "unit_id": None, "by": date(2026, 10, 20), "note": "Tìm bảng giá."}
    assert specialist.person is not None
    assign_case(**given, handler_id=specialist.person, actor=focal, now=NOW)
    assert again(row).handler_id == specialist.person
    with pytest.raises(CaseRefused, match="không giải quyết"):
        assign_case(**given, handler_id=world.officer(Role.SUPERVISOR).person, actor=focal, now=NOW)
    with pytest.raises(CaseRefused, match="Chọn người"):
        assign_case(**given, handler_id=None, actor=focal, now=NOW)
    with pytest.raises(CaseRefused, match="đã qua"):
        assign_case(**{**given, "by": date(2026, 10, 12)}, handler_id=specialist.person, actor=focal, now=NOW)
    assert "Tìm bảng giá" not in str([event.facts for event in events_about(Subject(CASE, row.pk))])


def test_nobody_is_reminded_of_what_nobody_has(world: World, case: MakeCase) -> None:
    with pytest.raises(CaseRefused, match="không chờ ai"):
        remind_handler(case_id=in_work(world, case()).pk, actor=world.officer(Role.FOCAL_POINT), now=NOW)


def test_opinions_are_waited_for_until_the_last_and_stop_no_clock(world: World, case: MakeCase) -> None:
    specialist, row = world.officer(Role.SPECIALIST), in_work(world, case())
    due = row.due_on
    first = ask_opinion(
        case_id=row.pk, body_id=world.other_ward.pk, question="Có cho xem không?", by=date(2026, 10, 16),
        calendar=CALENDAR, actor=specialist, now=NOW,
    )  # fmt: skip
    second = ask_third_person(
        case_id=row.pk, who="Bà Lê Thị Mẫu, thôn Hai", question="Tên trong danh sách.", by=date(2026, 10, 16),
        calendar=CALENDAR, actor=specialist, now=NOW,
    )  # fmt: skip
    assert (again(row).state, again(row).due_on) == ("consulting", due)
    assert Letter.objects.filter(about_id=row.pk).count() == 2
    hear(
        case_id=row.pk, consultation_id=first, outcome=Heard.AGREES, words="Được.", on=TODAY, actor=specialist, now=NOW
    )
    assert again(row).state == "consulting"
    hear(case_id=row.pk, consultation_id=second, outcome=Heard.NO_ANSWER, words="", on=TODAY, actor=specialist, now=NOW)
    assert (again(row).state, kinds(row)[-2:]) == ("in_work", ["case.hear", "case.go_on"])
    assert "Lê Thị Mẫu" not in str([event.facts for event in events_about(Subject(CASE, row.pk))])
    with pytest.raises(CaseRefused):
        hear(case_id=row.pk, consultation_id=first, outcome=Heard.AGREES, words="", on=TODAY, actor=specialist, now=NOW)


def test_a_third_person_is_named_only_where_it_is_sealed(world: World, case: MakeCase) -> None:
    row = in_work(world, case())
    ask_third_person(
        case_id=row.pk, who="Bà Lê Thị Mẫu", question="Tên trong danh sách.", by=TODAY, calendar=CALENDAR,
        actor=world.officer(Role.SPECIALIST), now=NOW,
    )  # fmt: skip
    kept = row.consultations.get()
    assert kept.sealed_who and "Mẫu" not in kept.sealed_who


# Elsewhere, in parts


def test_who_has_it_is_shown_with_its_reason(world: World, case: MakeCase) -> None:
    row = in_work(world, case())
    refer(
        case_id=row.pk, body_id=None, name="Sở Xây dựng tỉnh Thí Dụ", reason="Sở lập quy hoạch này.",
        calendar=CALENDAR, actor=world.officer(Role.FOCAL_POINT), now=NOW,
    )  # fmt: skip
    assert (again(row).state, again(row).ended_on) == ("referred", TODAY)
    said = Message.objects.get(kind="refer").text
    assert "Sở Xây dựng tỉnh Thí Dụ" in said and "Sở lập quy hoạch này." in said


def test_a_request_handed_over_keeps_statute_thread_and_page_and_gets_a_new_clock(world: World, case: MakeCase) -> None:
    row = in_work(world, case(on=date(2026, 10, 5)), on=date(2026, 10, 5))
    other = hand_over(
        case_id=row.pk, body_id=world.other_ward.pk, reason="Đất ở xã bên.", calendar=CALENDAR,
        actor=world.officer(Role.FOCAL_POINT), now=NOW,
    )  # fmt: skip
    taken = Case.objects.get(pk=other)
    assert (taken.whole_id, taken.submission_id, taken.number) == (row.pk, row.submission_id, f"{row.number}/1")
    assert (taken.statute, taken.sent_on, taken.state) == (row.statute, row.sent_on, "received")
    assert (taken.received_on, taken.valid_on, taken.due_on) == (TODAY, None, None)
    stranger = world.officer(Role.FOCAL_POINT, body=world.other_ward)
    find_valid(case_id=other, valid_on=TODAY, complexity=None, calendar=CALENDAR, actor=stranger, now=NOW)
    # 12 days from 14/10 end on Sunday 25/10: Monday 26/10.
    assert Case.objects.get(pk=other).due_on == date(2026, 10, 26)
    assert again(row).state == "handed_over"


def test_the_law_of_2016_has_guidance_alone(world: World, case: MakeCase) -> None:
    day = date(2026, 8, 28)
    row = in_work(world, case(on=day), on=day, complexity=Complexity.COMPLEX)
    with pytest.raises(MoveNotAllowed):
        hand_over(
            case_id=row.pk, body_id=world.other_ward.pk, reason="x", calendar=CALENDAR,
            actor=world.officer(Role.FOCAL_POINT), now=NOW,
        )  # fmt: skip
    assert not Case.objects.filter(whole=row).exists()


def test_three_parts_go_three_ways_each_with_its_own_clock(world: World, case: MakeCase) -> None:
    focal = world.officer(Role.FOCAL_POINT)
    row = in_work(world, case(on=date(2026, 10, 5)), on=date(2026, 10, 5))
    one, two, three = split_case(
        case_id=row.pk, parts=["bảng giá", "danh sách hộ", "bản vẽ"], calendar=CALENDAR, actor=focal, now=NOW
    )
    assert again(row).state == "split"
    parts = list(Case.objects.filter(whole=row).order_by("pk"))
    assert [part.number for part in parts] == [f"{row.number}/{n}" for n in (1, 2, 3)]
    assert {part.due_on for part in parts} == {date(2026, 10, 19)}
    extend_deadline(
        case_id=two, by=12, reason="Hỏi từng hộ.", calendar=CALENDAR, actor=world.officer(Role.LEADER), now=NOW
    )
    moved = hand_over(case_id=three, body_id=world.other_ward.pk, reason="x", calendar=CALENDAR, actor=focal, now=NOW)
    assert Case.objects.get(pk=one).due_on == date(2026, 10, 19)
    assert Case.objects.get(pk=two).due_on == date(2026, 10, 29)
    assert Case.objects.get(pk=moved).number == f"{row.number}/4"
    with pytest.raises(CaseRefused, match="không tách nữa"):
        split_case(case_id=one, parts=["a", "b"], calendar=CALENDAR, actor=focal, now=NOW)


@pytest.mark.parametrize("parts", [[], ["một"], ["x" * 201, "y"], [f"phần {n}" for n in range(21)]])
def test_parts_that_cannot_be(world: World, case: MakeCase, parts: list[str]) -> None:
    row = in_work(world, case())
    with pytest.raises(CaseRefused):
        split_case(case_id=row.pk, parts=parts, calendar=CALENDAR, actor=world.officer(Role.FOCAL_POINT), now=NOW)
    assert again(row).state == "in_work"


# Ends, and back again


def test_what_was_withdrawn_is_checked_anew_when_it_is_reopened(world: World, case: MakeCase) -> None:
    row = in_work(world, case())
    withdraw_by_officer(case_id=row.pk, reason="Nói ở quầy.", actor=world.officer(Role.FOCAL_POINT), now=NOW)
    assert (again(row).state, again(row).ended_on) == ("withdrawn", TODAY)
    reopen_case(case_id=row.pk, reason="Rút nhầm.", calendar=CALENDAR, actor=world.officer(Role.LEADER), now=NOW)
    after = again(row)
    assert (after.state, after.valid_on, after.due_on, after.ended_on) == ("received", None, None, None)


def test_a_void_case_stays_with_its_number_and_is_no_more_opened(world: World, case: MakeCase) -> None:
    row, leader = case(), world.officer(Role.LEADER)
    void_case(case_id=row.pk, reason="Ghi hai lần.", actor=leader, now=NOW)
    assert again(row).state == "voided"
    with pytest.raises(MoveNotAllowed):
        reopen_case(case_id=row.pk, reason="x", calendar=CALENDAR, actor=leader, now=NOW)


def _tries(row: Case, actor: Actor, other: int) -> dict[str, Callable[[], object]]:
    """Return each act, tried by somebody."""
    by = {"case_id": row.pk, "actor": actor, "now": NOW}
    days = {**by, "calendar": CALENDAR}
    return {
        "assign": lambda: assign_case(**by, handler_id=1, unit_id=None, by=TODAY, note=""),
        "notify": lambda: notify_term(**days),
        "extend": lambda: extend_deadline(**days, by=1, reason="x"),
        "opinion": lambda: ask_opinion(**days, body_id=other, question="x", by=TODAY),
        "third": lambda: ask_third_person(**days, who="x", question="x", by=TODAY),
        "hear": lambda: hear(**by, consultation_id=1, outcome=Heard.AGREES, words="", on=TODAY),
        "refer": lambda: refer(**days, body_id=None, name="x", reason="x"),
        "hand_over": lambda: hand_over(**days, body_id=other, reason="x"),
        "split": lambda: split_case(**days, parts=["a", "b"]),
        "withdraw": lambda: withdraw_by_officer(**by, reason="x"),
        "reopen": lambda: reopen_case(**days, reason="x"),
        "void": lambda: void_case(**by, reason="x"),
        "close": lambda: close_unanswered(**days),
        "remind": lambda: remind_handler(**by),
    }


def test_a_stranger_does_not_see_the_case_and_a_supervisor_changes_nothing(world: World, case: MakeCase) -> None:
    row = in_work(world, case())
    strangers = (world.officer(*Role, body=world.other_ward), world.officer(Role.ADMINISTRATOR), Actor())
    for name, act in _tries(row, world.officer(Role.SUPERVISOR), world.other_ward.pk).items():
        with pytest.raises(CaseRefused, match="Vai trò"):
            act()
        for stranger in strangers:
            with pytest.raises(CaseNotVisible):
                _tries(row, stranger, world.other_ward.pk)[name]()
    assert kinds(row) == ["case.opened", "case.find_valid"]


def test_what_is_no_request_is_set_aside_and_its_sender_told_where_to_turn(world: World, case: MakeCase) -> None:
    row, focal = case(), world.officer(Role.FOCAL_POINT)
    with pytest.raises(CaseRefused):
        set_aside(case_id=row.pk, words=" ", actor=focal, now=NOW)
    set_aside(case_id=row.pk, words="Đơn tố cáo gửi tới Thanh tra tỉnh.", actor=focal, now=NOW)
    assert (again(row).state, again(row).due_on) == ("set_aside", None)
    assert Message.objects.get(kind="set_aside").text == "Đơn tố cáo gửi tới Thanh tra tỉnh."
    assert "tố cáo" not in str([event.facts for event in events_about(Subject(CASE, row.pk))])
