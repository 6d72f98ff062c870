"""What digitisation does in the background."""

from datetime import timedelta

from django.conf import settings
from django.utils.translation import gettext_noop

from minhbach.digitisation.leftovers import take_left_scans_away
from minhbach.digitisation.reading_round import read_round, waiting_scans
from minhbach.digitisation.watching import take_from_folder
from minhbach.domain.access import system_actor
from minhbach.extraction.sandbox.leftovers import take_left_folders_away
from minhbach.foundation import clock
from minhbach.foundation.jobs import Report, job, report

SLICE = 45.0
"""Seconds after which other slow jobs get their turn."""
LONGEST_READING = timedelta(hours=2)
"""No file is read for that long: a folder that nothing was written into since is a dead process's."""


@job(retries=3, queue="slow", title=gettext_noop("Đọc bản quét"))
def read_waiting_scans() -> Report:
    """Read what waits in batches: safe twice, late, or after a week of silence."""
    done = read_round(
        actor=system_actor("reader"),
        now=clock.now(),
        clamd=settings.CLAMD,
        trusted=settings.CERTIFICATES,
        seconds=SLICE,
    )
    if done.files and waiting_scans():
        read_waiting_scans.enqueue()
    return report(
        gettext_noop("Bản quét đã đọc: %(read)s; không giữ được: %(unfit)s"), read=done.read, unfit=done.unfit
    )


@job(retries=3, queue="default", title=gettext_noop("Nhận bản quét từ thư mục máy quét"))
def take_scans_from_folder() -> Report:
    """Take what scanners left in the watched folder: safe twice, late, or after a week of silence."""
    taken = take_from_folder(settings.SCANS, actor=system_actor("scanner"), now=clock.now()) if settings.SCANS else 0
    return report(gettext_noop("Tệp đã nhận: %(files)s"), files=taken)


@job(retries=3, queue="default", title=gettext_noop("Dọn tệp quét sót lại"))
def forget_left_scans() -> Report:
    """Take away what a process that died left of scans that are gone: safe twice, late, or after a week of silence."""
    now = clock.now()
    folders = take_left_folders_away(before=(now - LONGEST_READING).timestamp())
    return report(
        gettext_noop("Tệp đã dọn: %(files)s; thư mục tạm: %(folders)s"),
        files=take_left_scans_away(now=now), folders=folders,
    )  # fmt: skip
