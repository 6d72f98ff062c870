"""The way of a document over HTTP, without scripts, as each person walks it."""

import re
from html import unescape
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from minhbach.accounts.models import Person
from minhbach.agencies.models import Body
from minhbach.domain.access import Role
from minhbach.foundation.jobs import run_due_jobs
from minhbach.planning.models import Plan, PlanImport
from minhbach.planning.tests.conftest import PLAN_TEXT, World

OFFICE = "Văn phòng HĐND và UBND xã"
CULTURE = "Phòng Văn hóa - Xã hội"
ECONOMY = "Phòng Kinh tế"
LIST = "/lam-viec/ke-hoach/"
BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


def logged_in(world: World, *roles: Role, body: Body | None = None) -> Client:
    actor = world.officer(roles[0], body=body)
    client = Client()
    client.force_login(
        Person.objects.get(pk=actor.person), backend="allauth.account.auth_backends.AuthenticationBackend"
    )
    return client


def upload(client: Client, world: World, text: str = PLAN_TEXT) -> Any:
    document = SimpleUploadedFile("kh-15.txt", text.encode())
    return client.post(LIST + "nhap/moi/", {"body": world.ward.pk, "document": document}, follow=True)


def words(response: Any) -> str:
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", response.content.decode())))


def reviewed(client: Client, world: World) -> str:
    """Upload, let the job read, and answer every name; return the address of the import."""
    upload(client, world)
    run_due_jobs()
    row = PlanImport.objects.get()
    PlanImport.objects.update(issuing_body=world.ward)
    where = f"{LIST}nhap/{row.pk}/"
    for name, body in ((OFFICE, world.office), (CULTURE, world.culture), (ECONOMY, world.economy)):
        client.post(f"{where}ten-co-quan/?ten={name}&tim={body.name}", {"bodies": [body.pk], "save": "1"})
    return where


def test_a_document_waits_is_read_and_its_doubts_stand_first(world: World) -> None:
    client = logged_in(world, Role.SPECIALIST)
    unknown = PLAN_TEXT.replace("Cơ quan chủ trì: Phòng Văn hóa - Xã hội", "Cơ quan chủ trì: Ban Thử nghiệm")
    assert "Đang đọc văn bản" in words(upload(client, world, unknown))
    run_due_jobs()
    where = f"{LIST}nhap/{PlanImport.objects.get().pk}/"
    page = words(client.get(where))
    assert "Kế hoạch 15/KH-UBND: 2 nhiệm vụ, 1 chỗ chưa chắc" in page
    assert "Tên cơ quan cần chọn" in page
    assert page.index("2 Vận hành cổng") < page.index("1 Xây dựng quy chế"), "the doubtful one stands first"
    assert "Đầu mối, điều phối tư pháp hoặc lãnh đạo xác nhận" in page


def test_each_field_shows_its_place_in_the_source(world: World) -> None:
    client = logged_in(world, Role.SPECIALIST)
    where = reviewed(client, world)
    page = client.get(where + "muc/1/").content.decode()
    lit = re.findall(r'<p [^>]*class="lit.*?</p>', page, re.DOTALL)
    assert any("Thời gian hoàn thành: Quý IV năm 2026" in line and "Hạn" in line for line in lit)
    assert any("Cơ quan chủ trì" in line and "Chủ trì</a>" in line for line in lit)
    assert "thứ Năm" in page.replace("\xa0", " "), "31/12/2026 is a Thursday"


def test_what_was_typed_stays_when_something_lacks(world: World) -> None:
    client = logged_in(world, Role.SPECIALIST)
    where = reviewed(client, world)
    typed = {"title": "", "lead": "Phòng Vừa Gõ", "deadline_text": "Quý I năm 2027"}
    answer = client.post(where + "muc/1/", typed)
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "Phòng Vừa Gõ" in page
    assert "Quý I năm 2027" in page
    assert "Ghi tên nhiệm vụ như trong văn bản." in page
    assert "<title>Lỗi: " in page


def test_a_deadline_typed_in_words_is_read_again(world: World) -> None:
    client = logged_in(world, Role.SPECIALIST)
    where = reviewed(client, world)
    typed = {"number": "1", "title": "Quy chế", "lead": OFFICE, "deadline_text": "Quý I năm 2027", "deadline_kind": ""}
    client.post(where + "muc/1/", typed)
    draft = PlanImport.objects.get().draft_tasks.get(position=1)
    assert str(draft.deadline_end) == "2027-03-31"


