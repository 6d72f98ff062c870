"""What every act on an assignment shares: the move, the columns that follow from it, its history and its event."""

import datetime as dt
from collections.abc import Mapping

from django.utils.translation import gettext as _

from minhbach.domain.access import Actor
from minhbach.domain.lifecycles.assignment import ASSIGNMENT, AssignmentEvent, AssignmentState
from minhbach.domain.lifecycles.table import MoveNotAllowed
from minhbach.foundation.actions.record_event import record_event
from minhbach.foundation.contracts import Fact, Subject, body_chain
from minhbach.foundation.dates import local_date
from minhbach.planning.contracts import WorkRefused
from minhbach.planning.models import Assignment
from minhbach.planning.spans import note_stand

ASSIGNMENT_KIND = "assignment"


def person_of(actor: Actor) -> int:
    """Return the person who acts; the system reports no work and changes no limit."""
    if actor.person is None:
        raise WorkRefused(_("Việc này cần một người làm, không phải máy."))
    return actor.person


def move(assignment: Assignment, event: AssignmentEvent) -> None:
    """Set the state that follows; the caller saves it with `finish`.

    :raises WorkRefused: if the table has no such move: somebody else was quicker, or the page was old.
    """
    try:
        assignment.state = ASSIGNMENT.next(AssignmentState(assignment.state), event)
    except MoveNotAllowed:
        raise WorkRefused(_("Việc này đã sang bước khác. Mở lại trang để xem tình trạng hiện nay.")) from None


def finish(
    assignment: Assignment,
    kind: str,
    *,
    actor: Actor,
    now: dt.datetime,
    ground: str = "",
    facts: Mapping[str, Fact] | None = None,
) -> None:
    """Save the assignment, let its history go on from today, and record the event.

    :param kind: past participle, as the event log says it: "taken_over".
    """
    assignment.save()
    note_stand(assignment, on=local_date(now))
    record_event(
        chain=body_chain(assignment.body_id),
        kind=f"assignment.{kind}",
        subject=Subject(ASSIGNMENT_KIND, assignment.pk),
        actor=actor,
        now=now,
        ground=ground,
        facts=facts,
    )
