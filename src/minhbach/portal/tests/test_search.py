"""The public's search over HTTP: what fits, narrowed by GET boxes, never more than everybody may see."""

from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from minhbach.accounts.models import Person
from minhbach.agencies.models import Body, Succession
from minhbach.portal.tests.conftest import Published
from minhbach.register.models import Item
from minhbach.register.tests.conftest import World

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


def page(client: Client, **question: str) -> str:
    response = client.get("/tim-kiem/", question)
    assert response.status_code == 200
    return response.content.decode()


def test_item_is_found_without_marks_and_leads_to_its_page(client: Client, published: Published) -> None:
    row = published.item(title="Bảng giá đất năm 2027", text="Điều 1. Giá đất ở đô thị")
    shown = page(client, q="bang gia dat")
    assert f'href="/thong-tin/{row.public_id}/?q=bang%20gia%20dat"' in shown
    assert "<mark>Bảng giá đất</mark>" in shown
    assert "1 kết quả" in shown


def test_the_kind_finds_an_item_whose_title_leaves_it_out(client: Client, published: Published) -> None:
    plan = published.item(title="Phát triển kinh tế - xã hội năm 2026", kind="Kế hoạch")
    other = published.item(title="Số liệu thống kê năm 2026", kind="Báo cáo")
    for words in ("kế hoạch 2026", "ke hoach 2026", "ke hoach phat trien kinh te"):
        shown = page(client, q=words)
        assert plan.public_id in shown, words
        assert other.public_id not in shown.split(plan.public_id)[0], words


def test_officer_finds_here_what_everybody_finds(client: Client, world: World, published: Published) -> None:
    world.item(actor=published.keeper, title="Dự thảo giá đất chưa duyệt")
    client.force_login(Person.objects.get(pk=published.keeper.person), backend=BACKEND)
    assert "chưa duyệt</a>" not in page(client, q="giá đất chưa duyệt")
    assert "Không tìm thấy" in page(client, q="dự thảo giá đất chưa duyệt")


def test_what_is_withdrawn_is_found_no_more(client: Client, published: Published) -> None:
    row = published.item(title="Bảng giá đất năm 2027")
    published.close(row)
    assert row.public_id not in page(client, q="bảng giá đất")


def test_boxes_narrow_and_say_how_many_each_would_leave(client: Client, world: World, published: Published) -> None:
    plan = published.item(title="Quy hoạch xã", kind="Kế hoạch", created_on=date(2025, 5, 5), letter="l")
    decision = published.item(title="Quy hoạch phân khu", kind="Quyết định", created_on=date(2026, 5, 5), letter="a")
    both = page(client, q="quy hoạch")
    assert "2 kết quả" in both
    assert "Quyết định (1)" in both
    for narrow in ({"loai": "Quyết định"}, {"nam": "2026"}, {"nhom": "a"}):
        shown = page(client, q="quy hoạch", **narrow)
        assert decision.public_id in shown, narrow
        assert plan.public_id not in shown, narrow
        assert 'class="chip"' in shown, narrow
    assert "2 kết quả" in page(client, q="quy hoạch", co_quan=world.ward.slug)
    assert "bỏ bớt bộ lọc" in page(client, q="quy hoạch", co_quan=world.other_ward.slug).lower()


def test_agency_is_searched_with_its_units_or_without(client: Client, world: World, published: Published) -> None:
    row = published.item(title="Nội quy tiếp dân", body=world.office)
    assert row.public_id in page(client, q="nội quy", co_quan=world.ward.slug)
    assert row.public_id not in page(client, q="nội quy", co_quan=world.ward.slug, rieng="1")


def test_what_a_body_took_over_is_found_under_it(client: Client, world: World, published: Published) -> None:
    row = published.item(title="Nội quy chợ cũ", body=world.other_ward)
    Body.objects.filter(pk=world.other_ward.pk).update(exists_until=date(2026, 10, 18))
    Succession.objects.create(
        older=world.other_ward, newer=world.ward, on=date(2026, 10, 18), extent="whole", main=True
    )
    assert row.public_id in page(client, q="nội quy", co_quan=world.ward.slug)
    shown = client.get(reverse("portal:item", args=[row.public_id])).content.decode()
    assert "Nay giữ thông tin này:" in shown
    assert reverse("agencies:body", args=[world.ward.slug]) in shown


def test_newest_come_first_when_asked(client: Client, published: Published) -> None:
    old = published.item(title="Giá đất giá đất giá đất", created_on=date(2026, 1, 5))
    new = published.item(title="Thông báo về giá đất", created_on=date(2026, 9, 5))
    shown = page(client, q="giá đất", xep="moi")
    assert shown.index(new.public_id) < shown.index(old.public_id)


def test_results_are_saved_as_a_table(client: Client, published: Published) -> None:
    published.item(title="=Giá đất", kind="Quyết định", number="12", symbol="QĐ-UBND")
    answer = client.get("/tim-kiem/", {"q": "giá đất", "dang": "csv"})
    assert answer.headers["Content-Type"].startswith("text/csv")
    text = answer.content.decode()
    assert "'=Giá đất,Quyết định,12/QĐ-UBND" in text


@pytest.mark.parametrize(
    "question",
    [
        {"q": "x", "co_quan": "khong-co"},
        {"q": "x", "nam": "0000", "trang": "400"},
        {"q": "x", "nhom": "<b>"},
        {"q": "", "loai": "\x00'--"},
        {"nam": "2026"},
    ],
)
def test_nonsense_is_ignored(client: Client, published: Published, question: dict[str, str]) -> None:
    published.item(title="x y z")
    assert "<b>" not in page(client, **question)


def test_number_of_queries_does_not_grow_with_hits(client: Client, published: Published) -> None:
    def asked() -> int:
        with CaptureQueriesContext(connection) as captured:
            page(client, q="giá đất")
        return len(captured)

    for number in range(3):
        published.item(title=f"Giá đất {number}", text=f"Giá đất số {number}")
    page(client, q="giá đất")
    few = asked()
    for number in range(3, 15):
        published.item(title=f"Giá đất {number}", text=f"Giá đất số {number}")
    assert asked() <= few
    assert Item.objects.count() == 15
