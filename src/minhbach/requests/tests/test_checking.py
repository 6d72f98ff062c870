"""Whether a request says all that it must; dates counted by hand on the wall calendar of 2026."""

from collections.abc import Callable
from datetime import date

import pytest

from minhbach.domain.access import Actor, Role
from minhbach.domain.calendars.days import DayKind, DayRow, DayState
from minhbach.domain.lifecycles.table import MoveNotAllowed
from minhbach.domain.statutes import Complexity
from minhbach.foundation.calendar.contracts import CalendarMove
from minhbach.foundation.contracts import Subject
from minhbach.foundation.models import OutgoingMail
from minhbach.foundation.queries import events_about
from minhbach.intake.contracts import Way
from minhbach.intake.models import Message
from minhbach.requests.actions.ask_supplement import ask_supplement
from minhbach.requests.actions.find_valid import find_valid
from minhbach.requests.actions.recount_dues import open_dues_moving, recount_dues
from minhbach.requests.actions.supplement import supplement_by_officer, supplement_by_requester
from minhbach.requests.contracts import CaseNotVisible, CaseRefused
from minhbach.requests.models import Case, Step
from minhbach.requests.queries.cases import CASE
from minhbach.requests.tests.conftest import CALENDAR, NOW, TODAY, World

MakeCase = Callable[..., Case]


def found_valid(
    case: Case, actor: Actor, on: date = TODAY, complexity: Complexity | None = None, note: str = ""
) -> Case:
    find_valid(case_id=case.pk, valid_on=on, complexity=complexity, calendar=CALENDAR, actor=actor, now=NOW, note=note)
    return Case.objects.get(pk=case.pk)


def test_twelve_days_under_the_law_of_2026_end_on_a_working_day(world: World, case: MakeCase) -> None:
    # 12 days from 06/10 end on Saturday 17/10, so the answer is due on Monday 19/10.
    row = found_valid(case(on=date(2026, 10, 5)), world.officer(Role.FOCAL_POINT), on=date(2026, 10, 5))
    assert (row.state, row.due_on, row.is_due_provisional) == ("in_work", date(2026, 10, 19), False)
    event = events_about(Subject(CASE, row.pk))[-1]
    assert (event.kind, event.ground, event.facts["due"]) == ("case.find_valid", "Điều 26 khoản 3", "2026-10-19")


def test_the_law_of_2016_asks_how_hard_it_is_and_has_the_term_told_first(world: World, case: MakeCase) -> None:
    focal = world.officer(Role.FOCAL_POINT)
    row = case(on=date(2026, 8, 28), way=Way.EMAIL)
    with pytest.raises(CaseRefused, match="đơn giản hay phức tạp") as refused:
        found_valid(row, focal, on=date(2026, 9, 3))
    assert refused.value.field == "complexity"
    row = found_valid(row, focal, on=date(2026, 9, 3), complexity=Complexity.COMPLEX)
    # Working days from Friday 4/9: the third is Tuesday 8/9, the fifteenth Thursday 24/9.
    assert (row.notice_due_on, row.due_on) == (date(2026, 9, 8), date(2026, 9, 24))


def test_a_simple_request_at_the_office_in_2016_is_answered_at_once(world: World, case: MakeCase) -> None:
    row = found_valid(case(on=date(2026, 8, 27)), world.officer(Role.FOCAL_POINT), date(2026, 8, 27), Complexity.SIMPLE)
    assert (row.due_on, row.notice_due_on) == (date(2026, 8, 27), None)


def test_days_before_it_came_and_after_today_are_refused(world: World, case: MakeCase) -> None:
    focal, row = world.officer(Role.FOCAL_POINT), case()
    for day in (date(2026, 10, 12), date(2026, 10, 14)):
        with pytest.raises(CaseRefused) as refused:
            found_valid(row, focal, on=day)
        assert refused.value.field == "valid_on"


def test_others_may_not_and_strangers_do_not_see_it(world: World, case: MakeCase) -> None:
    row = case()
    for actor in (world.officer(Role.SPECIALIST), world.officer(Role.SUPERVISOR)):
        with pytest.raises(CaseRefused, match="Vai trò"):
            found_valid(row, actor)
    for actor in (world.officer(*Role, body=world.other_ward), world.officer(Role.ADMINISTRATOR), Actor()):
        with pytest.raises(CaseNotVisible):
            found_valid(row, actor)


