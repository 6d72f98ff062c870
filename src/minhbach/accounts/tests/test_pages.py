"""The pages of people, posts and one's own account, over HTTP and without scripts."""

import csv
import io
from datetime import date
from typing import Any

import pytest
import time_machine
from django.test import Client

from minhbach.accounts.contracts import PersonRecord
from minhbach.accounts.models import Delegation, Person, Post
from minhbach.accounts.queries import posts_of
from minhbach.accounts.tests.conftest import NOW, PASSWORD, SYSTEM, World, acting, logged_in
from minhbach.domain.access import Role

PEOPLE = "/lam-viec/can-bo/"


@pytest.fixture(autouse=True)
def on_the_day() -> Any:
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def browser(admin: PersonRecord) -> Client:
    return logged_in(admin)


def test_the_list_shows_the_people_of_the_ward_and_nobody_else(
    world: World, browser: Client, other_admin: PersonRecord
) -> None:
    world.person("ann", name="Lê Thị An")
    world.person("binh", body=world.division, name="Trần Bình")
    page = browser.get(PEOPLE).content.decode()
    assert page.index("Lê Thị An") < page.index("Trần Bình")
    assert "3 người" in page
    assert other_admin.name not in page


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("?q=le thi", {"Lê Thị An"}),
        ("?q=BINH@vidu", {"Trần Bình"}),
        ("?q=khong-co-ai", set()),
        ("?vai_tro=leader", {"Trần Bình"}),
        ("?tinh_trang=da-khoa", {"Đỗ Cũ"}),
        ("?vai_tro=khong-co", {"Lê Thị An", "Trần Bình", "Đỗ Cũ"}),
    ],
)
def test_the_list_is_searched_and_filtered(world: World, browser: Client, question: str, found: set[str]) -> None:
    world.person("ann", name="Lê Thị An")
    world.person("binh", Role.LEADER, name="Trần Bình")
    closed = world.person("cuu", name="Đỗ Cũ")
    Person.objects.filter(id=closed.id).update(is_active=False)
    page = browser.get(PEOPLE + question).content.decode()
    assert {name for name in ("Lê Thị An", "Trần Bình", "Đỗ Cũ") if name in page} == found
    if not found:
        assert "Không tìm thấy ai." in page


def test_the_list_is_sorted_by_name_and_by_last_log_in(world: World, browser: Client) -> None:
    world.person("ann", name="Lê Thị An")
    seen = world.person("binh", name="Trần Bình")
    Person.objects.filter(id=seen.id).update(last_login=NOW)
    backwards = browser.get(f"{PEOPLE}?xep=-ten").content.decode()
    assert backwards.index("Trần Bình") < backwards.index("Lê Thị An")
    recent = browser.get(f"{PEOPLE}?xep=-dang-nhap").content.decode()
    assert recent.index("Trần Bình") < recent.index("Lê Thị An")


def test_the_list_is_told_as_csv_that_no_spreadsheet_executes(world: World, browser: Client) -> None:
    world.person("ann", name='=HYPERLINK("http://xau")')
    response = browser.get(f"{PEOPLE}?dang=csv")
    assert response["Content-Type"] == "text/csv; charset=utf-8"
    rows = list(csv.reader(io.StringIO(response.content.decode("utf-8-sig"))))
    assert rows[0][0] == "Họ và tên"
    assert {row[0] for row in rows[1:]} == {"Lê Văn Quantri", '\'=HYPERLINK("http://xau")'}


def test_the_number_of_queries_does_not_grow_with_the_people(
    world: World, browser: Client, django_assert_max_num_queries: Any
) -> None:
    browser.get(PEOPLE)
    for number in range(3):
        world.person(f"nguoi{number}")
    with django_assert_max_num_queries(30) as few:
        browser.get(PEOPLE)
    for number in range(3, 30):
        world.post(world.person(f"nguoi{number}"), Role.LEADER)
    with django_assert_max_num_queries(30) as many:
        browser.get(PEOPLE)
    assert len(many) == len(few)


def test_the_number_of_queries_of_a_person_does_not_grow_with_what_they_did(
    world: World, browser: Client, django_assert_max_num_queries: Any
) -> None:
    person = world.person("mot")
    address = f"{PEOPLE}{person.id}/"
    browser.get(address)
    with django_assert_max_num_queries(40) as few:
        browser.get(address)
    for role in set(Role) - {Role.SPECIALIST}:
        world.post(person, role)
        world.post(person, role, body=world.division)
    with django_assert_max_num_queries(40) as many:
        browser.get(address)
    assert len(many) == len(few)


