"""Promise to answer feedback within a term; the law sets none (cam kết thời hạn trả lời)."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from minhbach.domain.access import Actor
from minhbach.domain.calendars.calendar import Calendar
from minhbach.domain.lifecycles.feedback import OPEN
from minhbach.foundation.actions.record_event import record_event
from minhbach.foundation.contracts import Subject, body_chain
from minhbach.outreach.contracts import FeedbackNotVisible, FeedbackRefused
from minhbach.outreach.dues import settle
from minhbach.outreach.models import Feedback, FeedbackTerm
from minhbach.outreach.rules import MAY_SET_TERM

LEAST, MOST = 1, 60


@transaction.atomic
def promise_term(*, body_id: int, working_days: int | None, calendar: Calendar, actor: Actor, now: datetime) -> None:
    """Set the term from now on, also of what waits already; None: the body promises none.

    :raises FeedbackNotVisible: if the actor sets nothing for the body.
    :raises FeedbackRefused: if it is no number of working days from 1 to 60.
    """
    if not actor.holds(*MAY_SET_TERM, body=body_id):
        raise FeedbackNotVisible
    if working_days is not None and not LEAST <= working_days <= MOST:
        raise FeedbackRefused(_("Ghi từ 1 đến 60 ngày làm việc."), field="working_days")
    if working_days is None:
        FeedbackTerm.objects.filter(body=body_id).delete()
    else:
        FeedbackTerm.objects.update_or_create(body_id=body_id, defaults={"working_days": working_days})
    for row in Feedback.objects.select_for_update().filter(body=body_id, state__in=OPEN).order_by("pk"):
        settle(row, calendar=calendar)
        row.save(update_fields=["due_on", "is_due_provisional"])
    record_event(
        chain=body_chain(body_id),
        kind="feedback.term_promised",
        subject=Subject("body", body_id),
        actor=actor,
        now=now,
        facts={"working_days": working_days},
    )
