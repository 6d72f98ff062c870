"""What an administrator adds to the days off: who may, what it does, what it moves, and how a mistake is taken back."""

import datetime as dt
from collections.abc import Iterator

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from minhbach.domain.access import VISITOR, Actor, Post, Role, system_actor
from minhbach.domain.calendars.changes import (
    Act,
    Compensation,
    DaysOff,
    Ordinary,
    Swap,
    YearAnnounced,
)
from minhbach.foundation.actions.change_calendar import Changed, change_calendar
from minhbach.foundation.actions.recount_dates import recount_dates
from minhbach.foundation.actions.take_back_calendar_change import take_back_calendar_change
from minhbach.foundation.calendar import calendar_in_use
from minhbach.foundation.calendar.contracts import CHANGE, CalendarMove, CalendarNotKept, CalendarRefused
from minhbach.foundation.calendar.jobs import recount_open_dates
from minhbach.foundation.calendar.previewing import preview, preview_without
from minhbach.foundation.contracts import Subject
from minhbach.foundation.models import AddedDay, CalendarChange, CalendarState
from minhbach.foundation.queries import events_about
from minhbach.foundation.registries import let_keep_calendar, on_calendar_changed
from minhbach.lawbook.calendars import load_calendar

pytestmark = pytest.mark.django_db
NOW = dt.datetime(2026, 10, 13, 2, 0, tzinfo=dt.UTC)
KEEPER = Actor(person=1, posts=(Post(Role.ADMINISTRATOR, body=1),))
OTHER = Actor(person=2, posts=(Post(Role.ADMINISTRATOR, body=2),))
SOURCE = "Thông báo 12/TB-BNV ngày 05/10/2026"
NOVEMBER = Swap(dt.date(2026, 11, 23), dt.date(2026, 11, 28), "Hoán đổi dịp thử")
FRIDAY = dt.date(2026, 11, 20)


class Dates:
    """Open dates of a made-up room: terms of two working days, counted from a Friday."""

    def __init__(self) -> None:
        self.due = [FRIDAY]
        self.moves: list[CalendarMove] = []

    def count(self, move: CalendarMove) -> int:
        return int(move.may_touch(FRIDAY, move.after.add_working_days(FRIDAY, 2)))

    def move(self, move: CalendarMove, *, actor: Actor, now: dt.datetime) -> int:
        self.moves.append(move)
        self.due.append(move.after.add_working_days(FRIDAY, 2))
        return 1


@pytest.fixture(autouse=True)
def dates(monkeypatch: pytest.MonkeyPatch) -> Iterator[Dates]:
    monkeypatch.setattr("minhbach.foundation.registries._keepers", [])
    monkeypatch.setattr("minhbach.foundation.registries._recounts", {})
    let_keep_calendar(lambda actor: actor == KEEPER)
    made = Dates()
    on_calendar_changed("test.dates", label="hạn thử", count=made.count, move=made.move)
    yield made


def make(act: Act = NOVEMBER, actor: Actor = KEEPER, source: str = SOURCE) -> Changed:
    return change_calendar(act=act, source=source, actor=actor, now=NOW)


def undo(change: Changed, reason: str = "ghi nhầm", actor: Actor = KEEPER) -> int:
    return take_back_calendar_change(change_id=change.id, reason=reason, actor=actor, now=NOW)


def test_without_changes_the_calendar_is_that_of_the_files() -> None:
    assert calendar_in_use() is load_calendar()


def test_an_announced_swap_counts_at_once_and_moves_dates_with_an_event(dates: Dates) -> None:
    assert calendar_in_use().add_working_days(FRIDAY, 2) == dt.date(2026, 11, 25)
    done = make()
    assert calendar_in_use().add_working_days(FRIDAY, 2) == dt.date(2026, 11, 26)
    assert not calendar_in_use().provisional_between(dt.date(2026, 11, 1), dt.date(2026, 11, 30))
    assert (done.moved, dates.due[-1]) == (1, dt.date(2026, 11, 26))
    assert dates.moves[0].days == (NOVEMBER.off_on, NOVEMBER.worked_on)
    assert dates.moves[0].ground == f"Lịch ngày nghỉ thay đổi: 23/11/2026, 28/11/2026 ({SOURCE})"
    assert dates.moves[0].before.exceptions == load_calendar().exceptions
    (event,) = events_about(Subject(CHANGE, done.id))
    assert (event.kind, event.actor) == ("calendar.changed", "person:1")
    assert event.facts == {"act": "swap", "calendar": calendar_in_use().version, "moved": 1}


