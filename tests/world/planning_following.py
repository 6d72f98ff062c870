"""What goes with the work of the first ward: remarks, difficulties, money, commendations, each with hidden words."""

from datetime import date

from minhbach.domain.access import Actor, Post, Role
from minhbach.planning.actions.answer_difficulty import answer_difficulty
from minhbach.planning.actions.decide_commendation import decline_commendation
from minhbach.planning.actions.propose_commendation import propose_commendation
from minhbach.planning.actions.raise_difficulty import raise_difficulty
from minhbach.planning.actions.write_budget import Amounts, add_budget_line
from minhbach.planning.actions.write_remark import withdraw_remark, write_inspection, write_remark
from minhbach.planning.rules import MAY_FOLLOW
from tests.world.values import NOW, ROLES, STRANGER, World

WARD = ROLES
FOLLOWERS = tuple(role.value for role in MAY_FOLLOW)


def plant(world: World) -> None:
    """Write a little of everything on the confirmed plan, which only the ward may see."""
    _remarks(world)
    _difficulties(world)
    _money(world)
    _commendations(world)


def _id(world: World, name: str) -> int:
    return int(str(world.samples[name]))


def _at(world: World, body: str, role: Role) -> Actor:
    """Return the specialist's person as one who holds the role in another body."""
    person = world.actors[Role.SPECIALIST.value].person
    return Actor(person=person, posts=(Post(role=role, body=world.bodies[body]),))


def _remarks(world: World) -> None:
    task, ward = _id(world, "task_confirmed"), world.bodies["ubnd_a"]
    writer, keeper = world.actors[Role.SPECIALIST.value], world.actors[Role.FOCAL_POINT.value]
    text = world.hides("ý kiến về một nhiệm vụ", seen_by=WARD)
    shown = write_remark(task_id=task, body_id=ward, text=text, actor=writer, now=NOW)
    text = world.hides("ý kiến đã rút", seen_by=())
    withdrawn = write_remark(task_id=task, body_id=ward, text=text, actor=writer, now=NOW)
    withdraw_remark(remark_id=withdrawn, actor=writer, now=NOW)
    write_inspection(
        task_id=task,
        about_id=world.bodies["van-phong-hdnd-va-ubnd_a"],
        inspected_on=date(2026, 10, 12),
        text=world.hides("kết quả kiểm tra", seen_by=WARD),
        actor=keeper,
        now=NOW,
    )
    world.knows("remark_id", remark=shown, remark_withdrawn=withdrawn)


def _difficulties(world: World) -> None:
    division, province = _at(world, "phong-van-hoa-xa-hoi_a", Role.SPECIALIST), world.bodies["ubnd_province"]
    ward, task = world.bodies["ubnd_a"], _id(world, "task_confirmed")
    keeper, officer = world.actors[Role.FOCAL_POINT.value], world.actors[Role.SPECIALIST.value]

    def raised(what: str, *, body: str, asked: int, actor: Actor, seen_by: tuple[str, ...], task: int | None) -> int:
        return raise_difficulty(
            body_id=world.bodies[body],
            asked_id=asked,
            task_id=task,
            text=world.hides(what, seen_by=seen_by),
            proposal=world.hides(f"đề xuất kèm {what}", seen_by=seen_by),
            actor=actor,
            now=NOW,
        )

    culture = "phong-van-hoa-xa-hoi_a"
    asked = raised("vướng mắc hỏi phường", body=culture, asked=ward, actor=division, seen_by=WARD, task=task)
    answered = raised("vướng mắc đã trả lời", body=culture, asked=ward, actor=division, seen_by=WARD, task=task)
    answer = world.hides("câu trả lời của phường", seen_by=WARD)
    answer_difficulty(difficulty_id=answered, answer=answer, actor=keeper, now=NOW)
    general = raised("vướng mắc chung", body="ubnd_a", asked=province, actor=officer, seen_by=WARD, task=None)
    above = raised("vướng mắc tỉnh đã trả lời", body="ubnd_a", asked=province, actor=officer, seen_by=WARD, task=None)
    answer = world.hides("câu trả lời của tỉnh", seen_by=WARD)
    who = _at(world, "ubnd_province", Role.LEADER)
    answer_difficulty(difficulty_id=above, answer=answer, actor=who, now=NOW)
    stranger = world.actors[STRANGER]
    other = raised(
        "vướng mắc của phường khác", body="ubnd_b", asked=province, actor=stranger, seen_by=(STRANGER,), task=None
    )
    world.knows(
        "difficulty_id",
        difficulty_asked=asked,
        difficulty_answered=answered,
        difficulty_general=general,
        difficulty_answered_above=above,
        difficulty_other=other,
    )


def _money(world: World) -> None:
    line = add_budget_line(
        plan_id=_id(world, "plan_confirmed"),
        task_id=_id(world, "task_confirmed"),
        body_id=world.bodies["ubnd_a"],
        year=2026,
        amounts=Amounts(estimate=3_000_000, allotted=2_500_000, spent=2_400_000, settled=2_300_000),
        source=world.hides("nguồn kinh phí", seen_by=WARD),
        note=world.hides("ghi chú kinh phí", seen_by=WARD),
        actor=world.actors[Role.SPECIALIST.value],
        now=NOW,
    )
    world.knows("line_id", line=line)


def _commendations(world: World) -> None:
    plan, keeper = _id(world, "plan_confirmed"), world.actors[Role.FOCAL_POINT.value]

    def proposed(what: str, unit: str) -> int:
        return propose_commendation(
            plan_id=plan,
            body_id=world.bodies[unit],
            person_id=None,
            reason=world.hides(what, seen_by=FOLLOWERS),
            actor=keeper,
            now=NOW,
        )

    waiting = proposed("lý do đề nghị khen thưởng", "van-phong-hdnd-va-ubnd_a")
    declined = proposed("lý do đề nghị không được đồng ý", "phong-van-hoa-xa-hoi_a")
    note = world.hides("ý kiến về đề nghị khen thưởng", seen_by=FOLLOWERS)
    leader = world.actors[Role.LEADER.value]
    decline_commendation(commendation_id=declined, plan_id=plan, note=note, actor=leader, now=NOW)
    world.knows("commendation_id", commendation=waiting, commendation_declined=declined)
