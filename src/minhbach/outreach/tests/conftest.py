"""The made-up commune of the register's tests, with what people tell it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import Any

import pytest

from minhbach.domain.access import Role
from minhbach.intake.contracts import Receipt, Sender
from minhbach.outreach.actions.receive_feedback import receive_by_officer, receive_online
from minhbach.outreach.contracts import FeedbackGiven, FeedbackKind, FeedbackWay
from minhbach.outreach.models import Feedback
from minhbach.register.tests.conftest import CALENDAR, NOW, TODAY, World, own_folders, world

__all__ = ["CALENDAR", "NOW", "TODAY", "World", "own_folders", "world"]
SENDER = Sender(name="Trần Thị Thử", email="thu@vidu.vn", telephone="0900 000 000")
TOLD = FeedbackGiven(
    kind=FeedbackKind.DIFFICULTY, text="Đường thôn Mẫu ngập mỗi khi mưa", sender=SENDER, agrees_public=True
)


def online(world: World, given: FeedbackGiven = TOLD, *, key: str = "k1", now: datetime = NOW) -> Receipt:
    """Send feedback from the site."""
    return receive_online(given=given, body_id=world.ward.pk, form_key=key, calendar=CALENDAR, now=now)


def feedback_of(receipt: Receipt) -> Feedback:
    """Return the feedback that a receipt is of."""
    return Feedback.objects.get(submission=receipt.submission_id)


@pytest.fixture
def feedback(world: World) -> Callable[..., Feedback]:
    """Make feedback that came over the counter."""

    def made(**facts: Any) -> Feedback:
        given = replace(TOLD, **{"way": FeedbackWay.COUNTER, **facts})
        focal = world.officer(Role.FOCAL_POINT)
        return feedback_of(
            receive_by_officer(given=given, body_id=world.ward.pk, calendar=CALENDAR, actor=focal, now=NOW)
        )

    return made
