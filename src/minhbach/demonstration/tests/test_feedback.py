"""People told the made-up ward things, and feedback stands there in each state; some answers are everybody's."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from django.test import override_settings

from minhbach.demonstration.actions.hear_people import PUBLIC, hear_people
from minhbach.demonstration.actions.make_demonstration import make_province
from minhbach.domain.lifecycles.feedback import FeedbackState
from minhbach.foundation.dates import local_date
from minhbach.outreach.figures import public_figures
from minhbach.outreach.models import Feedback
from minhbach.outreach.queries.public import public_answers

NOW = datetime(2026, 11, 16, 2, 0, tzinfo=UTC)


@pytest.fixture
def heard(db: None) -> Iterator[int]:
    with override_settings(IS_DEMONSTRATION=True):
        make_province(now=NOW)
        yield hear_people(today=local_date(NOW))


def test_each_state_stands_there_some_late_some_public_one_confidential(heard: int) -> None:
    assert Feedback.objects.count() == heard
    assert set(Feedback.objects.values_list("state", flat=True)) == {state.value for state in FeedbackState}
    assert Feedback.objects.filter(state="received", due_on__lt=local_date(NOW)).exists()
    assert Feedback.objects.filter(is_confidential=True).count() == 1
    assert public_answers().count() == PUBLIC - 1
    content = public_figures(2026).content
    assert content is not None and content.all >= 10
