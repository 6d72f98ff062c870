"""Personal data of the first ward: a hold, a wish of each kind, a breach that waits and a light one."""

from dataclasses import replace
from datetime import timedelta

from minhbach.domain.access import Role
from minhbach.lawbook.calendars import load_calendar
from minhbach.privacy.actions.hold import place_hold
from minhbach.privacy.actions.keep_breach import note_breach
from minhbach.privacy.actions.wish import ask_about_own_data
from minhbach.privacy.contracts import BreachFacts, DataKind, HoldKind, WishKind
from minhbach.privacy.rules import SEES
from minhbach.requests.models import Case
from tests.world.values import NOW, World

READERS = tuple(role.value for role in SEES)


def plant(world: World) -> None:
    """Hold, ask and note."""
    focal, ward = world.actors[Role.FOCAL_POINT.value], world.bodies["ubnd_a"]
    submission_id = Case.objects.values_list("submission", flat=True).get(pk=world.samples["case_received"])
    world.knows("submission_id", submission_received=submission_id)
    ground = world.hides("căn cứ giữ dữ liệu", seen_by=READERS)
    hold = place_hold(
        submission_id=submission_id, kind=HoldKind.INSPECTION, ground=f"QĐ {ground}", until=None, actor=focal, now=NOW
    )
    world.knows("hold_id", hold_open=hold)
    for kind in WishKind:
        words = world.hides(f"lời đề nghị về dữ liệu của mình: {kind}", seen_by=READERS)
        wish = ask_about_own_data(
            submission_id=submission_id, kind=kind, words=f"Xin {words}", calendar=load_calendar(), now=NOW
        )
        world.knows("wish_id", **{f"wish_{kind}": wish})
    what = world.hides("sự cố dữ liệu cá nhân", seen_by=READERS)
    facts = BreachFacts(
        what=f"Mất danh sách {what}", kinds=(DataKind.NAME,), found_at=NOW - timedelta(hours=1), is_grave=True
    )
    light = replace(facts, what=f"Gửi nhầm {what}", is_grave=False, why_not_grave="Đã thu lại ngay")
    world.knows(
        "breach_id",
        breach_open=note_breach(facts=facts, body_id=ward, actor=focal, now=NOW),
        breach_light=note_breach(facts=light, body_id=ward, actor=focal, now=NOW),
    )
