"""Take feedback in on any way: number, secret and row in one transaction."""

from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from minhbach.agencies.contracts import BodyNotVisible
from minhbach.agencies.queries import body
from minhbach.domain.access import VISITOR, Actor
from minhbach.domain.calendars.calendar import Calendar
from minhbach.domain.lifecycles.feedback import FeedbackState
from minhbach.domain.text import nfc, squeeze
from minhbach.foundation.actions.record_event import record_event
from minhbach.foundation.contracts import Subject, body_chain
from minhbach.intake.actions.receive_submission import receive_submission
from minhbach.intake.contracts import Behalf, Given, Receipt, SubmissionKind, SubmissionRefused
from minhbach.intake.queries import submission
from minhbach.outreach.contracts import FeedbackGiven, FeedbackKind, FeedbackRefused, FeedbackWay
from minhbach.outreach.dues import settle
from minhbach.outreach.models import Feedback
from minhbach.outreach.queries.feedback import FEEDBACK
from minhbach.outreach.rules import INTAKE_WAYS, MAY_ENTER
from minhbach.outreach.subjects import searched, subject_of
from minhbach.outreach.telling import RECEIVED, tell
from minhbach.register.queries.visible import holds_for

MOST_PEOPLE = 1_000_000


def receive_online(*, given: FeedbackGiven, body_id: int, form_key: str, calendar: Calendar, now: datetime) -> Receipt:
    """Take in what somebody sent from the site. The same form sent again gives the same number, a fresh secret.

    :raises FeedbackRefused: if it says nothing, or there is no such body.
    """
    try:
        return _receive(given, body_id, form_key, calendar, VISITOR, now)
    except IntegrityError:  # The same form came twice at the same moment: the other one is the feedback.
        return _receive(given, body_id, form_key, calendar, VISITOR, now)


@transaction.atomic
def receive_by_officer(
    *, given: FeedbackGiven, body_id: int, calendar: Calendar, actor: Actor, now: datetime, form_key: str = ""
) -> Receipt:
    """Write down what came another way.

    :raises FeedbackRefused: if the actor enters none for the body, it says nothing, or its day or way cannot be.
    """
    if not holds_for(actor, MAY_ENTER, body_id):
        raise FeedbackRefused(_("Vai trò của người này không nhận góp ý được."))
    if given.way is FeedbackWay.ONLINE:
        raise FeedbackRefused(_("Chọn góp ý tới bằng cách nào."), field="way")
    return _receive(given, body_id, form_key, calendar, actor, now)


@transaction.atomic
def _receive(
    given: FeedbackGiven, body_id: int, form_key: str, calendar: Calendar, actor: Actor, now: datetime
) -> Receipt:
    _refuse_what_cannot_be(given)
    try:
        body(body_id)
    except BodyNotVisible as error:
        raise FeedbackRefused(_("Chọn cơ quan nhận."), field="body") from error
    try:
        receipt = receive_submission(
            given=_as_submission(given),
            kind=SubmissionKind.FEEDBACK,
            body_id=body_id,
            statute=None,
            actor=actor,
            now=now,
            form_key=form_key,
        )
    except SubmissionRefused as refused:
        raise FeedbackRefused(refused.reason, field=refused.field) from refused
    if receipt.is_new:
        keep_feedback(receipt, given, calendar, actor, now)
    return receipt


def _refuse_what_cannot_be(given: FeedbackGiven) -> None:
    if not nfc(given.text).replace("\x00", "").strip():
        raise FeedbackRefused(_("Ghi điều Ông/Bà muốn nói với cơ quan."), field="text")
    if given.speaks_for is not None and not 1 <= given.speaks_for <= MOST_PEOPLE:
        raise FeedbackRefused(_("Ghi số người bằng chữ số, từ 1 trở lên."), field="speaks_for")
    if given.speaks_for is not None and not squeeze(given.group):
        raise FeedbackRefused(_("Ghi tên tổ dân phố, thôn hoặc nhóm mà Ông/Bà nói thay."), field="group")


def _as_submission(given: FeedbackGiven) -> Given:
    return Given(
        text=given.text,
        sender=given.sender,
        behalf=Behalf.ORGANISATION if squeeze(given.group) else Behalf.SELF,
        way=INTAKE_WAYS[given.way],
        sent_on=given.received_on,
        received_on=given.received_on,
        files=given.files,
    )


def keep_feedback(receipt: Receipt, given: FeedbackGiven, calendar: Calendar, actor: Actor, now: datetime) -> None:
    """Keep what was taken in as feedback, and tell its sender. Part of the act that took it in."""
    sent, group = submission(receipt.submission_id), squeeze(given.group)[:200]
    row = Feedback(
        submission_id=sent.pk,
        number=sent.number,
        body_id=sent.body_id,
        kind=given.kind,
        way=given.way,
        group=group,
        speaks_for=given.speaks_for,
        state=FeedbackState.RECEIVED,
        is_confidential=given.kind == FeedbackKind.DENUNCIATION,
        received_on=given.received_on or timezone.localdate(now),
        about_url=given.about_url[:300],
        about_title=squeeze(given.about_title)[:300],
        agrees_public=given.agrees_public and given.kind != FeedbackKind.DENUNCIATION,
        subject=subject_of(sent.text),
        search_text=searched(sent.number, group, sent.text),
    )
    settle(row, calendar=calendar)
    row.save()
    facts = {"number": row.number, "way": row.way, "due": row.due_on.isoformat() if row.due_on else None}
    record_event(
        chain=body_chain(row.body_id),
        kind="feedback.received",
        subject=Subject(FEEDBACK, row.pk),
        actor=actor,
        now=now,
        facts=facts,
    )
    tell(row, RECEIVED, actor=actor, now=now)
