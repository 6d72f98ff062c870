"""Let made-up communes write their internal regulation: one is public, one out for opinions, one only begun."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from minhbach.agencies.queries import body_by_slug
from minhbach.demonstration.actions.enter_plans import acting, at, officers_of_commune
from minhbach.demonstration.people import COMMUNES, committee_of
from minhbach.domain.regulations import FieldKind
from minhbach.lawbook.regulations import models_offered
from minhbach.publication.actions.ask_opinions import Question, ask_opinions
from minhbach.publication.actions.begin_regulation import begin_from_model
from minhbach.publication.actions.issue_regulation import record_issued_elsewhere
from minhbach.publication.actions.publish_announcement import approve_announcement, submit_announcement
from minhbach.publication.actions.write_regulation import fill_in
from minhbach.publication.queries.procedures import units_taking_part
from minhbach.publication.regulations.defaults import first_values

SAID = {
    "dau_moi": "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân",
    "lien_he_dau_moi": "trụ sở Ủy ban nhân dân, trong giờ hành chính",
    "don_vi_du_lieu": "Bộ phận văn thư, lưu trữ",
    "don_vi_quan_tri": "Phòng Văn hóa - Xã hội",
}
"""What the made-up communes say where nothing is known of them."""


def write_regulations(*, today: dt.date) -> int:
    """Bring one regulation to the public, one to those who are asked, begin one; return how many there are."""
    steps = (_publish, _ask, _leave)
    for index, (commune, step) in enumerate(zip(COMMUNES, steps, strict=False)):
        keeper, leader = officers_of_commune(index)
        body_id, day = body_by_slug(committee_of(commune)).id, today - dt.timedelta(days=20 - index)
        step(_written(body_id, keeper, day), body_id, keeper, leader, day)
    return len(steps)


def _written(body_id: int, keeper: Any, day: dt.date) -> int:
    model = models_offered(day)[0]
    made = begin_from_model(
        body_id=body_id,
        model_key=model.key,
        model_version=model.version,
        actor=acting(keeper, at(day, 8)),
        now=at(day, 8),
    )
    fill_in(
        announcement_id=made, subject=model.subject, values=_values(body_id, day), seen_revision=0,
        actor=acting(keeper, at(day, 9)), now=at(day, 9),
    )  # fmt: skip
    return made


def _values(body_id: int, day: dt.date) -> Mapping[str, str]:
    model = models_offered(day)[0]
    known = first_values(model, body_id, on=day)
    choices = {one.key: one.choices[0] for one in model.fields if one.kind is FieldKind.CHOICE}
    return {key: value or SAID.get(key, "") for key, value in (known | choices).items()}


def _publish(made: int, body_id: int, keeper: Any, leader: Any, day: dt.date) -> None:  # noqa: ARG001
    record_issued_elsewhere(
        announcement_id=made, number="41/QĐ-UBND", decided_on=day, seen_revision=1,
        actor=acting(keeper, at(day, 10)), now=at(day, 10),
    )  # fmt: skip
    submit_announcement(announcement_id=made, actor=acting(keeper, at(day, 11)), now=at(day, 11))
    approve_announcement(
        announcement_id=made, seen_with_own_eyes=True, actor=acting(leader, at(day, 15)), now=at(day, 15)
    )


def _ask(made: int, body_id: int, keeper: Any, leader: Any, day: dt.date) -> None:  # noqa: ARG001
    units = frozenset(units_taking_part(body_id, on=day)) - {body_id}
    question = Question(units, frozenset(), day + dt.timedelta(days=30), "Đề nghị xem kỹ các thời hạn nội bộ.")
    ask_opinions(
        announcement_id=made, question=question, seen_revision=1, actor=acting(keeper, at(day, 14)), now=at(day, 14)
    )


def _leave(made: int, body_id: int, keeper: Any, leader: Any, day: dt.date) -> None:
    """Leave it as a draft."""
