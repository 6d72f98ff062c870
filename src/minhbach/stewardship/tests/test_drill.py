"""The drill: back up, lose everything, restore; rows, files, rights and log are what they were. Or a clear refusal."""

import json
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from minhbach.foundation.jobs.alive import declare_alive, declare_gone
from minhbach.foundation.tests.installation import Installation, empty_installation, on_postgresql
from minhbach.stewardship.tests.contents import counts, rows, stored_files

KEY = "câu khóa dài của phường Mẫu Một"
FILL = """
from tests.world.building import build_world
from minhbach.foundation.tests.rows import record, OFFICER, AT
from minhbach.foundation.actions.store_file import store_file
from minhbach.foundation.contracts import Subject
from minhbach.foundation.tests.test_jobs import write_down
build_world()
for number in range(30):
    record(body=number % 3, subject=number, số=number)
for number in range(5):
    store_file(content=bytes([number]) * 300_000, name=f"Công văn {number}.pdf", subject=Subject("letter", number),
               actor=OFFICER, now=AT)
store_file(content=bytes([1]) * 300_000, name="Bản sao.pdf", subject=Subject("letter", 9), actor=OFFICER, now=AT)
write_down.enqueue(7)
"""
RIGHTS = """
from datetime import date
from minhbach.accounts.models import Person
from minhbach.accounts.queries import actor_of
for person in Person.objects.order_by("id"):
    print(person.username, actor_of(person.pk, on=date(2026, 10, 19)), person.password)
"""


@pytest.fixture(scope="module")
def source(installation: Installation) -> Installation:
    """An installation with people, bodies, a plan, files, a waiting job and a checkpoint."""
    installation.python(FILL)
    assert installation.run("verify-log", "--checkpoint").returncode == 0
    return installation


