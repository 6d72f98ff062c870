"""Answer feedback (trả lời góp ý), and with it all that says the same."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from minhbach.domain.access import Actor
from minhbach.domain.lifecycles.feedback import FeedbackEvent
from minhbach.intake.actions.write_message import write_message
from minhbach.outreach.models import Feedback
from minhbach.outreach.moving import move, refuse_other_roles, said
from minhbach.outreach.queries.feedback import feedback_for_change
from minhbach.outreach.telling import ANSWERED, tell


@transaction.atomic
def answer_feedback(*, feedback_id: int, answer: str, actor: Actor, now: datetime) -> None:
    """Write down what the senders are told: its own, and those of what was joined to it.

    :raises FeedbackNotVisible: if it is not there for the actor.
    :raises FeedbackRefused: if the actor may not, or says nothing.
    :raises MoveNotAllowed: if it was answered or went elsewhere already, or is confidential.
    """
    row = feedback_for_change(feedback_id, actor=actor)
    refuse_other_roles(row, FeedbackEvent.ANSWER, actor=actor)
    words, today = (
        said(answer, _("Ghi câu trả lời: đã xem gì, làm gì, khi nào xong."), field="answer"),
        timezone.localdate(now),
    )
    row.answer, row.answered_on, row.answered_by_id = words, today, actor.person
    late = row.due_on is not None and today > row.due_on
    move(row, FeedbackEvent.ANSWER, actor=actor, now=now, told={"late": late})
    for one in (row, *Feedback.objects.select_related("body").filter(joined_to=row).order_by("pk")):
        write_message(submission_id=one.submission_id, kind="answer", text=words, actor=actor, now=now)
        tell(one, ANSWERED, actor=actor, now=now)