def test_an_account_is_made_on_the_page_and_its_password_shown_once(world: World, browser: Client) -> None:
    form = browser.get(f"{PEOPLE}them/")
    assert "Lập tài khoản" in form.content.decode()
    response = browser.post(
        f"{PEOPLE}them/",
        {
            "name": "Trần Thị Thử",
            "username": "thu.tt",
            "email": "",
            "role": "leader",
            "body": world.ward.pk,
            "unit": world.office.pk,
            "title": "Chủ tịch",
            "from_on": "13/10/2026",
        },
    )
    person = Person.objects.get(username="thu.tt")
    assert response["Location"] == f"{PEOPLE}{person.pk}/mat-khau-tam/"
    page = browser.get(response["Location"]).content.decode()
    password = page.split('<code class="temporary-password">')[1].split("</code>")[0]
    assert person.check_password(password)
    assert password not in browser.get(response["Location"]).content.decode()
    post = Post.objects.get(person=person)
    assert (post.role, post.unit_id, post.from_on) == ("leader", world.office.pk, date(2026, 10, 13))


def test_what_was_typed_stays_when_the_name_is_taken(world: World, browser: Client) -> None:
    typed = {
        "name": "Trần Thị Thử",
        "username": "quantri",
        "role": "leader",
        "body": world.ward.pk,
        "from_on": "1/11/2026",
    }
    page = browser.post(f"{PEOPLE}them/", typed).content.decode()
    assert "Có 1 chỗ cần sửa" in page
    assert "đã có người dùng" in page
    assert 'value="Trần Thị Thử"' in page
    assert 'value="1/11/2026"' in page
    assert "<title>Lỗi: " in page


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"from_on": "31/02/2026"}, "Không có ngày 31/02/2026."),
        ({"from_on": "hôm nay"}, "Ghi ngày như 5/3/2026"),
        ({"email": "thu@"}, "Thư điện tử thiếu phần sau @"),
        ({"name": ""}, "Nhập họ và tên."),
        ({"role": ""}, "Chọn vai trò."),
        ({"username": "thử"}, "Tên đăng nhập có 3 đến 40 ký tự"),
    ],
)
def test_errors_say_what_to_mend(world: World, browser: Client, wrong: dict[str, str], sentence: str) -> None:
    right = {"name": "A", "username": "aaa", "role": "leader", "body": str(world.ward.pk), "from_on": "1/11/2026"}
    assert sentence in browser.post(f"{PEOPLE}them/", {**right, **wrong}).content.decode()
    assert Person.objects.count() == 1


def test_another_body_cannot_be_chosen_by_forging_the_form(world: World, browser: Client) -> None:
    forged = {
        "name": "A",
        "username": "aaa",
        "role": "leader",
        "body": str(world.other_ward.pk),
        "from_on": "1/11/2026",
    }
    assert browser.post(f"{PEOPLE}them/", forged).status_code == 200
    assert not Person.objects.filter(username="aaa").exists()


def test_a_post_is_given_until_the_last_day_that_was_typed(world: World, browser: Client) -> None:
    person = world.person("mot")
    browser.post(
        f"{PEOPLE}{person.id}/vi-tri/",
        {"role": "leader", "body": world.ward.pk, "from_on": "01/11/2026", "last_on": "31/12/2026"},
    )
    post = Post.objects.get(person_id=person.id, role="leader")
    assert (post.from_on, post.until_on) == (date(2026, 11, 1), date(2027, 1, 1))
    page = browser.get(f"{PEOPLE}{person.id}/").content.decode()
    assert "01/11/2026" in page
    assert "01/01/2027" in page


def test_a_post_is_ended_and_the_last_administrator_is_told_why_not(
    world: World, browser: Client, admin: PersonRecord
) -> None:
    person = world.person("mot")
    (post,) = posts_of(person.id, actor=SYSTEM)
    assert browser.post(f"/lam-viec/vi-tri/{post.id}/thoi-giu/", {"until_on": "13/10/2026"}).status_code == 302
    assert not acting(person).posts
    (own,) = posts_of(admin.id, actor=SYSTEM)
    page = browser.post(f"/lam-viec/vi-tri/{own.id}/thoi-giu/", {"until_on": "13/10/2026"}).content.decode()
    assert "Cơ quan phải còn ít nhất một người quản trị." in page


