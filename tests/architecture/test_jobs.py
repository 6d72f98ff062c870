"""Every job has somebody who starts it: the schedule, or an action, view or command that puts it in the queue."""

import re
from pathlib import Path

from minhbach.foundation.registries import scheduled
from tests.architecture.house import SOURCE

JOB = re.compile(r"^@job\b.*?^def (\w+)", re.MULTILINE | re.DOTALL)


def jobs() -> dict[str, Path]:
    """Return every job by its dotted name, found in the source."""
    found = {}
    for path in sorted(SOURCE.rglob("*.py")):
        if "tests" not in path.parts:
            module = ".".join(path.relative_to(SOURCE.parent).with_suffix("").parts)
            found |= {f"{module}.{name}": path for name in JOB.findall(path.read_text(encoding="utf-8"))}
    return found


def test_every_job_is_scheduled_or_put_in_the_queue_somewhere() -> None:
    source = "\n".join(path.read_text(encoding="utf-8") for path in SOURCE.rglob("*.py") if "tests" not in path.parts)
    assert jobs()
    idle = [name for name in jobs() if name not in scheduled() and f"{name.rpartition('.')[2]}.enqueue(" not in source]
    assert idle == []


def test_the_schedule_names_jobs_that_exist() -> None:
    assert sorted(set(scheduled()) - set(jobs())) == []
