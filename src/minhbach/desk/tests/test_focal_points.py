"""The first page reminds of focal points that lack or end."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from minhbach.agencies.actions.add_territory import add_territory
from minhbach.agencies.actions.appoint_focal_point import appoint_focal_point
from minhbach.agencies.contracts import FocalPointFields
from minhbach.agencies.queries import body_by_slug
from minhbach.desk.sources import focal_points_to_settle
from minhbach.domain.access import Actor, Post, Role, system_actor
from minhbach.domain.units.values import Level, UnitKind

NOW, TODAY = datetime(2026, 10, 13, 2, 0, tzinfo=UTC), date(2026, 10, 13)
MAKER = system_actor("test")
FIELDS = FocalPointFields(name="Trần Thị Thử", address="Số 1", telephone="0000 000 001", email="thu@vidu.vn")


@pytest.mark.django_db
def test_a_ward_is_reminded_to_appoint_and_then_that_the_term_ends() -> None:
    add_territory(
        key="mau-mot", level=Level.COMMUNE, kind=UnitKind.XA, name="Mẫu Một", from_on=date(2025, 7, 1),
        actor=MAKER, now=NOW,
    )  # fmt: skip
    ward = body_by_slug("ubnd-mau-mot").id
    leader = Actor(person=1, posts=(Post(role=Role.LEADER, body=ward),))
    specialist = Actor(person=2, posts=(Post(role=Role.SPECIALIST, body=ward),))
    assert [act.state for act in focal_points_to_settle(leader, TODAY)] == ["Chưa công bố"]
    assert list(focal_points_to_settle(specialist, TODAY)) == []
    ends = TODAY + timedelta(days=20)
    appoint_focal_point(body_id=ward, fields=FIELDS, from_on=TODAY, until_on=ends, actor=leader, now=NOW)
    (act,) = focal_points_to_settle(leader, TODAY)
    assert (act.state, act.detail) == ("Sắp hết hạn", "Trần Thị Thử, thôi từ 02/11/2026")
    appoint_focal_point(body_id=ward, fields=replace(FIELDS, name="Lê Văn Thử"), from_on=ends, actor=leader, now=NOW)
    assert list(focal_points_to_settle(leader, TODAY)) == []
