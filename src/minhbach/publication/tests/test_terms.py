"""What is public for a time: its end is told before, nothing goes by itself, and what goes is taken down everywhere."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client

from minhbach.domain.access import Actor, Role, system_actor
from minhbach.foundation.contracts import Subject
from minhbach.foundation.queries import events_about
from minhbach.publication.actions import take_away_ended as sweeping
from minhbach.publication.actions.keep_after_term import keep_after_term
from minhbach.publication.actions.take_away_ended import take_away_ended
from minhbach.publication.actions.tend_channel import add_channel, mark_channel_done, take_down
from minhbach.publication.actions.withdraw_item import withdraw_item
from minhbach.publication.contracts import (
    KeepOpenGround,
    PublicationNotVisible,
    PublicationRefused,
    WithdrawalReason,
)
from minhbach.publication.models import Channel, TermDecision, Withdrawal
from minhbach.publication.queries.channels import channels_for_today
from minhbach.publication.queries.listing import GateFilters, gate_list, narrowed
from minhbach.publication.queries.terms import end_of, ended, ending_for_today
from minhbach.publication.tests.conftest import CALENDAR, NOW, TODAY, World, published
from minhbach.register.models import Item
from minhbach.register.queries import ITEM
from minhbach.register.tests.test_pages import client_of

MakeItem = Callable[..., Item]
CLOSER = system_actor("closer")


def day(after: int) -> date:
    return TODAY + timedelta(days=after)


@pytest.fixture
def public(world: World, item: MakeItem) -> Callable[[int], Item]:
    """Make a public item that need not be public any more so many days from today."""
    drafter, leader = world.officer(Role.SPECIALIST), world.officer(Role.LEADER)

    def made(after: int) -> Item:
        row = published(item(), drafter, leader)
        Item.objects.filter(pk=row.pk).update(public_until=day(after))
        return Item.objects.get(pk=row.pk)

    return made


def keep(row: Item, actor: Actor, until: date | None = None, words: str = "Điều 5 Nghị định thử") -> int:
    return keep_after_term(
        item_id=row.pk, ground=KeepOpenGround.LAW, words=words, stays_until=until, actor=actor, now=NOW
    )


@pytest.mark.parametrize(("after", "said"), [(-3, True), (0, True), (10, True), (11, False)])
def test_the_agency_is_reminded_ten_days_before(
    world: World, public: Callable[[int], Item], after: int, said: bool
) -> None:
    row = public(after)
    focal = world.officer(Role.FOCAL_POINT)
    assert [one.pk for one in ending_for_today(focal, on=TODAY)] == [row.pk] * said
    assert not ending_for_today(world.officer(Role.SUPERVISOR), on=TODAY).exists()
    assert not ending_for_today(world.officer(*Role, body=world.other_ward), on=TODAY).exists()


def test_what_is_over_stays_until_a_leader_decides_and_is_shown_as_late(
    world: World, public: Callable[[int], Item]
) -> None:
    row, soon = public(0), public(1)
    assert take_away_ended(calendar=CALENDAR, actor=CLOSER, now=NOW) == 0
    leader = world.officer(Role.LEADER)
    rows = gate_list(leader)
    assert [one.pk for one in narrowed(rows, GateFilters(standing="ended"), on=TODAY)] == [row.pk]
    assert {one.pk for one in narrowed(rows, GateFilters(standing="ending"), on=TODAY)} == {row.pk, soon.pk}
    page = client_of(leader).get("/lam-viec/cong-khai/?tinh_trang=het-han").content.decode()
    assert "Hết thời hạn công khai từ 13/10/2026" in page


def test_where_the_law_is_read_so_it_goes_on_the_day(
    public: Callable[[int], Item], monkeypatch: pytest.MonkeyPatch
) -> None:
    over, soon = public(0), public(1)
    monkeypatch.setattr(sweeping, "AT_ONCE", "decided")
    assert take_away_ended(calendar=CALENDAR, actor=CLOSER, now=NOW) == 1
    assert take_away_ended(calendar=CALENDAR, actor=CLOSER, now=NOW) == 0
    assert Withdrawal.objects.values_list("item", "why").get() == (over.pk, "ended")
    assert Item.objects.get(pk=soon.pk).public_version_id is not None


def test_a_leader_keeps_it_for_a_time_and_is_asked_again(world: World, public: Callable[[int], Item]) -> None:
    row, leader = public(0), world.officer(Role.LEADER)
    keep(row, leader, until=day(60))
    assert end_of(row) == day(60)
    assert not ended(on=day(59)).exists()
    assert [one.ends_on for one in ended(on=day(60))] == [day(60)]
    keep(row, leader)
    assert end_of(row) is None
    assert not ended(on=day(4000)).exists()
    kinds = [one.kind for one in events_about(Subject(ITEM, row.pk))]
    assert kinds.count("publication.kept_after_term") == 2
    with pytest.raises(PublicationRefused, match="có thời hạn"):
        keep(row, leader)


def test_another_term_in_the_register_asks_anew(world: World, public: Callable[[int], Item]) -> None:
    row = public(0)
    keep(row, world.officer(Role.LEADER))
    Item.objects.filter(pk=row.pk).update(public_until=day(5))
    assert [one.ends_on for one in ended(on=day(5))] == [day(5)]


def test_what_cannot_be_is_refused(world: World, public: Callable[[int], Item]) -> None:
    row, leader = public(5), world.officer(Role.LEADER)
    with pytest.raises(PublicationRefused, match="lãnh đạo"):
        keep(row, world.officer(Role.FOCAL_POINT))
    with pytest.raises(PublicationNotVisible):
        keep(row, world.officer(*Role, body=world.other_ward))
    with pytest.raises(PublicationRefused, match="Ghi lý do"):
        keep(row, leader, words=" ")
    with pytest.raises(PublicationRefused, match="sau ngày cũ"):
        keep(row, leader, until=day(5))
    assert not TermDecision.objects.exists()


def test_the_page_tells_the_law_and_takes_the_decision(world: World, public: Callable[[int], Item]) -> None:
    row = public(0)
    url = f"/lam-viec/cong-khai/{row.pk}/het-thoi-han/"
    focal, leader = client_of(world.officer(Role.FOCAL_POINT)), client_of(world.officer(Role.LEADER))
    page = focal.get(url).content.decode()
    assert "điểm b khoản 1 Điều 23 Luật 01/2026/QH16" in page
    assert "<button" not in page.split("<main")[1].split("</main>")[0]
    assert focal.post(url, {"ground": "law", "words": "x"})["Location"] == f"/lam-viec/cong-khai/{row.pk}/"
    assert not TermDecision.objects.exists(), "they read the page and decide nothing"
    wrong = leader.post(url, {"ground": "law", "words": "Điều 9", "stays_until": "1/1/2020"})
    assert wrong.status_code == 422
    assert "Điều 9" in wrong.content.decode()
    done = leader.post(url, {"ground": "law", "words": "Điều 9", "stays_until": "1/1/2027"}, follow=True)
    assert "đến trước 01/01/2027" in done.content.decode()
    assert Client().get(f"/thong-tin/{row.public_id}/").status_code == 200


def elsewhere(world: World, row: Item, form: str, actor: Actor) -> Channel:
    channel_id = add_channel(item_id=row.pk, form=form, planned_on=TODAY, place="", actor=actor, now=NOW)
    mark_channel_done(
        channel_id=channel_id, done_on=TODAY, place="Trang xã", evidence="", calendar=CALENDAR, actor=actor, now=NOW
    )
    return Channel.objects.get(pk=channel_id)


def withdrawn(row: Item, why: WithdrawalReason, leader: Actor) -> None:
    withdraw_item(item_id=row.pk, why=why, remark="Thử", calendar=CALENDAR, actor=leader, now=NOW)


def test_what_is_withdrawn_is_taken_down_elsewhere_too(world: World, public: Callable[[int], Item]) -> None:
    row, officer = public(0), world.officer(Role.SPECIALIST)
    page, printed = (elsewhere(world, row, form, officer) for form in ("official_page", "gazette"))
    with pytest.raises(PublicationRefused, match="không còn làm được"):
        take_down(channel_id=page.pk, taken_on=TODAY, actor=officer, now=NOW)
    withdrawn(row, WithdrawalReason.ENDED, world.officer(Role.LEADER))
    assert [(one.pk, one.comes_down) for one in channels_for_today(officer, on=TODAY)] == [(page.pk, True)]
    text = client_of(officer).get(f"/lam-viec/cong-khai/noi-dang/{page.pk}/").content.decode()
    assert "gỡ cả ở đây" in text
    with pytest.raises(PublicationRefused, match="không còn làm được"):
        take_down(channel_id=printed.pk, taken_on=TODAY, actor=officer, now=NOW)
    take_down(channel_id=page.pk, taken_on=TODAY, actor=officer, now=NOW)
    assert not channels_for_today(officer, on=TODAY).exists()


@pytest.mark.parametrize(
    ("why", "early"),
    [(WithdrawalReason.ENDED, False), (WithdrawalReason.PERSONAL, True), (WithdrawalReason.WRONG, True)],
)
def test_what_must_not_be_read_hangs_no_longer(
    world: World, public: Callable[[int], Item], why: WithdrawalReason, early: bool
) -> None:
    row, officer = public(0), world.officer(Role.SPECIALIST)
    posting = elsewhere(world, row, "posting", officer)
    withdrawn(row, why, world.officer(Role.LEADER))
    if early:
        take_down(channel_id=posting.pk, taken_on=TODAY, actor=officer, now=NOW)
    else:
        with pytest.raises(PublicationRefused, match="12/11/2026"):
            take_down(channel_id=posting.pk, taken_on=TODAY, actor=officer, now=NOW)
    taken: Any = Channel.objects.get(pk=posting.pk).taken_down_on
    assert taken == (TODAY if early else None)
