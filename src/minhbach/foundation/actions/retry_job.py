"""Put a failed job back into the queue."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from minhbach.domain.access import Actor, Role
from minhbach.foundation.actions.record_event import record_event
from minhbach.foundation.contracts import INSTALLATION, JobNotFailed, Subject
from minhbach.foundation.models import JobLease


def retry_job(*, job_id: UUID, actor: Actor, now: datetime) -> None:
    """Let a job that failed for good run again, with all its tries (for administrators).

    :raises JobNotFailed: if there is no such job, if it waits, runs or is done, or if the actor is no administrator.
    """
    if not actor.holds(Role.ADMINISTRATOR):
        raise JobNotFailed(_("Không có việc nền %(job)s để chạy lại.") % {"job": job_id})
    with transaction.atomic():
        failed = DBTaskResult.objects.filter(pk=job_id, status=TaskResultStatus.FAILED)
        if not failed.update(status=TaskResultStatus.READY, run_after=now, finished_at=None):
            raise JobNotFailed(_("Không có việc nền %(job)s để chạy lại.") % {"job": job_id})
        # The last failure stays readable until the job succeeds.
        JobLease.objects.filter(job=job_id).update(attempts=0)
        record_event(chain=INSTALLATION, kind="job.retried", subject=Subject("job", str(job_id)), actor=actor, now=now)
