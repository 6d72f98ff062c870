"""Let the made-up officers do their work of a year, act by act, in the order of time."""

import datetime as dt
from collections.abc import Collection, Iterator, Mapping
from random import Random

from minhbach.demonstration.actions.enter_plans import acting, at, officers_of_commune
from minhbach.demonstration.life import WORDS, Step, steps
from minhbach.demonstration.people import (
    COMMUNES,
    FINANCE,
    JUSTICE,
    PROVINCE_COMMITTEE,
    PROVINCE_OFFICE,
    SCIENCE,
    WARD_CULTURE,
    WARD_ECONOMY,
    committee_of,
)
from minhbach.domain.access import Actor
from minhbach.domain.plans.rhythm import from_code
from minhbach.foundation.calendar import calendar_in_use
from minhbach.planning.actions.answer_result import accept_period, accept_result
from minhbach.planning.actions.give_task import give_task
from minhbach.planning.actions.record_happening import record_happening
from minhbach.planning.actions.report_work import report_progress, report_result
from minhbach.planning.contracts import IssuedDocument, WorkRefused
from minhbach.planning.queries.parts import LeadingPart, awaited_tasks, leading_parts

WORKERS: Mapping[str, tuple[str, str]] = {
    JUSTICE: ("phong.tuphap", "du.tuphap"),
    PROVINCE_OFFICE: ("tap.vanphong", "tap.vanphong"),
    SCIENCE: ("mau.khoahoc", "mau.khoahoc"),
    FINANCE: ("phong.taichinh", "phong.taichinh"),
    PROVINCE_COMMITTEE: ("phong.tuphap", "thi.tinh"),
    WARD_CULTURE: ("mau.chuyenvien", "du.lanhdao"),
    WARD_ECONOMY: ("nhap.chuyenvien", "dien.lanhdao"),
}
"""Who works for a body and who accepts its results, by user name."""


def live_a_year(*, plans: Collection[int], today: dt.date) -> int:
    """Do what was done of the plans until the day; return how many acts that were."""
    chance = Random(2026)  # noqa: S311 (a made-up year needs no secret; the same seed makes the same year)
    told = [(step, part) for part in leading_parts(plans) for step in _story(part, today, chance)]
    told.sort(key=lambda pair: (pair[0].day, pair[1].assignment_id))
    _event_that_was_waited_for(plans, today)
    return sum(_do(step, part, chance) for step, part in told)


def _story(part: LeadingPart, today: dt.date, chance: Random) -> Iterator[Step]:
    if workers_of(part.body_slug) is None or part.due_on is None:
        return
    rhythm, given, due = from_code(part.rhythm), part.given_on, part.due_on
    while rhythm and due < today:
        # Each period has its own report; a period that nobody reported stays open, and the story ends there.
        period = list(steps(given_on=given, due_on=due, today=today, chance=chance))
        yield from period
        if not any(step.verb == "accept" for step in period):
            return
        given, due = max(due, period[-1].day), rhythm.after(max(due, period[-2].day))
    if not rhythm:
        yield from steps(given_on=given, due_on=due, today=today, chance=chance)


def workers_of(body_slug: str) -> tuple[str, str] | None:
    """Return who works for the body and who accepts its results; None where nobody of it uses the system yet."""
    if body_slug in WORKERS:
        return WORKERS[body_slug]
    for index, commune in enumerate(COMMUNES):
        committee = committee_of(commune)
        if body_slug == committee or body_slug.endswith(committee.removeprefix("ubnd-")):
            return officers_of_commune(index)
    return None


def _do(step: Step, part: LeadingPart, chance: Random) -> bool:
    workers = workers_of(part.body_slug)
    assert workers is not None, "a story is told only of who has officers"
    moment = at(step.day, chance.randint(8, 16), chance.randint(0, 59))
    actor = acting(workers[step.verb == "accept"], moment)
    try:
        _act(step, part, actor, moment, chance)
    except WorkRefused:
        # The story was drawn before it was lived: two acts may have met on one day.
        return False
    return True


def _act(step: Step, part: LeadingPart, actor: Actor, moment: dt.datetime, chance: Random) -> None:
    which = part.assignment_id
    match step.verb:
        case "take":
            give_task(assignment_id=which, unit_id=part.body_id, person_id=actor.person, actor=actor, now=moment)
        case "progress":
            words = chance.choice(WORDS["progress"])
            report_progress(assignment_id=which, percent=step.percent, text=words, actor=actor, now=moment)
        case "report":
            words = chance.choice(WORDS["report"])
            document = _issued(step.day, chance) if part.product_is_document else None
            report_result(assignment_id=which, text=words, document=document, actor=actor, now=moment)
        case "accept" if part.rhythm:
            accept_period(assignment_id=which, actor=actor, now=moment)
        case "accept":
            accept_result(assignment_id=which, actor=actor, now=moment)


def _issued(day: dt.date, chance: Random) -> IssuedDocument:
    return IssuedDocument(
        reference=f"{chance.randint(10, 480)}/{chance.choice(('QĐ', 'KH', 'TB'))}-UBND", issued_on=day
    )


def _event_that_was_waited_for(plans: Collection[int], today: dt.date) -> None:
    day = today - dt.timedelta(days=12)
    for task_id in awaited_tasks(plans):
        record_happening(
            task_id=task_id,
            happened_on=day,
            what="Nhận được dự thảo nghị định để góp ý",
            due_on=None,
            calendar=calendar_in_use(),
            actor=acting("phong.tuphap", at(day, 15)),
            now=at(day, 15),
        )
