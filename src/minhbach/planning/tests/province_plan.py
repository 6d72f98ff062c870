"""A plan of the made-up province, whose tasks reach a department, both communes and a unit of one of them."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from django.test import Client

from minhbach.accounts.models import Person
from minhbach.agencies.models import Body
from minhbach.domain.access import Actor, Role
from minhbach.domain.lifecycles.plan_import import ImportState
from minhbach.planning.actions.confirm_plan import confirm_plan
from minhbach.planning.models import Assignment, DraftTask, Plan, PlanImport
from minhbach.planning.tests.conftest import NOW, World

ISSUED = dt.date(2026, 9, 1)
PAST, AHEAD = dt.date(2026, 9, 30), dt.date(2026, 12, 31)


@dataclass
class Province:
    """The plan, who follows it, and the bodies that it reaches."""

    world: World
    committee: Body
    justice: Body
    actor: Actor
    plan: Plan

    def part(self, position: int, body: Body, role: str = "lead") -> Assignment:
        return Assignment.objects.get(task__plan=self.plan, task__position=position, body=body, role=role)


def make_province(world: World) -> Province:
    """Confirm the plan: three tasks, of which the first is late, and the third has both communes coordinate only."""
    committee = Body.objects.get(kind="committee", territory__key="thi-du")
    justice = Body.objects.get(name__startswith="Sở Tư pháp")
    actor = world.officer(Role.FOCAL_POINT, body=committee)
    wards = [world.ward, world.other_ward]
    plan = confirmed(
        committee,
        actor,
        number="100",
        tasks=[
            ("Rà soát danh mục thông tin", [world.ward, justice], [], PAST),
            ("Tập huấn cán bộ đầu mối", [*wards, world.office], [justice], AHEAD),
            ("Xây dựng trang chung", [justice], wards, AHEAD),
        ],
    )
    return Province(world, committee, justice, actor, plan)


Wanted = tuple[str, Sequence[Body], Sequence[Body], dt.date]


def confirmed(
    body: Body, actor: Actor, *, number: str, tasks: Sequence[Wanted], above: Plan | None = None, on: dt.date = ISSUED
) -> Plan:
    """Return a plan of the body, checked and confirmed."""
    row = PlanImport.objects.create(
        body=body, issuing_body=body, state=ImportState.IN_REVIEW, uploaded_at=NOW, file_sha256=f"{number:0>64}",
        head=head(number, on), above=above,
    )  # fmt: skip
    for position, (title, lead, coordinating, due) in enumerate(tasks, start=1):
        DraftTask.objects.create(
            plan_import=row, position=position, number=str(position), title=title, lead=_names(lead),
            coordinating=_names(coordinating), deadline_kind="date", deadline_end=due,
            deadline_text=f"{due:%d/%m/%Y}", product="Báo cáo kết quả",
        )  # fmt: skip
    return Plan.objects.get(pk=confirm_plan(import_id=row.pk, actor=actor, now=NOW))


def head(number: str, on: dt.date) -> dict[str, object]:
    return {
        "doc_type": "Kế hoạch",
        "number": number,
        "symbol": "KH-UBND",
        "date": on.isoformat(),
        "issuing_body": "Ủy ban nhân dân",
        "title": "Triển khai thi hành Luật Tiếp cận thông tin",
    }


def _names(bodies: Sequence[Body]) -> list[dict[str, object]]:
    return [{"text": body.name, "bodies": [body.pk], "how": "chosen", "note": ""} for body in bodies]


def client_of(actor: Actor) -> Client:
    """Return a browser in which the officer is logged in."""
    client = Client()
    person = Person.objects.get(pk=actor.person)
    client.force_login(person, backend="allauth.account.auth_backends.AuthenticationBackend")
    return client
