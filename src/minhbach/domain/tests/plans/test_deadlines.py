"""What deadlines mean on a list. Expected days are from the words of plans, counted by hand."""

import datetime as dt

import pytest

from minhbach.domain.plans.deadlines import CLASS_OF_KIND, due_on
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
