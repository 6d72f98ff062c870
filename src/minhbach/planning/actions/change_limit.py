"""Change the limit of a body's part in a task; the old one stays readable (điều chỉnh hạn)."""

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from minhbach.domain.access import Actor, Role
from minhbach.domain.lifecycles.assignment import OPEN
from minhbach.domain.text import nfc
from minhbach.planning.contracts import AssignmentNotVisible, WorkRefused
from minhbach.planning.models import LimitChange
from minhbach.planning.moving import finish, person_of
from minhbach.planning.queries.work import assignment_for_change


@transaction.atomic
def change_limit(*, assignment_id: int, due_on: date, ground: str, actor: Actor, now: datetime) -> None:
    """Set another limit, on a ground, in the name of a leader of the body that keeps the plan.

    What was late before today was late: counts "as of" an earlier day keep the old limit.

    :raises AssignmentNotVisible: if it is not there for the actor.
    :raises WorkRefused: if the actor is no leader of the body that keeps the plan, the work is closed, no ground is
        given, or the limit is the same.
    """
    row = assignment_for_change(assignment_id, actor=actor)
    if row.task.plan.body_id not in actor.bodies():
        raise AssignmentNotVisible
    if not actor.holds(Role.LEADER, body=row.task.plan.body_id):
        raise WorkRefused(_("Chỉ lãnh đạo của cơ quan giữ kế hoạch điều chỉnh được hạn."))
    if row.state not in OPEN:
        raise WorkRefused(_("Việc đã khép lại, hạn không đổi được nữa."))
    ground = nfc(ground).strip()
    if not ground:
        raise WorkRefused(_("Ghi căn cứ điều chỉnh hạn, ví dụ số và ngày của văn bản cho phép."))
    if due_on == row.due_on:
        raise WorkRefused(_("Hạn mới trùng với hạn đang có."))
    change = LimitChange.objects.create(
        assignment=row,
        old_due_on=row.due_on,
        new_due_on=due_on,
        ground=ground[:500],
        changed_by_id=person_of(actor),
        changed_at=now,
    )
    row.due_on = due_on
    facts = {
        "change": change.pk,
        "old": change.old_due_on.isoformat() if change.old_due_on else None,
        "new": due_on.isoformat(),
    }
    finish(row, "limit_changed", actor=actor, now=now, facts=facts)
