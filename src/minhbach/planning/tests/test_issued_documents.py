"""A task whose product is a document is followed until it is issued: number, symbol and day stand with the result."""

from datetime import date

import pytest
from django.test import Client

from minhbach.domain.access import Role
from minhbach.planning.models import Assignment, Plan, WorkReport
from minhbach.planning.tests.conftest import World
from minhbach.planning.tests.test_pages import LIST, logged_in, reviewed, words


@pytest.fixture
def work(world: World) -> Assignment:
    """The office's part in the first task, whose product is “Quy chế được ban hành”."""
    focal_point = logged_in(world, Role.FOCAL_POINT)
    focal_point.post(reviewed(focal_point, world) + "xac-nhan/")
    return Assignment.objects.get(task__position=1, role="lead")


@pytest.fixture
def officer(world: World) -> Client:
    return logged_in(world, Role.SPECIALIST)


def test_the_result_asks_for_number_and_day_and_keeps_what_was_typed(work: Assignment, officer: Client) -> None:
    where = f"/lam-viec/viec/{work.pk}/ket-qua/"
    assert "Số, ký hiệu văn bản đã ban hành" in words(officer.get(where))
    refused = officer.post(where, {"text": "Đã trình ký xong"})
    assert refused.status_code == 422
    assert "Ghi số, ký hiệu văn bản đã ban hành" in words(refused)
    assert "Đã trình ký xong" in refused.content.decode()
    assert not WorkReport.objects.exists()


def test_the_document_stands_with_the_task_once_a_leader_has_accepted(
    world: World, work: Assignment, officer: Client
) -> None:
    sent = {"text": "Đã ban hành", "document": "12/QĐ-UBND", "document_on": "05/11/2026"}
    officer.post(f"/lam-viec/viec/{work.pk}/ket-qua/", sent)
    plan = f"{LIST}{Plan.objects.get().pk}/"
    assert "12/QĐ-UBND" not in words(officer.get(plan)), "nobody has accepted it yet"
    logged_in(world, Role.LEADER).post(f"/lam-viec/viec/{work.pk}/duyet/", {"accept": "1"})
    assert "Đã ban hành: 12/QĐ-UBND ngày 05/11/2026" in words(officer.get(plan))
    report = WorkReport.objects.get()
    assert (report.document, report.document_on) == ("12/QĐ-UBND", date(2026, 11, 5))


def test_a_day_that_lies_ahead_is_refused(work: Assignment, officer: Client) -> None:
    sent = {"text": "Đã ban hành", "document": "12/QĐ-UBND", "document_on": "05/11/2126"}
    refused = officer.post(f"/lam-viec/viec/{work.pk}/ket-qua/", sent)
    assert "Ngày ban hành còn ở phía trước" in words(refused)
    assert not WorkReport.objects.exists()


def test_a_product_without_number_is_said_to_be_so(work: Assignment, officer: Client) -> None:
    sent = {"text": "Đã dán ở trụ sở", "without_number": "on"}
    assert officer.post(f"/lam-viec/viec/{work.pk}/ket-qua/", sent).status_code == 302


def test_work_whose_product_is_a_document_is_found(work: Assignment, officer: Client) -> None:
    page = words(officer.get("/lam-viec/nhiem-vu/?van_ban=on&vai=lead"))
    assert "Xây dựng quy chế nội bộ" in page
    assert "Vận hành cổng" not in page
