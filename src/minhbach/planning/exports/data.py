"""A public plan as data for programs. The keys are fixed by `docs/schemas/plan.schema.json`; everything is public."""

import datetime as dt
import json
from collections.abc import Iterator
from itertools import groupby
from typing import Any

from minhbach.domain.plans.standing import Standing
from minhbach.planning.models import Plan, Task
from minhbach.planning.queries import Counts, name_of
from minhbach.planning.queries.state import PartState, counts_on, parts_on, tasks_in_order

VERSION = 1


def plan_as_json(plan: Plan, day: dt.date, *, url: str) -> Iterator[str]:
    """Yield the text of one JSON object, task by task, so that no plan is held as a whole."""
    yield json.dumps(_head(plan, day, url), ensure_ascii=False)[:-1] + ', "tasks": ['
    parts = groupby(parts_on(plan, day, with_evidence=False), key=lambda part: part.task_position)
    waiting = next(parts, None)
    for place, task in enumerate(tasks_in_order(plan)):
        own: list[dict[str, Any]] = []
        if waiting is not None and waiting[0] == task.position:
            own = [_part(part) for part in waiting[1]]
            waiting = next(parts, None)
        yield (", " if place else "") + json.dumps(_task(task, own), ensure_ascii=False)
    yield "]}\n"


def _head(plan: Plan, day: dt.date, url: str) -> dict[str, Any]:
    return {
        "version": VERSION,
        "url": url,
        "slug": plan.slug,
        "name": name_of(plan),
        "kind": plan.doc_type,
        "number": plan.number or None,
        "symbol": plan.symbol or None,
        "issued_on": _day(plan.issued_on),
        "issuing_body": str(plan.issuing_body) if plan.issuing_body else plan.issuer_name or None,
        "kept_by": str(plan.body),
        "title": plan.title,
        "as_of": day.isoformat(),
        "counts": _counts(counts_on(plan, day)),
    }


def _counts(counted: Counts) -> dict[str, int]:
    return {one.value: counted.of(one) for one in Standing}


def _task(task: Task, parts: list[dict[str, Any]]) -> dict[str, Any]:
    return {
        "position": task.position,
        "number": ".".join(filter(None, (task.section, task.number))) or None,
        "title": task.title,
        "scope": task.scope or None,
        "product": task.product or None,
        "lead": list(task.lead_text),
        "coordinating": list(task.coordinating_text),
        "deadline": {
            "text": task.deadline_text or None,
            "kind": task.deadline_kind,
            "start": _day(task.deadline_start),
            "end": _day(task.deadline_end),
            "recurring": task.deadline_recurring,
        },
        "due_on": _day(task.due_on),
        "work": parts,
    }


def _part(part: PartState) -> dict[str, Any]:
    return {
        "body": part.body,
        "role": part.role,
        "due_on": _day(part.due_on),
        "done_on": _day(part.done_on),
        "standing": part.stands.value if part.stands else None,
        "dropped": part.dropped,
    }


def _day(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None
