"""Two people act on one item at the same moment: one of them wins, the other is told, and the history is whole."""

import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Event
from typing import Any

import pytest
from django.db import close_old_connections, connection, transaction

from minhbach.agencies.models import Body
from minhbach.domain.access import Role
from minhbach.domain.lifecycles.publication import PublicationState
from minhbach.domain.lifecycles.table import MoveNotAllowed
from minhbach.foundation.contracts import Subject
from minhbach.foundation.queries import events_about
from minhbach.foundation.tests.installation import on_postgresql
from minhbach.publication.actions.give_back import take_item_back
from minhbach.publication.actions.publish_announcement import approve_announcement
from minhbach.publication.actions.withdraw_announcement import take_announcement_back, withdraw_announcement
from minhbach.publication.actions.withdraw_item import withdraw_item
from minhbach.publication.contracts import PublicationRefused, WithdrawalReason
from minhbach.publication.models import Announcement, Publication, Withdrawal
from minhbach.publication.tests.conftest import CALENDAR, NOW, World, approved, published, submitted
from minhbach.publication.tests.test_service_lists import approved as list_approved
from minhbach.publication.tests.test_service_lists import served as list_served
from minhbach.publication.tests.test_service_lists import submitted as list_submitted
from minhbach.register.actions.add_version import add_version
from minhbach.register.contracts import NewFile
from minhbach.register.models import Item
from minhbach.register.queries import ITEM

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(not on_postgresql(), reason="SQLite lets one connection write at a time, so nobody collides"),
]
Act = Callable[[], object]
LOCKS = "SELECT count(*) FROM pg_locks WHERE NOT granted"


def collide(first: Act, second: Act) -> Exception | None:
    """Let the second act run into the first one, which has written and not committed; return how it was refused."""
    wrote = Event()

    def ahead() -> None:
        with transaction.atomic():
            first()
            wrote.set()
            wait_until_somebody_waits()

    def behind() -> None:
        assert wrote.wait(30)
        second()

    with ThreadPoolExecutor(2) as pool:
        one, other = pool.submit(alone, ahead), pool.submit(alone, behind)
        assert one.result(60) is None
        return other.result(60)


def alone(act: Act) -> Exception | None:
    """Run in a connection of its own, and return the refusal."""
    try:
        act()
    except (PublicationRefused, MoveNotAllowed) as refused:
        return refused
    finally:
        connection.close()
        close_old_connections()
    return None


def wait_until_somebody_waits() -> None:
    """Return once another connection stands before a row of this one; fail if none does."""
    for _ in range(1000):
        with connection.cursor() as cursor:
            cursor.execute(LOCKS)
            if cursor.fetchone()[0]:
                return
        time.sleep(0.01)
    raise AssertionError("the second act did not wait for the first")


class Scene:
    """An item whose first version is public and whose second one waits for a leader."""

    def __init__(self, world: World, item: Callable[..., Item], keep: Callable[[], None]) -> None:
        self.drafter = world.officer(Role.SPECIALIST)
        self.leaders = world.officer(Role.LEADER), world.officer(Role.LEADER)
        self.row = published(item(), self.drafter, self.leaders[0])
        files = (NewFile("b.txt", b"So moi"),)
        add_version(item_id=self.row.pk, why="Sửa số", files=files, actor=self.drafter, now=NOW)
        keep()
        submitted(self.row, self.drafter)
        self.public = self.row.public_version_id

    def approve(self, leader: int = 0) -> Act:
        return lambda: approved(self.row, self.leaders[leader], seen_public=self.public)

    def withdraw(self, leader: int = 1) -> Act:
        return lambda: withdraw_item(
            item_id=self.row.pk, why=WithdrawalReason.WRONG, remark="Sai", calendar=CALENDAR,
            actor=self.leaders[leader], now=NOW, seen_public=self.public,
        )  # fmt: skip

    def take_back(self) -> Act:
        return lambda: take_item_back(item_id=self.row.pk, actor=self.drafter, now=NOW)

    def states(self) -> list[PublicationState]:
        rows = Publication.objects.filter(subject_kind=ITEM, subject_id=self.row.pk).order_by("version_number")
        return [PublicationState(one.state) for one in rows]

    def acts(self) -> list[str]:
        """Return what the history tells after the second version was submitted."""
        kinds = [one.kind.removeprefix("publication.") for one in events_about(Subject(ITEM, self.row.pk))]
        at = len(kinds) - 1 - kinds[::-1].index("submitted")
        return [one for one in kinds[at + 1 :] if one in ("approved", "withdrawn", "taken_back")]


@pytest.fixture
def scene(transactional_db: Any, world: World, item: Callable[..., Item], keep: Callable[[], None]) -> Scene:
    return Scene(world, item, keep)


