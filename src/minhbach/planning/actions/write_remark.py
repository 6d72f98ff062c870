"""Write what a body has to say about a task, or what an inspection found (ý kiến, kiểm tra)."""

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from minhbach.domain.access import Actor
from minhbach.domain.text import nfc
from minhbach.foundation.actions.record_event import record_event
from minhbach.foundation.contracts import Fact, Subject, body_chain
from minhbach.foundation.dates import local_date
from minhbach.planning.contracts import PlanNotVisible, WorkRefused
from minhbach.planning.models import Remark, RemarkKind
from minhbach.planning.queries.remarks import own_remark
from minhbach.planning.queries.taking_part import bodies_in, follows, task_taken_part_in, voices_in

TASK = "task"


@transaction.atomic
def write_remark(*, task_id: int, body_id: int, text: str, actor: Actor, now: datetime) -> int:
    """Write a comment in the name of a body that leads, coordinates or keeps the task. Return the remark's id.

    :raises PlanNotVisible: if the task's work is not there for the actor, or they may speak for no body there.
    :raises WorkRefused: if nothing is written, or the body is none for which the actor may speak here.
    """
    task = task_taken_part_in(task_id, actor=actor)
    voices = voices_in(task.plan, actor, task=task)
    if not voices:
        raise PlanNotVisible
    if body_id not in voices:
        raise WorkRefused(_("Chọn cơ quan mà người viết đang làm việc, có phần trong nhiệm vụ này."))
    row = Remark(task=task, kind=RemarkKind.COMMENT, body_id=body_id, text=_written(text))
    return _save(row, "remarked", actor=actor, now=now)


@transaction.atomic
def write_inspection(*, task_id: int, about_id: int, inspected_on: date, text: str, actor: Actor, now: datetime) -> int:
    """Write what the body that keeps the plan found when it inspected a body on a day. Return the remark's id.

    :raises PlanNotVisible: if the task is not there for the actor, or they do not follow its plan.
    :raises WorkRefused: if nothing is written, the day lies ahead, or the body has no part in the task.
    """
    task = task_taken_part_in(task_id, actor=actor)
    if not follows(task.plan, actor):
        raise PlanNotVisible
    if about_id not in bodies_in(task.plan, task=task):
        raise WorkRefused(_("Chọn cơ quan được kiểm tra trong các cơ quan có phần ở nhiệm vụ này."))
    if inspected_on > local_date(now):
        raise WorkRefused(_("Ngày kiểm tra còn ở phía trước; ghi sau khi đã kiểm tra."))
    row = Remark(
        task=task,
        kind=RemarkKind.INSPECTION,
        body_id=task.plan.body_id,
        about_id=about_id,
        inspected_on=inspected_on,
        text=_written(text),
    )
    facts: dict[str, Fact] = {"about": about_id, "inspected_on": inspected_on.isoformat()}
    return _save(row, "inspected", actor=actor, now=now, facts=facts)


@transaction.atomic
def withdraw_remark(*, remark_id: int, actor: Actor, now: datetime) -> None:
    """Take back an own remark: its line stays, its words are shown to nobody.

    :raises PlanNotVisible: if it is not there for the actor, or somebody else wrote it.
    :raises WorkRefused: if it is withdrawn already.
    """
    row = own_remark(remark_id, actor=actor)
    if row.withdrawn_at is not None:
        raise WorkRefused(_("Ý kiến này đã được rút."))
    row.withdrawn_at = now
    _save(row, "remark_withdrawn", actor=actor, now=now)


@transaction.atomic
def put_back_remark(*, remark_id: int, actor: Actor, now: datetime) -> None:
    """Show an own remark again that was withdrawn by mistake.

    :raises PlanNotVisible: if it is not there for the actor, or somebody else wrote it.
    :raises WorkRefused: if it is not withdrawn.
    """
    row = own_remark(remark_id, actor=actor)
    if row.withdrawn_at is None:
        raise WorkRefused(_("Ý kiến này đang hiện, không cần đưa lại."))
    row.withdrawn_at = None
    _save(row, "remark_put_back", actor=actor, now=now)


def _written(text: str) -> str:
    text = nfc(text).strip()
    if not text:
        raise WorkRefused(_("Viết nội dung trước khi gửi."))
    return text


def _save(row: Remark, kind: str, *, actor: Actor, now: datetime, facts: dict[str, Fact] | None = None) -> int:
    if row.pk is None:
        row.written_by_id, row.written_at = actor.person, now
    row.save()
    record_event(
        chain=body_chain(row.body_id),
        kind=f"task.{kind}",
        subject=Subject(TASK, row.task_id),
        actor=actor,
        now=now,
        facts={"remark": row.pk, **(facts or {})},
    )
    return row.pk
