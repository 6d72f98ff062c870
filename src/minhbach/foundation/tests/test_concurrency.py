"""Several processes at once: a chain never forks, a job is never claimed twice, and a commit is on the disk."""

import json

from minhbach.foundation.tests.installation import Installation, on_postgresql

RECORD_TWENTY = """
from minhbach.foundation.tests.rows import record
for number in range(20):
    record(body=1, subject=number)
"""
CLAIM_TEN = """
from minhbach.foundation.clock import now
from minhbach.foundation.jobs import leasing
for _ in range(10):
    leasing.claim_next(worker="w", now=now())
"""


def side_by_side(installation: Installation, code: str) -> None:
    processes = [installation.start_python(code) for _ in range(3)]
    assert [process.wait(60) for process in processes] == [0, 0, 0], (installation.folder / "run.log").read_text()


def test_chain_does_not_fork_when_several_write_to_it(installation: Installation) -> None:
    side_by_side(installation, RECORD_TWENTY)
    verdict = json.loads(installation.run("verify-log", "--json").stdout)
    assert (verdict["whole"], verdict["entries"], verdict["chains"]) == (True, 60, 1)


def test_job_is_claimed_by_one_worker_only(installation: Installation) -> None:
    installation.python(
        "from minhbach.foundation.tests.test_jobs import write_down\n"
        "for number in range(30): write_down.enqueue(number)\n"
    )
    side_by_side(installation, CLAIM_TEN)
    tries = installation.python(
        "from minhbach.foundation.models import JobLease\n"
        "print(list(JobLease.objects.values_list('attempts', flat=True)))"
    )
    assert json.loads(tries) == [1] * 30


def test_commit_is_on_the_disk_before_it_is_answered(installation: Installation) -> None:
    if on_postgresql():
        shown = installation.python(
            "from django.db import connection\n"
            "c = connection.cursor(); c.execute('SHOW synchronous_commit'); print(c.fetchone()[0])"
        )
        assert shown == "on"
        return
    shown = installation.python(
        "from django.db import connection\n"
        "c = connection.cursor()\n"
        "print([c.execute(f'PRAGMA {n}').fetchone()[0] for n in ('synchronous', 'journal_mode', 'foreign_keys')])"
    )
    # 2 is FULL: https://www.sqlite.org/pragma.html#pragma_synchronous
    assert shown == "[2, 'wal', 1]"
