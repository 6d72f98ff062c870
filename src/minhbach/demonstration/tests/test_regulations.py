"""Of the made-up communes one has a public regulation, one asks for opinions, one has begun, the others have none."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from django.test import Client, override_settings

from minhbach.demonstration.actions.make_demonstration import make_province
from minhbach.demonstration.actions.write_regulations import write_regulations
from minhbach.foundation.dates import local_date
from minhbach.publication.models import Announcement, AskedForOpinion, Regulation

NOW = datetime(2026, 11, 16, 2, 0, tzinfo=UTC)


@pytest.fixture
def written(db: None) -> Iterator[None]:
    with override_settings(IS_DEMONSTRATION=True):
        make_province(now=NOW)
        write_regulations(today=local_date(NOW))
        yield


def test_regulations_stand_at_different_steps(written: None) -> None:
    states = Regulation.objects.order_by("pk").values_list("state", flat=True)
    assert list(states) == ["issued", "in_opinions", "drafting"]
    assert AskedForOpinion.objects.exists()
    public = Announcement.objects.get(kind="regulation", public_from__isnull=False)
    page = Client().get(f"/quy-che/{public.pk}/").content.decode()
    assert "Quyết định số 41/QĐ-UBND" in page
    assert "…………" not in page, "every place is filled in"
    assert "chưa công bố" in Client().get("/quy-che/").content.decode()
