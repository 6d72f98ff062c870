"""Hand a confirmed plan to the leader for publication (trình công khai)."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from minhbach.domain.access import Actor
from minhbach.planning.contracts import ImportRefused
from minhbach.planning.queries import PLAN, is_reopened, visible_plan
from minhbach.publication.actions.submit import submit_for_publication


@transaction.atomic
def submit_plan(*, plan_id: int, actor: Actor, now: datetime) -> None:
    """Ask the leader of the plan's body to publish it.

    :raises PlanNotVisible: if the plan is not there for the actor.
    :raises ImportRefused: if it is being mended and not confirmed again yet.
    :raises PublicationNotVisible, PublicationRefused, MoveNotAllowed: as the gate says.
    """
    plan = visible_plan(plan_id, actor=actor)
    if is_reopened(plan):
        raise ImportRefused(_("Kế hoạch đang được sửa: xác nhận lại rồi trình."))
    submit_for_publication(subject_kind=PLAN, subject_id=plan.pk, body_id=plan.body_id, actor=actor, now=now)
