"""Bring the made-up plans in: received, read, checked, confirmed and made public, as officers do it."""

import datetime as dt

from minhbach.accounts.queries import actor_of, person_by_username
from minhbach.agencies.queries import body_by_slug
from minhbach.demonstration.documents import days_of, province_plan, ward_plan
from minhbach.demonstration.people import ALONE, COMMUNES, PROVINCE_COMMITTEE, committee_of
from minhbach.domain.access import Actor, system_actor
from minhbach.foundation.dates import local_date
from minhbach.planning.actions.confirm_plan import confirm_plan
from minhbach.planning.actions.read_document import read_received_document
from minhbach.planning.actions.receive_document import receive_document
from minhbach.planning.actions.set_plan_above import set_plan_above
from minhbach.planning.actions.submit_plan import submit_plan
from minhbach.planning.queries import PLAN
from minhbach.publication.actions.approve import approve_publication

WITH_PLAN = COMMUNES[:9]
"""Three of the twelve communes have made no plan of their own yet."""
READER = system_actor("reader")


def enter_plans(*, made_on: dt.date) -> tuple[int, ...]:
    """Enter the province's plan and those of nine communes; return their ids, the province's first.

    :param made_on: the day of making; the plans are of the year before it.
    """
    days = days_of(made_on)
    above = _enter(
        province_plan(made_on),
        "ke-hoach-tinh.txt",
        PROVINCE_COMMITTEE,
        "phong.tuphap",
        "thi.tinh",
        days["above_issued"],
    )
    below = []
    for index, commune in enumerate(WITH_PLAN):
        officer, leader = officers_of_commune(index)
        day = days["issued"] + dt.timedelta(days=index % 5)
        text, name = ward_plan(made_on, commune), f"ke-hoach-{commune.key}.txt"
        plan_id = _enter(text, name, committee_of(commune), officer, leader, day)
        set_plan_above(plan_id=plan_id, above_id=above, actor=acting(officer, at(day, 15)), now=at(day, 15))
        below.append(plan_id)
    return (above, *below)


def officers_of_commune(index: int) -> tuple[str, str]:
    """Return who enters a commune's plan and who approves it, by user name."""
    if index == 0:
        return "thu.daumoi", "du.lanhdao"
    alone = ALONE[index - 1]
    username = alone if "." in alone else f"mot.{alone}"
    return username, username


def acting(username: str, moment: dt.datetime) -> Actor:
    """Return the officer with the posts that they hold on the day."""
    person = person_by_username(username, actor=system_actor("demonstration"))
    assert person is not None, username
    return actor_of(person.id, on=local_date(moment))


def at(day: dt.date, hour: int, minute: int = 0) -> dt.datetime:
    """Return a moment of a local day."""
    return dt.datetime.combine(day, dt.time(hour, minute), tzinfo=HANOI)


HANOI = dt.timezone(dt.timedelta(hours=7))


def _enter(text: str, file_name: str, body: str, officer: str, leader: str, day: dt.date) -> int:
    """Return the id of the plan that the text became."""
    actor = acting(officer, at(day, 9))
    body_id = body_by_slug(body).id
    import_id = receive_document(content=text.encode(), name=file_name, body_id=body_id, actor=actor, now=at(day, 9))
    read_received_document(import_id=import_id, actor=READER, now=at(day, 9, 1))
    plan_id = confirm_plan(import_id=import_id, actor=actor, now=at(day, 9, 30))
    submit_plan(plan_id=plan_id, actor=actor, now=at(day, 10))
    approve_publication(
        subject_kind=PLAN,
        subject_id=plan_id,
        seen_with_own_eyes=True,
        actor=acting(leader, at(day, 14)),
        now=at(day, 14),
    )
    return plan_id
