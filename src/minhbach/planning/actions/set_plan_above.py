"""Say which plan above a plan carries out (thực hiện kế hoạch của cấp trên)."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from minhbach.domain.access import Actor
from minhbach.domain.lifecycles.plan_import import ImportState
from minhbach.foundation.actions.record_event import record_event
from minhbach.foundation.contracts import Subject, body_chain
from minhbach.planning.contracts import ImportRefused, PlanNotVisible, WorkRefused
from minhbach.planning.models import Plan
from minhbach.planning.queries import PLAN, import_for_change, plans_visible_to
from minhbach.planning.queries.above import plans_to_carry_out
from minhbach.planning.rules import MAY_CONFIRM


@transaction.atomic
def set_plan_above(*, plan_id: int, above_id: int | None, actor: Actor, now: datetime) -> None:
    """Link a confirmed plan to the one that it carries out, or to none.

    :raises PlanNotVisible: if the plan is not there for the actor, or is not kept by a body of theirs.
    :raises WorkRefused: if the actor may not confirm plans there, or the plan above may not be chosen: it does not
        reach the body, or stands itself under this plan.
    """
    if not plans_visible_to(actor).filter(pk=plan_id, body_id__in=actor.bodies()).exists():
        raise PlanNotVisible
    # All plans of a chain of plans are locked in one order, so that two links at once cannot close a circle.
    locked = {row.pk: row for row in _chain(plan_id, above_id)}
    plan = locked[plan_id]
    if not actor.holds(*MAY_CONFIRM, body=plan.body_id):
        raise WorkRefused(_("Chỉ đầu mối, điều phối tư pháp hoặc lãnh đạo của cơ quan nối kế hoạch với cấp trên."))
    if above_id == plan.above_id:
        return
    if above_id is not None and not plans_to_carry_out(plan.body_id, actor=actor, but=plan).filter(pk=above_id):
        raise WorkRefused(
            _("Không chọn được kế hoạch này: nó không giao việc cho cơ quan, hoặc đang ở dưới kế hoạch này.")
        )
    plan.above_id = above_id
    plan.save(update_fields=["above"])
    if plan.plan_import is not None:
        plan.plan_import.above_id = above_id
        plan.plan_import.save(update_fields=["above"])
    record_event(
        chain=body_chain(plan.body_id),
        kind="plan.above_set" if above_id else "plan.above_cleared",
        subject=Subject(PLAN, plan.pk),
        actor=actor,
        now=now,
        facts={"above": above_id},
    )


@transaction.atomic
def choose_plan_above(*, import_id: int, above_id: int | None, actor: Actor, now: datetime) -> None:
    """Say of a document under review which plan it carries out; the plan made of it is linked to that one.

    :raises PlanNotVisible: if the import is not there for the actor.
    :raises ImportRefused: if it is no longer in review, or the plan above may not be chosen.
    """
    row = import_for_change(import_id, actor=actor)
    if row.state != ImportState.IN_REVIEW:
        raise ImportRefused(_("Văn bản này không còn ở bước kiểm tra nên không sửa được nữa."))
    if above_id == row.above_id:
        return
    own = Plan.objects.filter(plan_import=row).first()
    if above_id is not None and not plans_to_carry_out(row.body_id, actor=actor, but=own).filter(pk=above_id):
        raise ImportRefused(
            _("Không chọn được kế hoạch này: nó không giao việc cho cơ quan, hoặc đang ở dưới kế hoạch này.")
        )
    row.above_id = above_id
    row.save(update_fields=["above"])
    record_event(
        chain=body_chain(row.body_id),
        kind="plan_import.above_chosen" if above_id else "plan_import.above_cleared",
        subject=Subject("plan_import", row.pk),
        actor=actor,
        now=now,
        facts={"above": above_id},
    )


def _chain(*plan_ids: int | None) -> list[Plan]:
    """Return the plans with all that stand above them, locked in the order of their ids."""
    found: set[int] = set()
    fresh = {one for one in plan_ids if one is not None}
    while fresh:
        found |= fresh
        above = Plan.objects.filter(pk__in=fresh, above__isnull=False).values_list("above", flat=True)
        fresh = {one for one in above if one is not None} - found
    return list(Plan.objects.select_for_update(of=("self",)).filter(pk__in=found).order_by("pk"))
