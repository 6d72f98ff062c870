"""Words to and fro: the agency asks the sender for more, the sender says more (hỏi thêm, bổ sung)."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from minhbach.domain.access import VISITOR, Actor
from minhbach.domain.lifecycles.feedback import FeedbackEvent
from minhbach.intake.actions.write_message import write_message
from minhbach.intake.contracts import WaitingFile
from minhbach.outreach.contracts import FeedbackRefused
from minhbach.outreach.models import Feedback
from minhbach.outreach.moving import move, refuse_other_roles, said
from minhbach.outreach.queries.feedback import feedback_for_change, senders_feedback_for_change
from minhbach.outreach.telling import NEWS, tell


@transaction.atomic
def ask_sender(*, feedback_id: int, words: str, actor: Actor, now: datetime) -> None:
    """Ask the sender for more: where, when, what. Nothing waits for the reply.

    :raises FeedbackNotVisible: if it is not there for the actor.
    :raises FeedbackRefused: if the actor may not, or says nothing.
    :raises MoveNotAllowed: if it has ended.
    """
    row = feedback_for_change(feedback_id, actor=actor)
    refuse_other_roles(row, FeedbackEvent.ASK, actor=actor)
    asked = said(words, _("Ghi điều muốn hỏi người góp ý."))
    write_message(submission_id=row.submission_id, kind="asked", text=asked, actor=actor, now=now)
    move(row, FeedbackEvent.ASK, actor=actor, now=now)
    tell(row, NEWS, actor=actor, now=now)


@transaction.atomic
def supplement_by_sender(*, submission_id: int, text: str, files: Sequence[WaitingFile] = (), now: datetime) -> None:
    """Add what a sender says who proved by number and secret to be the one.

    :raises FeedbackNotVisible: if there is nothing.
    :raises FeedbackRefused: if it says nothing.
    :raises MoveNotAllowed: if it has ended.
    """
    _add(senders_feedback_for_change(submission_id), text, files, VISITOR, now)


@transaction.atomic
def supplement_by_officer(*, feedback_id: int, words: str, actor: Actor, now: datetime) -> None:
    """Write down what a sender said at the counter or by telephone.

    :raises FeedbackNotVisible: if it is not there for the actor.
    :raises FeedbackRefused: if the actor may not, or it says nothing.
    :raises MoveNotAllowed: if it has ended.
    """
    row = feedback_for_change(feedback_id, actor=actor)
    refuse_other_roles(row, FeedbackEvent.SUPPLEMENT, actor=actor)
    _add(row, words, (), actor, now)


def _add(row: Feedback, text: str, files: Sequence[WaitingFile], actor: Actor, now: datetime) -> None:
    if not text.strip() and not files:
        raise FeedbackRefused(_("Ghi điều muốn nói thêm, hoặc gửi tệp."), field="words")
    write_message(submission_id=row.submission_id, kind="supplement", text=text, files=files, actor=actor, now=now)
    move(row, FeedbackEvent.SUPPLEMENT, actor=actor, now=now, told={"files": len(files)})
