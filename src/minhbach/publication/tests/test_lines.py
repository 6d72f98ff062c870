"""Lines of what is accessible under conditions: let out by a leader, with nothing of people in them."""

import pytest
from django.test import Client

from minhbach.accounts.models import Person
from minhbach.domain.access import Actor, Role
from minhbach.foundation.contracts import Subject
from minhbach.foundation.queries import events_about
from minhbach.publication.actions.let_out_lines import let_out_lines, take_lines_out
from minhbach.publication.contracts import PublicationNotVisible, PublicationRefused
from minhbach.publication.stamp import public_stamp
from minhbach.publication.tests.conftest import CALENDAR, NOW, TODAY, World
from minhbach.register.actions.classify_item import classify_item
from minhbach.register.contracts import Access, Classification
from minhbach.register.models import Item
from minhbach.register.queries import lists

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
PATH = "/lam-viec/cong-khai/danh-muc-co-dieu-kien/"
PRIVATE = "Hồ sơ của ông Nguyễn Văn Thử, số căn cước công dân 001085012345"


def conditional(world: World, title: str = "Hồ sơ địa chính xã Mẫu Một") -> Item:
    keeper = world.officer(Role.SPECIALIST)
    row = world.item(actor=keeper, title=title)
    given = Classification(Access.CONDITIONAL, grounds=("16.1",))
    classify_item(item_id=row.pk, classification=given, calendar=CALENDAR, actor=keeper, now=NOW)
    return Item.objects.get(pk=row.pk)


def listed(row: Item) -> bool:
    return row in lists.conditional([row.body_id])


def let_out(row: Item, actor: Actor, *, seen: bool = True) -> None:
    let_out_lines(item_ids=[row.pk], seen_with_own_eyes=seen, actor=actor, now=NOW)


def client_of(actor: Actor) -> Client:
    client = Client()
    client.force_login(Person.objects.get(pk=actor.person), backend=BACKEND)
    return client


def test_leader_lets_a_line_out_and_takes_it_back(world: World) -> None:
    row, leader = conditional(world), world.officer(Role.LEADER)
    assert not listed(row)
    let_out(row, leader)
    assert listed(row)
    assert Item.objects.get(pk=row.pk).listed_on == TODAY
    assert events_about(Subject("item", row.pk))[-1].kind == "item.listed"
    stamp = public_stamp()[0]
    take_lines_out(item_ids=[row.pk], actor=leader, now=NOW)
    assert not listed(row)
    assert public_stamp()[0] > stamp


@pytest.mark.parametrize("role", [Role.SPECIALIST, Role.MODERATOR, Role.FOCAL_POINT, Role.SUPERVISOR])
def test_nobody_else_lets_a_line_out(world: World, role: Role) -> None:
    row = conditional(world)
    with pytest.raises(PublicationRefused):
        let_out(row, world.officer(role))
    assert not listed(row)


def test_leader_of_another_body_meets_nothing(world: World) -> None:
    row = conditional(world)
    with pytest.raises(PublicationNotVisible):
        let_out(row, world.officer(Role.LEADER, body=world.other_ward))


def test_line_that_names_people_unseen_lines_and_open_items_stay_in(world: World) -> None:
    leader, plain, private = world.officer(Role.LEADER), conditional(world), conditional(world, PRIVATE)
    with pytest.raises(PublicationRefused, match="dữ liệu cá nhân"):
        let_out_lines(item_ids=[plain.pk, private.pk], seen_with_own_eyes=True, actor=leader, now=NOW)
    assert not listed(plain), "all or none"
    with pytest.raises(PublicationRefused, match="đã đọc từng dòng"):
        let_out(plain, leader, seen=False)
    with pytest.raises(PublicationRefused, match="có điều kiện"):
        let_out(world.item(actor=world.officer(Role.SPECIALIST)), leader)


def test_page_offers_boxes_to_a_leader_alone_and_does_what_is_chosen(world: World) -> None:
    row, private = conditional(world), conditional(world, PRIVATE)
    leader = client_of(world.officer(Role.LEADER))
    page = leader.get(PATH).content.decode()
    assert f'value="{row.pk}"' in page
    assert f'value="{private.pk}"' not in page
    assert "Sửa tên trước:" in page
    assert 'name="items"' not in client_of(world.officer(Role.MODERATOR)).get(PATH).content.decode()
    refused = leader.post(PATH, {"items": [row.pk]})
    assert refused.status_code == 422
    assert "checked" in refused.content.decode()
    assert leader.post(PATH, {"items": [row.pk], "seen": "1"}).status_code == 302
    assert row.title in Client().get("/danh-muc/co-dieu-kien/").content.decode()
    assert leader.post(f"{PATH}?o=co", {"items": [row.pk]}).status_code == 302
    assert row.title not in Client().get("/danh-muc/co-dieu-kien/").content.decode()


def test_who_leads_nothing_cannot_post(world: World) -> None:
    row = conditional(world)
    moderator = client_of(world.officer(Role.MODERATOR))
    assert moderator.post(PATH, {"items": [row.pk], "seen": "1"}).status_code == 404
    assert client_of(world.officer(Role.LEADER)).post(PATH, {"items": ["x", "9" * 40], "seen": "1"}).status_code == 422
