"""Add a body that the tree lacks and let the document mean it."""

from datetime import date, datetime

from django.db import transaction

from minhbach.agencies.actions.add_body import add_body
from minhbach.agencies.contracts import BodyRecord
from minhbach.domain.access import Actor
from minhbach.domain.bodies.values import Kind
from minhbach.foundation.dates import written as written_date
from minhbach.planning.actions.choose_bodies import choose_bodies
from minhbach.planning.actions.correct_head import correct_head
from minhbach.planning.queries import import_for_change


@transaction.atomic
def add_missing_body(
    *, import_id: int, written: str, name: str, kind: Kind, parent: BodyRecord, actor: Actor, now: datetime
) -> BodyRecord:
    """Enter the body under its parent, from the parent's days, and choose it for the written name.

    :param written: the name in the document; empty: the new body is the one that issued the document.
    :raises PlanNotVisible: if the import is not there for the actor.
    :raises AgenciesError: if the actor may not add bodies there, or it is there already.
    """
    plan_import = import_for_change(import_id, actor=actor)
    added = add_body(
        name=name,
        kind=kind,
        territory_key=parent.territory_key,
        parent_id=parent.id,
        exists_from=parent.exists_from,
        exists_until=parent.exists_until,
        source=_source(plan_import.head),
        actor=actor,
        now=now,
    )
    if written:
        choose_bodies(import_id=import_id, name=written, body_ids=[added.id], actor=actor, now=now)
    else:
        correct_head(import_id=import_id, head=plan_import.head, issuing_body_id=added.id, actor=actor, now=now)
    return added


def _source(head: dict[str, str | None]) -> str:
    number = "/".join(part for part in (head.get("number"), head.get("symbol")) if part)
    issued = written_date(date.fromisoformat(head["date"] or "")) if head.get("date") else ""
    return " ".join(part for part in (head.get("doc_type"), number, issued and f"ngày {issued}") if part)
