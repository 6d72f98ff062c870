"""Make the made-up province of the demonstration and a year of its life, through the actions themselves."""

from collections.abc import Iterator
from datetime import datetime

from django.db import transaction

from minhbach.accounts.actions.create_person import create_person
from minhbach.accounts.actions.give_post import give_post
from minhbach.accounts.contracts import PersonRecord
from minhbach.accounts.passwords import temporary_password
from minhbach.accounts.queries import person_by_username
from minhbach.agencies.actions.add_territory import add_territory
from minhbach.agencies.actions.appoint_focal_point import appoint_focal_point
from minhbach.agencies.contracts import AlreadyThere, FocalPointFields
from minhbach.agencies.queries import body_by_slug
from minhbach.agencies.queries.focal_points import focal_points_of
from minhbach.demonstration.actions.answer_requests import answer_requests
from minhbach.demonstration.actions.digitise_papers import digitise_papers
from minhbach.demonstration.actions.enter_plans import WITH_PLAN, enter_plans
from minhbach.demonstration.actions.fill_registers import fill_registers
from minhbach.demonstration.actions.hear_people import hear_people
from minhbach.demonstration.actions.let_mails_come import let_mails_come
from minhbach.demonstration.actions.list_service_units import list_service_units
from minhbach.demonstration.actions.live_a_year import live_a_year
from minhbach.demonstration.actions.look_after_data import look_after_data
from minhbach.demonstration.actions.open_registers import open_registers
from minhbach.demonstration.actions.redact_files import redact_files
from minhbach.demonstration.actions.speak_of_work import speak_of_work
from minhbach.demonstration.actions.write_procedures import write_procedures
from minhbach.demonstration.actions.write_regulations import write_regulations
from minhbach.demonstration.people import (
    OFFICERS,
    PROVINCE_COMMITTEE,
    PROVINCE_OFFICE,
    SINCE,
    TERRITORIES,
    MadeUpOfficer,
    MadeUpPost,
    MadeUpTerritory,
    committee_of,
)
from minhbach.domain.access import Actor, system_actor
from minhbach.foundation.dates import local_date

MAKER = system_actor("demonstration")


@transaction.atomic
def make_demonstration(*, now: datetime) -> int:
    """Make what is not there yet and return how many territories and people that was: a second run makes nothing.

    The caller has made sure that this installation is a demonstration.
    """
    made = make_province(now=now)
    if made:
        # The year is lived once, when the people come: a second run changes nothing.
        plans = enter_plans(made_on=local_date(now))
        live_a_year(plans=plans, today=local_date(now))
        speak_of_work(plan_id=plans[0], today=local_date(now))
        fill_registers(today=local_date(now))
        open_registers(today=local_date(now))
        redact_files(today=local_date(now))
        list_service_units(today=local_date(now))
        write_procedures(today=local_date(now))
        write_regulations(today=local_date(now))
        answer_requests(today=local_date(now))
        hear_people(today=local_date(now))
        let_mails_come(today=local_date(now))
        look_after_data(today=local_date(now))
        digitise_papers(today=local_date(now))
    return made


@transaction.atomic
def make_province(*, now: datetime) -> int:
    """Make the territories with their bodies, the officers and the focal points; return how many of the first two."""
    territories = sum(_make_territory(territory, MAKER, now) for territory in TERRITORIES)
    people = sum(_make_officer(officer, MAKER, now) for officer in OFFICERS)
    _appoint(MAKER, now)
    return territories + people


def _make_territory(territory: MadeUpTerritory, actor: Actor, now: datetime) -> bool:
    try:
        with transaction.atomic():
            add_territory(
                key=territory.key,
                level=territory.level,
                kind=territory.kind,
                name=territory.name,
                parent_key=territory.parent,
                from_on=SINCE,
                actor=actor,
                now=now,
            )
    except AlreadyThere:
        return False
    return True


def _make_officer(officer: MadeUpOfficer, actor: Actor, now: datetime) -> bool:
    if person_by_username(officer.username, actor=actor) is not None:
        return False
    first, *more = officer.posts
    person = _create(officer, first, actor, now)
    for post in more:
        give_post(
            person_id=person.id,
            role=post.role,
            body_id=body_by_slug(post.body).id,
            unit_id=_unit(post),
            title=post.title,
            from_on=SINCE,
            actor=actor,
            now=now,
        )
    return True


def _create(officer: MadeUpOfficer, post: MadeUpPost, actor: Actor, now: datetime) -> PersonRecord:
    # Nobody learns this password: the demonstration logs people in by a button.
    return create_person(
        name=officer.name,
        username=officer.username,
        email=f"{officer.username}@thidu.vidu.vn",
        password=temporary_password(),
        temporary=False,
        role=post.role,
        body_id=body_by_slug(post.body).id,
        unit_id=_unit(post),
        title=post.title,
        from_on=SINCE,
        actor=actor,
        now=now,
    )


def _unit(post: MadeUpPost) -> int | None:
    return body_by_slug(post.unit).id if post.unit else None


def _appoint(actor: Actor, now: datetime) -> None:
    """Give the province a focal point, whose telephone stands at the foot of every page, and nine communes theirs."""
    for number, (slug, unit, place) in enumerate(_bodies_with_focal_points(), start=1):
        body = body_by_slug(slug)
        if focal_points_of([body.id], on=local_date(now)):
            continue
        fields = FocalPointFields(
            unit_id=body_by_slug(unit).id,
            name="Trần Thị Thử" if number <= 2 else "",
            position="Công chức Văn phòng",
            address=f"Số {number} phố Mẫu, {place}",
            telephone=f"0000 000 0{number:02d}",
            email=f"tiepcanthongtin{number}@thidu.vidu.vn",
            working_hours="7:30–11:30, 13:30–17:00, thứ Hai đến thứ Sáu",
        )
        appoint_focal_point(body_id=body.id, fields=fields, from_on=SINCE, actor=actor, now=now)


def _bodies_with_focal_points() -> Iterator[tuple[str, str, str]]:
    yield PROVINCE_COMMITTEE, PROVINCE_OFFICE, "tỉnh Thí Dụ"
    for commune in WITH_PLAN:
        slug = committee_of(commune)
        office = f"van-phong-hdnd-va-{slug}"
        yield slug, office, f"{commune.kind.value} {commune.name}, tỉnh Thí Dụ"
