"""`minhbach run` loses nothing, whichever of its processes is killed, and leaves nothing behind when it is stopped."""

import os
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from minhbach.foundation.tests.installation import Installation, empty_installation
from minhbach.foundation.tests.process_tree import descendants, free_port, is_healthy, is_running, wait_until

pytestmark = pytest.mark.crash


class Tree:
    """A running installation."""

    def __init__(self, installation: Installation, port: int) -> None:
        self.installation, self.port = installation, port
        self.process: subprocess.Popen[bytes]

    @property
    def is_running(self) -> bool:
        return hasattr(self, "process") and self.process.poll() is None

    def start(self) -> None:
        self.process = self.installation.start("run", "--port", str(self.port))
        wait_until(lambda: is_healthy(self.port) and self.pid_of("supervision.work"))

    def pid_of(self, part: str) -> int | None:
        """The topmost process with this in its command line."""
        found = [pid for pid, command in descendants(self.process.pid).items() if part in command]
        return min(found, default=None)

    def everybody(self) -> set[int]:
        return {self.process.pid, *descendants(self.process.pid)}

    def stop(self) -> int:
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(20)


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Installation]:
    with empty_installation(tmp_path_factory.mktemp("run")) as made:
        for step in (("migrate", "--verbosity", "0"), ("collectstatic", "--no-input", "--verbosity", "0")):
            done = made.run("manage", *step)
            assert done.returncode == 0, done.stderr
        yield made


@pytest.fixture(scope="module")
def planted(home: Installation) -> Iterator[Tree]:
    """One tree for all tests of this file, and nobody left of it afterwards."""
    tree = Tree(home, free_port())
    try:
        yield tree
    finally:
        if tree.is_running:
            everybody = tree.everybody()
            tree.stop()
            for pid in filter(is_running, everybody):
                os.kill(pid, signal.SIGKILL)


@pytest.fixture
def tree(planted: Tree) -> Tree:
    """The tree, running, whatever the test before has done to it."""
    if not planted.is_running:
        planted.start()
    wait_until(lambda: len(planted.everybody()) == 5)
    return planted


def enqueue(tree: Tree, name: str, folder: Path, number: int) -> None:
    tree.installation.python(
        f"from minhbach.foundation.tests import crash_jobs\ncrash_jobs.{name}.enqueue({str(folder)!r}, {number})"
    )
    wait_until(lambda: begun(folder))


def begun(folder: Path) -> int:
    return len(list(folder.glob("begun-*")))


def state(tree: Tree, number: int) -> str:
    """Events about the subject, then the job's status and tries, asked past the product."""
    ((events,),) = tree.installation.ask(f"SELECT count(*) FROM foundation_event WHERE subject_id = '{number}'")
    ((status, tries),) = tree.installation.ask(
        "SELECT job.status, lease.attempts FROM django_tasks_database_dbtaskresult job "
        f"JOIN foundation_joblease lease ON lease.job = job.id WHERE CAST(job.args_kwargs AS TEXT) LIKE '%, {number}]%'"
    )
    return f"{events} {status} {tries}"


def test_job_whose_worker_was_killed_is_done_by_the_next_one_with_its_effect_once(tree: Tree, tmp_path: Path) -> None:
    enqueue(tree, "wait_then_record", tmp_path, 101)
    os.kill(tree.pid_of("supervision.work"), signal.SIGKILL)
    wait_until(lambda: begun(tmp_path) == 2)
    (tmp_path / "go").touch()
    wait_until(lambda: state(tree, 101) == "1 SUCCESSFUL 2")


