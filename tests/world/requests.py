"""Requests to the first ward: one just received, one that lacks something, one in work; who asked is hidden."""

from datetime import date

from minhbach.domain.access import Role
from minhbach.intake.contracts import FileRole, Given, Sender, Way
from minhbach.intake.holding import put_aside
from minhbach.lawbook.calendars import load_calendar
from minhbach.requests.actions.ask_supplement import ask_supplement
from minhbach.requests.actions.find_valid import find_valid
from minhbach.requests.actions.receive_request import receive_by_officer
from minhbach.requests.models import Case
from minhbach.requests.rules import READS_SENDERS
from tests.world.values import NOW, World

CALENDAR, TODAY = load_calendar(), date(2026, 10, 13)
READERS = tuple(role.value for role in READS_SENDERS)
SHOWN_TO_NOBODY = ()
"""Of identity numbers only the last four signs stand on pages."""


def plant(world: World) -> None:
    """Bring a request to each step."""
    focal = world.actors[Role.FOCAL_POINT.value]
    _received(world, "received")
    lacking = _received(world, "lacking")
    words = world.hides("lời đề nghị bổ sung", seen_by=READERS)
    ask_supplement(case_id=lacking, lacks=["address"], words=f"Ghi địa chỉ. {words}", actor=focal, now=NOW)
    in_work = _received(world, "in_work")
    find_valid(
        case_id=in_work, valid_on=TODAY, complexity=None, calendar=CALENDAR, actor=focal, now=NOW,
        note=world.hides("ghi chú nội bộ khi thấy yêu cầu đủ", seen_by=SHOWN_TO_NOBODY),
    )  # fmt: skip


def _received(world: World, step: str) -> int:
    said = {
        what: world.hides(f"{what} của yêu cầu {step}", seen_by=READERS)
        for what in ("lời", "tên", "nơi ở", "thư", "lý do", "tên tệp")
    }
    number = world.hides(f"số căn cước của yêu cầu {step}", seen_by=SHOWN_TO_NOBODY)
    sender = Sender(
        name=f"Nguyễn {said['tên']}",
        address=f"thôn {said['nơi ở']}",
        identity_number=f"{number}0000",
        email=f"{said['thư']}@vidu.vn",
        purpose=said["lý do"],
    )
    file = put_aside(name=f"{said['tên tệp']}.txt", content=said["lời"].encode(), role=FileRole.ATTACHMENT)
    given = Given(text=f"Xin bảng giá đất {said['lời']}", sender=sender, way=Way.COUNTER, files=(file,))
    receipt = receive_by_officer(
        given=given, body_id=world.bodies["ubnd_a"], actor=world.actors[Role.FOCAL_POINT.value], now=NOW
    )
    case_id = Case.objects.values_list("pk", flat=True).get(submission=receipt.submission_id)
    world.knows("case_id", **{f"case_{step}": case_id})
    return case_id
