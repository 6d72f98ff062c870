"""Let made-up communes announce which public service units they have (Law 01/2026, Article 11(5))."""

import datetime as dt

from minhbach.agencies.queries import body_by_slug
from minhbach.agencies.queries.service_units import service_units_of
from minhbach.demonstration.actions.enter_plans import acting, at, officers_of_commune
from minhbach.demonstration.people import COMMUNES, committee_of
from minhbach.publication.actions.draft_service_list import begin_service_list, write_service_list
from minhbach.publication.actions.publish_announcement import approve_announcement, submit_announcement
from minhbach.publication.announcements.announced import Heading, ListedService

ANNOUNCED, SUBMITTED = 2, 1
"""How many communes have announced theirs, and how many wait for their leader; the others have none yet."""
SERVICES = "Tiêm chủng mở rộng, khám bệnh, chữa bệnh ban đầu, chăm sóc sức khỏe ban đầu tại cộng đồng"


def list_service_units(*, today: dt.date) -> int:
    """Bring the lists of some communes to the public, leave one before its leader; return how many are public."""
    for index, commune in enumerate(COMMUNES[: ANNOUNCED + SUBMITTED]):
        keeper, leader = officers_of_commune(index)
        body_id, day = body_by_slug(committee_of(commune)).id, today - dt.timedelta(days=12 - index)
        made = begin_service_list(body_id=body_id, actor=acting(keeper, at(day, 8)), now=at(day, 8))
        write_service_list(
            announcement_id=made,
            heading=Heading(f"{30 + index}/QĐ-UBND", day),
            units=[ListedService(unit.id, SERVICES) for unit in service_units_of(body_id, on=day)],
            remark="",
            seen_revision=0,
            actor=acting(keeper, at(day, 9)),
            now=at(day, 9),
        )
        submit_announcement(announcement_id=made, actor=acting(keeper, at(day, 10)), now=at(day, 10))
        if index < ANNOUNCED:
            approve_announcement(
                announcement_id=made, seen_with_own_eyes=True, actor=acting(leader, at(day, 14)), now=at(day, 14)
            )
    return ANNOUNCED
