"""What waits, runs, has failed, and comes next: for the page of jobs and for `/healthz`."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Min
from django.utils.module_loading import import_string
from django.utils.translation import gettext
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult, get_date_max

from minhbach.foundation.jobs.leasing import QueuedJob
from minhbach.foundation.jobs.reports import in_words
from minhbach.foundation.models import JobLease, ScheduledJob
from minhbach.foundation.registries import scheduled

LONGEST_LIST = 100
NEWEST = 10


@dataclass(frozen=True, slots=True)
class JobLine:
    """One job as the page shows it.

    `title` is in Vietnamese, or else its dotted `name`; `tries` counts the attempts begun; `failure` is the last one's
    last line.
    """

    id: UUID
    title: str
    name: str
    arguments: str
    tries: int
    due_at: datetime
    started_at: datetime | None
    finished_at: datetime | None
    failure: str
    failure_details: str
    result: str


@dataclass(frozen=True, slots=True)
class ScheduleLine:
    """One registered job: how often, when last, when next (None: as soon as a worker looks)."""

    title: str
    name: str
    every: timedelta
    last_at: datetime | None
    next_at: datetime | None


@dataclass(frozen=True, slots=True)
class JobsOverview:
    """Everything on the page of jobs; lists are cut at a hundred, the counts are whole."""

    waiting: tuple[JobLine, ...]
    running: tuple[JobLine, ...]
    failed: tuple[JobLine, ...]
    done: tuple[JobLine, ...]
    waiting_count: int
    failed_count: int
    schedule: tuple[ScheduleLine, ...]


def oldest_waiting(*, now: datetime) -> datetime | None:
    """Return since when the job that has waited longest has been due, or None if nothing is due."""
    waiting = DBTaskResult.objects.filter(status=TaskResultStatus.READY)
    due = waiting.filter(run_after__lte=now).aggregate(since=Min("run_after"))["since"]
    at_once = waiting.filter(run_after=get_date_max()).aggregate(since=Min("enqueued_at"))["since"]
    found = [moment for moment in (due, at_once) if moment is not None]
    return min(found, default=None)


def overview() -> JobsOverview:
    """Return what the page of jobs shows; the page has asked who is asking."""
    by_status = {status: DBTaskResult.objects.filter(status=status) for status in TaskResultStatus}
    waiting, failed = by_status[TaskResultStatus.READY], by_status[TaskResultStatus.FAILED]
    return JobsOverview(
        waiting=_lines(waiting.order_by("enqueued_at")[:LONGEST_LIST]),
        running=_lines(by_status[TaskResultStatus.RUNNING].order_by("started_at")[:LONGEST_LIST]),
        failed=_lines(failed.order_by("-finished_at")[:LONGEST_LIST]),
        done=_lines(_newest_done()),
        waiting_count=waiting.count(),
        failed_count=failed.count(),
        schedule=_schedule(),
    )


def _newest_done() -> list[QueuedJob]:
    """Return the last jobs that were put in the queue, and of what runs by the clock the last run of each.

    Otherwise what runs every minute would be all that one sees.
    """
    succeeded = DBTaskResult.objects.filter(status=TaskResultStatus.SUCCESSFUL).order_by("-finished_at")
    by_clock = [succeeded.filter(task_path=name).first() for name in scheduled()]
    others = succeeded.exclude(task_path__in=list(scheduled()))[:NEWEST]
    found = [row for row in (*by_clock, *others) if row is not None]
    return sorted(found, key=lambda row: row.finished_at or row.enqueued_at, reverse=True)


def _lines(found: Iterable[QueuedJob]) -> tuple[JobLine, ...]:
    rows = list(found)
    leases = {lease.job: lease for lease in JobLease.objects.filter(job__in=[row.pk for row in rows])}
    return tuple(_line(row, leases.get(row.pk) or JobLease()) for row in rows)


def _line(row: QueuedJob, lease: JobLease) -> JobLine:
    given = row.args_kwargs
    arguments = [*map(str, given["args"]), *(f"{name}={value}" for name, value in given["kwargs"].items())]
    # The last line of a traceback stays as it is; what the worker itself says of a stop has its English.
    last_line = lease.last_failure.strip().rpartition("\n")[2]
    return JobLine(
        id=row.pk,
        title=_title(row.task_path),
        name=row.task_path,
        arguments=", ".join(arguments),
        tries=lease.attempts,
        due_at=row.enqueued_at if row.run_after == get_date_max() else row.run_after,
        started_at=row.started_at,
        finished_at=row.finished_at,
        failure=gettext(last_line),
        failure_details=lease.last_failure,
        result=in_words(row.return_value),
    )


def _title(name: str) -> str:
    try:
        found = import_string(name)
    except ImportError:
        return name
    return getattr(found, "title", "") or name


def _schedule() -> tuple[ScheduleLine, ...]:
    rows = {row.name: row for row in ScheduledJob.objects.all()}
    return tuple(
        ScheduleLine(
            title=job.title or name,
            name=name,
            every=every,
            last_at=rows[name].last_at if name in rows else None,
            next_at=rows[name].next_at if name in rows else None,
        )
        for name, (job, every) in sorted(scheduled().items())
    )
