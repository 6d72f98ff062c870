"""A letter that urges the first ward's office, and an officer's calendar."""

from datetime import timedelta

from minhbach.domain.access import Role
from minhbach.planning.actions.keep_calendar_feed import open_calendar_feed
from minhbach.planning.actions.urge import urge
from minhbach.planning.urging.letters import Urged
from tests.world.papers import DRAFTERS
from tests.world.values import NOW, World


def plant(world: World) -> None:
    """Draft the letter, and make an address that shows nothing: whoever knows an address needs no session.

    The secret of an address that shows something is told to nobody, so no sweep could know it either.
    """
    (letter,) = urge(
        plan_id=int(str(world.samples["plan_confirmed"])),
        reason=Urged.NOT_TAKEN,
        body_ids=[world.bodies["van-phong-hdnd-va-ubnd_a"]],
        answer_by=NOW.date() + timedelta(days=7),
        separately=False,
        more=world.hides("lời thêm vào công văn đôn đốc", seen_by=DRAFTERS),
        actor=world.actors[Role.FOCAL_POINT.value],
        now=NOW,
    )
    world.knows("letter_id", letter_urging=letter)
    secret = open_calendar_feed(actor=world.actors[Role.ADMINISTRATOR.value], now=NOW)
    open_calendar_feed(actor=world.actors[Role.SPECIALIST.value], now=NOW)
    world.knows("secret", feed_of_administrator=secret)