@pytest.fixture(scope="module")
def archive(source: Installation, tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("backup") / "minhbach.backup"
    done = source.run("backup", target, MINHBACH_BACKUP_KEY=KEY)
    assert done.returncode == 0, done.stderr
    return target


@pytest.fixture(scope="module")
def plain_archive(source: Installation, tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("backup") / "plain.backup"
    assert source.run("backup", target).returncode == 0
    return target


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Installation]:
    with empty_installation(tmp_path / "empty") as made:
        yield made


def restore(into: Installation, archive: Path, *flags: str, key: str = KEY) -> subprocess.CompletedProcess[str]:
    return into.run("restore", archive, *flags, MINHBACH_BACKUP_KEY=key)


def test_restored_rows_files_rights_and_log_are_what_they_were(
    source: Installation, archive: Path, empty: Installation
) -> None:
    done = restore(empty, archive)
    assert done.returncode == 0, done.stderr
    assert rows(empty) == rows(source)
    assert counts(empty)["accounts_person"] > 5
    assert stored_files(empty.folder) == stored_files(source.folder)
    assert all(name == sha256 for name, sha256 in stored_files(empty.folder).items())
    assert empty.python(RIGHTS) == source.python(RIGHTS)
    assert [p.read_bytes() for p in sorted((empty.folder / "checkpoints").iterdir())] == [
        p.read_bytes() for p in sorted((source.folder / "checkpoints").iterdir())
    ]
    verdict = json.loads(empty.run("verify-log", "--json").stdout)
    assert verdict["whole"]
    assert verdict["checkpoints"] > 0


def test_restored_installation_works_on_with_its_jobs_its_log_and_new_numbers(
    source: Installation, archive: Path, empty: Installation
) -> None:
    restore(empty, archive)
    work_on = (
        "from minhbach.foundation.jobs import run_due_jobs\n"
        "from minhbach.foundation.tests.rows import record\n"
        "from minhbach.foundation.models import Event\n"
        "before = Event.objects.order_by('-id').first().pk\n"
        "print(run_due_jobs(), record(body=1).id > before)"
    )
    assert empty.python(work_on) == "1 True"
    assert empty.run("manage", "migrate", "--check").returncode == 0
    assert empty.run("verify-log").returncode == 0
    trigger = (
        "from django.db import connection, DatabaseError\n"
        "try: connection.cursor().execute('DELETE FROM foundation_event')\n"
        "except DatabaseError as error: print('append-only' in str(error))"
    )
    assert empty.python(trigger) == "True"


def test_number_of_a_removed_row_is_not_given_again_after_a_restore(empty: Installation, tmp_path: Path) -> None:
    give = (
        "from minhbach.foundation.models import StoredFile\n"
        "from minhbach.foundation.tests.rows import AT\n"
        "row = StoredFile.objects.create(sha256='0' * 64, size=1, name='x', media_type='x', subject_kind='x', "
        "subject_id='1', stored_by='x', stored_at=AT)\n"
        "print(row.pk)\n"
        "row.delete()"
    )
    with empty_installation(tmp_path / "source") as source:
        source.run("manage", "migrate", "--verbosity", "0")
        given = int(source.python(give))
        assert source.run("backup", tmp_path / "x.backup").returncode == 0
        restore(empty, tmp_path / "x.backup")
        assert int(empty.python(give)) > given


def test_backup_is_sealed_and_nobody_else_may_read_the_file(archive: Path, plain_archive: Path) -> None:
    assert archive.stat().st_mode & 0o777 == 0o600
    assert archive.read_bytes().startswith(b"MINHBACH-SEALED-1\n")
    listed = subprocess.run(["tar", "-tzf", plain_archive], capture_output=True, text=True, check=True).stdout
    assert "manifest.json" in listed.splitlines()[-1], "a plain backup opens with tar, the manifest last"


def test_every_table_is_in_the_backup_but_caches(source: Installation, tmp_path: Path) -> None:
    manifest = json.loads(source.run("backup", tmp_path / "x.backup", "--json").stdout)
    assert set(manifest["left_out"]) == {"accounts_cache"}
    present = counts(source)
    assert {
        name: table["rows"]
        for name, table in manifest["tables"].items()
        if name in present and name != "foundation_event"
    } == {name: count for name, count in present.items() if name in manifest["tables"] and name != "foundation_event"}
    assert present.keys() - manifest["tables"].keys() == set()


@pytest.mark.parametrize("key", ["khóa sai", ""])
def test_wrong_or_missing_key_is_refused(archive: Path, empty: Installation, key: str) -> None:
    done = restore(empty, archive, key=key)
    assert done.returncode == 1
    assert "MINHBACH_BACKUP_KEY" in done.stderr
    assert not (empty.folder / "files").exists()


@pytest.mark.parametrize("place", [100, 0.5, -20])
@pytest.mark.parametrize("sealed", [True, False])
def test_altered_archive_is_refused_in_one_sentence_and_changes_nothing(
    source: Installation, archive: Path, plain_archive: Path, tmp_path: Path, place: float, sealed: bool
) -> None:
    altered = bytearray((archive if sealed else plain_archive).read_bytes())
    altered[int(len(altered) * place) if isinstance(place, float) else place] ^= 0xFF
    path = tmp_path / "altered.backup"
    path.write_bytes(altered)
    before = rows(source)
    done = restore(source, path, "--replace")
    assert done.returncode == 1
    assert done.stderr.startswith("CommandError: Bản sao lưu")
    assert "Traceback" not in done.stderr
    assert rows(source) == before


@pytest.mark.parametrize("sealed", [True, False])
def test_cut_off_archive_is_refused(
    archive: Path, plain_archive: Path, empty: Installation, tmp_path: Path, sealed: bool
) -> None:
    whole = (archive if sealed else plain_archive).read_bytes()
    path = tmp_path / "cut.backup"
    path.write_bytes(whole[: len(whole) * 2 // 3])
    done = restore(empty, path)
    assert done.returncode == 1
    assert "bị cắt cụt" in done.stderr


def test_any_other_file_is_refused(empty: Installation, tmp_path: Path) -> None:
    (tmp_path / "letter.pdf").write_bytes(b"%PDF-1.7")
    done = restore(empty, tmp_path / "letter.pdf")
    assert (done.returncode, done.stderr.strip()) == (
        1,
        "CommandError: Tệp này không phải là bản sao lưu của Minh Bạch.",
    )


def test_installation_with_data_is_overwritten_only_when_told_and_kept_beside(
    archive: Path, empty: Installation, source: Installation
) -> None:
    restore(empty, archive)
    empty.python("from minhbach.foundation.tests.rows import record\nfor n in range(3): record(body=77, subject=n)")
    refused = restore(empty, archive)
    assert refused.returncode == 1
    assert "--replace" in refused.stderr
    done = restore(empty, archive, "--replace")
    assert done.returncode == 0, done.stderr
    assert "Dữ liệu cũ được giữ ở" in done.stderr
    assert rows(empty) == rows(source)


def test_running_installation_is_not_overwritten(archive: Path, empty: Installation) -> None:
    lock = declare_alive(empty.folder / "workers", "here")
    try:
        done = restore(empty, archive, "--replace")
    finally:
        declare_gone(empty.folder / "workers", "here", lock)
    assert done.returncode == 1
    assert "Minh Bạch đang chạy ở đây" in done.stderr


def test_backup_while_others_write_is_of_one_moment_and_keeps_nobody_waiting(
    source: Installation, empty: Installation, tmp_path: Path
) -> None:
    writer = source.start_python(
        "import time\nfrom pathlib import Path\n"
        "from minhbach.foundation.tests.rows import record\n"
        f"stop = Path({str(tmp_path / 'stop')!r})\n"
        "while not stop.exists():\n"
        "    begun = time.monotonic()\n"
        "    record(body=5)\n"
        "    assert time.monotonic() - begun < 3, 'a writer had to wait'\n"
    )
    done = source.run("backup", tmp_path / "x.backup")
    (tmp_path / "stop").touch()
    assert writer.wait(20) == 0, (source.folder / "run.log").read_text()
    assert done.returncode == 0, done.stderr
    assert restore(empty, tmp_path / "x.backup").returncode == 0
    assert json.loads(empty.run("verify-log", "--json").stdout)["whole"]


def test_damaged_file_is_named_and_the_rest_is_backed_up(source: Installation, tmp_path: Path) -> None:
    copy = Installation(tmp_path / "copy", source.database_url)
    shutil.copytree(source.folder, copy.folder)
    stored = sorted(path for path in (copy.folder / "files").rglob("*") if path.is_file())
    stored[0].write_bytes(b"damaged")
    done = copy.run("backup", tmp_path / "x.backup", "--json")
    assert done.returncode == 1
    manifest = json.loads(done.stdout)
    assert manifest["damaged_files"] == [stored[0].name]
    assert manifest["files"] == len(stored) - 1


def test_backup_with_a_broken_log_is_restored_only_when_told(tmp_path: Path, empty: Installation) -> None:
    with empty_installation(tmp_path / "broken") as broken:
        broken.run("manage", "migrate", "--verbosity", "0")
        broken.python(
            "from django.db import connection\n"
            "from minhbach.foundation.tests.rows import record\n"
            "from minhbach.foundation.eventlog.triggers import drop_triggers\n"
            "[record(subject=n) for n in range(3)]\n"
            "drop_triggers(connection)\n"
            "connection.cursor().execute('DELETE FROM foundation_event WHERE sequence = 2')"
        )
        assert broken.run("backup", tmp_path / "x.backup").returncode == 0
    refused = restore(empty, tmp_path / "x.backup")
    assert refused.returncode == 1
    assert "Nhật ký trong bản sao lưu không nguyên vẹn" in refused.stderr
    done = restore(empty, tmp_path / "x.backup", "--despite-log")
    assert done.returncode == 0, done.stderr
    assert "Thiếu mục 2" in done.stderr


def test_existing_file_is_not_overwritten_by_a_backup(source: Installation, archive: Path) -> None:
    before = archive.read_bytes()
    assert source.run("backup", archive).returncode == 1
    assert archive.read_bytes() == before


def test_backup_of_either_engine_is_restored_into_the_other(
    source: Installation, archive: Path, tmp_path: Path
) -> None:
    done = restore(source, archive, "--into", str(tmp_path / "sqlite"))
    assert done.returncode == 0, done.stderr
    other = Installation(tmp_path / "sqlite", f"sqlite:///{tmp_path / 'sqlite' / 'minhbach.sqlite3'}")
    assert counts(other) == counts(source)
    assert other.run("verify-log").returncode == 0
    if not on_postgresql():
        return
    assert other.run("backup", tmp_path / "back.backup").returncode == 0
    with empty_installation(tmp_path / "postgresql") as again:
        done = restore(again, tmp_path / "back.backup")
        assert done.returncode == 0, done.stderr
        assert rows(again) == rows(source)
