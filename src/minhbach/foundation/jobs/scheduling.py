"""Puts what runs by the clock into the queue: once a period, and once after any silence."""

from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.db import transaction
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from minhbach.foundation.jobs.definition import Job
from minhbach.foundation.models import ScheduledJob
from minhbach.foundation.registries import scheduled

# Periods are counted from here: a daily job runs at five past midnight in Việt Nam, which has no summer time.
GRID = datetime(2026, 1, 1, 0, 5, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))
UNFINISHED = (TaskResultStatus.READY, TaskResultStatus.RUNNING)


def enqueue_due(*, now: datetime) -> int:
    """Put every registered job whose time has come into the queue; return how many. Two workers at once do it once."""
    next_at = dict(ScheduledJob.objects.values_list("name", "next_at"))
    due = [name for name in scheduled() if name not in next_at or next_at[name] <= now]
    return sum(_enqueue(name, now=now) for name in due)


def next_time(every: timedelta, *, after: datetime) -> datetime:
    """Return the first moment after the given one at which a period begins."""
    return GRID + every * ((after - GRID) // every + 1)


def _enqueue(name: str, *, now: datetime) -> bool:
    job, every = scheduled()[name]
    with transaction.atomic():
        row, is_new = ScheduledJob.objects.select_for_update().get_or_create(name=name, defaults={"next_at": now})
        if not is_new and row.next_at > now:
            return False
        row.next_at, row.last_at = next_time(every, after=now), now
        row.save()
        if _is_unfinished(job):
            return False
        job.enqueue()
    return True


def _is_unfinished(job: Job[[], Any]) -> bool:
    return DBTaskResult.objects.filter(task_path=job.module_path, status__in=UNFINISHED).exists()
