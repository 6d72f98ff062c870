"""Documents on their way to becoming plans."""

from typing import Any

from django.db.models import QuerySet

from minhbach.domain.access import Actor
from minhbach.domain.lifecycles.plan_import import ImportState
from minhbach.domain.reading.results import DeadlineKind
from minhbach.foundation.contracts import Subject
from minhbach.planning.contracts import PlanNotVisible
from minhbach.planning.models import DraftTask, PlanImport
from minhbach.planning.ordering import ordered
from minhbach.planning.rules import MAY_IMPORT, Doubt, doubts, plan_name

IMPORT_COLUMNS = {"luc": "uploaded_at", "tinh-trang": "state", "co-quan": "body__sort_key", "tep": "file_name"}


def imports_visible_to(actor: Actor) -> QuerySet[PlanImport]:
    """Return the imports of the bodies in which the actor holds a post that imports; newest first."""
    return PlanImport.objects.filter(body_id__in=actor.bodies_where(*MAY_IMPORT)).order_by("-uploaded_at")


def visible_import(import_id: int, *, actor: Actor) -> PlanImport:
    """Return one import.

    :raises PlanNotVisible: if it is not there for the actor.
    """
    row = imports_visible_to(actor).select_related("body", "issuing_body").filter(pk=import_id).first()
    if row is None:
        raise PlanNotVisible
    return row


def import_for_change(import_id: int, *, actor: Actor) -> PlanImport:
    """Return one import, locked until the end of the transaction.

    :raises PlanNotVisible: if it is not there for the actor.
    """
    row = imports_visible_to(actor).select_for_update().filter(pk=import_id).first()
    if row is None:
        raise PlanNotVisible
    return row


def may_read_import_file(actor: Actor, subject: Subject) -> bool:
    """Answer foundation's question who may open the original of an import."""
    return imports_visible_to(actor).filter(pk=int(subject.id)).exists()


def imports_in_state(rows: QuerySet[PlanImport], state: str) -> QuerySet[PlanImport]:
    """Return the imports in this state, or all where none is named."""
    return rows.filter(state=state) if state else rows


def sorted_imports(rows: QuerySet[PlanImport], asked: str) -> QuerySet[PlanImport]:
    """Return the imports sorted by a column of `IMPORT_COLUMNS`, the newest first unless asked otherwise."""
    return ordered(rows, asked, IMPORT_COLUMNS, default="-luc", then=("-pk",))


def doubts_of(draft: DraftTask) -> tuple[Doubt, ...]:
    """Return what of the draft is not sure yet; nothing for one that was left out."""
    if draft.left_out:
        return ()
    return doubts(
        title=draft.title,
        lead=draft.lead,
        coordinating=draft.coordinating,
        deadline_kind=DeadlineKind(draft.deadline_kind),
    )


def waiting_imports(actor: Actor) -> QuerySet[PlanImport]:
    """Return the imports that wait for a person to check and confirm them."""
    return imports_visible_to(actor).filter(state=ImportState.IN_REVIEW)


def head_name(head: dict[str, Any]) -> str:
    """Return how a document under review is called for short, from its head as read."""
    return plan_name(
        doc_type=head.get("doc_type") or "", number=head.get("number") or "", symbol=head.get("symbol") or ""
    )
