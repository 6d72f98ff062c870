"""The whole way of a work over HTTP, without scripts: given, reported, sent back, reported again, accepted."""

import re
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from minhbach.accounts.models import Person
from minhbach.domain.access import Actor, Role
from minhbach.domain.lifecycles.assignment import AssignmentState
from minhbach.foundation import clock
from minhbach.planning.actions.report_work import report_progress
from minhbach.planning.models import Assignment, Plan, WorkReport
from minhbach.planning.tests.conftest import NOW, TODAY, World
from minhbach.planning.tests.test_pages import BACKEND
from minhbach.planning.tests.work_plan import DATED, TEXT, confirmed_plan, work_on


@pytest.fixture(autouse=True)
def that_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "now", lambda: NOW)
    monkeypatch.setattr(clock, "today", lambda: TODAY)


@pytest.fixture
def plan(world: World) -> Plan:
    return confirmed_plan(world)


def client_of(actor: Actor) -> Client:
    client = Client()
    client.force_login(Person.objects.get(pk=actor.person), backend=BACKEND)
    return client


def page(client: Client, name: str, pk: int) -> str:
    answer = client.get(reverse(f"planning:{name}", args=[pk]))
    assert answer.status_code == 200, answer
    return answer.content.decode()


def send(client: Client, name: str, pk: int, **fields: Any) -> HttpResponse:
    """Post the form that the page shows, its files with it, and return what was answered."""
    if name != "take_back_result":
        shown = page(client, name, pk)
        assert 'method="post"' in shown
        assert all(f'name="{field}"' in shown for field in fields)
    answer: HttpResponse = client.post(reverse(f"planning:{name}", args=[pk]), fields)  # type: ignore[assignment]
    return answer


def test_the_whole_way_of_a_work(world: World, plan: Plan) -> None:
    row = work_on(plan, DATED)
    focal_point, specialist = world.officer(Role.FOCAL_POINT), world.officer(Role.SPECIALIST, body=world.office)
    chief, officer, leader = client_of(focal_point), client_of(specialist), client_of(world.officer(Role.LEADER))

    assert reverse("planning:give_work", args=[row.pk]) in page(chief, "work", row.pk)
    given = send(chief, "give_work", row.pk, unit=world.office.pk, person=specialist.person)
    assert given.status_code == 302
    assert given["Location"] == reverse("planning:work", args=[row.pk])

    file = SimpleUploadedFile("du-thao.txt", "Dự thảo quy chế".encode())
    send(officer, "report_progress", row.pk, percent=40, text="Đang lấy ý kiến", evidence=file)
    shown = page(officer, "work", row.pk)
    assert "Đang lấy ý kiến" in shown
    link = re.search(r'href="(/tep/[^"]+|[^"]*du-thao\.txt)"', shown)
    assert link
    served = officer.get(link[1])
    assert (served.status_code, served.content.decode()) == (200, "Dự thảo quy chế")
    assert "sandbox" in served["Content-Security-Policy"]
    assert client_of(world.officer(Role.LEADER, body=world.other_ward)).get(link[1]).status_code == 404
    assert Client().get(link[1]).status_code == 404

    issued = {"document": "12/QĐ-UBND", "document_on": "12/10/2026"}
    send(officer, "report_result", row.pk, text="Đã ban hành quy chế", **issued)
    assert reverse("planning:report_result", args=[row.pk]) not in page(officer, "work", row.pk)
    answer_url = reverse("planning:answer_work", args=[row.pk])
    assert answer_url in page(leader, "work", row.pk)
    assert "Đã ban hành quy chế" in page(leader, "answer_work", row.pk)
    empty = leader.post(answer_url, {"answer": " ", "send_back": "1"})
    assert empty.status_code == 422
    assert "Ghi còn thiếu gì" in empty.content.decode()
    assert leader.post(answer_url, {"answer": "Thiếu số văn bản", "send_back": "1"}).status_code == 302
    assert "Thiếu số văn bản" in page(officer, "work", row.pk)

    send(officer, "report_result", row.pk, text="Đã ban hành Quyết định số 12", **issued)
    assert leader.post(answer_url, {"answer": "Đồng ý"}).status_code == 302
    assert work_on(plan, DATED).state == AssignmentState.DONE
    done = page(officer, "work", row.pk)
    assert all(words in done for words in ("Đã hoàn thành", "Xong đúng hạn", "Đồng ý", "Duyệt kết quả, hoàn thành"))
    again = leader.post(answer_url, {"answer": "Đồng ý"})
    assert again.status_code in (302, 422), "an old page says that the work went on"
    assert WorkReport.objects.filter(assignment=row, is_result=True).count() == 2


def test_what_was_typed_stays_after_a_refusal(world: World, plan: Plan) -> None:
    officer = client_of(world.officer(Role.SPECIALIST, body=world.office))
    row = work_on(plan, DATED)
    secret = SimpleUploadedFile("ke-hoach.txt", ("MẬT\n" + TEXT).encode())
    refused = send(officer, "report_progress", row.pk, percent=40, text="Lời đã gõ", evidence=secret)
    shown = refused.content.decode()
    assert refused.status_code == 422
    assert "dấu “Mật”" in shown
    assert "Lời đã gõ" in shown
    assert 'value="40"' in shown
    assert not WorkReport.objects.exists()
    for percent, words in (("100", "Báo kết quả"), ("x", "Ghi một số"), ("", "Ghi một số")):
        refused = officer.post(
            reverse("planning:report_progress", args=[row.pk]), {"percent": percent, "text": "Lời đã gõ"}
        )  # type: ignore[assignment]
        assert refused.status_code == 422
        assert words in refused.content.decode()
        assert "Lời đã gõ" in refused.content.decode()


