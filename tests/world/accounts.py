"""An officer of each role in the first ward, and one with every role in the second."""

from datetime import date, datetime, timedelta

from minhbach.accounts.actions.create_person import create_person
from minhbach.accounts.actions.delegate import delegate
from minhbach.accounts.actions.give_post import give_post
from minhbach.accounts.contracts import PersonRecord
from minhbach.accounts.queries import actor_of, posts_of
from minhbach.domain.access import Role, system_actor
from minhbach.foundation import clock
from tests.world.values import KEEPER, NOW, ROLES, STRANGER, World

BUILDER = system_actor("world")
PASSWORD = "mat-khau-dai-cua-nguoi-mau"
HELD_FROM = date(2025, 7, 1)


def plant(world: World) -> None:
    """Make the people, their posts and a delegation."""
    for role in Role:
        _officer(world, role.value, "ubnd_a", (role,), seen_by=(role.value, Role.ADMINISTRATOR.value))
    _officer(world, STRANGER, "ubnd_b", tuple(Role), seen_by=(STRANGER,))
    # None of the nine who visit: it keeps what concerns the whole installation, such as the days off.
    _officer(world, KEEPER, "ubnd_province", (Role.ADMINISTRATOR,), seen_by=())
    for name, person_id in world.people.items():
        world.actors[name] = actor_of(person_id, on=clock.today())
        world.knows("person_id", **{f"person_{name}": person_id})
    _delegation(world)


def _officer(world: World, name: str, body: str, roles: tuple[Role, ...], *, seen_by: tuple[str, ...]) -> None:
    email = world.hides(f"thư điện tử của {name}", seen_by=seen_by)
    username = world.hides(f"tên đăng nhập của {name}", seen_by=seen_by)
    person: PersonRecord = create_person(
        name=f"Trần Thị Thử {name}",
        username=username,
        email=f"{email}@vidu.vn",
        password=PASSWORD,
        body_id=world.bodies[body],
        role=roles[0],
        from_on=HELD_FROM,
        temporary=False,
        actor=BUILDER,
        now=NOW,
    )
    for role in roles[1:]:
        give_post(person_id=person.id, role=role, body_id=world.bodies[body], from_on=HELD_FROM, actor=BUILDER, now=NOW)
    world.people[name] = person.id


def _delegation(world: World) -> None:
    """Let the moderator stand in for the specialist, who may not be told to others why."""
    seen_by = (Role.SPECIALIST.value, Role.MODERATOR.value, Role.ADMINISTRATOR.value)
    reason = world.hides("lý do ủy quyền", seen_by=seen_by)
    for name in (*ROLES, STRANGER):
        posts = posts_of(world.people[name], actor=BUILDER)
        world.knows("post_id", **{f"post_{name}": posts[0].id})
    made = delegate(
        post_id=int(str(world.samples["post_specialist"])),
        delegate_id=world.people[Role.MODERATOR.value],
        from_on=clock.today() + timedelta(days=1),
        until_on=clock.today() + timedelta(days=30),
        reason=f"Đi học {reason}",
        actor=BUILDER,
        now=datetime.now(tz=NOW.tzinfo),
    )
    world.knows("delegation_id", delegation=made.id)
    world.knows("provider", no_such_provider="khong-co")
    world.knows("provider_id", no_such_provider="khong-co")
