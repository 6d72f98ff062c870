"""Say which unit and officer of a body does its part of a task (giao việc, nhận việc)."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from minhbach.agencies.queries.beneath import own_line, with_own_units
from minhbach.domain.access import Actor
from minhbach.domain.lifecycles.assignment import OPEN, AssignmentEvent, AssignmentState
from minhbach.foundation.dates import local_date
from minhbach.planning.contracts import AssignmentNotVisible, WorkRefused
from minhbach.planning.models import Assignment
from minhbach.planning.moving import finish, move
from minhbach.planning.queries.people import works_for
from minhbach.planning.queries.work import assignment_for_change, may_work
from minhbach.planning.rules import MAY_GIVE


@transaction.atomic
def give_task(*, assignment_id: int, unit_id: int | None, person_id: int | None, actor: Actor, now: datetime) -> None:
    """Give the task to a unit and an officer of the body; what nobody had taken over yet is taken over by that.

    An officer may take work for themself; giving it to others is for focal points, leaders and Justice coordinators.

    :param unit_id: the body itself or one beneath it; None where the officer alone is named.
    :param person_id: who holds a post in the body, beneath it, or in what it is a part of; None: the unit alone.
    :raises AssignmentNotVisible: if it is not there for the actor, or is not their body's work.
    :raises WorkRefused: if the work is closed, nobody is named, or who is named does not belong to the body.
    """
    row = assignment_for_change(assignment_id, actor=actor)
    if not may_work(actor, row):
        raise AssignmentNotVisible
    _refuse(row, unit_id, person_id, actor, now)
    first = row.state == AssignmentState.GIVEN
    if first:
        move(row, AssignmentEvent.TAKE_OVER)
        row.taken_over_on = local_date(now)
    row.unit_id, row.person_id = unit_id, person_id
    facts = {"unit": unit_id, "person": person_id}
    finish(row, "taken_over" if first else "given_on", actor=actor, now=now, facts=facts)


def _refuse(row: Assignment, unit_id: int | None, person_id: int | None, actor: Actor, now: datetime) -> None:
    if row.state not in OPEN:
        raise WorkRefused(_("Việc đã khép lại, không giao được nữa. Mở lại việc trước."))
    if unit_id is None and person_id is None:
        raise WorkRefused(_("Chọn đơn vị hoặc người thực hiện."))
    around = own_line(row.body_id)
    if person_id != actor.person and not any(actor.holds(*MAY_GIVE, body=one) for one in around):
        raise WorkRefused(_("Chỉ đầu mối, lãnh đạo hoặc điều phối tư pháp của cơ quan giao việc cho người khác."))
    if unit_id is not None and unit_id not in with_own_units({row.body_id}):
        raise WorkRefused(_("Đơn vị đã chọn không thuộc cơ quan này."))
    if person_id is not None and not works_for(person_id, row.body_id, on=local_date(now)):
        raise WorkRefused(_("Người đã chọn không giữ vị trí nào ở cơ quan này."))
