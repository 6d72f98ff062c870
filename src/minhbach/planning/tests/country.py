"""A made-up country of any size, planted in bulk: a plan of the centre, and plans of two thirds of the communes."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from minhbach.accounts.models import Person
from minhbach.accounts.models import Post as PostRow
from minhbach.accounts.queries import actor_of
from minhbach.agencies.models import Body, BodyPosition, Territory, TerritoryVersion
from minhbach.agencies.rules import body_segment, territory_segment
from minhbach.domain.access import Actor, Role
from minhbach.domain.lifecycles.assignment import AssignmentState
from minhbach.planning.models import Assignment, AssignmentRole, AssignmentSpan, Plan, Task

NOW = dt.datetime(2026, 10, 13, 2, 0, tzinfo=dt.UTC)
BEGUN, PAST, AHEAD, DONE = dt.date(2026, 2, 2), dt.date(2026, 6, 30), dt.date(2026, 12, 31), dt.date(2026, 5, 5)


@dataclass(frozen=True)
class Country:
    """The plan of the centre, who follows it, and what else was made."""

    plan: Plan
    actor: Actor
    person: Person
    province_ids: tuple[int, ...]
    commune_ids: tuple[int, ...]


def make_country(*, provinces: int, communes: int, departments: int, tasks: int) -> Country:
    """Plant it: communes are dealt out to the provinces in turn."""
    centre = _bodies("department", "province", [("Bộ Mẫu", _territories("province", ["trung-uong"])[0], None)])[0]
    tops = _territories("province", [f"tinh-{number}" for number in range(provinces)])
    committees = _bodies("committee", "province", [(f"UBND tỉnh Thí Dụ {n}", top, None) for n, top in enumerate(tops)])
    below: list[tuple[str, Territory, Body | None]] = [
        (f"Sở Mẫu {number} tỉnh Thí Dụ {place}", tops[place], committee)
        for place, committee in enumerate(committees)
        for number in range(departments)
    ]
    own = _bodies("department", "province", below)
    places = _territories("commune", [f"xa-{number}" for number in range(communes)], tops)
    wards = _bodies("committee", "commune", [(f"UBND xã Mẫu {n}", place, None) for n, place in enumerate(places)])
    plan = _plan(centre, "ke-hoach-trung-uong")
    _work(plan, [*committees, *own, *wards], tasks)
    person = Person.objects.create(username="bo.thu", name="Lê Thử Bộ", created_at=NOW)
    PostRow.objects.create(person=person, role=Role.FOCAL_POINT, body=centre, from_on=BEGUN)
    Plan.objects.bulk_create(
        (_unsaved(ward, f"ke-hoach-xa-{n}", above=plan) for n, ward in enumerate(wards) if n % 3), batch_size=500
    )
    actor = actor_of(person.pk, on=NOW.date())
    return Country(plan, actor, person, tuple(one.pk for one in tops), tuple(one.pk for one in wards))


def _territories(level: str, keys: list[str], above: list[Territory] | None = None) -> list[Territory]:
    made = Territory.objects.bulk_create((Territory(key=key, code=key, level=level) for key in keys), batch_size=500)
    kind = "xã" if level == "commune" else "tỉnh"
    rows = []
    for number, one in enumerate(made):
        parent = above[number % len(above)] if above else None
        path = (territory_segment(parent.pk) if parent else "") + territory_segment(one.pk)
        words = f"Thí Dụ {number}"
        rows.append(
            TerritoryVersion(
                territory=one, parent=parent, kind=kind, name=words, sort_key=words, search_text=words, path=path
            )
        )
        one.path = path  # type: ignore[attr-defined]
    TerritoryVersion.objects.bulk_create(rows, batch_size=500)
    return made


def _bodies(kind: str, level: str, wanted: list[tuple[str, Territory, Body | None]]) -> list[Body]:
    made = Body.objects.bulk_create(
        (
            Body(
                slug=f"{kind}-{place.key}-{number}", kind=kind, level=level, territory=place, name=name,
                sort_key=name.lower(), search_text=name.lower(), state="confirmed",
            )
            for number, (name, place, _parent) in enumerate(wanted)
        ),
        batch_size=500,
    )  # fmt: skip
    rows = []
    for one, (_name, place, parent) in zip(made, wanted, strict=True):
        chain = (body_segment(parent.pk) if parent else "") + body_segment(one.pk)
        path = place.path + chain  # type: ignore[attr-defined]
        rows.append(BodyPosition(body=one, parent=parent, path=path))
    BodyPosition.objects.bulk_create(rows, batch_size=500)
    return made


def _unsaved(body: Body, slug: str, *, above: Plan | None = None) -> Plan:
    return Plan(
        body=body, issuing_body=body, above=above, slug=slug, doc_type="Kế hoạch", number="1", symbol="KH-UBND",
        issued_on=BEGUN, title="Kế hoạch mẫu", confirmed_at=NOW,
    )  # fmt: skip


def _plan(body: Body, slug: str) -> Plan:
    plan = _unsaved(body, slug)
    plan.save()
    return plan


def _work(plan: Plan, bodies: list[Body], tasks: int) -> None:
    made = Task.objects.bulk_create(
        Task(plan=plan, position=number, number=str(number), title=f"Nhiệm vụ {number}", due_on=AHEAD)
        for number in range(1, tasks + 1)
    )
    rows = [one for task in made for one in _parts(task, bodies)]
    Assignment.objects.bulk_create(rows, batch_size=1000)
    AssignmentSpan.objects.bulk_create(
        (
            AssignmentSpan(
                assignment=one, plan=plan, body_id=one.body_id, from_on=BEGUN, due_on=one.due_on, done_on=one.done_on
            )
            for one in rows
        ),
        batch_size=1000,
    )


def _parts(task: Task, bodies: list[Body]) -> Iterator[Assignment]:
    for number, body in enumerate(bodies):
        turn = (number + task.position) % 4
        done, begun = turn == 0, turn in (0, 1)
        yield Assignment(
            task=task,
            body=body,
            role=AssignmentRole.LEAD,
            as_written=body.name,
            state=AssignmentState.DONE if done else AssignmentState.IN_WORK if begun else AssignmentState.GIVEN,
            taken_over_on=BEGUN if begun else None,
            done_on=DONE if done else None,
            due_on=PAST if turn in (0, 2) else AHEAD,
        )
