"""Go back to checking a plan that was confirmed, to mend it (mở lại để sửa)."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from minhbach.domain.access import Actor
from minhbach.domain.lifecycles.plan_import import PLAN_IMPORT, ImportEvent, ImportState
from minhbach.foundation.actions.record_event import record_event
from minhbach.foundation.contracts import Subject
from minhbach.planning.contracts import ImportRefused, PlanNotVisible
from minhbach.planning.models import PlanImport
from minhbach.planning.queries import PLAN, import_for_change, plans_visible_to
from minhbach.planning.rules import MAY_CONFIRM, reason_not_to_reopen
from minhbach.publication.queries import publication_of


@transaction.atomic
def reopen_plan(*, plan_id: int, actor: Actor, now: datetime) -> int:
    """Return the plan's document to its review; its tasks stay as they are until it is confirmed again.

    :return: the id of the import under review.
    :raises PlanNotVisible: if the plan is not there for the actor, or was made without a document.
    :raises ImportRefused: if the actor may not confirm, or the plan is public or waits for approval.
    :raises MoveNotAllowed: if it is under review already.
    """
    plan = plans_visible_to(actor).filter(pk=plan_id, body_id__in=actor.bodies()).first()
    if plan is None or plan.plan_import_id is None:
        raise PlanNotVisible
    if not actor.holds(*MAY_CONFIRM, body=plan.body_id):
        raise ImportRefused(_("Người mở lại phải là đầu mối, điều phối tư pháp hoặc lãnh đạo của cơ quan."))
    publication = publication_of(PLAN, plan.pk)
    reason = reason_not_to_reopen(publication.state if publication else None)
    if reason:
        raise ImportRefused(reason)
    plan_import = import_for_change(plan.plan_import_id, actor=actor)
    _reopen(plan_import)
    record_event(
        chain=f"body:{plan.body_id}", kind="plan.reopened", subject=Subject(PLAN, plan.pk), actor=actor, now=now
    )
    return plan_import.pk


def _reopen(plan_import: PlanImport) -> None:
    plan_import.state = PLAN_IMPORT.next(ImportState(plan_import.state), ImportEvent.REOPEN)
    plan_import.save(update_fields=["state"])