def test_the_preview_tells_what_would_move_and_changes_nothing(dates: Dates) -> None:
    shown = preview(NOVEMBER, source=SOURCE)
    assert [(line.day, line.kind) for line in shown.lines] == [
        (NOVEMBER.off_on, "Nghỉ hoán đổi"),
        (NOVEMBER.worked_on, "Làm bù"),
    ]
    assert [(one.label, one.count) for one in shown.moved] == [("hạn thử", 1)]
    assert not dates.moves
    assert not CalendarChange.objects.exists()
    assert calendar_in_use() is load_calendar()
    assert preview(DaysOff(dt.date(2027, 3, 1), dt.date(2027, 3, 1), "Lễ thử"), source=SOURCE).moved == ()


@pytest.mark.parametrize("actor", [OTHER, VISITOR, system_actor("test")])
def test_nobody_but_the_keeper_changes_anything(actor: Actor) -> None:
    done = make()
    with pytest.raises(CalendarNotKept):
        make(actor=actor)
    with pytest.raises(CalendarNotKept):
        undo(done, actor=actor)
    with pytest.raises(CalendarNotKept):
        undo(Changed(999999, 0))
    assert CalendarChange.objects.count() == 1


@pytest.mark.parametrize(
    ("act", "said"),
    [
        (Swap(dt.date(2026, 11, 22), dt.date(2026, 11, 28), "Hoán đổi"), "Chủ nhật 22/11/2026 vốn là ngày nghỉ"),
        (Swap(dt.date(2026, 11, 20), dt.date(2026, 11, 19), "Hoán đổi"), "Thứ Năm 19/11/2026 vốn là ngày làm việc"),
        (Compensation(dt.date(2026, 11, 24), dt.date(2026, 11, 25)), "không phải ngày lễ rơi vào"),
        (Compensation(dt.date(2026, 4, 26), dt.date(2026, 4, 28)), "đã có ngày nghỉ bù"),
        (Ordinary(dt.date(2026, 3, 3)), "không có trong lịch"),
        (DaysOff(dt.date(2026, 8, 31), dt.date(2026, 8, 31), "Lễ"), "gắn với"),
        (DaysOff(dt.date(2026, 5, 1), dt.date(2026, 4, 30), "Lễ"), "Ngày cuối đứng trước"),
        (DaysOff(dt.date(2026, 5, 4), dt.date(2026, 6, 4), "Lễ"), "dài nhất 15 ngày"),
        (YearAnnounced(2026, frozenset({dt.date(2026, 11, 23)})), "đi với nhau"),
    ],
)
def test_what_the_calendar_does_not_take_is_said_in_a_sentence(act: Act, said: str) -> None:
    with pytest.raises(CalendarRefused, match=said):
        preview(act, source=SOURCE)
    with pytest.raises(CalendarRefused, match=said):
        make(act)
    assert not CalendarChange.objects.exists()


def test_a_change_needs_a_source_and_changes_something() -> None:
    with pytest.raises(CalendarRefused, match="Ghi số, ký hiệu"):
        make(source=" ")
    make()
    with pytest.raises(CalendarRefused, match="đã ghi đúng như vậy"):
        make()


def test_tet_of_2027_is_announced_as_it_was_expected(dates: Dates) -> None:
    expected = {row.day for row in calendar_in_use().proposed_changes if row.day.year == 2027}
    make(YearAnnounced(2027, frozenset(expected | {dt.date(2027, 2, 6), dt.date(2027, 2, 7)})))
    calendar = calendar_in_use()
    assert calendar.is_confirmed(2027)
    assert not calendar.provisional_between(dt.date(2027, 1, 1), dt.date(2027, 12, 31))
    assert calendar.add_working_days(dt.date(2027, 2, 3), 1) == dt.date(2027, 2, 11)
    assert [row.source for row in calendar.rows if row.day == dt.date(2027, 2, 4)] == [SOURCE]


