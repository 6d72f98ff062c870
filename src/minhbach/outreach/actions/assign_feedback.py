"""Give feedback to somebody to deal with (giao giải quyết)."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from minhbach.domain.access import Actor
from minhbach.domain.lifecycles.feedback import FeedbackEvent
from minhbach.outreach.contracts import FeedbackRefused
from minhbach.outreach.moving import move, refuse_other_roles
from minhbach.outreach.queries.feedback import feedback_for_change
from minhbach.outreach.queries.people import workers_for


@transaction.atomic
def assign_feedback(*, feedback_id: int, person_id: int, note: str, actor: Actor, now: datetime) -> None:
    """Name who deals with it from now on.

    :param person_id: one of `workers_for` the body.
    :param note: what they should know; officers alone read it.
    :raises FeedbackNotVisible: if it is not there for the actor.
    :raises FeedbackRefused: if the actor may not, or the person works for another body.
    :raises MoveNotAllowed: if it has ended, or is confidential.
    """
    row = feedback_for_change(feedback_id, actor=actor)
    refuse_other_roles(row, FeedbackEvent.ASSIGN, actor=actor)
    if person_id not in workers_for(row.body_id, on=timezone.localdate(now)):
        raise FeedbackRefused(_("Chọn người giải quyết trong danh sách."), field="person")
    row.handler_id = person_id
    move(row, FeedbackEvent.ASSIGN, actor=actor, now=now, note=note, told={"to": f"person:{person_id}"})
