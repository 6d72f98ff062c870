"""Over a year the made-up ward was asked, and each state of a request stands there once at least."""

from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest
from django.test import override_settings

from minhbach.demonstration.actions.answer_requests import AGES, answer_requests
from minhbach.demonstration.actions.look_after_data import look_after_data
from minhbach.demonstration.actions.make_demonstration import make_province
from minhbach.foundation.dates import local_date
from minhbach.papers.models import Letter
from minhbach.privacy.models import Breach, DataWish, LegalHold
from minhbach.requests.models import Case, Review
from minhbach.requests.queries.cases import CASE

NOW = datetime(2026, 11, 16, 2, 0, tzinfo=UTC)


@pytest.fixture
def asked(db: None) -> Iterator[int]:
    with override_settings(IS_DEMONSTRATION=True):
        make_province(now=NOW)
        yield answer_requests(today=local_date(NOW))


def test_each_state_stands_there_with_its_letters(asked: int) -> None:
    whole = Case.objects.filter(whole__isnull=True)
    assert whole.count() == asked
    wanted = {state for state in AGES if state != "extended"}
    assert wanted <= set(whole.values_list("state", flat=True))
    assert {row.statute for row in whole} == {"104/2016/QH13", "01/2026/QH16"}
    assert whole.filter(extension__isnull=False).exists()
    assert Letter.objects.filter(about_kind=CASE).count() >= 20
    assert Review.objects.count() == len(AGES["provided_in_part"])


def test_people_ask_about_their_data_some_are_held_and_a_breach_waits(asked: int) -> None:
    assert asked and look_after_data(today=local_date(NOW)) == 5
    assert set(DataWish.objects.values_list("kind", "state")) == {("correct", "done"), ("erase", "open")}
    assert LegalHold.objects.get().until == date(2027, 2, 14)
    assert set(Breach.objects.values_list("number", "is_grave")) == {(1, False), (2, True)}