def test_of_two_leaders_who_approve_one_does(scene: Scene) -> None:
    refused = collide(scene.approve(0), scene.approve(1))
    assert isinstance(refused, PublicationRefused)
    assert "người khác đã đăng" in refused.reason
    assert scene.states() == [PublicationState.CORRECTED, PublicationState.PUBLIC]
    assert scene.acts() == ["approved"]


def test_who_withdraws_while_a_correction_is_approved_looks_at_it_first(scene: Scene) -> None:
    refused = collide(scene.approve(), scene.withdraw())
    assert isinstance(refused, PublicationRefused)
    assert scene.states() == [PublicationState.CORRECTED, PublicationState.PUBLIC]
    assert scene.acts() == ["approved"]
    assert not Withdrawal.objects.exists()


def test_a_correction_is_not_published_over_a_withdrawal_that_its_approver_has_not_seen(scene: Scene) -> None:
    refused = collide(scene.withdraw(), scene.approve())
    assert isinstance(refused, PublicationRefused)
    assert scene.states() == [PublicationState.WITHDRAWN, PublicationState.SUBMITTED]
    assert scene.acts() == ["withdrawn"]
    assert Item.objects.get(pk=scene.row.pk).public_version_id is None


def test_of_two_leaders_who_withdraw_one_does(scene: Scene) -> None:
    assert isinstance(collide(scene.withdraw(0), scene.withdraw(1)), PublicationRefused)
    assert scene.acts() == ["withdrawn"]
    assert Withdrawal.objects.count() == 1


def test_what_was_taken_back_is_not_approved_and_what_was_approved_not_taken_back(scene: Scene) -> None:
    assert isinstance(collide(scene.take_back(), scene.approve()), MoveNotAllowed)
    assert scene.states() == [PublicationState.PUBLIC, PublicationState.TAKEN_BACK]
    assert scene.acts() == ["taken_back"]
    submitted(scene.row, scene.drafter)
    assert isinstance(collide(scene.approve(), scene.take_back()), MoveNotAllowed)
    assert scene.acts() == ["approved"]


class Announced:
    """A committee whose first list of service units is public and whose second one waits for a leader."""

    def __init__(self, world: World) -> None:
        station = Body.objects.get(kind="service_unit", territory=world.ward.territory)
        self.leaders = world.officer(Role.LEADER), world.officer(Role.LEADER)
        self.drafter = world.officer(Role.SPECIALIST)
        self.first = list_approved(world, list_served(station))
        self.second = list_submitted(world, list_served(station))

    def approve(self, leader: int = 0) -> Act:
        return lambda: approve_announcement(
            announcement_id=self.second, seen_with_own_eyes=True, seen_in_force=self.first, actor=self.leaders[leader],
            now=NOW,
        )  # fmt: skip

    def withdraw(self, leader: int = 1) -> Act:
        return lambda: withdraw_announcement(
            announcement_id=self.first, remark="Sai", seen_in_force=self.first, actor=self.leaders[leader], now=NOW
        )

    def take_back(self) -> Act:
        return lambda: take_announcement_back(announcement_id=self.second, actor=self.drafter, now=NOW)

    def standings(self) -> list[tuple[bool, bool, bool]]:
        """Of each list: whether it was announced, replaced, withdrawn."""
        rows = Announcement.objects.filter(pk__in=[self.first, self.second]).order_by("pk")
        return [(bool(one.public_from), bool(one.replaced_on), bool(one.withdrawn_on)) for one in rows]


@pytest.fixture
def announced(transactional_db: Any, world: World) -> Announced:
    return Announced(world)


def test_of_two_leaders_who_approve_an_announcement_one_does(announced: Announced) -> None:
    refused = collide(announced.approve(0), announced.approve(1))
    assert isinstance(refused, PublicationRefused)
    assert "người khác đã công bố" in refused.reason
    assert announced.standings() == [(True, True, False), (True, False, False)]


def test_who_withdraws_what_was_in_force_while_its_successor_is_approved_looks_at_it_first(
    announced: Announced,
) -> None:
    assert isinstance(collide(announced.approve(), announced.withdraw()), PublicationRefused)
    assert announced.standings() == [(True, True, False), (True, False, False)]


def test_nothing_takes_the_place_of_what_its_approver_did_not_see_withdrawn(announced: Announced) -> None:
    assert isinstance(collide(announced.withdraw(), announced.approve()), PublicationRefused)
    assert announced.standings() == [(True, False, True), (False, False, False)]


def test_of_two_leaders_who_withdraw_an_announcement_one_does(announced: Announced) -> None:
    assert isinstance(collide(announced.withdraw(0), announced.withdraw(1)), PublicationRefused)
    assert announced.standings() == [(True, False, True), (False, False, False)]


def test_an_announcement_that_was_taken_back_is_not_approved(announced: Announced) -> None:
    assert isinstance(collide(announced.take_back(), announced.approve()), MoveNotAllowed)
    assert announced.standings() == [(True, False, False), (False, False, False)]
