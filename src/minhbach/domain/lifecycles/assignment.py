"""One body's part in a task, from being given to its result accepted by a leader."""

from enum import StrEnum

from minhbach.domain.lifecycles.table import Lifecycle


class AssignmentState(StrEnum):
    """Where a body's part in a task stands. Lateness is no state: it follows from the day."""

    GIVEN = "given"
    IN_WORK = "in_work"
    REPORTED = "reported"
    DONE = "done"
    DROPPED = "dropped"


class AssignmentEvent(StrEnum):
    """What may happen to it."""

    TAKE_OVER = "take_over"
    REPORT_RESULT = "report_result"
    TAKE_BACK = "take_back"
    SEND_BACK = "send_back"
    ACCEPT = "accept"
    ACCEPT_PERIOD = "accept_period"
    REOPEN = "reopen"
    DROP = "drop"
    RESUME = "resume"


OPEN = (AssignmentState.GIVEN, AssignmentState.IN_WORK, AssignmentState.REPORTED)

ASSIGNMENT = Lifecycle(
    {
        (AssignmentState.GIVEN, AssignmentEvent.TAKE_OVER): AssignmentState.IN_WORK,
        # A small ward does first and writes later: reporting a result takes the work over as well.
        (AssignmentState.GIVEN, AssignmentEvent.REPORT_RESULT): AssignmentState.REPORTED,
        (AssignmentState.IN_WORK, AssignmentEvent.REPORT_RESULT): AssignmentState.REPORTED,
        (AssignmentState.REPORTED, AssignmentEvent.TAKE_BACK): AssignmentState.IN_WORK,
        (AssignmentState.REPORTED, AssignmentEvent.SEND_BACK): AssignmentState.IN_WORK,
        (AssignmentState.REPORTED, AssignmentEvent.ACCEPT): AssignmentState.DONE,
        # Work that recurs or goes on is accepted for one period and goes on into the next.
        (AssignmentState.REPORTED, AssignmentEvent.ACCEPT_PERIOD): AssignmentState.IN_WORK,
        (AssignmentState.DONE, AssignmentEvent.REOPEN): AssignmentState.IN_WORK,
        **{(state, AssignmentEvent.DROP): AssignmentState.DROPPED for state in OPEN},
        (AssignmentState.DROPPED, AssignmentEvent.RESUME): AssignmentState.IN_WORK,
    }
)
