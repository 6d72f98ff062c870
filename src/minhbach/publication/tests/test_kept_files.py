"""The sweep over kept files: damage is noted, and what turns out secret is taken away from the public."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from minhbach.domain.access import Role
from minhbach.domain.lifecycles.publication import PublicationState
from minhbach.foundation.contracts import Subject
from minhbach.foundation.files import disk
from minhbach.foundation.queries import events_about
from minhbach.publication.contracts import WithdrawalReason
from minhbach.publication.jobs import look_at_kept_files
from minhbach.publication.models import Withdrawal
from minhbach.publication.queries.secrets import findings_for_today
from minhbach.publication.tests.conftest import (
    NOW,
    SECRET,
    TODAY,
    World,
    approved,
    published,
    state_of,
    submitted,
)
from minhbach.register.models import VersionFile
from minhbach.register.queries import ITEM


def told() -> dict[str, int]:
    numbers = look_at_kept_files.call()["numbers"]
    assert isinstance(numbers, dict)
    return numbers


@pytest.fixture(autouse=True)
def that_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("minhbach.foundation.clock.now", lambda: NOW)


def test_a_file_looked_at_with_older_rules_is_looked_at_again_and_once(world: World, item: Any) -> None:
    item()
    assert told()["files"] == 0
    VersionFile.objects.update(looked_with="older rules", characters=None)
    assert told() == {"files": 1, "secret": 0}
    assert VersionFile.objects.filter(characters__gt=0).count() == 1
    assert told()["files"] == 0


def test_a_damaged_file_is_noted_in_the_chain_once(world: World, item: Any, settings: Any) -> None:
    row = item()
    file = VersionFile.objects.get()
    Path(disk.place(settings.FILES_ROOT, file.sha256)).write_bytes(b"?")
    for _again in range(2):
        VersionFile.objects.update(looked_with="older rules")
        told()
    assert not VersionFile.objects.get().is_whole
    assert [one.kind for one in events_about(Subject(ITEM, row.pk))].count("item.file_damaged") == 1


@pytest.fixture
def newer_rules(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """Let the rules of today find a mark in every file that was kept by older ones."""

    def come() -> None:
        VersionFile.objects.update(looked_with="older rules")
        monkeypatch.setattr("minhbach.register.actions.look_at_file.file_content", lambda _file: SECRET.encode())

    return come


def test_what_newer_rules_find_secret_leaves_the_public_at_once_and_waits_for_its_leader(
    world: World, item: Any, newer_rules: Any
) -> None:
    leader = world.officer(Role.LEADER)
    row = published(item(), world.officer(Role.SPECIALIST), leader)
    page, file = reverse("portal:item", args=[row.public_id]), VersionFile.objects.get()
    download = reverse("foundation:file", args=[file.file_id, file.name])
    assert [Client().get(url).status_code for url in (page, download)] == [200, 200]
    newer_rules()
    assert told() == {"files": 1, "secret": 1}
    assert [Client().get(url).status_code for url in (page, download)] == [410, 404]
    assert Withdrawal.objects.get().why == WithdrawalReason.UNTOLD
    assert [one.item_id for one in findings_for_today(leader)] == [row.pk]
    assert not findings_for_today(world.officer(Role.LEADER, body=world.other_ward))
    # Once more, it is still counted, and withdrawn only once.
    assert told() == {"files": 1, "secret": 1}
    kinds = [one.kind for one in events_about(Subject(ITEM, row.pk))]
    assert kinds.count("publication.withdrawn") == 1


def test_what_was_approved_for_a_day_to_come_is_not_opened(world: World, item: Any, newer_rules: Any) -> None:
    row = item()
    submitted(row, world.officer(Role.SPECIALIST))
    approved(row, world.officer(Role.LEADER), publish_on=TODAY + timedelta(days=5))
    newer_rules()
    assert told() == {"files": 1, "secret": 1}
    assert state_of(row) == PublicationState.SENT_BACK


def test_what_was_never_public_is_only_counted(world: World, item: Any, newer_rules: Any) -> None:
    item()
    newer_rules()
    assert told() == {"files": 1, "secret": 1}
    assert not Withdrawal.objects.exists()