def test_a_mistake_is_taken_back_and_stays_readable(dates: Dates) -> None:
    done = make()
    shown = preview_without(CalendarChange.objects.get())
    assert shown.moved[0].count == 1
    assert [(line.day, line.is_proposed) for line in shown.lines] == [
        (NOVEMBER.off_on, True),
        (NOVEMBER.worked_on, True),
    ]
    assert undo(done) == 1
    assert calendar_in_use().exceptions == load_calendar().exceptions
    assert dates.due[-1] == dt.date(2026, 11, 25)
    row = CalendarChange.objects.get()
    assert (row.taken_back_by, row.taken_back_at, row.taken_back_because) == ("person:1", NOW, "ghi nhầm")
    assert AddedDay.objects.count() == 2
    assert [event.kind for event in events_about(Subject(CHANGE, row.pk))] == [
        "calendar.changed",
        "calendar.change_taken_back",
    ]
    with pytest.raises(CalendarRefused, match="đã được rút lại"):
        undo(done)


def test_what_a_later_change_rests_on_is_not_taken_back_before_it() -> None:
    saturday = dt.date(2027, 3, 6)
    holiday = make(DaysOff(saturday, saturday, "Lễ thử"))
    make(Compensation(saturday, dt.date(2027, 3, 8)))
    with pytest.raises(CalendarRefused, match="gắn với"):
        undo(holiday)
    with pytest.raises(CalendarRefused, match="Ghi lý do"):
        undo(holiday, reason=" ")


def test_the_same_calendar_is_handed_out_until_somebody_changes_it_anywhere() -> None:
    make()
    calendar = calendar_in_use()
    with CaptureQueriesContext(
        connection,
    ) as asked:
        assert calendar_in_use() is calendar
    assert len(asked) == 1
    # As another process does it: only the tables change, and this process has its copy still.
    change = CalendarChange.objects.create(act="days_off", source=SOURCE, made_by="person:1", made_at=NOW)
    AddedDay.objects.create(change=change, day=dt.date(2026, 12, 1), kind="day_off", why="Lễ thử")
    assert calendar_in_use().is_working_day(dt.date(2026, 12, 1))
    CalendarState.objects.update(token="of another process")
    assert not calendar_in_use().is_working_day(dt.date(2026, 12, 1))


def test_a_change_that_is_rolled_back_is_forgotten() -> None:
    make()
    known = calendar_in_use().version
    with pytest.raises(RuntimeError), transaction.atomic():
        make(DaysOff(dt.date(2026, 12, 1), dt.date(2026, 12, 1), "Lễ thử"))
        assert calendar_in_use().version != known
        raise RuntimeError
    assert calendar_in_use().version == known


def test_new_files_move_dates_by_a_job_once(dates: Dates) -> None:
    assert recount_dates(actor=system_actor("calendar"), now=NOW) == 0
    before = {day.isoformat(): worked for day, worked in load_calendar().exceptions.items()}
    del before["2026-11-24"]
    CalendarState.objects.update(counted=before)
    assert "1" in str(recount_open_dates())
    assert (dates.moves[0].days, dates.due[-1]) == ((dt.date(2026, 11, 24),), dt.date(2026, 11, 25))
    assert recount_dates(actor=system_actor("calendar"), now=NOW) == 0
    assert len(dates.moves) == 1
    (event,) = events_about(Subject("calendar", load_calendar().version))
    assert event.facts == {"calendar": load_calendar().version, "moved": 1, "days": 1}


def test_files_that_no_longer_fit_what_was_added_leave_a_calendar_all_the_same() -> None:
    """As when a release brings the compensation that an administrator had added on another day."""
    change = CalendarChange.objects.create(act="compensation", source=SOURCE, made_by="person:1", made_at=NOW)
    day = dt.date(2026, 4, 28)
    AddedDay.objects.create(change=change, day=day, kind="compensation", why="Bù", instead_of=dt.date(2026, 4, 26))
    CalendarState.objects.create(pk=1, token="of another process")
    assert not calendar_in_use().is_working_day(day)
    undo(Changed(change.pk, 0))
    assert calendar_in_use().is_working_day(day)
