"""Propose a body or an officer for commendation, mend or take back the proposal (đề nghị khen thưởng)."""

from datetime import datetime

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from minhbach.domain.access import Actor
from minhbach.domain.lifecycles.commendation import CommendationEvent, CommendationState
from minhbach.domain.text import nfc
from minhbach.foundation.dates import local_date
from minhbach.planning.commendation_moves import finish, move
from minhbach.planning.contracts import PlanNotVisible, WorkRefused
from minhbach.planning.models import Commendation
from minhbach.planning.queries.commendations import (
    bodies_to_commend,
    officers_to_commend,
    plan_commended_in,
    visible_commendation,
)
from minhbach.planning.queries.people import works_for


@transaction.atomic
def propose_commendation(
    *, plan_id: int, body_id: int, person_id: int | None, reason: str, actor: Actor, now: datetime
) -> int:
    """Propose a body, or one officer of it, for work on a plan. Return the proposal's id.

    :param person_id: None where the body as a whole is proposed.
    :raises PlanNotVisible: if the plan is not there for the actor, or they follow it for no body.
    :raises WorkRefused: if no reason is written, the body or officer is none whom the actor may propose, or the same
        waits or is agreed already.
    """
    plan = plan_commended_in(plan_id, actor=actor)
    if body_id not in bodies_to_commend(plan, actor):
        raise WorkRefused(_("Chọn cơ quan có nhiệm vụ trong kế hoạch này."))
    today = local_date(now)
    known = person_id is None or person_id in officers_to_commend(actor, on=today)
    if not known or (person_id is not None and not works_for(person_id, body_id, on=today)):
        raise WorkRefused(_("Người đã chọn không giữ vị trí nào ở cơ quan này."))
    standing = (CommendationState.PROPOSED, CommendationState.AGREED)
    same = Q(person_id=person_id) if person_id else Q(person=None)
    if plan.commendations.filter(same, body_id=body_id, state__in=standing).exists():
        raise WorkRefused(_("Đã có đề nghị như vậy trong kế hoạch này."))
    assert actor.person is not None
    row = Commendation.objects.create(
        plan=plan,
        body_id=body_id,
        person_id=person_id,
        reason=_reason(reason),
        state=CommendationState.PROPOSED,
        proposed_by_id=actor.person,
        proposed_at=now,
    )
    finish(row, "proposed", actor=actor, now=now, facts={"body": body_id, "person": person_id})
    return row.pk


@transaction.atomic
def change_commendation(*, commendation_id: int, plan_id: int, reason: str, actor: Actor, now: datetime) -> None:
    """Mend the reason while nobody has decided.

    :raises PlanNotVisible: if it is not there for the actor, or somebody else proposed it.
    :raises WorkRefused: if it was decided or withdrawn, or no reason is written.
    """
    row = own_commendation(commendation_id, plan_id, actor)
    if row.state != CommendationState.PROPOSED:
        raise WorkRefused(_("Đề nghị đã có kết quả hoặc đã rút, không sửa được nữa."))
    row.reason = _reason(reason)
    finish(row, "changed", actor=actor, now=now)


@transaction.atomic
def withdraw_commendation(*, commendation_id: int, plan_id: int, actor: Actor, now: datetime) -> None:
    """Take a proposal back that nobody has decided on.

    :raises PlanNotVisible: if it is not there for the actor, or somebody else proposed it.
    :raises WorkRefused: if it was decided or withdrawn already.
    """
    row = own_commendation(commendation_id, plan_id, actor)
    move(row, CommendationEvent.WITHDRAW)
    finish(row, "withdrawn", actor=actor, now=now)


@transaction.atomic
def propose_again(*, commendation_id: int, plan_id: int, reason: str, actor: Actor, now: datetime) -> None:
    """Propose once more what was declined or withdrawn, with a reason that says more.

    :raises PlanNotVisible: if it is not there for the actor, or somebody else proposed it.
    :raises WorkRefused: if it waits or is agreed, or no reason is written.
    """
    row = own_commendation(commendation_id, plan_id, actor)
    words = _reason(reason)
    move(row, CommendationEvent.PROPOSE_AGAIN)
    row.reason, row.proposed_at = words, now
    row.decided_by_id, row.decided_at, row.decision_note = None, None, ""
    finish(row, "proposed_again", actor=actor, now=now)


def own_commendation(commendation_id: int, plan_id: int, actor: Actor) -> Commendation:
    """Return a proposal that the actor made, locked until the end of the transaction.

    :raises PlanNotVisible: if it is not there for the actor, or somebody else proposed it.
    """
    row = visible_commendation(commendation_id, plan_id=plan_id, actor=actor)
    if row.proposed_by_id != actor.person:
        raise PlanNotVisible
    return Commendation.objects.select_for_update(of=("self",)).select_related("plan").get(pk=row.pk)


def _reason(text: str) -> str:
    text = nfc(text).strip()
    if not text:
        raise WorkRefused(_("Ghi lý do đề nghị: đã làm được gì, kết quả ra sao."))
    return text
