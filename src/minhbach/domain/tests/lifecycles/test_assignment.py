"""The moves of one body's part in a task, read as a person would read them."""

import pytest

from minhbach.domain.lifecycles.assignment import ASSIGNMENT, OPEN, AssignmentEvent, AssignmentState
from minhbach.domain.lifecycles.table import MoveNotAllowed

WRITTEN = {
    AssignmentState.GIVEN: {"take_over", "report_result", "drop"},
    AssignmentState.IN_WORK: {"report_result", "drop"},
    AssignmentState.REPORTED: {"take_back", "send_back", "accept", "accept_period", "drop"},
    AssignmentState.DONE: {"reopen"},
    AssignmentState.DROPPED: {"resume"},
}


@pytest.mark.parametrize("state", AssignmentState)
def test_what_may_happen_in_each_state(state: AssignmentState) -> None:
    assert {event.value for event in ASSIGNMENT.events(state)} == WRITTEN[state]


def test_nothing_is_done_unless_a_result_was_accepted() -> None:
    ways = [move for move, after in ASSIGNMENT.moves.items() if after == AssignmentState.DONE]
    assert ways == [(AssignmentState.REPORTED, AssignmentEvent.ACCEPT)]


def test_every_open_state_may_be_dropped_and_no_closed_one() -> None:
    assert {state for (state, event) in ASSIGNMENT.moves if event == AssignmentEvent.DROP} == set(OPEN)


def test_from_every_state_work_can_be_finished_still() -> None:
    reach = {AssignmentState.DONE}
    for _round in AssignmentState:
        reach |= {state for (state, _event), after in ASSIGNMENT.moves.items() if after in reach}
    assert reach == set(AssignmentState)


def test_a_result_cannot_be_accepted_twice() -> None:
    with pytest.raises(MoveNotAllowed):
        ASSIGNMENT.next(AssignmentState.DONE, AssignmentEvent.ACCEPT)
