"""What intake does by the clock."""

from django.utils.translation import gettext_noop

from minhbach.domain.access import system_actor
from minhbach.foundation import clock
from minhbach.foundation.jobs.definition import job
from minhbach.foundation.jobs.reports import Report, report
from minhbach.intake.actions.check_file import check_file
from minhbach.intake.drafts import drop_left_behind, forget_expired
from minhbach.intake.queries.waiting import waiting_files


@job(retries=1, title=gettext_noop("Dọn bản nháp hết hạn"))
def forget_old_drafts() -> Report:
    """Destroy what nobody finished within its day: safe twice, late, or after a week of silence."""
    drop_left_behind(now=clock.now())
    return report(gettext_noop("Bản nháp đã bỏ: %(drafts)s"), drafts=forget_expired(now=clock.now()))


@job(retries=3, queue="slow", title=gettext_noop("Kiểm tra tệp gửi tới"))
def check_waiting_files() -> Report:
    """Read what came along and keep it unless it is secret: safe twice, late, or after a week of silence."""
    waiting = waiting_files()
    for file_id in waiting:
        check_file(file_id=file_id, actor=system_actor("reader"), now=clock.now())
    return report(gettext_noop("Tệp đã đọc: %(files)s"), files=len(waiting))
