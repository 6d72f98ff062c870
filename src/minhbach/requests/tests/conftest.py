"""The made-up commune of the register's tests, with what brings a request to it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest

from minhbach.domain.access import Role
from minhbach.intake.contracts import Given, Receipt, Sender, Way
from minhbach.register.tests.conftest import CALENDAR, NOW, TODAY, World, own_folders, world
from minhbach.requests.actions.receive_request import receive_by_officer, receive_online
from minhbach.requests.models import Case

__all__ = ["CALENDAR", "NOW", "TODAY", "World", "own_folders", "world"]
SENDER = Sender(
    name="Trần Thị Thử", address="thôn Mẫu, xã Mẫu Một", identity_number="001085012345", email="thu@vidu.vn"
)
ASKED = Given(text="Xin bảng giá đất năm 2026 của xã Mẫu Một", sender=SENDER)


def online(world: World, given: Given = ASKED, *, key: str = "k1", now: datetime = NOW) -> Receipt:
    """Send a request from the portal."""
    return receive_online(given=given, body_id=world.ward.pk, form_key=key, now=now)


def case_of(receipt: Receipt) -> Case:
    """Return the case that a receipt is of."""
    return Case.objects.get(submission=receipt.submission_id)


@pytest.fixture
def case(world: World) -> Callable[..., Case]:
    """Make a case that came over the counter, of any day and way."""

    def made(*, on: date = TODAY, way: Way = Way.COUNTER, **facts: Any) -> Case:
        given = replace(ASKED, way=way, sent_on=on, received_on=on, **facts)
        focal = world.officer(Role.FOCAL_POINT)
        return case_of(receive_by_officer(given=given, body_id=world.ward.pk, actor=focal, now=NOW))

    return made
