"""The drill: back up, lose everything, restore; rows, files, rights and log are what they were. Or a clear refusal."""

import json
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from minhbach.foundation.jobs.alive import declare_alive, declare_gone
from minhbach.foundation.tests.installation import Installation, empty_installation, on_postgresql
from minhbach.stewardship.naming import read_name
from minhbach.stewardship.tests.contents import counts, rows, stored_files

KEY = "câu khóa dài của phường Mẫu Một"
FILL = """
from tests.world.building import build_world
from minhbach.foundation.tests.rows import record, OFFICER, AT
from minhbach.foundation.actions.store_file import store_file
from minhbach.foundation.contracts import Subject
from minhbach.foundation.models import StoredFile
from minhbach.foundation.tests.test_jobs import write_down
from django.db import transaction
from minhbach.foundation.actions.index_entry import index_entry
from minhbach.foundation.search.contracts import PUBLIC, Entry
build_world()
for number in range(30):
    record(body=number % 3, subject=number, số=number)
for number in range(5):
    store_file(content=bytes([number]) * 300_000, name=f"Công văn {number}.pdf", subject=Subject("letter", number),
               actor=OFFICER, now=AT)
store_file(content=bytes([1]) * 300_000, name="Bản sao.pdf", subject=Subject("letter", 9), actor=OFFICER, now=AT)
write_down.enqueue(7)
with transaction.atomic():
    index_entry(Entry("letter", 1, "Bảng giá đất", "của phường Mẫu Một", None, frozenset({PUBLIC}), number="7/TB-UBND"))
print(store_file(content=bytes([1]) * 300_000, name="x", subject=Subject("letter", 1), actor=OFFICER, now=AT).id)
StoredFile.objects.order_by("id").last().delete()
"""
DECREE = """
document = "99/2027/NĐ-CP"
title = "Nghị định 99/2027/NĐ-CP"
name = "Nghị định bịa ra để thử"
in_force_from = 2027-03-01
source = "bịa ra để thử"
state = "confirmed"
[[applies_to]]
statute = "01/2026/QH16"
since = 2027-03-01
article = "Điều 20"
quotation = "có hiệu lực từ ngày 01 tháng 3 năm 2027"
"""
ADDED = {
    "letters/Giấy mời riêng của tỉnh.toml": "# a province's own letters\n",
    "personal_data/categories.toml": "# what a decree adds\n",
    "regulations/mau-cua-tinh.toml": "# a province's own model\n",
}
"""Data that an operator puts into folders by hand; `load-law` takes in statutes alone."""
RIGHTS = """
from datetime import date
from minhbach.accounts.models import Person
from minhbach.accounts.queries import actor_of
for person in Person.objects.order_by("id"):
    print(person.username, actor_of(person.pk, on=date(2026, 10, 19)), person.password)
"""


@dataclass(frozen=True)
class Source:
    """An installation, what it held when it was backed up, and the number of a file that was removed before."""

    installation: Installation
    rows: dict[str, tuple[int, str]]
    removed_file: int


@pytest.fixture(scope="module")
def source(installation: Installation) -> Source:
    """An installation with people, bodies, a plan, files, a waiting job and a checkpoint."""
    removed = int(installation.python(FILL))
    assert installation.run("verify-log", "--checkpoint").returncode == 0
    decree = installation.folder / "nghi-dinh-thu.toml"
    decree.write_text(DECREE, encoding="utf-8")
    assert installation.run("load-law", decree).returncode == 0
    held = rows(installation)
    add_by_hand(installation)
    return Source(installation, held, removed)


def add_by_hand(installation: Installation) -> None:
    (installation.folder / "certificates").mkdir()
    (installation.folder / "certificates" / "Gốc cấp chứng thư.pem").write_text("made up", encoding="utf-8")
    (installation.folder / "certificates" / "ghi-chu.txt").write_text("no certificate", encoding="utf-8")
    for name, text in ADDED.items():
        path = installation.folder / "law" / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")


