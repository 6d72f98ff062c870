"""Jobs that stop in the middle until a test lets them go on, so that they can be killed there."""

import time
import uuid
from pathlib import Path

from minhbach.foundation.jobs import exactly_once, job
from minhbach.foundation.tests.rows import record


@job(retries=5)
def wait_then_record(folder: str, number: int) -> None:
    """Say that it has begun, wait for the file `go`, then have the effect: one event."""
    _say(folder, "begun")
    _wait_for(Path(folder) / "go")
    with exactly_once():
        record(body=1, subject=number)


@job(retries=5)
def record_then_wait(folder: str, number: int) -> None:
    """Have the effect, say so, and hang before the end: the worst place to be killed in."""
    with exactly_once():
        record(body=1, subject=number)
    _say(folder, "begun")
    _wait_for(Path(folder) / "go")


def _say(folder: str, what: str) -> None:
    (Path(folder) / f"{what}-{uuid.uuid4().hex}").touch()


def _wait_for(path: Path) -> None:
    until = time.monotonic() + 60
    while not path.exists() and time.monotonic() < until:
        time.sleep(0.02)