def test_from_upload_to_the_public_page(world: World) -> None:
    focal_point, leader = logged_in(world, Role.FOCAL_POINT), logged_in(world, Role.LEADER)
    where = reviewed(focal_point, world)
    assert "Xác nhận Kế hoạch 15/KH-UBND" in words(focal_point.get(where + "xac-nhan/"))
    after = focal_point.post(where + "xac-nhan/", follow=True)
    plan = Plan.objects.get()
    assert after.redirect_chain[-1][0] == f"{LIST}{plan.pk}/"
    public = f"/ke-hoach/{plan.slug}/"
    visitor = Client()
    assert visitor.get(public).status_code == 404
    focal_point.post(f"{LIST}{plan.pk}/trinh/")
    assert visitor.get(public).status_code == 404, "submitted is not approved"
    page = words(leader.get(f"{LIST}{plan.pk}/duyet/"))
    assert "Bản sẽ đăng" in page
    assert leader.post(f"{LIST}{plan.pk}/duyet/", {}).status_code == 422, "without having looked"
    leader.post(f"{LIST}{plan.pk}/duyet/", {"seen": "1"})
    seen = words(visitor.get(public))
    assert "Xây dựng quy chế nội bộ về cung cấp thông tin" in seen
    assert "→ đến hết 31/12/2026" in seen
    assert "15/KH-UBND" in words(visitor.get("/ke-hoach/?tim=ke+hoach+15"))
    assert "Xây dựng quy chế" in visitor.get(public + "nhiem-vu.csv").content.decode()
    leader.post(f"{LIST}{plan.pk}/rut/", {"remark": "Có bản mới"})
    assert visitor.get(public).status_code == 404


def test_the_agency_s_own_list_has_its_tasks_with_and_without_dates(world: World) -> None:
    client = logged_in(world, Role.FOCAL_POINT)
    client.post(reviewed(client, world) + "xac-nhan/")
    own = logged_in(world, Role.SPECIALIST, body=world.culture)
    page = words(own.get("/lam-viec/nhiem-vu/"))
    assert "2 nhiệm vụ" in page
    assert "31/12/2026 Quý IV năm 2026" in page
    assert "Thường xuyên" in page
    assert "1 nhiệm vụ" in words(own.get("/lam-viec/nhiem-vu/?vai=lead"))
    assert "Không tìm thấy nhiệm vụ nào" in words(own.get("/lam-viec/nhiem-vu/?tim=khongcogi"))
    assert own.get("/lam-viec/nhiem-vu/nhiem-vu.csv?vai=lead").content.decode().count("\r\n") == 2


def test_a_stranger_and_a_visitor_find_nothing(world: World) -> None:
    client = logged_in(world, Role.FOCAL_POINT)
    where = reviewed(client, world)
    stranger = logged_in(world, Role.LEADER, body=world.other_ward)
    for path in (where, where + "muc/1/", where + "van-ban/", where + "xac-nhan/"):
        assert stranger.get(path).status_code == 404
        assert Client().get(path).status_code == 302
    client.post(where + "xac-nhan/")
    assert stranger.get(f"{LIST}{Plan.objects.get().pk}/").status_code == 404


def test_the_same_file_again_leads_to_the_first(world: World) -> None:
    client = logged_in(world, Role.SPECIALIST)
    upload(client, world)
    again = upload(client, world)
    assert again.status_code == 409
    assert "Không có gì thay đổi" in words(again)


@pytest.mark.parametrize(
    "path", ["/lam-viec/ke-hoach/", "/lam-viec/ke-hoach/nhap/", "/lam-viec/nhiem-vu/", "/ke-hoach/"]
)
def test_empty_pages_say_who_adds_something(world: World, path: str) -> None:
    assert "Chưa có" in words(logged_in(world, Role.SPECIALIST).get(path))


def test_lists_ask_as_many_questions_for_many_rows_as_for_few(world: World, django_assert_max_num_queries: Any) -> None:
    client = logged_in(world, Role.FOCAL_POINT)
    client.post(reviewed(client, world) + "xac-nhan/")
    plan = Plan.objects.get()
    for path, most in (("/lam-viec/nhiem-vu/", 22), (LIST, 22), (f"{LIST}{plan.pk}/", 40)):
        with django_assert_max_num_queries(most) as few:
            client.get(path)
        before = len(few)
        for position in range(100, 120):
            task = plan.tasks.first()
            assert task is not None
            parts = list(task.assignments.all())
            task.pk, task.position = None, position
            task.save()
            for part in parts:
                part.pk, part.task = None, task
                part.save()
        with django_assert_max_num_queries(before):
            client.get(path)
        plan.tasks.filter(position__gte=100).delete()
