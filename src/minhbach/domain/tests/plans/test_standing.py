"""The classes in which work is counted: each written out by hand on and around its limit."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minhbach.domain.plans.standing import FOUR, Stand, Standing, standing

DUE = dt.date(2026, 10, 31)
BEFORE, AFTER = DUE - dt.timedelta(days=1), DUE + dt.timedelta(days=1)


@pytest.mark.parametrize(
    ("stand", "on", "expected"),
    [
        (Stand(1, DUE), BEFORE, Standing.OPEN_IN_TIME),
        (Stand(1, DUE), DUE, Standing.OPEN_IN_TIME),
        (Stand(1, DUE), AFTER, Standing.OPEN_LATE),
        (Stand(1, DUE, BEFORE), AFTER, Standing.DONE_IN_TIME),
        (Stand(1, DUE, DUE), AFTER, Standing.DONE_IN_TIME),
        (Stand(1, DUE, AFTER), AFTER, Standing.DONE_LATE),
        (Stand(1, None), DUE, Standing.WITHOUT_DATE),
        (Stand(1, None, DUE), DUE, Standing.DONE_IN_TIME),
        (Stand(1, DUE, dropped=True), AFTER, None),
        (Stand(1, DUE, AFTER, dropped=True), AFTER, None),
    ],
)
def test_the_class_on_a_day(stand: Stand, on: dt.date, expected: Standing | None) -> None:
    assert standing(stand, on=on) == expected


def test_the_four_are_those_with_a_date() -> None:
    assert set(Standing) - set(FOUR) == {Standing.WITHOUT_DATE}


DAY = st.dates(dt.date(2026, 1, 1), dt.date(2027, 12, 31))


@given(st.none() | DAY, st.none() | DAY, DAY, DAY)
def test_done_work_keeps_its_class_whatever_the_day(
    due: dt.date | None, done: dt.date | None, one: dt.date, other: dt.date
) -> None:
    classes = {standing(Stand(1, due, done), on=day) for day in (one, other)}
    assert len(classes) == 1 or done is None
