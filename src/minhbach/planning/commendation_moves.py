"""What every act on a proposal for commendation shares: the move, its saving and its event."""

from collections.abc import Mapping
from datetime import datetime

from django.utils.translation import gettext as _

from minhbach.domain.access import Actor
from minhbach.domain.lifecycles.commendation import COMMENDATION, CommendationEvent, CommendationState
from minhbach.domain.lifecycles.table import MoveNotAllowed
from minhbach.foundation.actions.record_event import record_event
from minhbach.foundation.contracts import Fact, Subject, body_chain
from minhbach.planning.contracts import WorkRefused
from minhbach.planning.models import Commendation

COMMENDATION_KIND = "commendation"


def move(row: Commendation, event: CommendationEvent) -> None:
    """Set the state that follows; the caller saves it with `finish`.

    :raises WorkRefused: if the table has no such move: somebody else was quicker, or the page was old.
    """
    try:
        row.state = COMMENDATION.next(CommendationState(row.state), event)
    except MoveNotAllowed:
        raise WorkRefused(_("Đề nghị này đã sang bước khác. Mở lại trang để xem tình trạng hiện nay.")) from None


def finish(
    row: Commendation, kind: str, *, actor: Actor, now: datetime, facts: Mapping[str, Fact] | None = None
) -> None:
    """Save the proposal and record the event in the chain of the body that keeps the plan.

    :param kind: past participle: "agreed".
    """
    row.save()
    record_event(
        chain=body_chain(row.plan.body_id),
        kind=f"commendation.{kind}",
        subject=Subject(COMMENDATION_KIND, row.pk),
        actor=actor,
        now=now,
        facts=facts,
    )
