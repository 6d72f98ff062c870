"""What the gate does in the background: looks through versions, and opens what was approved for today."""

import time
from datetime import timedelta

from django.utils.translation import gettext_noop

from minhbach.domain.access import system_actor
from minhbach.domain.lifecycles.redaction import RedactionState
from minhbach.extraction.screening.edition import edition
from minhbach.foundation import clock
from minhbach.foundation.calendar import calendar_in_use
from minhbach.foundation.jobs import Report, job, report
from minhbach.publication.actions.apply_redaction import make_copy
from minhbach.publication.actions.check_channel_file import check_channel_file
from minhbach.publication.actions.check_decision_scan import check_decision_scan
from minhbach.publication.actions.open_scheduled import open_scheduled
from minhbach.publication.actions.read_redaction import read_redaction
from minhbach.publication.actions.screen_version import screen_version
from minhbach.publication.actions.take_away_ended import take_away_ended
from minhbach.publication.actions.take_away_secret import take_away_secret
from minhbach.publication.models import ScreeningRun
from minhbach.publication.models.screening import RunState
from minhbach.publication.queries.channel_files import waiting_channel_files
from minhbach.publication.queries.redactions import waiting_redactions
from minhbach.publication.queries.scans import waiting_scans
from minhbach.publication.queries.secrets import settled_files
from minhbach.register.actions.look_at_file import look_at_file
from minhbach.register.queries.checks import files_to_look_at

LOOK_AGAIN_AFTER = timedelta(days=30)
LOOK_AT_MOST, LOOK_AT_FILES = 10 * 60, 10_000
"""Seconds and files that one run of the sweep over kept files takes; the next one goes on where it stopped."""


@job(retries=3, queue="slow", title=gettext_noop("Kiểm tra bản sẽ đăng"))
def screen_waiting_versions() -> Report:
    """Look through every version that waits for it: safe twice, late, or after a week of silence."""
    waiting = list(ScreeningRun.objects.filter(state=RunState.WAITING).order_by("pk").values_list("pk", flat=True))
    for run_id in waiting:
        screen_version(run_id=run_id, actor=system_actor("screener"), now=clock.now())
    return report(gettext_noop("Bản đã kiểm tra: %(versions)s"), versions=len(waiting))


@job(retries=3, queue="slow", title=gettext_noop("Kiểm tra bản quét quyết định công bố"))
def check_waiting_scans() -> Report:
    """Read the scans of decisions, keep them unless they are secret: safe twice, late, or after a week of silence."""
    waiting = list(waiting_scans().values_list("pk", flat=True))
    for scan_id in waiting:
        check_decision_scan(scan_id=scan_id, actor=system_actor("reader"), now=clock.now())
    return report(gettext_noop("Bản quét đã đọc: %(files)s"), files=len(waiting))


@job(retries=3, queue="slow", title=gettext_noop("Kiểm tra tệp minh chứng nơi đăng"))
def check_waiting_channel_files() -> Report:
    """Read what shows that something was published, keep it unless it is secret: safe twice, late, or after a week."""
    waiting = list(waiting_channel_files().values_list("pk", flat=True))
    for file_id in waiting:
        check_channel_file(file_id=file_id, actor=system_actor("reader"), now=clock.now())
    return report(gettext_noop("Tệp đã đọc: %(files)s"), files=len(waiting))


@job(retries=3, queue="default", title=gettext_noop("Đăng thông tin đã duyệt cho hôm nay"))
def open_what_is_scheduled() -> Report:
    """Open what leaders approved for a day that has come: safe twice, late, or after a week of silence."""
    opened, stopped = open_scheduled(calendar=calendar_in_use(), actor=system_actor("opener"), now=clock.now())
    return report(gettext_noop("Đã đăng: %(opened)s, dừng lại: %(stopped)s"), opened=opened, stopped=stopped)


@job(retries=3, queue="default", title=gettext_noop("Rút thông tin hết thời hạn công khai"))
def take_away_what_ended() -> Report:
    """Withdraw what is over where the law is read so: safe twice, late, or after a week of silence."""
    taken = take_away_ended(calendar=calendar_in_use(), actor=system_actor("closer"), now=clock.now())
    return report(gettext_noop("Đã rút: %(taken)s"), taken=taken)


@job(retries=3, queue="slow", title=gettext_noop("Đọc tệp cần che"))
def read_waiting_redactions() -> Report:
    """Read the files that somebody means to redact: safe twice, late, or after a week of silence."""
    waiting = waiting_redactions(RedactionState.READING)
    for redaction_id in waiting:
        read_redaction(redaction_id=redaction_id, actor=system_actor("reader"), now=clock.now())
    return report(gettext_noop("Tệp đã đọc để che: %(files)s"), files=len(waiting))


@job(retries=3, queue="slow", title=gettext_noop("Làm bản che"))
def make_waiting_copies() -> Report:
    """Make the copies that focal points asked for, and prove them: safe twice, late, or after a week of silence."""
    waiting = waiting_redactions(RedactionState.APPLYING)
    for redaction_id in waiting:
        make_copy(redaction_id=redaction_id, actor=system_actor("redactor"), now=clock.now())
    return report(gettext_noop("Bản che đã làm: %(files)s"), files=len(waiting))


@job(retries=3, queue="slow", title=gettext_noop("Xem lại tệp đã lưu"))
def look_at_kept_files() -> Report:
    """Look at files again: each once a month, and all of them once the rules of screening have changed.

    What bears a mark of secrecy by the rules of today is taken away from the public at once, and counted until a
    leader has decided: until then it is looked at again each time.
    """
    began, looked, secret, actor = time.monotonic(), 0, 0, system_actor("screener")
    undecided = files_to_look_at(before=clock.now() - LOOK_AGAIN_AFTER).exclude(pk__in=settled_files(edition()))
    due = undecided.values_list("pk", flat=True)
    for file_id in list(due[:LOOK_AT_FILES]):
        if time.monotonic() - began > LOOK_AT_MOST:
            break
        found = look_at_file(version_file_id=file_id, actor=actor, now=clock.now())
        looked += 1
        if found and found.secret:
            secret += 1
            take_away_secret(version_file_id=file_id, calendar=calendar_in_use(), actor=actor, now=clock.now())
    return report(
        gettext_noop("Tệp đã xem lại: %(files)s; có dấu mật, đã rút khỏi công khai: %(secret)s"),
        files=looked,
        secret=secret,
    )
