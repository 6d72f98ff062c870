"""The pages of internal regulations: the whole way over HTTP, what the public reads, who lacks one."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client

from minhbach.accounts.models import Person
from minhbach.agencies.models import Body
from minhbach.domain.access import Actor, Role
from minhbach.foundation import clock
from minhbach.papers.actions.give_number import give_number
from minhbach.papers.models import Letter
from minhbach.publication.actions.begin_regulation import begin_from_model
from minhbach.publication.models import Announcement, Opinion, RegulationArticle
from minhbach.publication.tests.conftest import NOW, TODAY, World
from minhbach.publication.tests.test_regulations import MODEL, SCAN, WHOLE, asked, published, whole

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
OFFICE = "/lam-viec/cong-khai/quy-che/"


@pytest.fixture(autouse=True)
def today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "now", lambda: NOW)
    monkeypatch.setattr(clock, "today", lambda: TODAY)


@pytest.fixture
def drafter(world: World) -> Actor:
    return world.officer(Role.SPECIALIST)


@pytest.fixture
def leader(world: World) -> Actor:
    return world.officer(Role.LEADER)


def as_person(actor: Actor) -> Client:
    client = Client()
    client.force_login(Person.objects.get(pk=actor.person), backend=BACKEND)
    return client


def page(client: Client, url: str, **question: str) -> str:
    return client.get(url, question).content.decode()


def test_the_whole_way_over_the_pages(world: World, drafter: Actor, leader: Actor) -> None:
    officer, boss = as_person(drafter), as_person(leader)
    begun = officer.post(OFFICE, {"body": world.ward.pk, "how": "goi-y:2026.1"})
    made = Announcement.objects.get()
    one = f"{OFFICE}{made.pk}/"
    assert begun["Location"] == one
    assert "Mẫu gợi ý của phần mềm, bản 2026.1; không phải văn bản pháp luật" in page(officer, one)
    assert "Chưa điền: Đơn vị giữ cơ sở dữ liệu, lưu trữ." in page(officer, one)
    subject = "Cung cấp thông tin của {co_quan}"
    wrong = officer.post(one + "cho-dien/", {**WHOLE, "ngay_tim": "9", "subject": subject, "revision": "0"})
    assert wrong.status_code == 422
    assert 'value="9"' in wrong.content.decode(), "what was typed is kept"
    assert officer.post(one + "cho-dien/", {**WHOLE, "subject": subject, "revision": "0"}).status_code == 302
    article = made.regulation.articles.get(key="chi_phi")
    given = {"chapter": article.chapter, "title": article.title, "text": "1. Không thu.", "revision": "1"}
    assert officer.post(f"{one}dieu/{article.pk}/", given).status_code == 302
    stale = officer.post(f"{one}dieu/{article.pk}/", {**given, "text": "1. Chữ của người thứ hai."})
    assert stale.status_code == 422
    assert "Chữ của người thứ hai." in stale.content.decode()
    assert "<del>" in page(officer, one + "so-voi-mau/")
    office = Body.objects.get(kind="office", territory=world.ward.territory)
    clerk = as_person(world.officer(Role.SPECIALIST, body=office))
    question = {"units": [office.pk], "others": "", "until_on": "20/10/2026", "note": "", "revision": "2"}
    assert officer.post(one + "lay-y-kien/", question).status_code == 302
    assert "Góp ý dự thảo quy chế" in page(clerk, "/lam-viec/")
    said = {"stance": "changes", "article": str(article.pk), "text": "Nên có hai khoản."}
    assert clerk.post(one + "y-kien/", {**said, "text": ""}).status_code == 422
    assert clerk.post(one + "y-kien/", said).status_code == 302
    officer.post(one + "ket-thuc-y-kien/")
    opinion = Opinion.objects.get()
    answer = {"answer": "not_taken", "text": "Một khoản là đủ."}
    assert officer.post(f"{one}y-kien/{opinion.pk}/", {"answer": "not_taken", "text": ""}).status_code == 422
    assert officer.post(f"{one}y-kien/{opinion.pk}/", answer).status_code == 302
    for ending in ("docx", "xlsx", "pdf"):
        assert officer.get(f"{one}bang-y-kien.{ending}").status_code == 200
        assert ending == "xlsx" or officer.get(f"{one}du-thao.{ending}").status_code == 200
    assert officer.get(one + "du-thao.exe").status_code == 404
    officer.post(one + "ban-hanh/soan/", {"revision": "2"})
    letter = f"/lam-viec/cong-van/{Letter.objects.get().pk}/"
    boss.post(letter + "cap-so/", {"symbol": "QĐ-UBND", "issued_on": "13/10/2026", "number": ""})
    from django.core.files.uploadedfile import SimpleUploadedFile  # noqa: PLC0415

    boss.post(letter + "ban-ky/", {"scan": SimpleUploadedFile("ban-ky.pdf", SCAN)})
    assert "Xác nhận ban hành" in page(officer, "/lam-viec/")
    officer.post(one + "ban-hanh/xac-nhan/")
    act = f"/lam-viec/cong-bo/{made.pk}/"
    officer.post(act + "trinh/")
    assert "1. Không thu." in page(boss, act + "duyet/")
    assert boss.post(act + "duyet/", {"seen": "on"}).status_code == 302
    public = page(Client(), f"/quy-che/{made.pk}/")
    for words in ("Quyết định số 01/QĐ-UBND ngày 13/10/2026", "1. Không thu.", "Chương I", "2 ngày làm việc"):
        assert words in public, words
    assert "Nên có hai khoản" not in public


def test_the_public_finds_it_on_the_agency_page_in_the_list_in_the_search_and_as_files(
    world: World, drafter: Actor, leader: Actor
) -> None:
    slug = f"/co-quan/{world.ward.slug}/"
    assert "chưa có quy chế được công bố" in page(Client(), slug)
    made = published(world, drafter, leader)
    address = f"/quy-che/{made}/"
    assert address in page(Client(), slug)
    assert address in page(Client(), "/quy-che/", co="co")
    assert address not in page(Client(), "/quy-che/", co="chua")
    assert "01/QĐ-UBND" in Client().get("/quy-che/", {"dang": "csv"}).content.decode("utf-8-sig")
    assert address in page(Client(), "/tim-kiem/", q="quy chế nội bộ mẫu một")
    for ending, begins in (("docx", b"PK"), ("pdf", b"%PDF")):
        assert Client().get(f"{address}quy-che.{ending}").content.startswith(begins)
    assert "Internal regulation" in page(Client(), f"/en{address}")


def test_who_lacks_one_is_listed_for_those_above_with_files(world: World, drafter: Actor, leader: Actor) -> None:
    above = as_person(
        world.officer(Role.JUSTICE_COORDINATOR, body=Body.objects.get(territory__key="thi-du", kind="committee"))
    )
    url = OFFICE + "tinh-hinh/"
    assert world.ward.name in page(above, url, co="chua")
    made = whole(world, drafter)
    assert world.ward.name in page(above, url, co="dang-soan")
    asked(made, drafter, world.other_ward.pk)
    assert world.ward.name in page(above, url, co="lay-y-kien")
    sheet = above.get(url, {"dang": "csv"}).content.decode("utf-8-sig")
    assert "Đang lấy ý kiến" in sheet
    assert above.get(url, {"dang": "xlsx"}).content.startswith(b"PK")
    urging = "/lam-viec/cong-khai/chua-cong-bo/quy-che/don-doc/"
    province = Body.objects.get(territory__key="thi-du", kind="committee")
    given = {
        "bodies": [world.other_ward.pk], "from_body": province.pk, "separately": "chung", "answer_by": "20/10/2026",
        "more": "",
    }  # fmt: skip
    assert above.post(urging, given).status_code == 302
    letter = Letter.objects.get()
    assert letter.subject == "đôn đốc ban hành và công khai quy chế nội bộ về cung cấp thông tin"
    assert "điểm c khoản 1 Điều 17" in str(letter.content)
    assert "Công văn" in page(above, url, co="chua")
    urged = as_person(world.officer(Role.LEADER, body=world.other_ward))
    assert "Chưa có quy chế nội bộ" not in page(urged, "/lam-viec/"), "the letter has no number yet"
    coordinator = world.officer(Role.LEADER, body=province)
    give_number(letter_id=letter.pk, symbol="UBND-VP", issued_on=TODAY, actor=coordinator, now=NOW)
    assert "Chưa có quy chế nội bộ" in page(urged, "/lam-viec/")


def test_predecessors_regulations_stand_on_the_successors_page(world: World, drafter: Actor, leader: Actor) -> None:
    from minhbach.agencies.models import Succession  # noqa: PLC0415

    made = published(world, drafter, leader)
    Succession.objects.create(older=world.ward, newer=world.other_ward, on=TODAY, extent="whole", main=True)
    shown = page(Client(), f"/co-quan/{world.other_ward.slug}/")
    assert "Của cơ quan tiền thân" in shown
    assert f"/quy-che/{made}/" in shown


def test_pages_ask_few_questions_and_no_more_for_more_articles_and_opinions(
    world: World, drafter: Actor, leader: Actor, django_assert_max_num_queries: Any
) -> None:
    made = published(world, drafter, leader)
    for url in ("/quy-che/", f"/quy-che/{made}/"):
        with django_assert_max_num_queries(12):
            Client().get(url)
    client = as_person(drafter)
    draft = begin_from_model(body_id=world.ward.pk, **MODEL, actor=drafter, now=NOW)
    for url in (OFFICE, f"{OFFICE}{draft}/", f"{OFFICE}{draft}/lay-y-kien/"):
        with django_assert_max_num_queries(24):
            client.get(url)


def test_articles_are_moved_and_dropped_by_buttons_of_one_form(world: World, drafter: Actor) -> None:
    made, client = whole(world, drafter), as_person(drafter)
    one = f"{OFFICE}{made}/"
    own = {
        "chapter": "Quy định chung",
        "title": "Giải thích từ ngữ",
        "text": "1. Đầu mối là {dau_moi}.",
        "revision": "1",
    }
    assert client.post(one + "dieu/them/", own).status_code == 302
    added = RegulationArticle.objects.get(title="Giải thích từ ngữ")
    shown = client.get(one)
    assert len(shown.content) < 60 * 1024
    assert f'formaction="{one}dieu/{added.pk}/bo/"' in shown.content.decode()
    client.post(f"{one}dieu/{added.pk}/doi-cho/", {"up": "1", "revision": "2"})
    assert "Điều 23. Giải thích từ ngữ" in page(client, one), "it changed its chapter first"
    client.post(f"{one}dieu/{added.pk}/doi-cho/", {"up": "1", "revision": "3"})
    assert "Điều 22. Giải thích từ ngữ" in page(client, one)
    client.post(f"{one}dieu/{added.pk}/bo/", {"revision": "3"})
    assert "Có người vừa sửa" in page(client, one), "the button stood on an older page"
    client.post(f"{one}dieu/{added.pk}/bo/", {"revision": "4"})
    assert "Giải thích từ ngữ" not in page(client, one).replace("Sửa một điều", "")


def test_a_name_that_several_bodies_have_is_asked_about(world: World, drafter: Actor) -> None:
    made, client = whole(world, drafter), as_person(drafter)
    revision = Announcement.objects.get(pk=made).revision
    given = {"others": "Ủy ban nhân dân", "until_on": "20/10/2026", "note": "", "revision": str(revision)}
    answer = client.post(f"{OFFICE}{made}/lay-y-kien/", given)
    assert answer.status_code == 422
    assert "Ghi đủ tên và nơi" in answer.content.decode()
    given["others"] = world.other_ward.name
    assert client.post(f"{OFFICE}{made}/lay-y-kien/", given).status_code == 302


def test_a_day_that_is_over_brings_the_round_to_its_drafter(
    world: World, drafter: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = whole(world, drafter)
    asked(made, drafter, world.other_ward.pk, until_on=date(2026, 10, 16))
    client = as_person(drafter)
    assert "Kết thúc lấy ý kiến" not in page(client, "/lam-viec/")
    monkeypatch.setattr(clock, "today", lambda: TODAY + timedelta(days=4))
    assert "Kết thúc lấy ý kiến" in page(client, "/lam-viec/")
