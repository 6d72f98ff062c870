"""Take over a request that is a denunciation: from now on only the leader reads it (giữ kín tố cáo)."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from minhbach.domain.access import Actor
from minhbach.domain.lifecycles.feedback import FeedbackEvent, FeedbackState
from minhbach.foundation.actions.record_event import record_event
from minhbach.foundation.contracts import Subject, body_chain
from minhbach.intake.actions.change_kind import change_kind
from minhbach.intake.contracts import SubmissionKind, Way
from minhbach.intake.queries import submission
from minhbach.outreach.contracts import FeedbackKind, FeedbackRefused, FeedbackWay
from minhbach.outreach.models import Feedback, FeedbackStep
from minhbach.outreach.queries.feedback import FEEDBACK
from minhbach.outreach.subjects import searched, subject_of
from minhbach.requests.actions.let_go_of_case import let_go_of_case
from minhbach.requests.contracts import CaseRefused

CAME_BY = {
    Way.PORTAL: FeedbackWay.ONLINE,
    Way.SERVICE_PORTAL: FeedbackWay.ONLINE,
    Way.EMAIL: FeedbackWay.EMAIL,
    Way.COUNTER: FeedbackWay.COUNTER,
    Way.POST: FeedbackWay.POST,
    Way.FAX: FeedbackWay.POST,
}


@transaction.atomic
def take_case_over(*, case_id: int, actor: Actor, now: datetime) -> int:
    """Make a confidential piece of feedback of a case, under its number and secret, and return its id.

    The case goes with its steps; words, sender and files stay, for the leader alone.

    :raises CaseNotVisible: if the case is not there for the actor.
    :raises FeedbackRefused: if the actor may not, or others know of the case already.
    """
    try:
        submission_id = let_go_of_case(case_id=case_id, actor=actor, now=now)
    except CaseRefused as refused:
        raise FeedbackRefused(refused.reason) from refused
    change_kind(submission_id=submission_id, kind=SubmissionKind.FEEDBACK)
    sent = submission(submission_id)
    row = Feedback.objects.create(
        submission_id=sent.pk,
        number=sent.number,
        body_id=sent.body_id,
        kind=FeedbackKind.DENUNCIATION,
        way=CAME_BY[Way(sent.way)],
        state=FeedbackState.RECEIVED,
        is_confidential=True,
        received_on=sent.received_on,
        subject=subject_of(sent.text),
        search_text=searched(sent.number, "", sent.text),
    )
    FeedbackStep.objects.create(
        feedback=row,
        event=FeedbackEvent.HOLD_CONFIDENTIAL,
        from_state=FeedbackState.RECEIVED,
        to_state=FeedbackState.RECEIVED,
        on=timezone.localdate(now),
        at=now,
        by_id=actor.person,
    )
    record_event(
        chain=body_chain(row.body_id),
        kind=f"feedback.{FeedbackEvent.HOLD_CONFIDENTIAL}",
        subject=Subject(FEEDBACK, row.pk),
        actor=actor,
        now=now,
        facts={"number": row.number, "from": FeedbackState.RECEIVED.value, "to": FeedbackState.RECEIVED.value},
    )
    return row.pk
