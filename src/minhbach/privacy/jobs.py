"""What this room does by the clock."""

from django.utils.translation import gettext_noop

from minhbach.foundation import clock
from minhbach.foundation.jobs.definition import job
from minhbach.foundation.jobs.reports import Report, report
from minhbach.privacy.sweeping import sweep


@job(retries=3, queue="slow", title=gettext_noop("Xóa dữ liệu cá nhân hết thời hạn lưu giữ"))
def erase_what_is_due() -> Report:
    """Erase what is kept no longer: safe twice, late, or after a week of silence."""
    due, again = sweep(now=clock.now())
    words = gettext_noop("Đã xóa dữ liệu của: %(due)s. Xóa lại sau khi khôi phục: %(again)s")
    return report(words, due=due, again=again)
