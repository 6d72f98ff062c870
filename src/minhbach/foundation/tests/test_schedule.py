"""What runs by the clock runs once a period, and once after any silence."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.utils.translation import override
from django_tasks_db.models import DBTaskResult

from minhbach.foundation import registries
from minhbach.foundation.clock import now
from minhbach.foundation.jobs import housekeeping, job, run_due_jobs
from minhbach.foundation.jobs.listing import overview
from minhbach.foundation.jobs.reports import in_words
from minhbach.foundation.jobs.scheduling import enqueue_due, next_time
from minhbach.foundation.models import JobLease, ScheduledJob
from minhbach.foundation.tests.rows import record

pytestmark = pytest.mark.django_db
VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")
MORNING = datetime(2026, 10, 19, 7, 0, tzinfo=VIETNAM)


@job()
def look_for_late_cases() -> None:
    """A sweep over rows."""


@pytest.fixture(autouse=True)
def _only_this_job(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(registries, "_schedule", {})
    registries.schedule(look_for_late_cases, every=timedelta(days=1))
    yield


def waiting() -> int:
    return DBTaskResult.objects.filter(status="READY").count()


def finish() -> None:
    DBTaskResult.objects.update(status="SUCCESSFUL")


def test_new_job_runs_at_once_and_then_at_five_past_midnight() -> None:
    assert enqueue_due(now=MORNING) == 1
    finish()
    assert enqueue_due(now=datetime(2026, 10, 20, 0, 4, tzinfo=VIETNAM)) == 0
    assert enqueue_due(now=datetime(2026, 10, 20, 0, 5, tzinfo=VIETNAM)) == 1


def test_week_of_silence_gives_one_run_and_then_the_old_hour() -> None:
    enqueue_due(now=MORNING)
    finish()
    assert enqueue_due(now=MORNING + timedelta(days=7)) == 1
    finish()
    assert enqueue_due(now=MORNING + timedelta(days=7, minutes=1)) == 0
    assert ScheduledJob.objects.get().next_at == datetime(2026, 10, 27, 0, 5, tzinfo=VIETNAM)


def test_job_that_still_waits_or_runs_is_not_put_in_twice() -> None:
    enqueue_due(now=MORNING)
    assert enqueue_due(now=MORNING + timedelta(days=1)) == 0
    assert waiting() == 1


@pytest.mark.parametrize(
    ("every", "expected"),
    [
        (timedelta(hours=1), datetime(2026, 10, 19, 7, 5, tzinfo=VIETNAM)),
        (timedelta(days=1), datetime(2026, 10, 20, 0, 5, tzinfo=VIETNAM)),
        (timedelta(minutes=5), datetime(2026, 10, 19, 7, 5, tzinfo=VIETNAM)),
    ],
)
def test_next_time_is_on_the_grid_and_later(every: timedelta, expected: datetime) -> None:
    assert next_time(every, after=MORNING) == expected


def test_period_of_seconds_is_refused() -> None:
    with pytest.raises(ValueError, match="một phút"):
        registries.schedule(look_for_late_cases, every=timedelta(seconds=5))


def test_housekeeping_writes_checkpoints_checks_the_log_sweeps_files_forgets_and_mends(settings, tmp_path) -> None:
    settings.CHECKPOINTS_ROOT, settings.FILES_ROOT = tmp_path / "checkpoints", tmp_path / "files"
    registries._schedule.clear()
    housekeeping.register()
    record()
    assert enqueue_due(now=MORNING) == 8
    assert run_due_jobs() == 8
    results = dict(DBTaskResult.objects.values_list("task_path", "return_value"))
    assert DBTaskResult.objects.filter(status="SUCCESSFUL").count() == 8, JobLease.objects.values("last_failure")
    checked = results["minhbach.foundation.jobs.housekeeping.check_log"]
    assert in_words(checked) == "Mục nguyên vẹn: 1"
    with override("en"):
        assert in_words(checked) == "Entries intact: 1"
    assert len(list((tmp_path / "checkpoints").iterdir())) == 1


@job()
def send_every_minute() -> None:
    """A sweep that leaves many rows."""


def test_runs_by_the_clock_are_kept_for_a_day_and_shown_once() -> None:
    registries.schedule(send_every_minute, every=timedelta(minutes=1))
    for hours in (1, 2, 3, 30, 40):
        for one in (send_every_minute, look_for_late_cases):
            row = one.enqueue().db_result
            finished_at = now() - timedelta(hours=hours)
            DBTaskResult.objects.filter(pk=row.pk).update(status="SUCCESSFUL", finished_at=finished_at)
    housekeeping.forget_finished_jobs()
    kept = [row.task_path.rpartition(".")[2] for row in DBTaskResult.objects.all()]
    assert (kept.count("send_every_minute"), kept.count("look_for_late_cases")) == (3, 5)
    assert [line.name.rpartition(".")[2] for line in overview().done].count("send_every_minute") == 1


def test_jobs_done_a_month_ago_are_forgotten_and_failed_ones_kept() -> None:
    for status in ("SUCCESSFUL", "FAILED"):
        old = look_for_late_cases.enqueue().db_result
        DBTaskResult.objects.filter(pk=old.pk).update(status=status, finished_at=MORNING - timedelta(days=400))
        JobLease.objects.create(job=old.pk)
    housekeeping.forget_finished_jobs()
    assert [row.status for row in DBTaskResult.objects.all()] == ["FAILED"]
    assert JobLease.objects.count() == 1
