"""Which reminder fits a day, and what the mail says: counted by hand on the real calendar of 2026."""

from datetime import date, timedelta

import pytest

from minhbach.lawbook.calendars import load_calendar
from minhbach.planning.mail_words import Told, digest, nudge
from minhbach.planning.models import ReminderKind
from minhbach.planning.reminding import calls_on

BEFORE, ON, AFTER, ESCALATION = ReminderKind.BEFORE, ReminderKind.ON, ReminderKind.AFTER, ReminderKind.ESCALATION


def called(due_on: date, today: date) -> list[tuple[ReminderKind, int]]:
    return [(call.kind, call.turn) for call in calls_on(due_on, today=today, calendar=load_calendar())]


FRIDAY = date(2026, 3, 13)


@pytest.mark.parametrize(
    ("today", "wanted"),
    [
        (date(2026, 3, 9), []),
        (date(2026, 3, 10), [(BEFORE, 0)]),
        (date(2026, 3, 12), [(BEFORE, 0)]),
        (date(2026, 3, 13), [(ON, 0)]),
        (date(2026, 3, 14), []),
        (date(2026, 3, 16), [(AFTER, 0)]),
        (date(2026, 3, 17), [(AFTER, 0), (ESCALATION, 0)]),
        (date(2026, 3, 20), [(AFTER, 0), (ESCALATION, 0)]),
        (date(2026, 3, 23), [(AFTER, 1), (ESCALATION, 0)]),
        (date(2026, 3, 30), [(AFTER, 2), (ESCALATION, 0)]),
    ],
)
def test_each_day_has_its_own_reminder(today: date, wanted: list[tuple[ReminderKind, int]]) -> None:
    """A limit on Friday 13/3/2026; Saturday is no working day."""
    assert called(FRIDAY, today) == wanted


def test_limit_after_tet_is_called_before_the_holiday() -> None:
    """Off from Saturday 14 to Sunday 22/02/2026: the third working day before Tuesday the 24th is Thursday the 12th."""
    due = date(2026, 2, 24)
    assert called(due, date(2026, 2, 11)) == []
    assert called(due, date(2026, 2, 12)) == [(BEFORE, 0)]
    assert called(due, date(2026, 2, 17)) == []
    assert called(due, date(2026, 2, 23)) == [(BEFORE, 0)]


def test_limit_on_a_day_off_is_called_on_the_last_working_day_before_it() -> None:
    sunday = date(2026, 3, 15)
    assert called(sunday, date(2026, 3, 12)) == [(BEFORE, 0)]
    assert called(sunday, date(2026, 3, 13)) == [(ON, 0)]
    assert called(sunday, sunday) == []
    assert called(sunday, date(2026, 3, 16)) == [(AFTER, 0)]


def test_never_more_than_one_reminder_to_who_does_the_work() -> None:
    for ahead in range(-30, 30):
        kinds = [kind for kind, _turn in called(FRIDAY, FRIDAY + timedelta(days=ahead))]
        assert len([kind for kind in kinds if kind != ESCALATION]) <= 1


def told(*kinds: ReminderKind) -> list[Told]:
    return [Told(number, FRIDAY, kind) for number, kind in enumerate(kinds, start=1)]


@pytest.mark.parametrize(
    ("kinds", "subject"),
    [
        ((ON, ON, AFTER), "Hôm nay: 2 việc đến hạn, 1 quá hạn"),
        ((BEFORE,), "Hôm nay: 1 việc sắp đến hạn"),
        ((AFTER, ESCALATION), "Hôm nay: 2 việc quá hạn"),
        ((ON, BEFORE, AFTER), "Hôm nay: 1 việc đến hạn, 1 việc sắp đến hạn, 1 quá hạn"),
    ],
)
def test_subject_counts_and_says_no_more(kinds: tuple[ReminderKind, ...], subject: str) -> None:
    assert digest(told(*kinds))[0] == subject


def test_work_that_calls_a_leader_twice_is_counted_once() -> None:
    twice = [Told(1, FRIDAY, AFTER), Told(1, FRIDAY, ESCALATION)]
    assert digest(twice)[0] == "Hôm nay: 1 việc quá hạn"


def test_text_lists_limits_and_addresses_and_ends_after_ten() -> None:
    text = digest(told(*[AFTER] * 12))[1]
    assert text.count("- Hạn 13/03/2026: ") == 10
    assert "/lam-viec/viec/10/" in text
    assert "/lam-viec/viec/11/" not in text
    assert "và 2 việc nữa" in text


def test_nudge_says_nothing_of_what_waits() -> None:
    assert nudge()[0] == "Hôm nay: 1 việc chờ ý kiến"
