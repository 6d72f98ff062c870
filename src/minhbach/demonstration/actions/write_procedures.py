"""Let made-up communes announce their procedure for requests: one is public, one waits for its leader, one is begun."""

import datetime as dt
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from minhbach.agencies.queries import body_by_slug
from minhbach.demonstration.actions.enter_plans import acting, at, officers_of_commune
from minhbach.demonstration.people import COMMUNES, committee_of
from minhbach.publication.actions.draft_procedure import begin_procedure, write_procedure
from minhbach.publication.actions.publish_announcement import approve_announcement, submit_announcement
from minhbach.publication.announcements.announced import Heading, ProcedureContent, StepGiven
from minhbach.publication.queries.procedures import units_taking_part

HOURS = "7:30–11:30 và 13:30–17:00, thứ Hai đến thứ Sáu"
STEPS = (
    ("Tiếp nhận, kiểm tra, vào sổ theo dõi", "0.5"),
    ("Tìm, tập hợp thông tin; hỏi đơn vị đang giữ", "5"),
    ("Che dữ liệu cá nhân, soạn văn bản trả lời", "2"),
    ("Duyệt, ký, trả thông tin", "0.5"),
)
"""The steps of the made-up communes, each with its working days."""
PUBLIC, SUBMITTED, BEGUN = range(3)
"""How far the communes have come, in their order; the others have none."""


def write_procedures(*, today: dt.date) -> int:
    """Bring one procedure to the public, one before its leader, begin one; return how many there are."""
    states = (PUBLIC, SUBMITTED, BEGUN)
    for index, (commune, state) in enumerate(zip(COMMUNES, states, strict=False)):
        keeper, leader = officers_of_commune(index)
        body_id, day = body_by_slug(committee_of(commune)).id, today - dt.timedelta(days=16 - index)
        made = begin_procedure(body_id=body_id, actor=acting(keeper, at(day, 8)), now=at(day, 8))
        if state == BEGUN:
            continue
        place = f"Bộ phận một cửa, trụ sở Ủy ban nhân dân {commune.kind.value} {commune.name}"
        _write(made, Heading(f"{36 + index}/QĐ-UBND", day), place, units_taking_part(body_id, on=day), keeper)
        if state == PUBLIC:
            approve_announcement(
                announcement_id=made, seen_with_own_eyes=True, actor=acting(leader, at(day, 15)), now=at(day, 15)
            )
    return len(states)


def _write(made: int, heading: Heading, place: str, units: Mapping[int, str], keeper: Any) -> None:
    assert heading.decided_on is not None
    moment = at(heading.decided_on, 10)
    write_procedure(
        announcement_id=made,
        heading=heading,
        content=ProcedureContent(place, HOURS, "", tuple(_steps(units))),
        seen_revision=0,
        actor=acting(keeper, moment),
        now=moment,
    )
    submit_announcement(announcement_id=made, actor=acting(keeper, moment), now=moment)


def _steps(units: Mapping[int, str]) -> Iterator[StepGiven]:
    """Return the steps: units of the commune in turn, at the end the committee itself, which comes first of `units`."""
    body, *own = units
    for place, (title, days) in enumerate(STEPS):
        last = place == len(STEPS) - 1
        yield StepGiven(title, body if last or not own else own[place % len(own)], Decimal(days))
