"""The page of jobs is the administrator's; a failed job stays on it until somebody has seen to it."""

from datetime import timedelta
from urllib.parse import unquote

import pytest
from django.http import Http404
from django.test import Client, RequestFactory
from django.utils.translation import override
from django_tasks_db.models import DBTaskResult

from minhbach.domain.access import VISITOR, Actor, Post, Role
from minhbach.foundation.actions.retry_job import retry_job
from minhbach.foundation.clock import now
from minhbach.foundation.contracts import JobNotFailed, Subject
from minhbach.foundation.jobs import run_due_jobs
from minhbach.foundation.jobs.leasing import claim_next, take_back_from
from minhbach.foundation.queries import events_about
from minhbach.foundation.tests.test_jobs import DONE, fail_always, write_down
from minhbach.foundation.views import show_jobs

pytestmark = pytest.mark.django_db
ADMINISTRATOR = Actor(person=1, posts=(Post(Role.ADMINISTRATOR, body=1),))
LEADER = Actor(person=2, posts=(Post(Role.LEADER, body=1),))


def page(actor: Actor) -> str:
    request = RequestFactory().get("/lam-viec/viec-nen/")
    request.actor = actor
    return show_jobs(request).content.decode()


def fail_for_good() -> DBTaskResult:
    moment = now()
    while fail_or_wait().status != "FAILED":
        run_due_jobs(now=moment)
        moment += timedelta(days=1)
    return fail_or_wait()


def fail_or_wait() -> DBTaskResult:
    return DBTaskResult.objects.filter(task_path__endswith="fail_always").first() or fail_always.enqueue().db_result


def test_administrator_sees_what_failed_why_and_what_waits() -> None:
    fail_for_good()
    write_down.enqueue(417)
    shown = page(ADMINISTRATOR)
    assert "RuntimeError: ổ đĩa đầy" in shown
    assert "minhbach.foundation.tests.test_jobs.write_down (417)" in shown
    assert "Kiểm tra nhật ký" in shown


def test_what_the_worker_says_of_a_stopped_job_has_its_english() -> None:
    write_down.enqueue(417)
    claim_next(worker="gone", now=now())
    take_back_from("gone", now=now())
    assert "Bộ xử lý việc nền dừng giữa chừng." in page(ADMINISTRATOR)
    with override("en"):
        assert "The worker stopped in the middle of this job." in page(ADMINISTRATOR)


def test_empty_page_says_that_nothing_waits() -> None:
    shown = page(ADMINISTRATOR)
    assert "Không có việc nào không thành." in shown
    assert "Không có việc nào đang chờ." in shown


def test_others_get_404_and_visitors_the_log_in_page(client: Client) -> None:
    with pytest.raises(Http404):
        page(LEADER)
    answer = client.get("/lam-viec/viec-nen/")
    assert answer.status_code == 302
    assert unquote(answer["Location"]) == "/dang-nhap/?next=/lam-viec/viec-nen/"


def test_failed_job_runs_again_with_all_its_tries_and_the_act_is_recorded() -> None:
    job_id = fail_for_good().pk
    moment = now() + timedelta(days=99)
    retry_job(job_id=job_id, actor=ADMINISTRATOR, now=moment)
    assert run_due_jobs(now=moment) == 1
    assert DBTaskResult.objects.get(pk=job_id).status == "READY", "it failed again and waits for its next try"
    assert [event.kind for event in events_about(Subject("job", str(job_id)))] == ["job.retried"]


@pytest.mark.parametrize("actor", [VISITOR, LEADER])
def test_nobody_else_may_run_a_failed_job_again(actor: Actor) -> None:
    job_id = fail_for_good().pk
    with pytest.raises(JobNotFailed):
        retry_job(job_id=job_id, actor=actor, now=now())
    assert DBTaskResult.objects.get(pk=job_id).status == "FAILED"


def test_job_that_is_done_is_not_run_again() -> None:
    DONE.clear()
    write_down.enqueue(3)
    run_due_jobs()
    with pytest.raises(JobNotFailed):
        retry_job(job_id=DBTaskResult.objects.get().pk, actor=ADMINISTRATOR, now=now())
    assert DONE == [3]


def test_health_says_when_work_has_waited_for_long(client: Client) -> None:
    assert client.get("/healthz").json() == {"status": "ok", "database": "ok", "jobs": "ok"}
    write_down.enqueue(3)
    DBTaskResult.objects.update(enqueued_at=now() - timedelta(minutes=16))
    assert client.get("/healthz").json()["jobs"] == "late"
