"""Running one job: its effect once, its failure visible, its next try later."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import datetime, timedelta
from traceback import format_exception
from uuid import UUID

from django.core.exceptions import SuspiciousOperation
from django.db import transaction
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from minhbach.foundation.clock import now as clock_now
from minhbach.foundation.jobs import leasing
from minhbach.foundation.jobs.definition import Job
from minhbach.foundation.models import JobLease

FIRST_PAUSE = timedelta(seconds=10)
LONGEST_PAUSE = timedelta(hours=6)
LONGEST_FAILURE = 20_000


@dataclass(frozen=True, slots=True)
class Running:
    """The job that this thread works at."""

    job: UUID
    worker: str


_running: ContextVar[Running | None] = ContextVar("running_job", default=None)


@contextmanager
def exactly_once() -> Iterator[None]:
    """A transaction for the effect of a job, in which the job itself is marked as done.

    What is written inside happens exactly once, wherever the worker dies; at most one such block in a job, as its last
    step. Outside a worker it is a plain transaction.

    :raises LeaseLost: if another worker has taken the job over meanwhile; nothing is written then.
    """
    with transaction.atomic():
        running = _running.get()
        if running is not None:
            leasing.hold(job=running.job, worker=running.worker)
        yield
        if running is not None:
            _mark_done(running, now=clock_now())


def run_job(found: leasing.QueuedJob, *, worker: str, clock: Callable[[], datetime] = clock_now) -> bool:
    """Run a claimed job to its end; return whether it succeeded. A failure is written down, never raised."""
    token = _running.set(Running(job=found.pk, worker=worker))
    try:
        result = found.task.call(*found.args_kwargs["args"], **found.args_kwargs["kwargs"])
        with transaction.atomic():
            _mark_done(Running(job=found.pk, worker=worker), now=clock(), result=result)
    except leasing.LeaseLost:
        return False
    except Exception as error:  # whatever a job raises is its failure, not the worker's
        _mark_failed(found, worker=worker, error=error, now=clock())
        return False
    finally:
        _running.reset(token)
    return True


def pause_before_try(attempts: int) -> timedelta:
    """Return how long to wait after the given number of failed tries: 10 s, 40 s, 160 s … at most six hours."""
    return min(FIRST_PAUSE * int(4 ** min(attempts - 1, 10)), LONGEST_PAUSE)


def run_due_jobs(*, now: datetime | None = None, limit: int = 1000) -> int:
    """Work through what is due, in this process, and return how many jobs were run: for tests and small commands.

    A job that fails is put off, so that this always ends.

    :param now: the moment to take for the present, to see later tries.
    """

    def clock() -> datetime:
        return now or clock_now()

    done = 0
    while done < limit and (found := leasing.claim_next(worker="here", now=clock())) is not None:
        run_job(found, worker="here", clock=clock)
        done += 1
    return done


def _mark_done(running: Running, *, now: datetime, result: object = None) -> None:
    # Nothing to do if `exactly_once` has done it, and nothing allowed if another worker has the job now.
    held = JobLease.objects.filter(job=running.job, worker=running.worker).update(worker="", leased_until=None)
    if held:
        DBTaskResult.objects.filter(pk=running.job).update(
            status=TaskResultStatus.SUCCESSFUL,
            finished_at=now,
            return_value=result if isinstance(result, str | int | dict | None) else None,
            exception_class_path="",
            traceback="",
        )


def _mark_failed(found: leasing.QueuedJob, *, worker: str, error: Exception, now: datetime) -> None:
    failure = "".join(format_exception(error))[-LONGEST_FAILURE:]
    with transaction.atomic():
        lease = JobLease.objects.select_for_update().filter(job=found.pk, worker=worker).first()
        if lease is None:
            return
        lease.worker, lease.leased_until, lease.last_failure, lease.last_failed_at = "", None, failure, now
        lease.save()
        if lease.attempts <= _retries(found):
            found.status, found.run_after = TaskResultStatus.READY, now + pause_before_try(lease.attempts)
        else:
            found.status, found.finished_at = TaskResultStatus.FAILED, now
        found.exception_class_path = f"{type(error).__module__}.{type(error).__qualname__}"
        found.traceback = failure
        found.save(update_fields=["status", "run_after", "finished_at", "exception_class_path", "traceback"])


def _retries(found: leasing.QueuedJob) -> int:
    try:
        task = found.task
    except (ImportError, SuspiciousOperation):
        return 0
    return task.retries if isinstance(task, Job) else 0
