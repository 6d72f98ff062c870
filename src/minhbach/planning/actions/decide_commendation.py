"""A leader's word on a proposal for commendation (nhất trí, không nhất trí khen thưởng)."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from minhbach.domain.access import Actor
from minhbach.domain.lifecycles.commendation import CommendationEvent
from minhbach.domain.text import nfc
from minhbach.foundation.dates import local_date
from minhbach.planning.commendation_moves import finish, move
from minhbach.planning.contracts import PlanNotVisible, WorkRefused
from minhbach.planning.models import Commendation
from minhbach.planning.queries.commendations import visible_commendation, who_decides


@transaction.atomic
def agree_commendation(*, commendation_id: int, plan_id: int, note: str = "", actor: Actor, now: datetime) -> None:
    """Agree to a proposal.

    :raises PlanNotVisible: if it is not there for the actor, or they do not lead the body that keeps the plan.
    :raises WorkRefused: if it does not wait, or it is the leader's own while another leader could decide.
    """
    row = _for_decision(commendation_id, plan_id, actor, now)
    own = actor.person in (row.proposed_by_id, row.person_id)
    if own and len(who_decides(row.plan, on=local_date(now))) > 1:
        raise WorkRefused(_("Người quyết định phải là người khác: cơ quan còn lãnh đạo khác."))
    move(row, CommendationEvent.AGREE)
    _decide(row, "agreed", note, actor, now, own=own)


@transaction.atomic
def decline_commendation(*, commendation_id: int, plan_id: int, note: str, actor: Actor, now: datetime) -> None:
    """Decline a proposal, and say why.

    :raises PlanNotVisible: as `agree_commendation`.
    :raises WorkRefused: if it does not wait, or nothing says why.
    """
    row = _for_decision(commendation_id, plan_id, actor, now)
    if not note.strip():
        raise WorkRefused(_("Ghi vì sao chưa nhất trí, để người đề nghị biết."))
    move(row, CommendationEvent.DECLINE)
    _decide(row, "declined", note, actor, now, own=False)


def _for_decision(commendation_id: int, plan_id: int, actor: Actor, now: datetime) -> Commendation:
    row = visible_commendation(commendation_id, plan_id=plan_id, actor=actor)
    if actor.person not in who_decides(row.plan, on=local_date(now)):
        raise PlanNotVisible
    return Commendation.objects.select_for_update(of=("self",)).select_related("plan").get(pk=row.pk)


def _decide(row: Commendation, kind: str, note: str, actor: Actor, now: datetime, *, own: bool) -> None:
    row.decided_by_id, row.decided_at, row.decision_note = actor.person, now, nfc(note).strip()[:500]
    finish(row, kind, actor=actor, now=now, facts={"own": own})