@pytest.fixture(scope="module")
def archive(source: Source, tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("backup") / "minhbach.backup"
    done = source.installation.run("backup", target, MINHBACH_BACKUP_KEY=KEY)
    assert done.returncode == 0, done.stderr
    return target


@pytest.fixture(scope="module")
def plain_archive(source: Source, tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("backup") / "plain.backup"
    assert source.installation.run("backup", target).returncode == 0
    return target


@pytest.fixture(scope="module")
def restored(archive: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Installation]:
    """A second installation, restored from the sealed archive."""
    with empty_installation(tmp_path_factory.mktemp("restored")) as made:
        done = restore(made, archive)
        assert done.returncode == 0, done.stderr
        yield made


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Installation]:
    with empty_installation(tmp_path / "empty") as made:
        yield made


def restore(into: Installation, archive: Path, *flags: str, key: str = KEY) -> subprocess.CompletedProcess[str]:
    return into.run("restore", archive, *flags, MINHBACH_BACKUP_KEY=key)


def test_restored_rows_files_rights_and_log_are_what_they_were(source: Source, restored: Installation) -> None:
    assert rows(restored) == source.rows
    assert source.rows["accounts_person"][0] > 5
    assert stored_files(restored.folder) == stored_files(source.installation.folder)
    assert all(name == sha256 for name, sha256 in stored_files(restored.folder).items())
    assert restored.python(RIGHTS) == source.installation.python(RIGHTS)
    assert checkpoints(restored) == checkpoints(source.installation)
    assert added_law(restored) == added_law(source.installation) == ADDED | {"statutes/nghi-dinh-thu.toml": DECREE}
    assert [path.name for path in (restored.folder / "certificates").iterdir()] == ["Gốc cấp chứng thư.pem"]
    verdict = json.loads(restored.run("verify-log", "--json").stdout)
    assert (verdict["whole"], verdict["checkpoints"] > 0) == (True, True)


@pytest.mark.parametrize(
    ("member", "name"),
    [
        ("law/regulations/mẫu của tỉnh.toml", "regulations/mẫu của tỉnh.toml"),
        ("law/nghi-dinh.toml", "statutes/nghi-dinh.toml"),
        ("law/../x.toml", None),
        ("law/statutes/../x.toml", None),
        ("law/statutes/.toml", None),
        ("law/statutes/x.sh", None),
        ("law/a/b/x.toml", None),
        ("certificates/Gốc 1.crt", "Gốc 1.crt"),
        ("certificates/../x.crt", None),
        ("certificates/khoa.key", None),
    ],
)
def test_names_of_operators_files_stay_in_their_folder_and_those_of_older_backups_are_statutes(
    member: str, name: str | None
) -> None:
    found = read_name(member)
    assert (found.name if found else None) == name


def test_what_was_found_is_found_after_a_restore(restored: Installation) -> None:
    assert restored.run("reindex", "--check").returncode == 0
    for words in ("bang gia dat", "7 TB UBND"):
        found = json.loads(restored.run("search", words, "--json").stdout)
        assert [hit["title"] for hit in found["hits"]] == ["Bảng giá đất"]


def checkpoints(installation: Installation) -> list[bytes]:
    return [path.read_bytes() for path in sorted((installation.folder / "checkpoints").glob("*.jsonl"))]


def added_law(installation: Installation) -> dict[str, str]:
    law = installation.folder / "law"
    return {f"{path.parent.name}/{path.name}": path.read_text("utf-8") for path in law.glob("*/*.toml")}


def test_number_of_a_removed_row_is_not_given_again_after_a_restore(source: Source, restored: Installation) -> None:
    store = (
        "from minhbach.foundation.tests.rows import OFFICER, AT\n"
        "from minhbach.foundation.actions.store_file import store_file\n"
        "from minhbach.foundation.contracts import Subject\n"
        "print(store_file(content=b'new', name='x', subject=Subject('letter', 1), actor=OFFICER, now=AT).id)"
    )
    assert int(restored.python(store)) > source.removed_file


def test_restored_installation_works_on_with_its_jobs_its_log_and_its_triggers(restored: Installation) -> None:
    work_on = (
        "from django.db import connection, DatabaseError\n"
        "from minhbach.foundation.jobs import run_due_jobs\n"
        "from minhbach.foundation.models import Event\n"
        "from minhbach.foundation.tests.rows import record\n"
        "before = Event.objects.order_by('-id').first().pk\n"
        "print(run_due_jobs(), record(body=1).id > before)\n"
        "try: connection.cursor().execute('DELETE FROM foundation_event')\n"
        "except DatabaseError as error: print('append-only' in str(error))"
    )
    assert restored.python(work_on) == "1 True\nTrue"
    assert restored.run("manage", "migrate", "--check").returncode == 0
    assert restored.run("verify-log").returncode == 0


def test_installation_with_data_is_replaced_only_when_told_and_kept_beside(
    archive: Path, restored: Installation, source: Source
) -> None:
    restored.python("from minhbach.foundation.tests.rows import record\nfor n in range(3): record(body=77, subject=n)")
    letters = restored.folder / "law" / "letters"
    (letters / "moi-hon.toml").write_text("# newer than the backup\n", encoding="utf-8")
    refused = restore(restored, archive)
    assert refused.returncode == 1
    assert "--replace" in refused.stderr
    done = restore(restored, archive, "--replace")
    assert done.returncode == 0, done.stderr
    assert "Dữ liệu cũ được giữ ở" in done.stderr
    assert rows(restored) == source.rows
    assert added_law(restored) == added_law(source.installation)
    assert [path.name for path in letters.glob("truoc-khi-khoi-phuc-*/moi-hon.toml")] == ["moi-hon.toml"]


def test_backup_with_a_broken_log_is_restored_only_when_told(
    restored: Installation, empty: Installation, tmp_path: Path
) -> None:
    restored.python(
        "from django.db import connection\n"
        "from minhbach.foundation.eventlog.triggers import drop_triggers\n"
        "drop_triggers(connection)\n"
        "connection.cursor().execute(\"DELETE FROM foundation_event WHERE chain = 'body:1' AND sequence = 2\")"
    )
    assert restored.run("backup", tmp_path / "x.backup").returncode == 0
    refused = restore(empty, tmp_path / "x.backup")
    assert refused.returncode == 1
    assert "Nhật ký trong bản sao lưu không nguyên vẹn" in refused.stderr
    done = restore(empty, tmp_path / "x.backup", "--despite-log")
    assert done.returncode == 0, done.stderr
    assert "body:1: Thiếu mục 2" in done.stderr


def test_backup_is_sealed_and_nobody_else_may_read_the_file(archive: Path, plain_archive: Path) -> None:
    assert archive.stat().st_mode & 0o777 == 0o600
    assert archive.read_bytes().startswith(b"MINHBACH-SEALED-1\n")
    listed = subprocess.run(["tar", "-tzf", plain_archive], capture_output=True, text=True, check=True).stdout
    assert "manifest.json" in listed.splitlines()[-1], "a plain backup opens with tar, the manifest last"


def test_every_table_is_in_the_backup_but_caches(source: Source, tmp_path: Path) -> None:
    manifest = json.loads(source.installation.run("backup", tmp_path / "x.backup", "--json").stdout)
    # The search index is made anew from its entries after a restore; SQLite keeps it in tables of its own.
    left_out = [name for name in manifest["left_out"] if not name.startswith("foundation_searchindex")]
    assert left_out == ["minhbach_cache"]
    backed_up = {name: table["rows"] for name, table in manifest["tables"].items()}
    backed_up["foundation_event"] -= backups_recorded(source.installation) - 1
    del backed_up["foundation_eventchain"]
    assert backed_up == counts(source.installation)


def backups_recorded(installation: Installation) -> int:
    """How many backups the log tells of; the manifest of the last one cannot count it."""
    return int(
        installation.python(
            "from minhbach.foundation.models import Event\n"
            "print(Event.objects.filter(kind='installation.backed_up').count())"
        )
    )


@pytest.mark.parametrize("key", ["khóa sai", ""])
def test_wrong_or_missing_key_is_refused(archive: Path, empty: Installation, key: str) -> None:
    done = restore(empty, archive, key=key)
    assert done.returncode == 1
    assert "MINHBACH_BACKUP_KEY" in done.stderr
    assert not (empty.folder / "files").exists()


@pytest.mark.parametrize("place", [100, 0.5, -20])
@pytest.mark.parametrize("sealed", [True, False])
def test_altered_archive_is_refused_in_one_sentence_and_changes_nothing(
    source: Source, archive: Path, plain_archive: Path, tmp_path: Path, place: float, sealed: bool
) -> None:
    altered = bytearray((archive if sealed else plain_archive).read_bytes())
    altered[int(len(altered) * place) if isinstance(place, float) else place] ^= 0xFF
    path = tmp_path / "altered.backup"
    path.write_bytes(altered)
    before = rows(source.installation)
    done = restore(source.installation, path, "--replace")
    assert done.returncode == 1
    assert done.stderr.startswith("CommandError: Bản sao lưu")
    assert "Traceback" not in done.stderr
    assert rows(source.installation) == before


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


def test_running_installation_is_not_overwritten(archive: Path, empty: Installation) -> None:
    lock = declare_alive(empty.folder / "workers", "here")
    try:
        done = restore(empty, archive, "--replace")
    finally:
        declare_gone(empty.folder / "workers", "here", lock)
    assert done.returncode == 1
    assert "Minh Bạch đang chạy ở đây" in done.stderr


def test_backup_while_others_write_is_of_one_moment_and_keeps_nobody_waiting(
    source: Source, empty: Installation, tmp_path: Path
) -> None:
    writer = source.installation.start_python(
        "import time\nfrom pathlib import Path\n"
        "from minhbach.foundation.tests.rows import record\n"
        f"stop = Path({str(tmp_path / 'stop')!r})\n"
        "while not stop.exists():\n"
        "    begun = time.monotonic()\n"
        "    record(body=5)\n"
        "    assert time.monotonic() - begun < 3, 'a writer had to wait'\n"
    )
    done = source.installation.run("backup", tmp_path / "x.backup")
    (tmp_path / "stop").touch()
    assert writer.wait(20) == 0, (source.installation.folder / "run.log").read_text()
    assert done.returncode == 0, done.stderr
    assert restore(empty, tmp_path / "x.backup").returncode == 0
    assert json.loads(empty.run("verify-log", "--json").stdout)["whole"]


def test_damaged_file_is_named_and_the_rest_is_backed_up(source: Source, tmp_path: Path) -> None:
    copy = Installation(tmp_path / "copy", source.installation.database_url)
    shutil.copytree(source.installation.folder, copy.folder)
    stored = sorted(path for path in (copy.folder / "files").rglob("*") if path.is_file())
    stored[0].write_bytes(b"damaged")
    done = copy.run("backup", tmp_path / "x.backup", "--json")
    assert done.returncode == 1
    manifest = json.loads(done.stdout)
    assert manifest["damaged_files"] == [stored[0].name]
    assert manifest["files"] == len(stored) - 1


def test_existing_file_is_not_overwritten_by_a_backup(source: Source, archive: Path) -> None:
    before = archive.read_bytes()
    assert source.installation.run("backup", archive).returncode == 1
    assert archive.read_bytes() == before


def test_backup_of_one_engine_is_restored_into_the_other(source: Source, archive: Path, tmp_path: Path) -> None:
    done = restore(source.installation, archive, "--into", str(tmp_path / "sqlite"))
    assert done.returncode == 0, done.stderr
    other = Installation(tmp_path / "sqlite", f"sqlite:///{tmp_path / 'sqlite' / 'minhbach.sqlite3'}")
    assert counts(other) == {name: count for name, (count, _) in source.rows.items()}
    assert other.run("verify-log").returncode == 0
    if not on_postgresql():
        return
    assert other.run("backup", tmp_path / "back.backup").returncode == 0
    with empty_installation(tmp_path / "postgresql") as again:
        done = restore(again, tmp_path / "back.backup")
        assert done.returncode == 0, done.stderr
        assert rows(again) == source.rows
