"""From the tasks of a plan above to the drafts of a body's own plan."""

from collections.abc import Collection, Iterator, Mapping

from minhbach.planning.contracts import NameOnDraft
from minhbach.planning.models import Assignment, AssignmentRole, DeadlineFields, DraftTask, Task

DEADLINE = tuple(field.name for field in DeadlineFields._meta.get_fields())


def drafts_from(parts: Collection[Assignment], *, body: int, names: Mapping[int, str]) -> Iterator[DraftTask]:
    """Yield one unsaved draft for each task in which the body has a part, in the document's order.

    A task that it leads becomes its own; one in which it only coordinates is offered, left out until a person takes it.

    :param parts: those of the body and of what stands beneath it, not dropped, with their tasks.
    :param names: of the bodies of the parts, and of the body itself.
    """
    by_task: dict[int, list[Assignment]] = {}
    for part in sorted(parts, key=lambda one: (one.task.position, one.body_id)):
        by_task.setdefault(part.task_id, []).append(part)
    for position, its in enumerate(by_task.values(), start=1):
        leads = [part.body_id for part in its if part.role == AssignmentRole.LEAD]
        beside = [part.body_id for part in its if part.body_id not in leads]
        draft = _copy(its[0].task, position)
        draft.lead = [_name(one, names) for one in (leads or [body])]
        draft.coordinating = [_name(one, names) for one in beside] if leads else []
        draft.left_out = not leads
        yield draft


def _copy(task: Task, position: int) -> DraftTask:
    copied = {field: getattr(task, field) for field in DEADLINE}
    return DraftTask(
        position=position,
        number=str(position),
        title=task.title,
        scope=task.scope,
        product=task.product,
        report_to=list(task.report_to),
        above_task=task,
        **copied,
    )


def _name(body: int, names: Mapping[int, str]) -> NameOnDraft:
    return {"text": names[body], "bodies": [body], "how": "chosen", "note": ""}
