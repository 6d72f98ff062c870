"""The first ward's procedures for requests: one withdrawn, one replaced, one in force, one before the leader."""

from datetime import date
from decimal import Decimal

from minhbach.domain.access import Role
from minhbach.publication.actions.draft_procedure import begin_procedure, write_procedure
from minhbach.publication.actions.publish_announcement import approve_announcement, submit_announcement
from minhbach.publication.actions.withdraw_announcement import withdraw_announcement
from minhbach.publication.announcements.announced import Heading, ProcedureContent, StepGiven
from minhbach.publication.rules import SEES
from tests.world.values import ACTORS, NOW, World

READERS = tuple(role.value for role in SEES)
DECIDED_ON = date(2026, 10, 12)


def plant(world: World) -> None:
    """Bring one procedure to each step; each takes the place of the one before it."""
    withdrawn = _approved(world, "withdrawn", READERS)
    _approved(world, "replaced", ACTORS)
    _approved(world, "public", ACTORS)
    reason = world.hides("lý do rút thủ tục", seen_by=READERS)
    leader = world.actors[Role.LEADER.value]
    withdraw_announcement(announcement_id=withdrawn, remark=reason, actor=leader, now=NOW)
    _submitted(world, "submitted", READERS)
    world.knows("what", watch_procedures="thu-tuc", watch_lists="danh-muc-don-vi-su-nghiep")


def _submitted(world: World, step: str, readers: tuple[str, ...]) -> int:
    keeper = world.actors[Role.FOCAL_POINT.value]
    made = begin_procedure(body_id=world.bodies["ubnd_a"], actor=keeper, now=NOW)
    number, place, hours, remark, title = (
        world.hides(f"{what} của thủ tục {step}", seen_by=readers)
        for what in ("số", "nơi tiếp nhận", "giờ", "lưu ý", "bước")
    )
    unit = world.bodies["van-phong-hdnd-va-ubnd_a"]
    write_procedure(
        announcement_id=made,
        heading=Heading(f"15/QĐ-{number}", DECIDED_ON),
        content=ProcedureContent(f"Số 1 {place}", f"7:30 {hours}", remark, (StepGiven(title, unit, Decimal("1.5")),)),
        seen_revision=0,
        actor=keeper,
        now=NOW,
    )
    submit_announcement(announcement_id=made, actor=keeper, now=NOW)
    world.knows("announcement_id", **{f"procedure_{step}": made})
    return made


def _approved(world: World, step: str, readers: tuple[str, ...]) -> int:
    made, leader = _submitted(world, step, readers), world.actors[Role.LEADER.value]
    approve_announcement(announcement_id=made, seen_with_own_eyes=True, actor=leader, now=NOW)
    return made
