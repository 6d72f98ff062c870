"""Foundation's own jobs: checkpoints and check of the log, sweep of the files, tidying of finished jobs."""

from datetime import timedelta

from django.conf import settings
from django.utils.translation import gettext_noop
from django_tasks_db.models import DBTaskResult

from minhbach.foundation.actions.write_checkpoint import write_checkpoint
from minhbach.foundation.clock import now
from minhbach.foundation.eventlog.verifying import verify_log
from minhbach.foundation.files.sweeping import sweep
from minhbach.foundation.jobs.definition import job
from minhbach.foundation.models import JobLease
from minhbach.foundation.registries import schedule

KEPT = timedelta(days=30)


class LogNotWhole(Exception):
    """The daily check found the event log altered, cut or reordered."""


class FilesNotWhole(Exception):
    """The weekly sweep found stored files missing or damaged."""


@job(retries=3, title=gettext_noop("Ghi điểm kiểm của nhật ký"))
def write_checkpoints() -> str:
    """Write the heads of the chains down outside the database."""
    return f"{write_checkpoint(now=now())} chuỗi"


@job(retries=0, queue="slow", title=gettext_noop("Kiểm tra nhật ký"))
def check_log() -> str:
    """Check the whole log; stand among the failed jobs, for the administrator to see, if it is not whole."""
    verdict = verify_log(settings.CHECKPOINTS_ROOT)
    if not verdict.is_whole:
        raise LogNotWhole("; ".join(f"{p.chain}: {p.sentence}" for p in verdict.problems[:20]))
    return f"{verdict.entries} mục nguyên vẹn"


@job(retries=0, queue="slow", title=gettext_noop("Đối chiếu tệp với cơ sở dữ liệu"))
def sweep_files() -> str:
    """Compare rows and disk; stand among the failed jobs if something is missing or damaged. Deletes nothing."""
    found = sweep(settings.FILES_ROOT, now=now())
    if found.missing or found.damaged:
        raise FilesNotWhole(f"thiếu tệp {list(found.missing[:50])}, hỏng tệp {list(found.damaged[:50])}")
    return f"{found.rows} tệp nguyên vẹn; {len(found.unnamed)} tệp trên đĩa không có tên"


@job(retries=3, title=gettext_noop("Dọn việc nền đã xong"))
def forget_finished_jobs() -> str:
    """Remove jobs that succeeded more than thirty days ago; failed ones stay until a person has seen to them."""
    done = DBTaskResult.objects.successful().filter(finished_at__lt=now() - KEPT)
    removed, _ = done.delete()
    JobLease.objects.exclude(job__in=DBTaskResult.objects.values("pk")).delete()
    return f"{removed} việc"


def register() -> None:
    """Put these jobs into the schedule."""
    schedule(write_checkpoints, every=timedelta(hours=1))
    schedule(check_log, every=timedelta(days=1))
    schedule(sweep_files, every=timedelta(days=7))
    schedule(forget_finished_jobs, every=timedelta(days=1))