def test_one_delegates_ones_own_post_and_takes_it_back(world: World) -> None:
    leader, deputy = world.person("lanhdao", Role.LEADER), world.person("pho", name="Đỗ Thị Phó")
    (post,) = posts_of(leader.id, actor=SYSTEM)
    client = logged_in(leader)
    address = f"/lam-viec/vi-tri/{post.id}/uy-quyen/"
    assert "Đỗ Thị Phó" in client.get(address).content.decode()
    response = client.post(
        address, {"delegate": deputy.id, "from_on": "20/10/2026", "last_on": "26/10/2026", "reason": "đi công tác"}
    )
    assert response["Location"] == "/lam-viec/tai-khoan/"
    row = Delegation.objects.get()
    assert (row.from_on, row.until_on) == (date(2026, 10, 20), date(2026, 10, 27))
    page = client.get("/lam-viec/tai-khoan/").content.decode()
    assert "từ 20/10/2026 đến hết 26/10/2026" in page
    assert "đi công tác" in page
    assert "đi công tác" not in logged_in(deputy).get("/lam-viec/tai-khoan/").content.decode()
    assert client.post(f"/lam-viec/uy-quyen/{row.pk}/thoi/").status_code == 302
    assert not acting(deputy, date(2026, 10, 21)).holds(Role.LEADER)


def test_work_is_handed_over_on_the_page(world: World, browser: Client) -> None:
    person = world.person("mot")
    address = f"{PEOPLE}{person.id}/ban-giao/{world.ward.pk}/"
    assert "Không có việc nào đang làm." in browser.get(address).content.decode()
    assert browser.post(address, {"reason": "chuyển công tác"}).status_code == 302
    assert not acting(person).posts


def test_an_account_is_closed_with_a_reason_and_opened_again(world: World, browser: Client) -> None:
    person = world.person("mot")
    assert "Ghi lý do." in browser.post(f"{PEOPLE}{person.id}/khoa/", {"reason": ""}).content.decode()
    browser.post(f"{PEOPLE}{person.id}/khoa/", {"reason": "Nghỉ hưu"})
    page = browser.get(f"{PEOPLE}{person.id}/").content.decode()
    assert "Đã khóa" in page
    assert "Nghỉ hưu" in page
    browser.post(f"{PEOPLE}{person.id}/mo-lai/")
    assert Person.objects.get(id=person.id).is_active


def test_a_temporary_password_is_given_on_the_page(world: World, browser: Client) -> None:
    person = world.person("mot")
    response = browser.post(f"{PEOPLE}{person.id}/cap-mat-khau/")
    assert response["Location"] == f"{PEOPLE}{person.id}/mat-khau-tam/"
    assert not Person.objects.get(id=person.id).check_password(PASSWORD)


def test_the_page_of_a_person_tells_what_was_done_and_by_whom(world: World, browser: Client) -> None:
    person = world.person("mot")
    browser.post(f"{PEOPLE}{person.id}/cap-mat-khau/")
    page = browser.get(f"{PEOPLE}{person.id}/").content.decode()
    assert "Cấp mật khẩu tạm" in page
    assert "09:00 ngày 13/10/2026" in page
    assert "Lê Văn Quantri" in page


def test_events_of_other_bodies_stay_with_them(world: World, browser: Client, other_admin: PersonRecord) -> None:
    person = world.person("mot")
    world.post(person, Role.LEADER, body=world.other_ward)
    page = browser.get(f"{PEOPLE}{person.id}/").content.decode()
    assert page.count("Giao vị trí<") == 0 or "Xã Mẫu Hai" not in page
    assert "xã Mẫu Hai" not in page
    assert "Người này còn giữ vị trí ở cơ quan khác" in page
    assert "Khóa tài khoản<" not in page


ADDRESSES = [
    PEOPLE + "{person}/",
    PEOPLE + "{person}/sua/",
    PEOPLE + "{person}/khoa/",
    PEOPLE + "{person}/mat-khau-tam/",
    PEOPLE + "{person}/vi-tri/",
    PEOPLE + "{person}/ban-giao/{body}/",
    "/lam-viec/vi-tri/{post}/thoi-giu/",
]
ACTS = [
    PEOPLE + "{person}/mo-lai/",
    PEOPLE + "{person}/cap-mat-khau/",
    PEOPLE + "{person}/bo-hai-lop/",
    PEOPLE + "{person}/dinh-danh/vneid/bo/",
    PEOPLE + "{person}/sua/",
    PEOPLE + "{person}/khoa/",
    PEOPLE + "{person}/vi-tri/",
    PEOPLE + "{person}/ban-giao/{body}/",
    "/lam-viec/vi-tri/{post}/thoi-giu/",
    "/lam-viec/vi-tri/{post}/uy-quyen/",
]


