"""A confirmed plan of the commune with people who have addresses, for tests of reminding and urging."""

from dataclasses import dataclass
from datetime import UTC, date, datetime

from minhbach.accounts.models import Person
from minhbach.domain.access import Actor, Role, system_actor
from minhbach.foundation.models import OutgoingMail
from minhbach.lawbook.calendars import load_calendar
from minhbach.planning.actions.give_task import give_task
from minhbach.planning.actions.remind import Reminded, remind
from minhbach.planning.models import Plan
from minhbach.planning.tests.conftest import NOW, World
from minhbach.planning.tests.work_plan import DATED, confirmed_plan, work_on

DUE = date(2026, 12, 31)
"""The limit of the plan's dated task, a Thursday; three working days before it is Monday the 28th."""


def at(day: str, hour: int = 3) -> datetime:
    """Return a moment of a day, in universal time: ten in the morning here."""
    return datetime.fromisoformat(day).replace(hour=hour, tzinfo=UTC)


@dataclass
class Urgent:
    """The plan; its focal point; a leader; a specialist of the office that leads the dated task; a stranger."""

    world: World
    plan: Plan
    focal: Actor
    leader: Actor
    doer: Actor
    stranger: Actor

    @property
    def work_id(self) -> int:
        """The dated task's leading part."""
        return work_on(self.plan, DATED).pk

    def give(self) -> None:
        """Give the dated task to the specialist."""
        give_task(
            assignment_id=self.work_id,
            unit_id=None,
            person_id=self.doer.person,
            actor=self.focal,
            now=NOW,
        )


def make_urgent(world: World) -> Urgent:
    """Confirm the plan through the actions; everybody of the commune has an address but the focal point."""
    plan = confirmed_plan(world)
    made = Urgent(
        world=world,
        plan=plan,
        focal=world.officer(Role.FOCAL_POINT),
        leader=world.officer(Role.LEADER),
        doer=world.officer(Role.SPECIALIST, body=world.office),
        stranger=world.officer(*[Role.LEADER], body=world.other_ward),
    )
    for actor in (made.leader, made.doer, made.stranger):
        Person.objects.filter(pk=actor.person).update(email=f"thu{actor.person}@vidu.vn")
    return made


def sweep(day: str, hour: int = 3) -> Reminded:
    """Run the reminders at a moment."""
    return remind(calendar=load_calendar(), actor=system_actor("reminder"), now=at(day, hour))


def mails_to(actor: Actor) -> list[str]:
    """Return the subjects of the mails to somebody, oldest first."""
    return list(OutgoingMail.objects.filter(person_id=actor.person).order_by("pk").values_list("subject", flat=True))
