"""Draft the letter that answers feedback; papers number and sign it (soạn công văn trả lời)."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from minhbach.domain.access import Actor
from minhbach.domain.lifecycles.feedback import FeedbackState
from minhbach.foundation.contracts import Subject
from minhbach.intake.queries import sender_of
from minhbach.outreach.contracts import FeedbackRefused
from minhbach.outreach.letters import answer_paper
from minhbach.outreach.queries.feedback import FEEDBACK, feedback_for_change
from minhbach.outreach.rules import READS_SENDERS
from minhbach.papers.actions.draft_letter import draft_letter
from minhbach.papers.contracts import LetterNotVisible, LetterRefused
from minhbach.papers.queries import letterhead
from minhbach.register.queries.visible import holds_for


@transaction.atomic
def draft_answer_letter(*, feedback_id: int, actor: Actor, now: datetime) -> int:
    """Draft the letter with the answer as it was written, and return its id.

    :raises FeedbackNotVisible: if it is not there for the actor.
    :raises FeedbackRefused: if the actor may not, it is not answered, or it has its letter.
    """
    row = feedback_for_change(feedback_id, actor=actor)
    if not holds_for(actor, READS_SENDERS, row.body_id):
        raise FeedbackRefused(_("Vai trò của người này không soạn công văn được."))
    if row.state != FeedbackState.ANSWERED or row.letter_id is not None:
        raise FeedbackRefused(_("Chỉ soạn công văn cho góp ý đã trả lời và chưa có công văn."))
    sender = sender_of(row.submission_id)
    name = row.group or (sender.name if sender else "")
    paper = answer_paper(row, name=name, head=letterhead(row.body_id), year=timezone.localdate(now).year)
    try:
        row.letter_id = draft_letter(
            paper=paper, body_id=row.body_id, about=Subject(FEEDBACK, row.pk), actor=actor, now=now
        )
    except LetterRefused as refused:
        raise FeedbackRefused(refused.reason) from refused
    except LetterNotVisible as error:
        raise FeedbackRefused(_("Vai trò của người này không soạn công văn được.")) from error
    row.save(update_fields=["letter_id"])
    return row.letter_id
