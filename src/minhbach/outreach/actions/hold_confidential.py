"""Keep a denunciation that came as feedback from all eyes but the leader's (giữ kín tố cáo)."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from minhbach.domain.access import Actor
from minhbach.domain.lifecycles.feedback import FeedbackEvent
from minhbach.outreach.contracts import FeedbackKind, FeedbackRefused
from minhbach.outreach.moving import move, refuse_other_roles
from minhbach.outreach.queries.feedback import feedback_for_change


@transaction.atomic
def hold_confidential(*, feedback_id: int, actor: Actor, now: datetime) -> None:
    """Hand it to the leader alone. Who does so does not see it any more, unless they lead.

    :raises FeedbackNotVisible: if it is not there for the actor.
    :raises FeedbackRefused: if the actor may not, or others wait for its answer.
    :raises MoveNotAllowed: if it has ended, or is confidential already.
    """
    row = feedback_for_change(feedback_id, actor=actor)
    refuse_other_roles(row, FeedbackEvent.HOLD_CONFIDENTIAL, actor=actor)
    if row.joined.exists():
        raise FeedbackRefused(_("Có góp ý khác đã gộp vào đây: mở lại các góp ý ấy trước."))
    row.kind, row.handler_id = FeedbackKind.DENUNCIATION, None
    move(row, FeedbackEvent.HOLD_CONFIDENTIAL, actor=actor, now=now)
    row.is_confidential = True
    row.save(update_fields=["is_confidential"])
