"""To the made-up ward mails come: some wait for its focal point, one was put aside; each has its number."""

from datetime import UTC, datetime

import pytest
from django.test import override_settings

from minhbach.demonstration.actions.let_mails_come import MAILS, let_mails_come
from minhbach.demonstration.actions.make_demonstration import make_province
from minhbach.foundation.dates import local_date
from minhbach.foundation.models import OutgoingMail
from minhbach.intake.models import TakenMail

NOW = datetime(2026, 11, 16, 2, 0, tzinfo=UTC)


@pytest.mark.django_db
def test_mails_wait_and_one_was_put_aside() -> None:
    with override_settings(IS_DEMONSTRATION=True):
        make_province(now=NOW)
        assert let_mails_come(today=local_date(NOW)) == len(MAILS)
    assert sorted(TakenMail.objects.values_list("state", flat=True)) == ["nothing", "waiting", "waiting", "waiting"]
    assert OutgoingMail.objects.filter(about_kind="submission").count() == 2, "newsletters get no receipt"
