"""Feedback to the first ward in each state, an answer for everybody, and denunciations that the leader alone reads."""

from datetime import date

from minhbach.domain.access import Actor, Role
from minhbach.intake.contracts import FileRole, Sender
from minhbach.intake.holding import put_aside
from minhbach.lawbook.calendars import load_calendar
from minhbach.outreach.actions.answer_feedback import answer_feedback
from minhbach.outreach.actions.assign_feedback import assign_feedback
from minhbach.outreach.actions.close_feedback import close_feedback
from minhbach.outreach.actions.hold_confidential import hold_confidential
from minhbach.outreach.actions.publish_answer import submit_answer
from minhbach.outreach.actions.receive_feedback import receive_by_officer
from minhbach.outreach.contracts import ClosedWhy, FeedbackGiven, FeedbackKind, FeedbackWay
from minhbach.outreach.models import Feedback
from minhbach.outreach.queries import FEEDBACK
from minhbach.outreach.rules import READS_CONFIDENTIAL, READS_SENDERS
from minhbach.publication.actions.approve import approve_publication
from tests.world.values import ACTORS, NOW, Hidden, World

CALENDAR, TODAY = load_calendar(), date(2026, 10, 13)
READERS = tuple(role.value for role in READS_SENDERS)
LEADERS = tuple(role.value for role in READS_CONFIDENTIAL)

NUMBER = "001099900888"


def plant(world: World) -> None:
    """Bring feedback to each state."""
    focal, specialist = _actor(world, Role.FOCAL_POINT), _actor(world, Role.SPECIALIST)
    _received(world, "received", READERS)
    given = _received(world, "in_work", READERS, more=f" Số căn cước {NUMBER}.")
    # No page tells it to anybody who only asks for the page: it is opened by saying why.
    world.hidden.append(Hidden(NUMBER, "số giấy tờ trong lời góp ý", frozenset()))
    note = world.hides("ghi chú khi giao góp ý", seen_by=READERS)
    assert specialist.person is not None
    assign_feedback(feedback_id=given, person_id=specialist.person, note=note, actor=focal, now=NOW)
    _answered(world, "answered")
    _closed(world, focal)
    _submitted(world, "submitted")
    _public(world)
    _received(world, "denunciation", LEADERS, kind=FeedbackKind.DENUNCIATION)
    marked = _received(world, "marked", LEADERS)
    hold_confidential(feedback_id=marked, actor=focal, now=NOW)


def _actor(world: World, role: Role) -> Actor:
    return world.actors[role.value]


def _received(
    world: World, step: str, seen_by: tuple[str, ...], kind: FeedbackKind = FeedbackKind.WRONG, more: str = ""
) -> int:
    said = {
        what: world.hides(f"{what} của góp ý {step}", seen_by=seen_by)
        for what in ("lời", "tên", "thư", "tên tệp", "nhóm")
    }
    # A residents' group is a public name: the supervisor reads it too, but not of a denunciation.
    group = f"tổ dân phố {said['nhóm']}" if seen_by == LEADERS else "tổ dân phố số 3"
    given = FeedbackGiven(
        kind=kind,
        text=f"Cống thoát nước {said['lời']}{more}",
        sender=Sender(name=f"Nguyễn {said['tên']}", email=f"{said['thư']}@vidu.vn"),
        group=group,
        way=FeedbackWay.COUNTER,
        agrees_public=True,
        files=(put_aside(name=f"{said['tên tệp']}.txt", content=said["lời"].encode(), role=FileRole.ATTACHMENT),),
    )
    receipt = receive_by_officer(
        given=given, body_id=world.bodies["ubnd_a"], calendar=CALENDAR, actor=_actor(world, Role.LEADER), now=NOW
    )
    feedback_id = Feedback.objects.values_list("pk", flat=True).get(submission=receipt.submission_id)
    world.knows("feedback_id", **{f"feedback_{step}": feedback_id})
    return feedback_id


def _answered(world: World, step: str) -> int:
    feedback_id = _received(world, step, READERS)
    words = world.hides(f"câu trả lời của góp ý {step}", seen_by=READERS)
    answer_feedback(
        feedback_id=feedback_id, answer=f"Đã nạo vét {words}", actor=_actor(world, Role.SPECIALIST), now=NOW
    )
    return feedback_id


def _closed(world: World, focal: Actor) -> None:
    feedback_id = _received(world, "closed", READERS)
    reason = world.hides("lý do đóng góp ý", seen_by=READERS)
    close_feedback(feedback_id=feedback_id, why=ClosedWhy.NO_SENSE, words=reason, actor=focal, now=NOW)


def _submitted(world: World, step: str) -> int:
    feedback_id = _answered(world, step)
    seen_by = ACTORS if step == "public" else READERS
    words = world.hides(f"lời viết lại của góp ý {step}", seen_by=seen_by)
    submit_answer(
        feedback_id=feedback_id,
        question=f"Cống tắc {words}",
        answer="Đã nạo vét xong.",
        kept_on_purpose=False,
        actor=_actor(world, Role.SPECIALIST),
        now=NOW,
    )
    return feedback_id


def _public(world: World) -> None:
    approve_publication(
        subject_kind=FEEDBACK,
        subject_id=_submitted(world, "public"),
        seen_with_own_eyes=True,
        actor=_actor(world, Role.LEADER),
        now=NOW,
    )
