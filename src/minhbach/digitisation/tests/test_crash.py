"""A batch survives the death of who sends it and of who reads it: each file once, none lost, nothing secret left."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from minhbach.digitisation.holding import hold, place_of
from minhbach.digitisation.leftovers import take_left_scans_away
from minhbach.digitisation.tests.conftest import batch_of, read_all
from minhbach.digitisation.tests.papers import document, secret
from minhbach.domain.access import Actor
from minhbach.extraction.sandbox import leftovers
from minhbach.extraction.sandbox.run import Folder
from minhbach.foundation.files import quarantine
from minhbach.foundation.tests.installation import Installation, tables_of_the_test_run
from minhbach.register.tests.conftest import World

FILES, KILLS, SEED = 20, 3, 20261013
WRONG = ("lost", "twice", "strange", "unread", "failed", "damaged", "gaps", "secret_left", "broken_log")


@pytest.mark.crash
@pytest.mark.django_db(transaction=True)
def test_a_batch_whose_sender_and_reader_are_killed_is_whole(tmp_path: Path) -> None:
    home = Installation(tmp_path, tables_of_the_test_run(tmp_path))
    numbers = [str(number) for number in (FILES, KILLS, SEED)]
    done = subprocess.run(
        [sys.executable, "-m", "minhbach.digitisation.tests.crash_batch", *numbers],
        env=home.environment, capture_output=True, text=True, timeout=100, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    found: Mapping[str, Any] = json.loads(done.stdout)
    assert {name: found[name] for name in WRONG} == {name: [] for name in WRONG}
    assert found["to_check"] == FILES - found["secrets"]
    assert found["refusals"] >= found["secrets"] == 1


def _now() -> datetime:
    """Return the clock of the disk, which says when files were written."""
    return datetime.now(UTC)


@pytest.mark.django_db
def test_what_a_dead_process_left_of_a_refused_scan_is_taken_away(world: World, keeper: Actor) -> None:
    batch = batch_of(world, keeper, [secret(), document()])
    refused, kept = batch.scans.order_by("place")
    quarantined = {name: quarantine.waiting(name) for name in (place_of(refused.pk), place_of(kept.pk))}
    read_all(batch)
    for name, content in quarantined.items():
        quarantine.put_aside(content, name)
    later = _now() + timedelta(seconds=2)
    assert take_left_scans_away(now=later) == 1
    with pytest.raises(FileNotFoundError):
        quarantine.waiting(place_of(refused.pk))
    assert quarantine.waiting(place_of(kept.pk)) == document()
    assert take_left_scans_away(now=later) == 0


@pytest.mark.django_db
def test_bytes_without_a_row_stay_while_their_transaction_may_still_end(world: World) -> None:
    hold(987654, document())
    assert take_left_scans_away(now=_now() + timedelta(minutes=50)) == 0
    assert take_left_scans_away(now=_now() + timedelta(minutes=70)) == 1


def test_folders_of_killed_readers_are_taken_away_and_those_in_use_stay(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(leftovers.tempfile, "gettempdir", lambda: str(tmp_path))
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    with Folder(b"mot") as old, Folder(b"hai") as used:
        os.utime(old.path, (1000, 1000))
        (tmp_path / "minhbach-khac").mkdir()
        os.utime(tmp_path / "minhbach-khac", (1000, 1000))
        assert leftovers.take_left_folders_away(before=5000) == 1
        assert not old.path.exists()
        assert used.input.read_bytes() == b"hai"
        assert (tmp_path / "minhbach-khac").exists()
