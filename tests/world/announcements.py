"""The first ward's lists of service units: one that was withdrawn, one in force, one that waits for the leader."""

from datetime import date

from minhbach.domain.access import Role
from minhbach.publication.actions.draft_service_list import begin_service_list, write_service_list
from minhbach.publication.actions.publish_announcement import approve_announcement, submit_announcement
from minhbach.publication.actions.withdraw_announcement import withdraw_announcement
from minhbach.publication.announcements.announced import Heading, ListedService
from minhbach.publication.rules import SEES
from tests.world.values import ACTORS, NOW, World

READERS = tuple(role.value for role in SEES)
DECIDED_ON = date(2026, 10, 12)


def plant(world: World) -> None:
    """Bring one list to each step; each takes the place of the one before it."""
    withdrawn = _approved(world, "withdrawn", READERS)
    _approved(world, "public", ACTORS)
    reason = world.hides("lý do rút danh mục đơn vị sự nghiệp", seen_by=READERS)
    leader = world.actors[Role.LEADER.value]
    withdraw_announcement(announcement_id=withdrawn, remark=reason, actor=leader, now=NOW)
    _submitted(world, "submitted", READERS)


def _submitted(world: World, step: str, readers: tuple[str, ...]) -> int:
    specialist = world.actors[Role.SPECIALIST.value]
    made = begin_service_list(body_id=world.bodies["ubnd_a"], actor=specialist, now=NOW)
    number, services = (
        world.hides(f"{what} của danh mục đơn vị sự nghiệp {step}", seen_by=readers) for what in ("số", "dịch vụ")
    )
    write_service_list(
        announcement_id=made,
        heading=Heading(f"12/QĐ-{number}", DECIDED_ON),
        units=[ListedService(world.bodies["tram-y-te_a"], f"Tiêm chủng {services}")],
        remark="",
        seen_revision=0,
        actor=specialist,
        now=NOW,
    )
    submit_announcement(announcement_id=made, actor=specialist, now=NOW)
    world.knows("announcement_id", **{f"service_list_{step}": made})
    return made


def _approved(world: World, step: str, readers: tuple[str, ...]) -> int:
    made, leader = _submitted(world, step, readers), world.actors[Role.LEADER.value]
    approve_announcement(announcement_id=made, seen_with_own_eyes=True, actor=leader, now=NOW)
    return made
