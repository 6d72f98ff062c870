"""Some made-up communes have announced their public service units, one waits for its leader, others have no list."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from django.test import Client, override_settings

from minhbach.demonstration.actions.list_service_units import ANNOUNCED, SUBMITTED, list_service_units
from minhbach.demonstration.actions.make_demonstration import make_province
from minhbach.foundation.dates import local_date
from minhbach.publication.models import Announcement

NOW = datetime(2026, 11, 16, 2, 0, tzinfo=UTC)


@pytest.fixture
def announced(db: None) -> Iterator[None]:
    with override_settings(IS_DEMONSTRATION=True):
        make_province(now=NOW)
        list_service_units(today=local_date(NOW))
        yield


def test_lists_stand_at_different_steps(announced: None) -> None:
    assert Announcement.objects.filter(public_from__isnull=False).count() == ANNOUNCED
    assert Announcement.objects.filter(is_draft=True).count() == SUBMITTED
    page = Client().get("/don-vi-su-nghiep/").content.decode()
    assert "Quyết định số 30/QĐ-UBND" in page
    assert "32/QĐ-UBND" not in page
    assert "chưa công bố" in Client().get("/don-vi-su-nghiep/danh-muc/").content.decode()
