"""The sandbox: safe from several threads, ended when it takes too long, and nothing of it is left behind."""

import os
import select
import subprocess
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from minhbach.extraction.contracts import CannotRead
from minhbach.extraction.extract import extract_bytes
from minhbach.extraction.sandbox import run as sandbox
from minhbach.extraction.sandbox.tasks import TASKS, Task
from minhbach.extraction.tests.samples import docx, paragraph

MB = 1024 * 1024
SECONDS = 3.0  # of processor time: what starts an interpreter takes a part of one


def test_several_threads_each_get_their_own_file():
    files = [docx(paragraph(f"KẾ HOẠCH SỐ {number}")) for number in range(8)]
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(extract_bytes, files))
    assert [one.source.lines[0].text for one in found] == [f"KẾ HOẠCH SỐ {number}" for number in range(8)]


def test_temporary_files_are_gone_afterwards(tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    extract_bytes(docx(paragraph("KẾ HOẠCH")))
    with pytest.raises(CannotRead):
        extract_bytes(b"%PDF-1.7 broken")
    assert list(tmp_path.iterdir()) == []


def wait_with_a_child(file: Path) -> None:
    """Do as a parser that hangs, with a program that it started."""
    child = subprocess.Popen(["sleep", "60"])
    Path(file.read_text()).write_text(str(child.pid))
    child.wait()


def take_much_memory(file: Path) -> int:
    """Do as a parser that a bomb makes swell."""
    return len(b"x" * (800 * MB) + file.read_bytes())


def count_for_ever(file: Path) -> None:
    """Do as a parser that runs in a circle."""
    while file:
        pass


def end_at_once(file: Path) -> None:
    """Do as a parser that crashes."""
    os.abort()


@pytest.fixture
def ask(monkeypatch, tmp_path):
    """Return a function that runs one of the functions above in a sandbox with small limits."""

    def asked(function: str, data: bytes = b"") -> object:
        monkeypatch.setitem(TASKS, "text", Task(f"{__name__}:{function}", 300 * MB, SECONDS))
        # The process inside reads the table of tasks anew, so it is told by a module that changes it first.
        boot = sandbox._BOOT.replace(
            "from minhbach.extraction.sandbox.child",
            "from minhbach.extraction.sandbox.tasks import TASKS, Task; "
            f"TASKS['text'] = Task('{__name__}:{function}', {300 * MB}, {SECONDS}); "
            "from minhbach.extraction.sandbox.child",
        )
        monkeypatch.setattr(sandbox, "_BOOT", boot)
        with sandbox.Folder(data) as folder:
            return sandbox.run("text", folder)

    return asked


def ends(process: int) -> bool:
    """True once the process is over: the signal is sent at once, but on a busy machine the end takes its moment."""
    try:
        watched = os.pidfd_open(process)
    except ProcessLookupError:
        return True
    try:
        over, _, _ = select.select([watched], [], [], 30)
        return bool(over)
    finally:
        os.close(watched)


def test_what_hangs_is_ended_with_all_that_it_started(ask, tmp_path):
    note = tmp_path / "pid"
    with pytest.raises(CannotRead, match="too_slow"):
        ask("wait_with_a_child", str(note).encode())
    assert ends(int(note.read_text()))


def test_what_runs_in_a_circle_is_ended_by_its_processor_time_however_long_it_may_last(ask, monkeypatch):
    monkeypatch.setattr(sandbox, "WAITS", 1000)
    with pytest.raises(CannotRead, match="too_slow"):
        ask("count_for_ever")


def test_what_swells_is_refused(ask):
    with pytest.raises(CannotRead, match="too_big"):
        ask("take_much_memory")


def test_what_crashes_is_refused(ask):
    with pytest.raises(CannotRead, match="broken"):
        ask("end_at_once")
