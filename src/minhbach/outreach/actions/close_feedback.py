"""End feedback without an answer, or open it again (đóng, mở lại)."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from minhbach.domain.access import VISITOR, Actor
from minhbach.domain.lifecycles.feedback import FeedbackEvent
from minhbach.outreach.contracts import ClosedWhy, FeedbackRefused
from minhbach.outreach.moving import move, refuse_other_roles, said
from minhbach.outreach.queries.feedback import FEEDBACK, feedback_for_change, senders_feedback_for_change
from minhbach.outreach.telling import NEWS, tell
from minhbach.publication.queries import publication_of


@transaction.atomic
def close_feedback(*, feedback_id: int, why: ClosedWhy, words: str, actor: Actor, now: datetime) -> None:
    """Close what cannot be answered.

    :param words: the reason, as the sender reads it.
    :raises FeedbackNotVisible: if it is not there for the actor.
    :raises FeedbackRefused: if the actor may not, or gives no reason.
    :raises MoveNotAllowed: if it has ended already.
    """
    row = feedback_for_change(feedback_id, actor=actor)
    refuse_other_roles(row, FeedbackEvent.CLOSE, actor=actor)
    reason = said(words, _("Ghi lý do đóng: người góp ý đọc được."))
    move(row, FeedbackEvent.CLOSE, actor=actor, now=now, words=reason, facts={"why": why}, told={"why": why.value})
    tell(row, NEWS, actor=actor, now=now)


@transaction.atomic
def take_back(*, submission_id: int, now: datetime) -> None:
    """Close what its sender, who proved by number and secret to be the one, takes back.

    :raises FeedbackNotVisible: if there is nothing.
    :raises MoveNotAllowed: if it has ended already.
    """
    row, why = senders_feedback_for_change(submission_id), ClosedWhy.WITHDRAWN
    move(row, FeedbackEvent.CLOSE, actor=VISITOR, now=now, facts={"why": why}, told={"why": why.value})


@transaction.atomic
def reopen_feedback(*, feedback_id: int, words: str, actor: Actor, now: datetime) -> None:
    """Deal with it again: the answer missed something, or it was joined, closed or sent on by mistake.

    The answer so far stays in the thread.

    :param words: why, as the sender reads it.
    :raises FeedbackNotVisible: if it is not there for the actor.
    :raises FeedbackRefused: if the actor may not, gives no reason, or its answer is public or on the way there.
    :raises MoveNotAllowed: if it is open.
    """
    row = feedback_for_change(feedback_id, actor=actor)
    refuse_other_roles(row, FeedbackEvent.REOPEN, actor=actor)
    reason = said(words, _("Ghi lý do mở lại: người góp ý đọc được."))
    publication = publication_of(FEEDBACK, row.pk)
    if publication is not None and (publication.is_public or publication.state == "submitted"):
        raise FeedbackRefused(_("Câu trả lời đang công khai hoặc chờ duyệt đăng: rút trước rồi mở lại."))
    row.answer, row.answered_on, row.answered_by_id, row.letter_id = "", None, None, None
    row.joined_to_id, row.passed_to = None, ""
    move(row, FeedbackEvent.REOPEN, actor=actor, now=now, words=reason)
    tell(row, NEWS, actor=actor, now=now)
