"""Bring feedback to whom it concerns: another body here, or somewhere else (chuyển đúng nơi)."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from minhbach.agencies.queries import existing_ids
from minhbach.domain.access import Actor
from minhbach.domain.calendars.calendar import Calendar
from minhbach.domain.lifecycles.feedback import FeedbackEvent
from minhbach.domain.text import squeeze
from minhbach.foundation.actions.record_event import record_event
from minhbach.foundation.contracts import Subject, body_chain
from minhbach.outreach.contracts import FeedbackRefused
from minhbach.outreach.dues import settle
from minhbach.outreach.moving import move, refuse_other_roles, said
from minhbach.outreach.queries.feedback import FEEDBACK, feedback_for_change
from minhbach.outreach.telling import NEWS, tell


@transaction.atomic
def give_over(*, feedback_id: int, to_body: int, words: str, calendar: Calendar, actor: Actor, now: datetime) -> None:
    """Let another body here deal with it, under the same number and secret. Its own promise counts from receipt.

    :param words: why, as the sender and the other body read it.
    :raises FeedbackNotVisible: if it is not there for the actor.
    :raises FeedbackRefused: if the actor may not, the body is none or the same, or no reason is given.
    :raises MoveNotAllowed: if it has ended, or is confidential.
    """
    row = feedback_for_change(feedback_id, actor=actor)
    refuse_other_roles(row, FeedbackEvent.GIVE_OVER, actor=actor)
    if to_body == row.body_id or not existing_ids([to_body]):
        raise FeedbackRefused(_("Chọn cơ quan khác trong danh sách."), field="to_body")
    why = said(words, _("Ghi vì sao chuyển: người góp ý đọc được."))
    from_body = row.body_id
    move(row, FeedbackEvent.GIVE_OVER, actor=actor, now=now, words=why, facts={"from": from_body, "to": to_body})
    row.body_id, row.handler_id = to_body, None
    settle(row, calendar=calendar)
    row.save()
    record_event(
        chain=body_chain(to_body),
        kind="feedback.taken_over",
        subject=Subject(FEEDBACK, row.pk),
        actor=actor,
        now=now,
        facts={"number": row.number, "from": from_body},
    )
    tell(row, NEWS, actor=actor, now=now)


@transaction.atomic
def send_on(*, feedback_id: int, to: str, words: str, actor: Actor, now: datetime) -> None:
    """Write down that it went to a body elsewhere, by letter; of a denunciation the only way on.

    :param to: the body, in words.
    :param words: what the sender reads.
    :raises FeedbackNotVisible: if it is not there for the actor.
    :raises FeedbackRefused: if the actor may not, or body or words lack.
    :raises MoveNotAllowed: if it has ended.
    """
    row = feedback_for_change(feedback_id, actor=actor)
    refuse_other_roles(row, FeedbackEvent.SEND_ON, actor=actor)
    where = squeeze(to)[:300]
    if not where:
        raise FeedbackRefused(_("Ghi cơ quan đã chuyển tới."), field="to")
    told = said(words, _("Ghi cho người góp ý biết: chuyển tới đâu, hỏi ở đâu."))
    row.passed_to = where
    move(row, FeedbackEvent.SEND_ON, actor=actor, now=now, words=told)
    tell(row, NEWS, actor=actor, now=now)
