"""Draw a body's own plan from the tasks that a plan above gives it (lập kế hoạch của cơ quan)."""

import hashlib
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from minhbach.agencies.queries import bodies, with_predecessors
from minhbach.agencies.queries.beneath import with_bodies_beneath
from minhbach.domain.access import Actor
from minhbach.domain.lifecycles.assignment import AssignmentState
from minhbach.domain.lifecycles.plan_import import PLAN_IMPORT, ImportEvent, ImportState
from minhbach.foundation.actions.record_event import record_event
from minhbach.foundation.contracts import Subject, body_chain
from minhbach.papers.queries import letterhead
from minhbach.papers.rules import symbol_for
from minhbach.planning.contracts import AlreadyImported, ImportRefused
from minhbach.planning.drawing import drafts_from
from minhbach.planning.exports.paper import KIND, title_under
from minhbach.planning.models import Assignment, AssignmentRole, DraftTask, Plan, PlanImport
from minhbach.planning.queries import visible_plan
from minhbach.planning.rules import MAY_IMPORT

CLOSED = (ImportState.DISCARDED, ImportState.REFUSED, ImportState.UNREADABLE)


@transaction.atomic
def draw_plan(*, plan_id: int, body_id: int, actor: Actor, now: datetime) -> int:
    """Propose the body's own plan under the plan above and return the id of the document, which is under review.

    :raises PlanNotVisible: if the plan above is not there for the actor.
    :raises ImportRefused: if the actor imports no plans for the body, the body leads no task there, or it issued that
        plan itself.
    :raises AlreadyImported: if such a plan of the body is under review or confirmed already.
    """
    above = visible_plan(plan_id, actor=actor)
    if not actor.holds(*MAY_IMPORT, body=body_id):
        raise ImportRefused(_("Vai trò của người này không lập kế hoạch được cho cơ quan đã chọn."))
    if above.issuing_body_id == body_id:
        raise ImportRefused(_("Đây là kế hoạch do chính cơ quan ban hành, không phải của cấp trên."))
    # Whoever draws from the same plan waits here, so that a second press finds what the first one made.
    Plan.objects.select_for_update().get(pk=above.pk)
    parts = _parts_of(above, body_id)
    if not any(part.role == AssignmentRole.LEAD for part in parts):
        raise ImportRefused(_("Kế hoạch này không giao cho cơ quan chủ trì việc nào."))
    row = _document(above, body_id, actor, now)
    known = bodies({body_id, *(part.body_id for part in parts)})
    drafts = list(drafts_from(parts, body=body_id, names={pk: one.name for pk, one in known.items()}))
    for draft in drafts:
        draft.plan_import = row
    DraftTask.objects.bulk_create(drafts, batch_size=200)
    record_event(
        chain=body_chain(body_id),
        kind="plan_import.drawn",
        subject=Subject("plan_import", row.pk),
        actor=actor,
        now=now,
        facts={"above": above.pk, "drafts": len(drafts)},
    )
    return row.pk


def _parts_of(above: Plan, body_id: int) -> list[Assignment]:
    own = with_predecessors(with_bodies_beneath({body_id}))
    rows = Assignment.objects.filter(task__plan=above, body_id__in=own).exclude(state=AssignmentState.DROPPED)
    return list(rows.select_related("task"))


def _document(above: Plan, body_id: int, actor: Actor, now: datetime) -> PlanImport:
    # Nothing was uploaded, so the fingerprint is that of the question: one plan of a body under one plan above.
    fingerprint = hashlib.sha256(f"drawn from plan {above.pk}".encode()).hexdigest()
    known = PlanImport.objects.filter(body_id=body_id, file_sha256=fingerprint).exclude(state__in=CLOSED).first()
    if known:
        raise AlreadyImported(_("Kế hoạch của cơ quan đã được lập; không có gì thay đổi."), import_id=known.pk)
    return PlanImport.objects.create(
        body_id=body_id,
        issuing_body_id=body_id,
        state=PLAN_IMPORT.next(ImportState.WAITING, ImportEvent.READ),
        uploaded_by_id=actor.person,
        uploaded_at=now,
        file_sha256=fingerprint,
        head=_head(above, body_id),
        above=above,
        drawn=True,
    )


def _head(above: Plan, body_id: int) -> dict[str, Any]:
    printed = letterhead(body_id)
    number = f"{above.number}/{above.symbol}" if above.number and above.symbol else None
    issuer = above.issuing_body.name if above.issuing_body else above.issuer_name
    return {
        "doc_type": KIND,
        "number": None,
        "symbol": symbol_for(kind=KIND, abbreviation=printed.abbreviation),
        "issuing_body": bodies([body_id])[body_id].name,
        "place": printed.place,
        "date": None,
        "title": title_under(above),
        "signer": None,
        "signer_position": printed.position.capitalize() or None,
        "draft": False,
        "references": [
            {
                "doc_type": above.doc_type,
                "number": number,
                "issued_on": above.issued_on.isoformat() if above.issued_on else None,
                "issuer": issuer,
                "title": None,
            }
        ],
    }