def test_no_clock_runs_while_something_lacks_and_it_starts_with_the_supplement(world: World, case: MakeCase) -> None:
    focal, row = world.officer(Role.FOCAL_POINT), case(on=date(2026, 10, 5))
    ask_supplement(case_id=row.pk, lacks=["address"], words="Xin ghi thêm nơi cư trú.", actor=focal, now=NOW)
    row.refresh_from_db()
    assert (row.state, row.due_on) == ("lacking", None)
    assert OutgoingMail.objects.filter(subject=f"[{row.number}] Cần bổ sung").exists()
    supplement_by_requester(submission_id=row.submission_id, text="Tôi ở thôn Mẫu.", now=NOW)
    row.refresh_from_db()
    assert row.state == "received"
    assert [message.is_from_sender for message in Message.objects.all()] == [False, True]
    # 12 days from 14/10 end on Sunday 25/10, so the answer is due on Monday 26/10.
    assert found_valid(row, focal, on=TODAY).due_on == date(2026, 10, 26)


def test_what_lacks_is_named_and_said_in_words(world: World, case: MakeCase) -> None:
    focal, row = world.officer(Role.FOCAL_POINT), case()
    with pytest.raises(CaseRefused, match="ít nhất một điều"):
        ask_supplement(case_id=row.pk, lacks=["no_such_field"], words="Thiếu.", actor=focal, now=NOW)
    with pytest.raises(CaseRefused, match="thiếu gì"):
        ask_supplement(case_id=row.pk, lacks=["name"], words=" ", actor=focal, now=NOW)
    assert not Step.objects.exists()


def test_a_supplement_while_the_clock_runs_changes_no_date(world: World, case: MakeCase) -> None:
    focal = world.officer(Role.FOCAL_POINT)
    row = found_valid(case(), focal)
    supplement_by_officer(case_id=row.pk, text="Thêm: chỉ cần thôn Mẫu.", actor=focal, now=NOW)
    after = Case.objects.get(pk=row.pk)
    assert (after.state, after.due_on, after.valid_on) == ("in_work", row.due_on, row.valid_on)


def test_nothing_lacks_any_more_once_the_clock_runs(world: World, case: MakeCase) -> None:
    focal = world.officer(Role.FOCAL_POINT)
    row = found_valid(case(), focal)
    with pytest.raises(MoveNotAllowed):
        ask_supplement(case_id=row.pk, lacks=["name"], words="Thiếu tên.", actor=focal, now=NOW)


def test_an_empty_supplement_is_refused(world: World, case: MakeCase) -> None:
    with pytest.raises(CaseRefused, match="bổ sung"):
        supplement_by_requester(submission_id=case().submission_id, text="  ", now=NOW)


def test_a_day_off_more_moves_the_date_with_its_ground_and_leaves_what_has_ended(world: World, case: MakeCase) -> None:
    focal = world.officer(Role.FOCAL_POINT)
    row = found_valid(case(on=date(2026, 10, 5)), focal, on=date(2026, 10, 5))
    ended = found_valid(case(on=date(2026, 10, 5)), focal, on=date(2026, 10, 5))
    Case.objects.filter(pk=ended.pk).update(state="provided")
    monday = date(2026, 10, 19)
    off = DayRow(day=monday, kind=DayKind.DAY_OFF, why="Ngày thử", source="QĐ thử", state=DayState.CONFIRMED)
    move = CalendarMove(before=CALENDAR, after=CALENDAR.with_days([off]), days=(monday,), source="QĐ thử")
    assert open_dues_moving(move) == 1
    assert recount_dues(move, actor=focal, now=NOW) == 1
    assert Case.objects.get(pk=row.pk).due_on == date(2026, 10, 20)
    assert Case.objects.get(pk=ended.pk).due_on == monday
    event = events_about(Subject(CASE, row.pk))[-1]
    assert (event.kind, event.ground, event.facts["due"]) == ("case.due_moved", move.ground, "2026-10-20")
    assert open_dues_moving(move) == 0
