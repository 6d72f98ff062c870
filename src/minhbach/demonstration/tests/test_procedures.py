"""Of the made-up communes one has a public procedure, one waits for its leader, one has begun, the others have none."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from django.test import Client, override_settings

from minhbach.agencies.models import Body
from minhbach.demonstration.actions.make_demonstration import make_province
from minhbach.demonstration.actions.write_procedures import write_procedures
from minhbach.demonstration.people import COMMUNES, committee_of
from minhbach.foundation.dates import local_date
from minhbach.publication.models import Announcement, Publication

NOW = datetime(2026, 11, 16, 2, 0, tzinfo=UTC)


@pytest.fixture
def written(db: None) -> Iterator[None]:
    with override_settings(IS_DEMONSTRATION=True):
        make_province(now=NOW)
        write_procedures(today=local_date(NOW))
        yield


def test_procedures_stand_at_different_steps(written: None) -> None:
    slugs = [committee_of(commune) for commune in COMMUNES]
    rows = {row.body.slug: row for row in Announcement.objects.filter(kind="procedure").select_related("body")}
    assert set(rows) == set(slugs[:3])
    assert [row.public_from is not None for row in map(rows.get, slugs[:3]) if row] == [True, False, False]
    states = dict(Publication.objects.filter(subject_kind="procedure").values_list("subject_id", "state"))
    assert states == {rows[slugs[0]].pk: "public", rows[slugs[1]].pk: "submitted"}
    public = Client().get(f"/co-quan/{slugs[0]}/").content.decode()
    assert "Quyết định số 36/QĐ-UBND ngày 31/10/2026" in public
    lacking = Body.objects.get(slug=slugs[3])
    assert "cơ quan chưa công bố thủ tục của mình" in Client().get(f"/co-quan/{lacking.slug}/").content.decode()


def test_its_steps_name_units_of_the_commune_and_their_days(written: None) -> None:
    procedure = Announcement.objects.get(kind="procedure", public_from__isnull=False).procedure
    steps = list(procedure.steps.values_list("unit_name", "days"))
    assert [float(days) for _unit, days in steps] == [0.5, 5.0, 2.0, 0.5]
    assert steps[-1][0].startswith("Ủy ban nhân dân")
    assert all(not unit.startswith("Ủy ban nhân dân") for unit, _days in steps[:-1])
