"""Carry feedback into a plan's difficulties, which go up to who can settle them (chuyển thành vướng mắc)."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from minhbach.domain.access import Actor
from minhbach.foundation.actions.record_event import record_event
from minhbach.foundation.contracts import Subject, body_chain
from minhbach.outreach.contracts import FeedbackRefused
from minhbach.outreach.moving import said
from minhbach.outreach.queries.feedback import FEEDBACK, feedback_for_change
from minhbach.outreach.rules import READS_SENDERS
from minhbach.planning.actions.raise_difficulty import raise_difficulty
from minhbach.planning.contracts import DifficultyNotVisible, PlanNotVisible, WorkRefused
from minhbach.register.queries.visible import holds_for


@transaction.atomic
def make_difficulty(
    *, feedback_id: int, asked_id: int, task_id: int | None, text: str, proposal: str, actor: Actor, now: datetime
) -> int:
    """Ask another body about what people say, in words without them, and return the difficulty's id.

    :param asked_id: one of planning's `bodies_to_ask`. `task_id`: the task of a plan that it concerns; None: none.
    :param text: what is asked; officers of other bodies read it, so no name and no address belongs there.
    :raises FeedbackNotVisible: if it is not there for the actor.
    :raises FeedbackRefused: if the actor may not, it is confidential or carried up already, or planning refuses.
    """
    row = feedback_for_change(feedback_id, actor=actor)
    if row.is_confidential or not holds_for(actor, READS_SENDERS, row.body_id):
        raise FeedbackRefused(_("Vai trò của người này không làm được việc này."))
    if row.difficulty_id is not None:
        raise FeedbackRefused(_("Góp ý này đã chuyển thành vướng mắc."))
    words = said(text, _("Viết vướng mắc, không ghi tên người góp ý."), field="text")
    try:
        difficulty_id = raise_difficulty(
            body_id=row.body_id, asked_id=asked_id, task_id=task_id, text=words, proposal=proposal, actor=actor, now=now
        )
    except WorkRefused as refused:
        raise FeedbackRefused(refused.reason) from refused
    except (DifficultyNotVisible, PlanNotVisible) as error:
        raise FeedbackRefused(_("Chọn nhiệm vụ và cơ quan trong danh sách."), field="task") from error
    row.difficulty_id = difficulty_id
    row.save(update_fields=["difficulty_id"])
    record_event(
        chain=body_chain(row.body_id),
        kind="feedback.carried_up",
        subject=Subject(FEEDBACK, row.pk),
        actor=actor,
        now=now,
        facts={"number": row.number, "difficulty": difficulty_id},
    )
    return difficulty_id
