"""Join what says the same: one answer for all of them (gộp ý trùng)."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from minhbach.domain.access import Actor
from minhbach.domain.lifecycles.feedback import OPEN, FeedbackEvent, FeedbackState
from minhbach.outreach.contracts import FeedbackRefused
from minhbach.outreach.models import Feedback
from minhbach.outreach.moving import move, refuse_other_roles
from minhbach.outreach.queries.feedback import feedback_for_change, feedback_visible_to
from minhbach.outreach.telling import NEWS, tell


@transaction.atomic
def join_feedback(*, feedback_id: int, number: str, note: str, actor: Actor, now: datetime) -> None:
    """Let another piece of feedback to the same body be answered in place of this one; its sender reads that answer.

    :param number: of the other one, which is open or answered, and itself joined to none.
    :raises FeedbackNotVisible: if it is not there for the actor.
    :raises FeedbackRefused: if the actor may not, or there is no such other one.
    :raises MoveNotAllowed: if it has ended, or is confidential.
    """
    row = feedback_for_change(feedback_id, actor=actor)
    refuse_other_roles(row, FeedbackEvent.JOIN, actor=actor)
    main = _main(row, number, actor)
    row.joined_to = main
    move(row, FeedbackEvent.JOIN, actor=actor, now=now, note=note, told={"to": main.number})
    # What was joined to this one is answered there too: nobody follows a chain.
    Feedback.objects.filter(joined_to=row).update(joined_to=main)
    tell(row, NEWS, actor=actor, now=now)


def _main(row: Feedback, number: str, actor: Actor) -> Feedback:
    rows = feedback_visible_to(actor).filter(number=number.strip(), body=row.body_id, is_confidential=False)
    main = rows.exclude(pk=row.pk).filter(state__in=[*OPEN, FeedbackState.ANSWERED]).first()
    if main is None:
        sentence = _("Không có góp ý nào số này của cơ quan đang giải quyết hoặc đã trả lời. Xem lại số.")
        raise FeedbackRefused(sentence, field="number")
    return main
