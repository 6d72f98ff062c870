"""From a reading to draft tasks: pure translation, with each body's name still only as written."""

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any

from minhbach.domain.reading.results import Deadline, DeadlineKind, Duty, Reading, Source, Task
from minhbach.domain.reading.source import Line, SourceDocument
from minhbach.planning.models import DraftTask

NO_DEADLINE = Deadline(text=None, kind=DeadlineKind.NONE)


def drafts_of(reading: Reading) -> Iterator[DraftTask]:
    """Yield one unsaved draft for each task, or for each duty of an official letter; names are not resolved yet."""
    drafts = chain(map(_from_task, reading.tasks), map(_from_duty, reading.duties))
    for position, draft in enumerate(drafts, start=1):
        draft.position = position
        yield draft


def written_names(drafts: Iterable[DraftTask]) -> tuple[str, ...]:
    """Return every name of a body on the drafts, as written, once each, in order."""
    seen = {name["text"]: None for draft in drafts for name in (*draft.lead, *draft.coordinating)}
    return tuple(seen)


def deadline_fields(deadline: Deadline) -> dict[str, Any]:
    """Return the columns of `DeadlineFields` for a deadline."""
    return {
        "deadline_text": (deadline.text or "")[:1000],
        "deadline_kind": deadline.kind,
        "deadline_start": deadline.start,
        "deadline_end": deadline.end,
        "deadline_recurring": deadline.recurring,
        "deadline_condition": (deadline.condition or "")[:500],
        "deadline_branches": [
            {
                "condition": branch.condition,
                "text": branch.text,
                "kind": branch.kind.value,
                "start": branch.start.isoformat() if branch.start else None,
                "end": branch.end.isoformat() if branch.end else None,
            }
            for branch in deadline.branches
        ],
    }


def source_lines(source: SourceDocument) -> list[dict[str, Any]]:
    """Return the lines as the review page shows them: number, text, and page and box where known."""
    return [_shown(line) for line in source.lines]


def _shown(line: Line) -> dict[str, Any]:
    shown: dict[str, Any] = {"n": line.number, "t": line.text}
    if line.place:
        shown |= {"page": line.place.page, "box": list(line.place.box)}
    return shown


def _from_task(task: Task) -> DraftTask:
    return DraftTask(
        section=(task.section or "")[:60],
        number=(task.number or "")[:60],
        title=task.title,
        scope=(task.scope or "")[:500],
        lead=_names(task.lead),
        coordinating=_names(task.coordinating),
        product=task.product or "",
        report_to=list(task.report_to),
        source=_places(task.source, task.field_sources),
        **deadline_fields(task.deadline),
    )


def _from_duty(duty: Duty) -> DraftTask:
    return DraftTask(
        number=(duty.number or "")[:60],
        title=duty.text,
        lead=_names(duty.assignees),
        coordinating=_names(duty.coordinating),
        report_to=list(duty.report_to),
        source=_places(duty.source, {}),
        **deadline_fields(duty.deadline or NO_DEADLINE),
    )


def _names(written: Iterable[str]) -> list[dict[str, Any]]:
    return [{"text": text, "bodies": [], "how": "asked", "note": ""} for text in written]


def _places(whole: Source, fields: dict[str, Source]) -> dict[str, Any]:
    return {name: _place(source) for name, source in {"task": whole, **fields}.items()}


def _place(source: Source) -> dict[str, Any]:
    if source.where:
        return {"page": source.where.page, "box": list(source.where.box), "lines": list(source.lines or ())}
    return {"lines": list(source.lines or ())}
