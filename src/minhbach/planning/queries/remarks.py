"""What was written about a task, for those who may see its work."""

from django.db.models import Q, QuerySet

from minhbach.domain.access import Actor
from minhbach.planning.contracts import PlanNotVisible
from minhbach.planning.models import Remark, Task
from minhbach.planning.queries.taking_part import task_taken_part_in
from minhbach.planning.queries.work import assignments_read_by, reach_of


def remarks_on(task: Task, *, actor: Actor) -> QuerySet[Remark]:
    """Return the remarks and inspection notes on a task that the actor may read, the oldest first.

    A comment is for all who take part in the task. What is written about one body, an inspection or why its part was
    dropped, is for who may read that body's reports. The caller has checked that the actor takes part (`sees_work`).
    """
    reach = reach_of(actor)
    read = assignments_read_by(reach, keeps=actor.bodies()).filter(task=task).values("body")
    mine = Q(about=None) | Q(about__in=read) | Q(about__in=reach.sees) | Q(written_by=actor.person)
    rows = task.remarks.filter(mine) if task.plan.body_id not in actor.bodies() else task.remarks.all()
    return rows.select_related("body", "about", "written_by").order_by("written_at", "pk")


def own_remark(remark_id: int, *, actor: Actor) -> Remark:
    """Return a remark that the actor wrote, locked until the end of the transaction.

    :raises PlanNotVisible: if it is not there for the actor, somebody else wrote it, or its task may no longer be seen.
    """
    row = Remark.objects.select_for_update(of=("self",)).filter(pk=remark_id, written_by=actor.person).first()
    if row is None or actor.person is None:
        raise PlanNotVisible
    task_taken_part_in(row.task_id, actor=actor)
    return row