def test_job_that_was_killed_after_its_effect_is_not_done_again(tree: Tree, tmp_path: Path) -> None:
    enqueue(tree, "record_then_wait", tmp_path, 102)
    worker = tree.pid_of("supervision.work")
    os.kill(worker, signal.SIGKILL)
    wait_until(lambda: tree.pid_of("supervision.work") not in (None, worker))
    # The new worker does a job that was put in later, so it has passed this one over.
    other = tmp_path / "other"
    other.mkdir()
    (other / "go").touch()
    enqueue(tree, "wait_then_record", other, 103)
    wait_until(lambda: state(tree, 103) == "1 SUCCESSFUL 1")
    assert begun(tmp_path) == 1
    assert state(tree, 102) == "1 SUCCESSFUL 1"


@pytest.mark.parametrize("generation", ["granian", "its process"])
def test_pages_are_served_again_after_a_web_process_was_killed(tree: Tree, generation: str) -> None:
    pids = sorted(pid for pid, command in descendants(tree.process.pid).items() if "supervision.web" in command)
    assert len(pids) == 3, "granian and two processes"
    killed = pids[:1] if generation == "granian" else pids[1:]
    for pid in killed:
        os.kill(pid, signal.SIGKILL)
    wait_until(lambda: not any(map(is_running, killed)))
    wait_until(lambda: is_healthy(tree.port))
    if generation == "granian":
        wait_until(lambda: not any(map(is_running, pids)))


def test_stop_finishes_the_job_under_way_and_leaves_nobody_behind(tree: Tree, tmp_path: Path) -> None:
    enqueue(tree, "wait_then_record", tmp_path, 104)
    everybody = tree.everybody()
    assert len(everybody) == 5, "supervisor, granian, its two processes, worker"
    tree.process.send_signal(signal.SIGTERM)
    wait_until(lambda: not is_healthy(tree.port))
    (tmp_path / "go").touch()
    assert tree.process.wait(25) == 0
    assert not any(map(is_running, everybody))
    assert state(tree, 104) == "1 SUCCESSFUL 1"


def test_idle_tree_stops_within_ten_seconds(tree: Tree) -> None:
    everybody = tree.everybody()
    tree.process.send_signal(signal.SIGINT)
    assert tree.process.wait(10) == 0
    assert not any(map(is_running, everybody))


def test_children_end_with_a_supervisor_that_was_killed_and_the_next_start_goes_on(tree: Tree, tmp_path: Path) -> None:
    enqueue(tree, "wait_then_record", tmp_path, 105)
    everybody = tree.everybody()
    tree.process.kill()
    tree.process.wait(5)
    (tmp_path / "go").touch()
    wait_until(lambda: not any(map(is_running, everybody)))
    tree.start()
    wait_until(lambda: state(tree, 105).startswith("1 SUCCESSFUL"))


def test_tree_that_was_killed_whole_comes_back_with_nothing_lost(tree: Tree, tmp_path: Path) -> None:
    enqueue(tree, "wait_then_record", tmp_path, 106)
    for pid in tree.everybody():
        os.kill(pid, signal.SIGKILL)
    tree.process.wait(5)
    (tmp_path / "go").touch()
    tree.start()
    wait_until(lambda: state(tree, 106) == "1 SUCCESSFUL 2")
    assert tree.installation.run("verify-log").returncode == 0


def test_second_run_on_the_same_port_is_refused(tree: Tree) -> None:
    done = tree.installation.run("run", "--port", str(tree.port))
    assert done.returncode == 1
    assert f"Cổng {tree.port} đang có chương trình khác dùng." in done.stderr


def test_old_database_is_refused_with_what_to_do(tmp_path: Path) -> None:
    with empty_installation(tmp_path / "old") as old:
        done = old.run("run", "--port", str(free_port()))
    assert done.returncode == 1
    assert "minhbach run --migrate" in done.stderr


def test_demonstration_is_not_served_beyond_this_machine(home: Installation) -> None:
    done = home.run("run", "--host", "0.0.0.0", "--port", str(free_port()))
    assert done.returncode == 1
    assert "Bản trình diễn chỉ chạy trên chính máy này" in done.stderr


def test_broken_command_line_is_exit_status_two(home: Installation) -> None:
    assert home.run("run", "--port", "tám").returncode == 2
