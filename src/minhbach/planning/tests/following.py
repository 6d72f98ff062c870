"""A confirmed plan of the commune, with officers around it, for tests of what goes with the work."""

from dataclasses import dataclass

from minhbach.accounts.models import Person
from minhbach.domain.access import Actor, Role
from minhbach.foundation.contracts import EventRecord, Subject
from minhbach.foundation.queries import events_about
from minhbach.planning.actions.choose_bodies import choose_bodies
from minhbach.planning.actions.confirm_plan import confirm_plan
from minhbach.planning.actions.correct_head import correct_head
from minhbach.planning.actions.read_document import read_received_document
from minhbach.planning.actions.receive_document import receive_document
from minhbach.planning.models import Plan, PlanImport, Task
from minhbach.planning.tests.conftest import NOW, PLAN_TEXT, World

NAMES = ("Văn phòng HĐND và UBND xã", "Phòng Văn hóa - Xã hội", "Phòng Kinh tế")


@dataclass
class Around:
    """The plan: the office leads the first task, with economy and culture beside it; culture leads the second."""

    world: World
    plan: Plan
    first: Task
    second: Task
    keeper: Actor
    """The commune's focal point."""
    leader: Actor
    economy: Actor
    """A specialist of the division that coordinates the first task."""
    stranger: Actor
    """Holds every role in the other commune."""


def make_around(world: World) -> Around:
    """Confirm the plan through the actions, and give it its people."""
    keeper = world.officer(Role.FOCAL_POINT)
    import_id = receive_document(
        content=PLAN_TEXT.encode(), name="kh-15.txt", body_id=world.ward.pk, actor=keeper, now=NOW
    )
    read_received_document(import_id=import_id, actor=keeper, now=NOW)
    head = PlanImport.objects.get(pk=import_id).head
    correct_head(import_id=import_id, head=head, issuing_body_id=world.ward.pk, actor=keeper, now=NOW)
    for name, body in zip(NAMES, (world.office, world.culture, world.economy), strict=True):
        choose_bodies(import_id=import_id, name=name, body_ids=[body.pk], actor=keeper, now=NOW)
    plan = Plan.objects.get(pk=confirm_plan(import_id=import_id, actor=keeper, now=NOW))
    first, second = plan.tasks.order_by("position")
    return Around(
        world=world,
        plan=plan,
        first=first,
        second=second,
        keeper=keeper,
        leader=world.officer(Role.LEADER),
        economy=world.officer(Role.SPECIALIST, body=world.economy),
        stranger=every_role(world),
    )


def every_role(world: World) -> Actor:
    """Return an officer of the other commune who may do there whatever an officer may."""
    actors = [world.officer(role, body=world.other_ward) for role in Role]
    return Actor(person=actors[0].person, posts=tuple(post for one in actors for post in one.posts))


def person_of(actor: Actor) -> Person:
    return Person.objects.get(pk=actor.person)


def last_event(kind: str, subject_id: int) -> EventRecord:
    """Return the newest entry about something."""
    return events_about(Subject(kind, subject_id))[-1]
