"""Say how content one is with an answer (mức hài lòng)."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from minhbach.domain.access import VISITOR
from minhbach.domain.lifecycles.feedback import FeedbackState
from minhbach.domain.text import nfc
from minhbach.foundation.actions.record_event import record_event
from minhbach.foundation.contracts import Subject, body_chain
from minhbach.outreach.contracts import FeedbackRefused
from minhbach.outreach.models import FeedbackContentment
from minhbach.outreach.queries.feedback import FEEDBACK, senders_feedback_for_change
from minhbach.requests.contracts import Content

LONGEST = 1000


@transaction.atomic
def rate_answer(*, submission_id: int, content: Content, words: str, now: datetime) -> None:
    """Keep what a sender says who proved by number and secret to be the one; saying it again replaces it.

    :raises FeedbackNotVisible: if there is nothing.
    :raises FeedbackRefused: if nothing was answered yet.
    """
    row = senders_feedback_for_change(submission_id)
    main = row.joined_to or row
    if main.state != FeedbackState.ANSWERED:
        raise FeedbackRefused(_("Chưa có trả lời để nhận xét."))
    said = nfc(words).replace("\x00", "").strip()[:LONGEST]
    FeedbackContentment.objects.update_or_create(
        feedback=row, defaults={"content": content, "words": said, "said_at": now}
    )
    record_event(
        chain=body_chain(row.body_id),
        kind="feedback.rated",
        subject=Subject(FEEDBACK, row.pk),
        actor=VISITOR,
        now=now,
        facts={"number": row.number, "content": content.value},
    )
