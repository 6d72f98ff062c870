"""Scanners write into AGENCY/BOX/FILE: what lies there whole is taken in once, and then taken away."""

import os
from datetime import timedelta
from pathlib import Path

import pytest

from minhbach.digitisation.holding import held
from minhbach.digitisation.models import Batch, Scan
from minhbach.digitisation.tests.papers import document, secret
from minhbach.digitisation.watching import take_from_folder
from minhbach.domain.access import system_actor
from minhbach.register.tests.conftest import NOW, World

pytestmark = pytest.mark.django_db
SCANNER = system_actor("scanner")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "may-quet"
    made.mkdir()
    return made


def lay(folder: Path, world: World, place: str, content: bytes, *, seconds_ago: int = 60) -> Path:
    """Put a file below the commune's folder as a scanner does, last written to so long ago."""
    path = folder / world.ward.slug / place
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    written = NOW.timestamp() - seconds_ago
    os.utime(path, (written, written))
    return path


def test_box_and_file_come_from_the_folder_and_the_files_go(world: World, folder: Path) -> None:
    first = lay(folder, world, "12/3/a.txt", document(1))
    second = lay(folder, world, "12/3/b.txt", document(2))
    other = lay(folder, world, "13/c.txt", document(3))
    assert take_from_folder(folder, actor=SCANNER, now=NOW) == 3
    batches = Batch.objects.order_by("box")
    assert [(one.box, one.folder, one.way, one.scans.count()) for one in batches] == [
        ("12", "3", "folder", 2), ("13", "", "folder", 1),
    ]  # fmt: skip
    assert not any(path.exists() for path in (first, second, other))
    assert held(Scan.objects.get(name="a.txt").pk) == document(1)


def test_what_comes_later_on_the_day_joins_the_batch_and_the_next_day_opens_another(world: World, folder: Path) -> None:
    lay(folder, world, "12/a.txt", document(1))
    take_from_folder(folder, actor=SCANNER, now=NOW)
    lay(folder, world, "12/b.txt", document(2))
    take_from_folder(folder, actor=SCANNER, now=NOW)
    assert [one.scans.count() for one in Batch.objects.all()] == [2]
    lay(folder, world, "12/c.txt", document(3))
    take_from_folder(folder, actor=SCANNER, now=NOW + timedelta(days=1))
    assert [one.scans.count() for one in Batch.objects.order_by("pk")] == [2, 1]


def test_a_file_that_the_last_run_took_but_did_not_take_away_gives_no_second_scan(world: World, folder: Path) -> None:
    lay(folder, world, "12/a.txt", document(1))
    take_from_folder(folder, actor=SCANNER, now=NOW)
    again = lay(folder, world, "12/a.txt", document(1))
    assert take_from_folder(folder, actor=SCANNER, now=NOW) == 0
    assert Scan.objects.count() == 1
    assert not again.exists()


def test_a_file_that_is_still_written_waits(world: World, folder: Path) -> None:
    path = lay(folder, world, "12/a.txt", document(1), seconds_ago=5)
    assert take_from_folder(folder, actor=SCANNER, now=NOW) == 0
    assert path.exists()
    assert take_from_folder(folder, actor=SCANNER, now=NOW + timedelta(seconds=20)) == 1


@pytest.mark.parametrize("place", [".an/a.txt", "12/.a.txt.tmp", "12/3/sau/a.txt"])
def test_hidden_and_deeper_files_are_left_alone(world: World, folder: Path, place: str) -> None:
    path = lay(folder, world, place, document(1))
    assert take_from_folder(folder, actor=SCANNER, now=NOW) == 0
    assert path.exists()


def test_links_out_of_the_folder_and_unknown_agencies_are_left_alone(
    world: World, folder: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    outside = tmp_path / "ngoai.txt"
    outside.write_bytes(document(1))
    lay(folder, world, "12/thay.txt", document(2)).unlink()
    (folder / world.ward.slug / "12" / "lien-ket.txt").symlink_to(outside)
    stranger = folder / "khong-co-co-quan-nay" / "a.txt"
    stranger.parent.mkdir()
    stranger.write_bytes(document(3))
    os.utime(stranger, (0, 0))
    assert take_from_folder(folder, actor=SCANNER, now=NOW) == 0
    assert outside.exists()
    assert stranger.exists()
    assert "khong-co-co-quan-nay" in caplog.text


def test_an_empty_file_stays_for_a_person_and_a_secret_one_is_taken_to_be_refused(world: World, folder: Path) -> None:
    empty = lay(folder, world, "12/trong.txt", b"")
    marked = lay(folder, world, "12/mat.txt", secret())
    assert take_from_folder(folder, actor=SCANNER, now=NOW) == 1
    assert empty.exists()
    assert not marked.exists()


def test_no_folder_is_no_trouble(tmp_path: Path) -> None:
    assert take_from_folder(tmp_path / "khong-co", actor=SCANNER, now=NOW) == 0