@pytest.mark.parametrize("who", ["colleague", "other_admin"])
def test_what_is_not_theirs_is_not_there(
    world: World, admin: PersonRecord, other_admin: PersonRecord, who: str
) -> None:
    target = world.person("muctieu", Role.LEADER)
    (post,) = posts_of(target.id, actor=SYSTEM)
    client = logged_in(world.person("dongnghiep") if who == "colleague" else other_admin)
    before = Person.objects.get(id=target.id).__dict__ | {"_state": None}
    for address in ADDRESSES:
        filled = address.format(person=target.id, post=post.id, body=world.ward.pk)
        assert client.get(filled).status_code == 404, filled
    for address in ACTS:
        filled = address.format(person=target.id, post=post.id, body=world.ward.pk)
        typed = {"until_on": "13/10/2026", "reason": "x", "name": "Chiếm", "username": "chiem", "role": "leader"}
        assert client.post(filled, typed).status_code == 404, filled
    assert Person.objects.get(id=target.id).__dict__ | {"_state": None} == before
    assert acting(target).posts


def test_acts_change_nothing_on_get(world: World, browser: Client) -> None:
    person = world.person("mot")
    for act in ("mo-lai", "cap-mat-khau", "bo-hai-lop"):
        assert browser.get(f"{PEOPLE}{person.id}/{act}/").status_code == 405
    assert Person.objects.get(id=person.id).check_password(PASSWORD)


def test_ones_own_password_is_changed_and_other_sessions_end(world: World) -> None:
    person = world.person("mot")
    here, elsewhere = logged_in(person), logged_in(person)
    new = {"password": "mật-khẩu-hoàn-toàn-mới", "password_again": "mật-khẩu-hoàn-toàn-mới"}
    address = "/lam-viec/tai-khoan/mat-khau/"
    assert "Mật khẩu đang dùng không đúng." in here.post(address, {**new, "present_password": "sai"}).content.decode()
    assert (
        "chưa giống nhau"
        in here.post(address, {**new, "present_password": PASSWORD, "password_again": "khác"}).content.decode()
    )
    assert here.post(address, {**new, "present_password": PASSWORD}).status_code == 302
    assert here.get("/lam-viec/tai-khoan/").status_code == 200
    assert elsewhere.get("/lam-viec/tai-khoan/").status_code == 302


def test_guessing_the_present_password_in_a_borrowed_session_is_locked(world: World) -> None:
    client = logged_in(world.person("mot"))
    new = {"password": "mật-khẩu-hoàn-toàn-mới", "password_again": "mật-khẩu-hoàn-toàn-mới"}
    for _ in range(6):
        client.post("/lam-viec/tai-khoan/mat-khau/", {**new, "present_password": "sai"})
    client.post("/lam-viec/tai-khoan/mat-khau/", {**new, "present_password": PASSWORD})
    assert Person.objects.get(username="mot").check_password(PASSWORD)


def test_one_logs_out_everywhere_else(world: World) -> None:
    person = world.person("mot")
    here, elsewhere = logged_in(person), logged_in(person)
    assert here.post("/lam-viec/tai-khoan/dang-xuat-noi-khac/").status_code == 302
    assert here.get("/lam-viec/tai-khoan/").status_code == 200
    assert elsewhere.get("/lam-viec/tai-khoan/").status_code == 302


def test_names_are_escaped(world: World, browser: Client) -> None:
    person = world.person("mot", name="<script>alert(1)</script>")
    for address in (PEOPLE, f"{PEOPLE}{person.id}/", f"{PEOPLE}{person.id}/khoa/"):
        page = browser.get(address).content.decode()
        assert "<script>alert(1)" not in page
        assert "&lt;script&gt;" in page


@pytest.mark.parametrize("path", [PEOPLE, "/lam-viec/tai-khoan/", "/lam-viec/can-bo/them/"])
def test_pages_are_there_in_english(world: World, browser: Client, path: str) -> None:
    response = browser.get(f"/en{path}")
    assert response.status_code == 200
    assert '<html lang="en">' in response.content.decode()
