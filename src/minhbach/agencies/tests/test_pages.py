"""The pages, public and officers'."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from minhbach.agencies.actions.appoint_focal_point import appoint_focal_point
from minhbach.agencies.contracts import FocalPointFields
from minhbach.agencies.models import Body, FocalPoint
from minhbach.agencies.registries import BodyPart, show_on_body_page
from minhbach.domain.access import VISITOR, Actor, Role
from minhbach.domain.units.values import Level, UnitKind

from .conftest import MAKER, NOW, TODAY, World, make_territory
from .test_focal_points import FIELDS

Visit = Callable[[Actor], Client]
TYPED = {
    "name": "Trần Thị Thử",
    "position": "Công chức",
    "address": "Số 1 phố Mẫu",
    "telephone": "0000 000 001",
    "email": "thu@maumot.vidu.vn",
    "from_on": "13/10/2026",
}


def words(response: Any) -> str:
    return response.content.decode()


def publish(world: World, fields: FocalPointFields = FIELDS) -> int:
    return appoint_focal_point(body_id=world.ward.pk, fields=fields, from_on=TODAY, actor=MAKER, now=NOW).id


def test_the_directory_finds_a_body_with_and_without_marks(world: World, visit: Visit) -> None:
    for question in ("phường mẫu một", "phuong mau mot", "mau mot ubnd"):
        page = words(visit(VISITOR).get(reverse("agencies:bodies"), {"q": question}))
        assert "Ủy ban nhân dân phường Mẫu Một" in page
        assert "Mẫu Hai" not in page


def test_committees_stand_first_among_what_is_found(world: World, visit: Visit) -> None:
    page = words(visit(VISITOR).get(reverse("agencies:bodies"), {"q": "mau mot"}))
    assert page.index("Ủy ban nhân dân phường Mẫu Một") < page.index("Công an phường Mẫu Một")


def test_one_browses_from_the_province_to_the_ward(world: World, visit: Visit) -> None:
    client = visit(VISITOR)
    assert "tỉnh Thí Dụ" in words(client.get("/co-quan/"))
    province = words(client.get("/co-quan/", {"noi": "thi-du"}))
    assert "Sở Tư pháp tỉnh Thí Dụ" in province
    assert "noi=mau-mot" in province
    assert "Phòng Văn hóa - Xã hội phường Mẫu Một" in words(client.get("/co-quan/", {"noi": "mau-mot"}))
    assert client.get("/co-quan/", {"noi": "khong-co"}).status_code == 404


def test_the_directory_of_an_earlier_day_says_that_nothing_is_known(world: World, visit: Visit) -> None:
    page = words(visit(VISITOR).get("/co-quan/", {"ngay": "1/1/2016", "q": "ubnd"}))
    assert "Trước ngày 30/6/2025 chưa có dữ liệu" in page
    assert "Không tìm thấy cơ quan nào" in page


def test_a_wrong_date_is_named_and_the_page_still_shown(world: World, visit: Visit) -> None:
    page = words(visit(VISITOR).get("/co-quan/", {"ngay": "31/2/2026"}))
    assert "Không có ngày 31/02/2026" in page


def test_a_body_shows_its_focal_point_as_the_law_has_it(world: World, visit: Visit) -> None:
    url = reverse("agencies:body", args=[world.ward.slug])
    assert "Cơ quan chưa công bố đầu mối" in words(visit(VISITOR).get(url))
    publish(world)
    page = words(visit(VISITOR).get(url))
    for text in (FIELDS.name, FIELDS.position, FIELDS.address, FIELDS.telephone, FIELDS.email):
        assert text in page
    assert "Cơ quan chưa công bố đầu mối" not in page


def test_a_division_is_served_by_the_focal_point_of_its_committee(world: World, visit: Visit) -> None:
    publish(world)
    division = Body.objects.get(slug="phong-van-hoa-xa-hoi-phuong-mau-mot-thi-du")
    page = words(visit(VISITOR).get(reverse("agencies:body", args=[division.slug])))
    assert "gửi tới đầu mối của" in page
    assert FIELDS.telephone in page


def test_data_that_nobody_confirmed_are_marked(world: World, visit: Visit) -> None:
    row = Body.objects.filter(state="unverified").first()
    assert row is not None
    assert "chưa xác nhận" in words(visit(VISITOR).get(reverse("agencies:body", args=[row.slug])))
    assert "chưa xác nhận" not in words(visit(VISITOR).get(reverse("agencies:body", args=[world.ward.slug])))


def test_a_later_room_adds_its_part_to_the_page(world: World, visit: Visit, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("minhbach.agencies.registries._parts", [])
    show_on_body_page(
        lambda body, actor: (
            BodyPart("foundation/parts/empty.html", {"sentence": f"Phần của {body.id}"}) if actor.is_officer else None
        )
    )
    url = reverse("agencies:body", args=[world.ward.slug])
    assert f"Phần của {world.ward.pk}" in words(visit(world.officer(Role.LEADER)).get(url))
    assert "Phần của" not in words(visit(VISITOR).get(url))


def test_the_list_of_focal_points_is_searched_and_downloaded(world: World, visit: Visit) -> None:
    publish(world)
    client = visit(VISITOR)
    page = words(client.get("/dau-moi/", {"q": "mau"}))
    assert page.count("chưa công bố") == 1
    assert FIELDS.email in page
    sheet = client.get("/dau-moi/", {"q": "mau", "dang": "csv"})
    rows = sheet.content.decode("utf-8-sig").splitlines()
    assert rows[0] == "Cơ quan,Thuộc,Đầu mối,Chức vụ,Địa chỉ làm việc,Điện thoại,Thư điện tử,Giờ làm việc"
    assert len(rows) == 3
    assert sheet["Content-Disposition"] == 'attachment; filename="dau-moi.csv"'


def test_a_cell_never_becomes_a_formula(world: World, visit: Visit) -> None:
    publish(world, FocalPointFields(name="=HYPERLINK(1)", address="x", telephone="0000 000 001", email="a@b.vn"))
    rows = visit(VISITOR).get("/dau-moi/", {"dang": "csv"}).content.decode("utf-8-sig")
    assert "'=HYPERLINK(1)" in rows


def test_only_essential_service_units_are_in_their_list(world: World, visit: Visit) -> None:
    assert "Chưa có đơn vị nào trong danh mục" in words(visit(VISITOR).get("/don-vi-su-nghiep/"))
    Body.objects.filter(pk=world.office.pk).update(kind="service_unit", essential_service=True)
    assert world.office.name in words(visit(VISITOR).get("/don-vi-su-nghiep/"))


@pytest.mark.parametrize(
    "url", ["/co-quan/?noi=thi-du", "/co-quan/?q=xa", "/dau-moi/", "/dau-moi/?dang=csv", "/co-quan/ubnd-thi-du/"]
)
def test_more_rows_cost_no_more_queries(
    world: World, visit: Visit, url: str, django_assert_max_num_queries: Any
) -> None:
    client = visit(VISITOR)
    with django_assert_max_num_queries(36) as few:
        client.get(url)
    for number in range(6):
        make_territory(f"xa-{number}", Level.COMMUNE, UnitKind.XA, f"Thêm {number}", "thi-du")
    with django_assert_max_num_queries(len(few)):
        client.get(url)


def test_officers_pages_are_not_there_for_others(world: World, visit: Visit) -> None:
    mine, stranger = f"/lam-viec/co-quan/{world.ward.pk}/", world.officer(Role.ADMINISTRATOR, body=world.other_ward)
    assert visit(VISITOR).get("/lam-viec/co-quan/").status_code in (302, 404)
    for url in (mine, f"{mine}sua/", f"{mine}don-vi-moi/", f"{mine}dau-moi-moi/"):
        assert visit(stranger).get(url).status_code == 404
        assert visit(world.officer(Role.ADMINISTRATOR)).get(url).status_code == 200
    assert visit(world.officer(Role.SPECIALIST)).get(mine).status_code == 200
    assert visit(world.officer(Role.SPECIALIST)).get(f"{mine}sua/").status_code == 404


def test_the_coordinator_sees_who_lacks_a_focal_point(world: World, visit: Visit) -> None:
    publish(world)
    client = visit(world.officer(Role.JUSTICE_COORDINATOR, body=world.justice))
    page = words(client.get("/lam-viec/co-quan/", {"co": "thieu"}))
    assert "Ủy ban nhân dân xã Mẫu Hai" in page
    assert "Ủy ban nhân dân phường Mẫu Một" not in page
    rows = client.get("/lam-viec/co-quan/", {"co": "thieu", "dang": "csv"}).content.decode("utf-8-sig").splitlines()
    assert len(rows) == 1 + 15


def test_the_officers_list_is_sorted_both_ways(world: World, visit: Visit) -> None:
    client = visit(world.officer(Role.ADMINISTRATOR, body=world.province))
    up, down = (words(client.get("/lam-viec/co-quan/", {"xep": sort, "q": "so"})) for sort in ("ten", "-ten"))
    first, last = "Sở Công Thương", "Sở Y tế"
    assert (up.index(first) < up.index(last)) and (down.index(first) > down.index(last))


def test_a_focal_point_is_appointed_changed_and_put_back_on_the_page(world: World, visit: Visit) -> None:
    client, own = visit(world.officer(Role.FOCAL_POINT)), f"/lam-viec/co-quan/{world.ward.pk}/"
    assert client.post(f"{own}dau-moi-moi/", TYPED).status_code == 302
    point = FocalPoint.objects.get()
    assert client.post(f"/lam-viec/dau-moi/{point.pk}/sua/", TYPED | {"telephone": "0000 000 009"}).status_code == 302
    assert "0000 000 009" in words(client.get(own))
    assert client.post(f"/lam-viec/dau-moi/{point.pk}/hoan-tac/").status_code == 302
    assert "0000 000 001" in words(client.get(own))
    assert client.post(f"/lam-viec/dau-moi/{point.pk}/ket-thuc/", {"until_on": "20/10/2026"}).status_code == 302
    page = words(client.get(own))
    assert "Sắp hết hạn" in page
    assert "Ghi ngày thôi làm đầu mối" in page
    assert client.post(f"/lam-viec/dau-moi/{point.pk}/rut-lai/").status_code == 302
    assert "Khôi phục" in words(client.get(own))
    assert client.post(f"/lam-viec/dau-moi/{point.pk}/khoi-phuc/").status_code == 302
    assert FocalPoint.objects.get().until_on == dt.date(2026, 10, 20)


def test_what_is_wrong_stands_at_its_box_and_nothing_typed_is_lost(world: World, visit: Visit) -> None:
    client, url = visit(world.officer(Role.LEADER)), f"/lam-viec/co-quan/{world.ward.pk}/dau-moi-moi/"
    for wrong, sentence in (
        ({"email": "thu"}, "Thư điện tử thiếu phần sau @"),
        ({"email": ""}, "Ghi địa chỉ thư điện tử. Phải công khai theo"),
        ({"telephone": "12"}, "Số điện thoại thiếu chữ số"),
        ({"from_on": "31/2/2026"}, "Không có ngày 31/02/2026"),
        ({"until_on": "1/1/2026"}, "Ngày kết thúc phải sau ngày bắt đầu"),
    ):
        answer = client.post(url, TYPED | wrong)
        assert answer.status_code == 422
        assert sentence in words(answer)
        assert "Số 1 phố Mẫu" in words(answer)
    assert not FocalPoint.objects.exists()


def test_a_stranger_cannot_change_a_focal_point(world: World, visit: Visit) -> None:
    point = publish(world)
    client = visit(world.officer(Role.ADMINISTRATOR, Role.LEADER, body=world.other_ward))
    for act in ("sua", "ket-thuc", "hoan-tac", "rut-lai", "khoi-phuc"):
        assert client.post(f"/lam-viec/dau-moi/{point}/{act}/", TYPED).status_code == 404
    assert client.get(f"/lam-viec/dau-moi/{point}/hoan-tac/").status_code in (404, 405)


def test_details_and_units_are_written_on_the_page(world: World, visit: Visit) -> None:
    client, own = visit(world.officer(Role.ADMINISTRATOR)), f"/lam-viec/co-quan/{world.ward.pk}/"
    details = {"address": "Số 1 phố Mẫu", "website": "maumot.thidu.vidu.vn", "email": "a@b.vn"}
    assert client.post(f"{own}sua/", details).status_code == 302
    assert client.post(f"{own}don-vi-moi/", {"name": "Bộ phận Một cửa", "kind": "inner_unit"}).status_code == 302
    again = client.post(f"{own}don-vi-moi/", {"name": "Bộ phận Một cửa", "kind": "inner_unit"})
    assert again.status_code == 422
    public = words(client.get(reverse("agencies:body", args=[world.ward.slug])))
    assert "https://maumot.thidu.vidu.vn" in public
    assert "Bộ phận Một cửa" in public
