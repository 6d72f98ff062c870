"""Who runs which job, until when: claims, heartbeats, and taking back what a dead worker left behind."""

from collections.abc import Collection
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext, gettext_noop
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult, get_date_max

from minhbach.foundation.models import JobLease

QueuedJob = DBTaskResult[..., object]
LEASE = timedelta(seconds=90)
HEARTBEAT = timedelta(seconds=20)


class LeaseLost(Exception):
    """Another worker has this job now; what this one did is rolled back."""


def claim_next(*, worker: str, now: datetime, queues: Collection[str] = ()) -> QueuedJob | None:
    """Take the next job that is due, or return None. No two workers get the same one."""
    waiting = DBTaskResult.objects.filter(
        Q(run_after=get_date_max()) | Q(run_after__lte=now), status=TaskResultStatus.READY
    )
    if queues:
        waiting = waiting.filter(queue_name__in=queues)
    # Asked before the transaction, because on SQLite every transaction keeps all writers out.
    if not waiting.exists():
        return None
    with transaction.atomic():
        found = waiting.select_for_update(skip_locked=True).first()
        if found is not None:
            _mark_running(found, worker=worker, now=now)
    return found


def _mark_running(found: QueuedJob, *, worker: str, now: datetime) -> None:
    found.status = TaskResultStatus.RUNNING
    found.started_at = now
    found.worker_ids = [*found.worker_ids[-4:], worker]
    found.save(update_fields=["status", "started_at", "worker_ids"])
    lease, _ = JobLease.objects.get_or_create(job=found.pk)
    lease.worker, lease.leased_until, lease.attempts = worker, now + LEASE, lease.attempts + 1
    lease.save(update_fields=["worker", "leased_until", "attempts"])


def extend(*, job: UUID, worker: str, now: datetime) -> bool:
    """Lengthen a lease that is still this worker's; False if it is not."""
    return bool(JobLease.objects.filter(job=job, worker=worker).update(leased_until=now + LEASE))


def hold(*, job: UUID, worker: str) -> None:
    """Make sure, until the transaction ends, that this worker has the job.

    :raises LeaseLost: if it was given to another, or taken back.
    """
    if not JobLease.objects.select_for_update().filter(job=job, worker=worker).exists():
        raise LeaseLost(gettext("Việc nền %(job)s đã chuyển cho bộ xử lý khác.") % {"job": job})


def take_back_expired(*, now: datetime) -> int:
    """Put jobs whose lease has run out back into the queue; return how many."""
    leased = JobLease.objects.exclude(worker="").filter(leased_until__lt=now)
    forgotten = (
        DBTaskResult.objects.running()
        .filter(started_at__lt=now - LEASE)
        .exclude(pk__in=JobLease.objects.exclude(worker="").values("job"))
    )
    return _requeue([*leased.values_list("job", flat=True), *forgotten.values_list("pk", flat=True)], now=now)


def take_back_from(worker: str, *, now: datetime) -> int:
    """Put back the jobs of a worker that is known to be dead; return how many."""
    return _requeue(list(JobLease.objects.filter(worker=worker).values_list("job", flat=True)), now=now)


def _requeue(jobs: list[UUID], *, now: datetime) -> int:
    if not jobs:
        return 0
    with transaction.atomic():
        JobLease.objects.filter(job__in=jobs).update(
            worker="",
            leased_until=None,
            last_failure=gettext_noop("Bộ xử lý việc nền dừng giữa chừng."),
            last_failed_at=now,
        )
        return DBTaskResult.objects.running().filter(pk__in=jobs).update(status=TaskResultStatus.READY, run_after=now)