def test_a_file_that_waits_is_named_to_who_handed_it_in_alone_and_not_served(world: World, plan: Plan) -> None:
    officer = client_of(world.officer(Role.SPECIALIST, body=world.office))
    row = work_on(plan, DATED)
    image = SimpleUploadedFile("<b>anh.png", b"\x89PNG\r\n\x1a\n" + b"\x00" * 40)
    assert send(officer, "report_progress", row.pk, percent=5, text="Kèm ảnh", evidence=image).status_code == 302
    shown = page(officer, "work", row.pk)
    assert "Đang kiểm tra dấu mật" in shown
    assert "anh.png" in shown
    assert "<b>anh" not in shown
    others = page(client_of(world.officer(Role.LEADER)), "work", row.pk)
    assert "Đang kiểm tra dấu mật" in others
    assert "anh.png" not in others, "a name may tell a secret as well"


@pytest.mark.parametrize("percent", ["٤٠", "1e2", "-1", "4" * 400])
def test_odd_numbers_are_no_error_of_ours(world: World, plan: Plan, percent: str) -> None:
    officer = client_of(world.officer(Role.SPECIALIST, body=world.office))
    url = reverse("planning:report_progress", args=[work_on(plan, DATED).pk])
    assert officer.post(url, {"percent": percent, "text": "x"}).status_code in (302, 422)


ACTS = (
    "give_work", "report_progress", "report_result", "take_back_result", "answer_work", "reopen_work", "drop_work",
    "resume_work", "change_limit",
)  # fmt: skip


@pytest.mark.parametrize("name", ["work", *ACTS])
def test_for_strangers_there_is_no_such_page(world: World, plan: Plan, name: str) -> None:
    url = reverse(f"planning:{name}", args=[work_on(plan, DATED).pk])
    for role in Role:
        stranger = client_of(world.officer(role, body=world.other_ward))
        assert stranger.post(url, {"text": "x", "percent": 1}).status_code in (404, 405)
        assert stranger.get(url).status_code in (404, 405)


def test_acts_that_are_not_the_askers_are_absent_and_closed(world: World, plan: Plan) -> None:
    row = work_on(plan, DATED)
    looker = client_of(world.officer(Role.SUPERVISOR))
    shown = page(looker, "work", row.pk)
    for name in ACTS:
        url = reverse(f"planning:{name}", args=[row.pk])
        assert url not in shown
        assert looker.post(url, {"text": "x", "percent": 1, "words": "x"}).status_code == 404
    assert work_on(plan, DATED).state == AssignmentState.GIVEN


@pytest.mark.parametrize("day", ["31/12/9999", "01/01/0001", "00/13/2026", "x"])
def test_odd_days_are_refused_in_words(world: World, plan: Plan, day: str) -> None:
    leader, task = client_of(world.officer(Role.LEADER)), work_on(plan, 3).task
    url = reverse("planning:record_happening", args=[plan.pk, task.pk])
    answer = leader.post(url, {"happened_on": day, "what": "Công văn đến", "due_on": ""})
    assert answer.status_code in (302, 422)
    assert "Công văn đến" in answer.content.decode() or answer.status_code == 302


def test_lists_know_no_question_that_is_an_error_of_ours(world: World, plan: Plan) -> None:
    client = client_of(world.officer(Role.FOCAL_POINT))
    for url in (reverse("planning:my_tasks"), reverse("planning:plan_work", args=[plan.pk])):
        for question in (
            "co_quan=99999999999999999999999", "co_quan=-1", "co_quan=²", "tinh_den=31/12/9999", "tinh_den=01/01/0001",
            "trang=-5", "trang=x", "xep=password", "tinh_trang=x&buoc=x", "tim=%00", "tu=1/1/1&den=1/1/9999",
        ):  # fmt: skip
            assert client.get(f"{url}?{question}").status_code == 200, question


def test_the_list_of_a_plans_work_tells_others_only_limits_and_how_they_stand(world: World, plan: Plan) -> None:
    row, specialist = work_on(plan, DATED), world.officer(Role.SPECIALIST, body=world.office)
    report_progress(assignment_id=row.pk, percent=37, text="Đang lấy ý kiến", actor=specialist, now=NOW)
    who = Person.objects.get(pk=specialist.person).name
    url, work_url = reverse("planning:plan_work", args=[plan.pk]), reverse("planning:work", args=[row.pk])
    keeper = client_of(world.officer(Role.FOCAL_POINT)).get(url).content.decode()
    assert all(words in keeper for words in (who, "37%", work_url))

    other = client_of(world.officer(Role.SPECIALIST, body=world.culture))
    shown = other.get(url).content.decode()
    assert row.task.title in shown
    assert "Trong hạn" in shown or "Còn" in shown
    for hidden in (who, "37%", work_url):
        assert hidden not in shown
    assert other.get(work_url).status_code == 404
    own = Assignment.objects.get(task__plan=plan, body=world.culture)
    assert reverse("planning:work", args=[own.pk]) in shown, "the own part is open"
    table = other.get(f"{url}?dang=csv").content.decode()
    assert row.task.title in table
    assert ",37," not in table
    assert "Đang thực hiện" not in table
    for question in ("buoc=dang-lam", "buoc=chua-nhan", "buoc=cho-duyet"):
        assert row.task.title in other.get(f"{url}?{question}").content.decode(), "the step of others is no filter"
