"""The sweep over kept files: damage is noted, and what turns out secret is counted until somebody takes it away."""

from pathlib import Path
from typing import Any

import pytest

from minhbach.foundation.contracts import Subject
from minhbach.foundation.files import disk
from minhbach.foundation.queries import events_about
from minhbach.publication.jobs import look_at_kept_files
from minhbach.publication.tests.conftest import NOW, SECRET, World
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


def test_what_newer_rules_find_secret_is_counted_until_it_is_taken_away(
    world: World, item: Any, settings: Any, monkeypatch: Any
) -> None:
    item()
    VersionFile.objects.update(looked_with="older rules")
    monkeypatch.setattr("minhbach.register.actions.look_at_file.file_content", lambda _file: SECRET.encode())
    assert told() == {"files": 1, "secret": 1}
    assert told() == {"files": 1, "secret": 1}
