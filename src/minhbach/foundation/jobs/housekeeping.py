"""Foundation's own jobs: checkpoints and check of the log, sweep of the files, tidying of finished jobs."""

from datetime import timedelta

from django.conf import settings
from django.db.models import Q
from django.utils.translation import gettext, gettext_noop
from django_tasks_db.models import DBTaskResult

from minhbach.domain.access import system_actor
from minhbach.foundation.actions.destroy_files import remove_doomed_bytes
from minhbach.foundation.actions.look_again_at_files import look_again_at_files
from minhbach.foundation.actions.write_checkpoint import write_checkpoint
from minhbach.foundation.clock import now
from minhbach.foundation.eventlog.verifying import verify_log
from minhbach.foundation.files.sweeping import sweep
from minhbach.foundation.jobs.definition import job
from minhbach.foundation.jobs.reports import Report, report
from minhbach.foundation.models import JobLease, PostedForm
from minhbach.foundation.one_post import KEPT as FORMS_KEPT
from minhbach.foundation.registries import schedule, scheduled
from minhbach.foundation.search.jobs import keep_search_index

KEPT = timedelta(days=30)
KEPT_BY_CLOCK = timedelta(days=1)
SECONDS_OF_A_LOOK = 600.0
"""What runs every minute leaves 1,440 rows a day, which tell nothing that the last one does not."""


class LogNotWhole(Exception):
    """The daily check found the event log altered, cut or reordered."""


class FilesNotWhole(Exception):
    """The weekly sweep found stored files missing or damaged."""


@job(retries=3, title=gettext_noop("Ghi điểm kiểm của nhật ký"))
def write_checkpoints() -> Report:
    """Write the heads of the chains down outside the database."""
    return report(gettext_noop("Chuỗi đã ghi: %(chains)s"), chains=write_checkpoint(now=now()))


@job(retries=0, queue="slow", title=gettext_noop("Kiểm tra nhật ký"))
def check_log() -> Report:
    """Check the whole log; stand among the failed jobs, for the administrator to see, if it is not whole."""
    verdict = verify_log(settings.CHECKPOINTS_ROOT)
    if not verdict.is_whole:
        raise LogNotWhole("; ".join(f"{p.chain}: {p.sentence}" for p in verdict.problems[:20]))
    return report(gettext_noop("Mục nguyên vẹn: %(entries)s"), entries=verdict.entries)


@job(retries=0, queue="slow", title=gettext_noop("Đối chiếu tệp với cơ sở dữ liệu"))
def sweep_files() -> Report:
    """Compare rows and disk; stand among the failed jobs if something is missing or damaged. Deletes nothing."""
    found = sweep(settings.FILES_ROOT, now=now())
    if found.missing or found.damaged:
        raise FilesNotWhole(
            gettext("Thiếu tệp %(missing)s, hỏng tệp %(damaged)s.")
            % {"missing": list(found.missing[:50]), "damaged": list(found.damaged[:50])}
        )
    words = gettext_noop("Tệp nguyên vẹn: %(rows)s. Tệp trên đĩa không có tên: %(unnamed)s")
    return report(words, rows=found.rows, unnamed=len(found.unnamed))


@job(retries=3, title=gettext_noop("Xóa khỏi đĩa tệp không còn dùng"))
def take_doomed_bytes_off() -> Report:
    """Take off the disk what belonged to destroyed files alone: safe twice, late, or after a week of silence."""
    return report(
        gettext_noop("Tệp đã xóa khỏi đĩa: %(files)s"), files=remove_doomed_bytes(settings.FILES_ROOT, now=now())
    )


@job(retries=3, queue="slow", title=gettext_noop("Kiểm tra lại vi-rút và chữ ký số của tệp"))
def look_at_files_again() -> Report:
    """Look at files for which clamd or the certificates came later: safe twice, late, or after a week of silence."""
    files = look_again_at_files(seconds=SECONDS_OF_A_LOOK, actor=system_actor("keeper"), now=now())
    return report(gettext_noop("Tệp đã kiểm tra lại: %(files)s"), files=files)


@job(retries=3, title=gettext_noop("Dọn việc nền đã xong"))
def forget_finished_jobs() -> Report:
    """Remove jobs that succeeded more than thirty days ago; failed ones stay until a person has seen to them.

    Of what runs several times a day by the clock, runs of the last day are kept.
    """
    often = [name for name, (_job, every) in scheduled().items() if every < KEPT_BY_CLOCK]
    succeeded = DBTaskResult.objects.successful()
    removed, _ = succeeded.filter(
        Q(finished_at__lt=now() - KEPT) | Q(task_path__in=often, finished_at__lt=now() - KEPT_BY_CLOCK)
    ).delete()
    JobLease.objects.exclude(job__in=DBTaskResult.objects.values("pk")).delete()
    return report(gettext_noop("Việc đã dọn: %(jobs)s"), jobs=removed)


@job(retries=3, title=gettext_noop("Quên biểu mẫu đã gửi"))
def forget_posted_forms() -> Report:
    """Forget forms that were sent more than a day ago: no page stands open so long that it would be sent again."""
    removed, _ = PostedForm.objects.filter(at__lt=now() - FORMS_KEPT).delete()
    return report(gettext_noop("Biểu mẫu đã quên: %(forms)s"), forms=removed)


def register() -> None:
    """Put these jobs into the schedule."""
    schedule(write_checkpoints, every=timedelta(hours=1))
    schedule(check_log, every=timedelta(days=1))
    schedule(sweep_files, every=timedelta(days=7))
    schedule(take_doomed_bytes_off, every=timedelta(hours=1))
    schedule(look_at_files_again, every=timedelta(days=1))
    schedule(forget_finished_jobs, every=timedelta(days=1))
    schedule(forget_posted_forms, every=timedelta(hours=1))
    schedule(keep_search_index, every=timedelta(hours=1))
