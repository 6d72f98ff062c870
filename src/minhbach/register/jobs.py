"""What the register does in the background."""

from django.utils.translation import gettext_noop

from minhbach.domain.access import system_actor
from minhbach.foundation import clock
from minhbach.foundation.jobs import Report, job, report
from minhbach.register.actions.check_held_file import check_held_file
from minhbach.register.queries.visible import waiting_files


@job(retries=3, queue="slow", title=gettext_noop("Kiểm tra tệp của kho thông tin"))
def check_waiting_files() -> Report:
    """Read what came with items and keep it unless it is secret: safe twice, late, or after a week of silence."""
    waiting = list(waiting_files().values_list("pk", flat=True))
    for held_id in waiting:
        check_held_file(held_id=held_id, actor=system_actor("reader"), now=clock.now())
    return report(gettext_noop("Tệp đã đọc: %(files)s"), files=len(waiting))
