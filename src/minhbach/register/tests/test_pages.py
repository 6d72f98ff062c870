"""The officers' pages over HTTP, without scripts."""

from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from minhbach.accounts.models import Person
from minhbach.domain.access import Actor, Role
from minhbach.register.contracts import Access
from minhbach.register.models import HeldFile, Item
from minhbach.register.tests.conftest import World
from minhbach.register.tests.test_acts import classified, published

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
WORDS = {"title": "Quyết định về giá đất năm 2027", "kind": "Quyết định", "number": "12", "symbol": "QĐ-UBND"}


def client_of(actor: Actor) -> Client:
    client = Client()
    client.force_login(Person.objects.get(pk=actor.person), backend=BACKEND)
    return client


@pytest.fixture
def keeper(world: World) -> Client:
    return client_of(world.officer(Role.SPECIALIST))


def page(client: Client, name: str, *arguments: Any, **question: str) -> str:
    answer = client.get(reverse(name, args=arguments), question)
    assert answer.status_code == 200
    return answer.content.decode()


def test_an_item_is_entered_then_classified_as_proposed(world: World, keeper: Client) -> None:
    said = {**WORDS, "issued_on": "5/10/2026", "origin": "created", "body": str(world.ward.pk), "retention": "mai"}
    answer = keeper.post(reverse("register:new_item"), said)
    row = Item.objects.get()
    assert answer.headers["Location"] == reverse("register:classify", args=[row.pk])
    assert (row.number, row.created_on, row.issuing_body_id) == ("12", date(2026, 10, 5), world.ward.pk)
    assert "giá đất" in page(keeper, "register:classify", row.pk)
    keeper.post(
        reverse("register:classify", args=[row.pk]), {"access": "open", "letter": "l", "version": str(row.version)}
    )
    row.refresh_from_db()
    assert (row.access, row.letter, row.publish_due_on) == ("open", "l", date(2026, 10, 12))
    shown = page(keeper, "register:item", row.pk)
    assert "khoản 4 Điều 18 Luật 01/2026/QH16" in shown
    assert "Vĩnh viễn" in shown


def test_what_is_wrong_comes_back_filled_in_with_the_item_that_is_known(world: World, keeper: Client) -> None:
    known = world.item(**{**WORDS, "issued_on": date(2026, 10, 5)})
    said = {**WORDS, "issued_on": "5/10/2026", "origin": "created", "body": str(world.ward.pk)}
    answer = keeper.post(reverse("register:new_item"), said)
    assert answer.status_code == 422
    assert reverse("register:item", args=[known.pk]) in answer.content.decode()
    assert WORDS["title"] in answer.content.decode()


def test_files_come_with_the_item_and_wait(world: World, keeper: Client, tmp_path: Any) -> None:
    file = tmp_path / "ke-hoach.txt"
    file.write_text("Kế hoạch")
    with file.open("rb") as opened:
        keeper.post(
            reverse("register:new_item"),
            {"title": "Kế hoạch", "origin": "created", "body": str(world.ward.pk), "uploads": opened},
        )
    assert HeldFile.objects.get().name == "ke-hoach.txt"
    assert "Đang đọc tệp tìm dấu mật" in page(keeper, "register:item", Item.objects.get().pk)


def test_the_list_is_narrowed_sorted_and_exported(world: World, keeper: Client) -> None:
    classified(world, world.item(title="Kế hoạch công tác năm"), letter="a")
    classified(world, world.item(title="Biên bản họp nội bộ"), Access.CLOSED, ground="15.6")
    assert "Biên bản họp" not in page(keeper, "register:items", tim="ke hoach")
    assert "Kế hoạch công tác" not in page(keeper, "register:items", tiep_can="closed")
    assert "Biên bản họp" in page(keeper, "register:items", tiep_can="closed")
    by_name = page(keeper, "register:items", xep="ten")
    assert by_name.index("Biên bản họp") < by_name.index("Kế hoạch công tác")
    saved = keeper.get(reverse("register:items"), {"dang": "csv"}).content.decode()
    assert "Kế hoạch công tác năm" in saved
    assert "15.6" in saved


@pytest.mark.parametrize("asked", ["qua-han", "trong-han", "chua-ro", "da", "tre"])
def test_the_list_by_how_items_stand(world: World, keeper: Client, asked: str) -> None:
    late = classified(world, world.item(title="Muộn", created_on=date(2026, 9, 7)), letter="a")
    unclear = classified(world, world.item(title="Chưa ngày", created_on=None), letter="a")
    public = published(world, world.item(title="Đã đăng"))
    assert late.publish_due_on == date(2026, 9, 14)
    shown = page(keeper, "register:items", cong_khai=asked)
    expected = {"qua-han": {late}, "trong-han": set(), "chua-ro": {unclear}, "da": {public}, "tre": set()}[asked]
    assert {row for row in (late, unclear, public) if row.title in shown} == expected


def test_the_list_asks_as_often_for_many_as_for_one(
    world: World, keeper: Client, django_assert_max_num_queries: Any
) -> None:
    for number in range(5):
        world.item(title=f"Thông báo {number}")
    with django_assert_max_num_queries(30) as few:
        page(keeper, "register:items")
    for number in range(20):
        world.item(title=f"Thông báo nữa {number}")
    with django_assert_max_num_queries(len(few.captured_queries)):
        page(keeper, "register:items")


def test_a_struck_line_is_shown_struck_and_comes_back(world: World, keeper: Client) -> None:
    row = world.item(title="Ghi nhầm")
    keeper.post(reverse("register:strike", args=[row.pk]), {"reason": "Trùng"})
    assert "Ghi nhầm" not in page(keeper, "register:items")
    assert "<s>Ghi nhầm</s>" in page(keeper, "register:items", dong="gach")
    assert "Trùng" in page(keeper, "register:item", row.pk)
    keeper.post(reverse("register:restore", args=[row.pk]))
    assert "Ghi nhầm" in page(keeper, "register:items")


def test_terms_say_what_the_law_of_before_asked(world: World, keeper: Client) -> None:
    row = classified(world, world.item(created_on=date(2026, 8, 3)), letter="m")
    assert "đã phải công khai chưa" in page(keeper, "register:terms", row.pk)
    said = {"version": str(row.version), "was_due_before": "0", "forms_": ["portal"], "duration": "Thường xuyên"}
    keeper.post(reverse("register:terms", args=[row.pk]), said)
    row.refresh_from_db()
    assert (row.publish_due_on, row.forms, row.duration) == (date(2027, 3, 1), ["portal"], "Thường xuyên")


def test_a_version_with_other_words_waits_beside_the_public_one(world: World, keeper: Client) -> None:
    row = published(world, world.item())
    said = {"why": "Sửa tên", "role": "original", "title": "Tên mới", "created_on": "12/10/2026"}
    keeper.post(reverse("register:new_version", args=[row.pk]), said)
    shown = page(keeper, "register:item", row.pk)
    assert "Bản 2" in shown
    assert row.title in shown


def test_what_is_open_leads_on_to_the_gate_and_what_is_not_does_not(world: World, keeper: Client) -> None:
    row = classified(world, world.item(), letter="l")
    gate = reverse("publication:item", args=[row.pk])
    assert gate in page(keeper, "register:item", row.pk)
    assert gate in page(keeper, "register:item", published(world, row).pk)
    closed = classified(world, world.item(title="Biên bản họp nội bộ"), Access.CLOSED, ground="15.6")
    assert reverse("publication:item", args=[closed.pk]) not in page(keeper, "register:item", closed.pk)
