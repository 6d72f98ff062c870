"""What the calendar does in the background."""

from datetime import timedelta

from django.utils.translation import gettext_noop

from minhbach.domain.access import system_actor
from minhbach.foundation.actions.recount_dates import recount_dates
from minhbach.foundation.clock import now
from minhbach.foundation.jobs.definition import job
from minhbach.foundation.jobs.reports import Report, report
from minhbach.foundation.registries import schedule


@job(retries=3, title=gettext_noop("Tính lại hạn theo lịch ngày nghỉ"))
def recount_open_dates() -> Report:
    """Count open dates anew where the files of days off became others: safe twice, late, or after a week of silence."""
    return report(gettext_noop("Hạn đã đổi: %(dates)s"), dates=recount_dates(actor=system_actor("calendar"), now=now()))


def register() -> None:
    """Put this into the schedule. What an administrator changes moves its dates at once; this follows new files."""
    schedule(recount_open_dates, every=timedelta(hours=1))
