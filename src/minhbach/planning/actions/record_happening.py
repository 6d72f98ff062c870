"""Record the event that a task waited for; from then on its limit counts (ghi nhận sự việc)."""

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from minhbach.domain.access import Actor
from minhbach.domain.calendars.calendar import Calendar
from minhbach.domain.lifecycles.assignment import OPEN
from minhbach.domain.plans.deadlines import CLASS_OF_KIND, DeadlineClass
from minhbach.domain.plans.lengths import read_length
from minhbach.domain.reading.results import DeadlineKind
from minhbach.domain.text import nfc
from minhbach.foundation.contracts import Fact
from minhbach.foundation.dates import local_date
from minhbach.planning.contracts import PlanNotVisible, WorkRefused
from minhbach.planning.models import Assignment, Happening, Task
from minhbach.planning.moving import finish, person_of
from minhbach.planning.rules import MAY_FOLLOW


@transaction.atomic
def record_happening(
    *, task_id: int, happened_on: date, what: str, due_on: date | None, calendar: Calendar, actor: Actor, now: datetime
) -> Happening:
    """Start the limit of every open part of a task that waited for an event.

    :param due_on: the limit that follows; None: it is counted from the deadline's words ("trong 15 ngày làm việc").
    :raises PlanNotVisible: if the task is not there, or the actor does not follow its plan for the body that keeps it.
    :raises WorkRefused: if the task waits for no event, the day lies ahead, or there is no way to know the limit.
    """
    task = Task.objects.select_related("plan").filter(pk=task_id).first()
    if task is None or not actor.holds(*MAY_FOLLOW, body=task.plan.body_id):
        raise PlanNotVisible
    if happened_on > local_date(now):
        raise WorkRefused(_("Ngày xảy ra sự việc còn ở phía trước; ghi khi sự việc đã xảy ra."))
    due = _limit(task, happened_on, due_on, calendar)
    what = nfc(what).strip()
    if not what:
        raise WorkRefused(_("Ghi sự việc gì đã xảy ra, ví dụ số và ngày của văn bản."))
    row = Happening.objects.create(
        task=task,
        happened_on=happened_on,
        what=what[:500],
        due_on=due,
        recorded_by_id=person_of(actor),
        recorded_at=now,
    )
    facts: dict[str, Fact] = {"happening": row.pk, "happened_on": happened_on.isoformat(), "due_on": due.isoformat()}
    locked = Assignment.objects.select_for_update(of=("self",)).select_related("task__plan")
    for assignment in locked.filter(task=task, state__in=OPEN).order_by("pk"):
        assignment.due_on = due
        finish(assignment, "begun_to_count", actor=actor, now=now, facts=facts)
    return row


def _limit(task: Task, happened_on: date, due_on: date | None, calendar: Calendar) -> date:
    if CLASS_OF_KIND[DeadlineKind(task.deadline_kind)] != DeadlineClass.AWAITED:
        raise WorkRefused(_("Nhiệm vụ này không chờ sự việc nào."))
    length = read_length(task.deadline_text)
    if due_on is None and length is not None:
        return length.from_day(happened_on, add_working_days=calendar.add_working_days)
    if due_on is None:
        raise WorkRefused(_("Văn bản không ghi khoảng thời gian tính được: nhập hạn phải xong."))
    if due_on < happened_on:
        raise WorkRefused(_("Hạn phải xong không thể trước ngày xảy ra sự việc."))
    return due_on
