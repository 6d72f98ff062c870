"""What was written about a task, for those who may see its work."""

from django.db.models import QuerySet

from minhbach.domain.access import Actor
from minhbach.planning.contracts import PlanNotVisible
from minhbach.planning.models import Remark, Task
from minhbach.planning.queries.taking_part import task_taken_part_in


def remarks_on(task: Task) -> QuerySet[Remark]:
    """Return the remarks and inspection notes on a task, the oldest first. The caller has checked who asks."""
    return task.remarks.select_related("body", "about", "written_by").order_by("written_at", "pk")


def own_remark(remark_id: int, *, actor: Actor) -> Remark:
    """Return a remark that the actor wrote, locked until the end of the transaction.

    :raises PlanNotVisible: if it is not there for the actor, somebody else wrote it, or its task may no longer be seen.
    """
    row = Remark.objects.select_for_update(of=("self",)).filter(pk=remark_id, written_by=actor.person).first()
    if row is None or actor.person is None:
        raise PlanNotVisible
    task_taken_part_in(row.task_id, actor=actor)
    return row
