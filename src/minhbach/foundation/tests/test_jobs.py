"""Jobs are run once, tried again with growing pauses, taken back from dead workers, and run by the clock."""

from datetime import timedelta

import pytest
from django.db import transaction
from django_tasks_db.models import DBTaskResult

from minhbach.foundation.clock import now
from minhbach.foundation.jobs import exactly_once, job, leasing, run_due_jobs
from minhbach.foundation.jobs.running import pause_before_try, run_job
from minhbach.foundation.models import JobLease

pytestmark = pytest.mark.django_db
DONE: list[int] = []


@job(retries=2)
def write_down(number: int) -> None:
    DONE.append(number)


@job(retries=2)
def fail_always() -> None:
    raise RuntimeError("ổ đĩa đầy")


@pytest.fixture(autouse=True)
def _nothing_done() -> None:
    DONE.clear()


def test_job_runs_with_its_arguments_and_only_once() -> None:
    write_down.enqueue(3)
    assert run_due_jobs() == 1
    assert run_due_jobs() == 0
    assert DONE == [3]
    assert DBTaskResult.objects.get().status == "SUCCESSFUL"


def test_job_goes_with_the_change_that_is_rolled_back() -> None:
    with pytest.raises(RuntimeError), transaction.atomic():
        write_down.enqueue(3)
        raise RuntimeError
    assert run_due_jobs() == 0


def test_failing_job_is_tried_again_later_and_then_waits_for_a_person_with_its_failure() -> None:
    fail_always.enqueue()
    moment = now()
    assert run_due_jobs(now=moment) == 1
    for tries in (1, 2):
        assert run_due_jobs(now=moment + pause_before_try(tries) - timedelta(seconds=1)) == 0, "not before the pause"
        moment += pause_before_try(tries)
        assert run_due_jobs(now=moment) == 1
    assert run_due_jobs(now=moment + timedelta(days=9)) == 0
    assert DBTaskResult.objects.get().status == "FAILED"
    assert "ổ đĩa đầy" in JobLease.objects.get().last_failure


def test_pauses_grow_and_end_at_six_hours() -> None:
    assert [pause_before_try(n).total_seconds() for n in (1, 2, 3, 20)] == [10, 40, 160, 21600]


def test_job_of_a_dead_worker_is_taken_back_once_its_lease_has_run_out() -> None:
    write_down.enqueue(3)
    leasing.claim_next(worker="dead", now=now())
    assert leasing.take_back_expired(now=now() + leasing.LEASE - timedelta(seconds=1)) == 0
    later = now() + leasing.LEASE + timedelta(seconds=1)
    assert leasing.take_back_expired(now=later) == 1
    assert run_due_jobs(now=later) == 1
    assert DONE == [3]


def test_heartbeat_keeps_the_lease_of_a_slow_job() -> None:
    write_down.enqueue(3)
    found = leasing.claim_next(worker="slow", now=now())
    assert found is not None
    assert leasing.extend(job=found.pk, worker="slow", now=now() + timedelta(hours=1))
    assert leasing.take_back_expired(now=now() + timedelta(hours=1)) == 0


@job()
def write_event_like_effect() -> None:
    with exactly_once():
        DONE.append(1)


def test_worker_that_lost_its_lease_has_no_effect() -> None:
    write_event_like_effect.enqueue()
    found = leasing.claim_next(worker="slow", now=now())
    assert found is not None
    leasing.take_back_from("slow", now=now())
    assert run_job(found, worker="slow") is False
    assert DONE == []
    assert run_due_jobs(now=now() + timedelta(seconds=1)) == 1
    assert DONE == [1]


def test_effect_and_end_of_a_job_are_one_transaction() -> None:
    write_event_like_effect.enqueue()
    found = leasing.claim_next(worker="one", now=now())
    assert found is not None
    run_job(found, worker="one")
    assert DBTaskResult.objects.get().status == "SUCCESSFUL"
    assert JobLease.objects.get().worker == ""
