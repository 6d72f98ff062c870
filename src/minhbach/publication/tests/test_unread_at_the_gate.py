"""What no machine can look into inside a file goes out only when its approver says that they looked."""

from collections.abc import Callable
from typing import Any

import pytest

from minhbach.domain.access import Role
from minhbach.publication.contracts import PublicationRefused
from minhbach.publication.queries.items import latest_run, newest_publication
from minhbach.publication.tests.conftest import World, approved, submitted
from minhbach.publication.tests.test_journey import as_person
from minhbach.register.models import Item

SENTENCE = "Tôi đã kiểm tra bằng mắt mọi hình"


@pytest.mark.django_db
@pytest.mark.parametrize(("found", "asked"), [({"unread": ["hình 1"]}, True), ({"blank": True}, True), ({}, False)])
def test_the_approver_confirms_what_no_machine_reads(
    world: World, item: Callable[..., Item], found: dict[str, Any], asked: bool
) -> None:
    specialist, leader = world.officer(Role.SPECIALIST), world.officer(Role.LEADER)
    row = item()
    submitted(row, specialist)
    publication = newest_publication(row.pk)
    run = latest_run(publication) if publication else None
    assert run is not None
    run.looked_at = [{**run.looked_at[0], **found}]
    run.save()
    page = as_person(leader).get(f"/lam-viec/cong-khai/{row.pk}/duyet/").content.decode()
    assert (SENTENCE in page) is asked
    if asked:
        with pytest.raises(PublicationRefused, match="xem bằng mắt"):
            approved(row, leader)
    approved(row, leader, seen_unread=asked)
    assert Item.objects.get(pk=row.pk).public_version_id is not None
