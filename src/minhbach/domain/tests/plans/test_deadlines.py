"""What deadlines mean on a list. Expected days are from the words of plans, counted by hand."""

import datetime as dt

import pytest

from minhbach.domain.plans.deadlines import CLASS_OF_KIND, DeadlineClass, Timeliness, due_on, timeliness
from minhbach.domain.reading.results import DeadlineKind

LAST_OF_2016 = dt.date(2016, 12, 31)


def test_every_kind_of_the_contract_has_a_class() -> None:
    assert set(CLASS_OF_KIND) == set(DeadlineKind)


@pytest.mark.parametrize("kind", [DeadlineKind.QUARTER, DeadlineKind.BEFORE_DATE, DeadlineKind.YEAR])
def test_a_dated_task_is_due_on_its_last_day(kind: DeadlineKind) -> None:
    assert due_on(kind, LAST_OF_2016) == LAST_OF_2016


def test_work_that_goes_on_after_a_first_quarter_is_due_at_its_end_first() -> None:
    assert due_on(DeadlineKind.QUARTER_THEN_ONGOING, LAST_OF_2016) == LAST_OF_2016


@pytest.mark.parametrize("kind", [DeadlineKind.EVENT, DeadlineKind.DONE, DeadlineKind.PERIODIC, DeadlineKind.UNCLEAR])
def test_what_waits_is_done_or_unclear_has_no_due_day(kind: DeadlineKind) -> None:
    assert due_on(kind, LAST_OF_2016) is None


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        (dt.date(2016, 12, 31), Timeliness.DUE_SOON),
        (dt.date(2017, 1, 1), Timeliness.LATE),
        (dt.date(2016, 12, 1), Timeliness.DUE_SOON),
        (dt.date(2016, 11, 30), Timeliness.IN_TIME),
    ],
)
def test_the_due_day_itself_is_in_time(on: dt.date, expected: Timeliness) -> None:
    assert timeliness(LAST_OF_2016, on=on) == expected


def test_ongoing_work_is_never_late() -> None:
    assert CLASS_OF_KIND[DeadlineKind.ONGOING] == DeadlineClass.CONTINUING
    assert timeliness(None, on=LAST_OF_2016) == Timeliness.WITHOUT_DATE
