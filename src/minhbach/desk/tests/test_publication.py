"""What the gate hands in of things whose time of being public is over, and of what must be taken down elsewhere."""

from datetime import timedelta

from minhbach.desk.contracts import Act
from minhbach.desk.publication import items_at_the_gate_today
from minhbach.domain.access import Actor, Role
from minhbach.publication.actions.tend_channel import add_channel, mark_channel_done
from minhbach.publication.actions.withdraw_item import withdraw_item
from minhbach.publication.contracts import WithdrawalReason
from minhbach.publication.tests.conftest import CALENDAR, NOW, TODAY, World, item, keep, own_folders, published, world
from minhbach.register.models import Item

__all__ = ["item", "keep", "own_folders", "world"]


def acts(actor: Actor) -> list[Act]:
    return [one for one in items_at_the_gate_today(actor, TODAY) if isinstance(one, Act)]


def test_the_end_of_a_term_is_the_leaders_to_decide_and_the_focal_points_to_tell(world: World, item: object) -> None:
    focal, leader = world.officer(Role.FOCAL_POINT), world.officer(Role.LEADER)
    row = published(item(), world.officer(Role.SPECIALIST), leader)  # type: ignore[operator]
    assert acts(focal) == []
    Item.objects.filter(pk=row.pk).update(public_until=TODAY - timedelta(days=2))
    url = f"/lam-viec/cong-khai/{row.pk}/het-thoi-han/"
    told = [(one.verb, one.url, one.due_on) for one in (*acts(focal), *acts(leader))]
    late = TODAY - timedelta(days=2)
    assert told == [("Xem, báo lãnh đạo", url, late), ("Rút hoặc để lại", url, late)]


def test_what_was_withdrawn_is_taken_down_where_it_still_stands(world: World, item: object) -> None:
    specialist, leader = world.officer(Role.SPECIALIST), world.officer(Role.LEADER)
    row = published(item(), specialist, leader)  # type: ignore[operator]
    page = add_channel(item_id=row.pk, form="official_page", planned_on=TODAY, place="", actor=specialist, now=NOW)
    mark_channel_done(
        channel_id=page, done_on=TODAY, place="Trang xã", evidence="", calendar=CALENDAR, actor=specialist, now=NOW
    )
    withdraw_item(item_id=row.pk, why=WithdrawalReason.WRONG, remark="Sai", calendar=CALENDAR, actor=leader, now=NOW)
    (act,) = acts(specialist)
    assert (act.verb, act.state) == ("Ghi đã gỡ", "Đã rút, cần gỡ")
    assert act.what.startswith("Gỡ khỏi nơi đăng: ")
