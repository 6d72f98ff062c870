"""What got its receipt survives the death of its process at any moment, and reached the disk before the receipt."""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from minhbach.foundation.tests.conftest import installation
from minhbach.foundation.tests.installation import Installation, on_postgresql

__all__ = ["installation"]
pytestmark = pytest.mark.crash
KILLS, SEED = 20, 20261013
MODULE = "minhbach.requests.tests.crash_submissions"


def command(kills: int) -> list[str]:
    return [sys.executable, "-m", MODULE, str(kills), str(SEED)]


def test_twenty_kills_lose_nothing_that_was_promised(installation: Installation) -> None:
    done = subprocess.run(
        command(KILLS), env=installation.environment, capture_output=True, text=True, timeout=120, check=False
    )
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert found["promised"] >= KILLS, "the processes died before they promised anything"
    assert found["there"] >= found["promised"]
    wrong = ("lost", "shut", "half", "damaged", "gaps")
    assert {name: found[name] for name in wrong} == {name: [] for name in wrong}
    assert found["without_file"] == 0
    # A file whose request never came to be may stay behind; none is missing.
    assert found["files_on_disk"] >= found["there"]


@pytest.mark.skipif(on_postgresql(), reason="PostgreSQL's own process writes to the disk")
@pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not installed (tools/setup development)")
def test_file_folder_and_row_are_on_the_disk_before_the_receipt_is_written(
    tmp_path: Path, installation: Installation
) -> None:
    trace = tmp_path / "trace"
    calls = "trace=openat,fsync,fdatasync,write"
    done = subprocess.run(
        ["strace", "-f", "-y", "-s", "400", "-e", calls, "-o", str(trace), *command(0)],
        env={**installation.environment, "MINHBACH_DATA": str(tmp_path)}, capture_output=True, text=True, timeout=120,
        check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    lines = trace.read_text().splitlines()
    receipt = next(place for place, line in enumerate(lines) if re.search(r"write\(1<.*\"2026-\d{5}\\t", line))
    file, folder = (last(lines[:receipt], rf"fsync\(\d+<[^>]*/quarantine{end}>\) += 0") for end in ("/[^>]+", ""))
    row = last(lines[:receipt], r"(?:fsync|fdatasync)\(\d+<[^>]*sqlite3-wal>\) += 0")
    assert file < folder < row < receipt


def last(lines: list[str], pattern: str) -> int:
    found = [place for place, line in enumerate(lines) if re.search(pattern, line)]
    assert found, pattern
    return found[-1]
