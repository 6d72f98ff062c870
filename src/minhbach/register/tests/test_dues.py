"""By when items must be public. Expected days were counted by hand on a calendar, never by the engine."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from minhbach.domain.access import Role, system_actor
from minhbach.domain.calendars.calendar import Calendar
from minhbach.domain.calendars.days import DayKind, DayRow, DayState
from minhbach.foundation.calendar.contracts import CalendarMove
from minhbach.foundation.contracts import Subject
from minhbach.foundation.queries import events_about
from minhbach.register.actions.change_item import change_item
from minhbach.register.actions.recount_dues import open_dues_moving, recount_dues
from minhbach.register.actions.set_publication_terms import set_publication_terms
from minhbach.register.contracts import Access
from minhbach.register.dues import DueKind, due_of
from minhbach.register.facts_kept import facts_of, terms_of
from minhbach.register.models import Item
from minhbach.register.queries import ITEM
from minhbach.register.tests.conftest import CALENDAR, NOW, World
from minhbach.register.tests.test_acts import WHEN, classified


def with_terms(world: World, row: Item, **terms: object) -> Item:
    given = replace(terms_of(row), **terms)  # type: ignore[arg-type]
    keeper = world.officer(Role.SPECIALIST)
    set_publication_terms(item_id=row.pk, terms=given, seen_version=row.version, actor=keeper, **WHEN)
    row.refresh_from_db()
    return row


@pytest.mark.parametrize(
    ("created_on", "due_on"),
    [
        # Monday; 13, 14, 15, 16 and, after the weekend, 19 October are the five working days.
        (date(2026, 10, 12), date(2026, 10, 19)),
        # Friday; 12, 13, 14, 15 and 16 October.
        (date(2026, 10, 9), date(2026, 10, 16)),
        # 1 and 2 September are days off; 3, 4, 7, 8, 9 September.
        (date(2026, 9, 1), date(2026, 9, 9)),
    ],
)
def test_five_working_days_from_the_day_of_creation(world: World, created_on: date, due_on: date) -> None:
    row = classified(world, world.item(created_on=created_on), letter="l")
    assert row.publish_due_on == due_on
    due = due_of(row, calendar=CALENDAR)
    assert (due.kind, due.article) == (DueKind.TERM, "khoản 4 Điều 18 Luật 01/2026/QH16")


def test_nothing_is_due_before_a_person_says_that_it_must_be_public(world: World) -> None:
    row = world.item()
    assert row.publish_due_on is None
    assert classified(world, row).publish_due_on is None
    assert classified(world, row, letter="l").publish_due_on == date(2026, 10, 19)
    assert classified(world, row, Access.CLOSED, ground="15.5").publish_due_on is None


def test_a_special_law_goes_before_the_general_term(world: World) -> None:
    row = classified(world, world.item(), letter="l")
    row = with_terms(world, row, special_due_on=date(2026, 10, 30), special_ground="Điều 15 Luật 31/2024/QH15")
    assert row.publish_due_on == date(2026, 10, 30)
    assert due_of(row, calendar=CALENDAR).kind is DueKind.SPECIAL


def test_older_information_is_due_when_somebody_says_what_the_law_of_before_asked(world: World) -> None:
    row = classified(world, world.item(created_on=date(2026, 8, 3)), letter="m")
    assert (row.publish_due_on, row.is_backlog) == (None, True)
    row = with_terms(world, row, was_due_before=False)
    # Six months from 01/9/2026 end on Monday 01/3/2027.
    assert (row.publish_due_on, row.is_backlog) == (date(2027, 3, 1), True)
    assert due_of(row, calendar=CALENDAR).article == "khoản 3 Điều 31 Luật 01/2026/QH16"
    row = with_terms(world, row, was_due_before=True)
    # Law 104/2016: 4, 5, 6, 7 and 10 August.
    assert (row.publish_due_on, row.is_backlog) == (date(2026, 8, 10), False)


def test_no_day_is_guessed(world: World) -> None:
    assert due_of(classified(world, world.item(created_on=None), letter="a"), calendar=CALENDAR).kind is (
        DueKind.NO_CREATION
    )
    old = with_terms(world, classified(world, world.item(created_on=date(2017, 5, 4)), letter="a"), was_due_before=True)
    assert due_of(old, calendar=CALENDAR).kind is DueKind.OLDER_LAW
    assert old.publish_due_on is None


def test_a_new_day_off_moves_open_days_and_the_event_says_why(world: World) -> None:
    row = classified(world, world.item(), letter="l")
    off = DayRow(date(2026, 10, 15), DayKind.DAY_OFF, why="Nghỉ bù", source="Thông báo", state=DayState.CONFIRMED)
    after = Calendar((*CALENDAR.rows, off), CALENDAR.confirmed_years)
    move = CalendarMove(before=CALENDAR, after=after, days=(off.day,), source="Thông báo 12/TB-BNV")
    assert open_dues_moving(move) == 1
    assert recount_dues(move, actor=system_actor("calendar"), now=NOW) == 1
    row.refresh_from_db()
    assert row.publish_due_on == date(2026, 10, 20)
    last = events_about(Subject(ITEM, row.pk))[-1]
    assert (last.kind, last.facts["was"], last.facts["due"]) == ("item.due_moved", "2026-10-19", "2026-10-20")
    assert "Thông báo 12/TB-BNV" in last.ground
    assert recount_dues(move, actor=system_actor("calendar"), now=NOW + timedelta(minutes=1)) == 0


def test_a_change_of_the_day_of_creation_moves_the_day(world: World) -> None:
    row = classified(world, world.item(created_on=None), letter="l")
    facts = replace(facts_of(row), created_on=date(2026, 10, 9))
    keeper = world.officer(Role.SPECIALIST)
    change_item(item_id=row.pk, facts=facts, seen_version=row.version, actor=keeper, **WHEN)
    row.refresh_from_db()
    assert row.publish_due_on == date(2026, 10, 16)
