"""Say whether question and answer may be shown to everybody, without the person (cho công khai)."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from minhbach.domain.access import VISITOR
from minhbach.foundation.actions.record_event import record_event
from minhbach.foundation.contracts import Subject, body_chain
from minhbach.outreach.contracts import FeedbackRefused
from minhbach.outreach.queries.feedback import FEEDBACK, senders_feedback_for_change
from minhbach.publication.queries import publication_of


@transaction.atomic
def agree_public(*, submission_id: int, agrees: bool, now: datetime) -> None:
    """Keep what a sender says who proved by number and secret to be the one.

    :raises FeedbackNotVisible: if there is nothing.
    :raises FeedbackRefused: if it is confidential, or is public or on its way there: then the agency withdraws it.
    """
    row = senders_feedback_for_change(submission_id)
    publication = publication_of(FEEDBACK, row.pk)
    if row.is_confidential:
        raise FeedbackRefused(_("Điều này được giữ kín, không công khai."))
    if publication is not None and (publication.is_public or publication.state == "submitted"):
        raise FeedbackRefused(_("Câu trả lời đang công khai hoặc chờ duyệt: gọi cơ quan để rút lại."))
    row.agrees_public = agrees
    row.save(update_fields=["agrees_public"])
    record_event(
        chain=body_chain(row.body_id),
        kind="feedback.agreed_public",
        subject=Subject(FEEDBACK, row.pk),
        actor=VISITOR,
        now=now,
        facts={"number": row.number, "agrees": agrees},
    )
