"""What may happen to a request under each statute."""

import pytest

from minhbach.domain.lifecycles.request import (
    ANSWERED,
    ENDED,
    OPEN,
    RUNNING,
    UNCHECKED,
    RequestEvent,
    RequestState,
    request_lifecycle,
)
from minhbach.domain.lifecycles.table import MoveNotAllowed
from minhbach.domain.statutes import Statute
from minhbach.lawbook.statutes import all_statutes, statute

OLD, NEW = statute("104/2016/QH13"), statute("01/2026/QH16")
TABLES = [pytest.param(request_lifecycle(one), id=one.number) for one in all_statutes()]


def test_open_and_ended_states_are_all_there_are() -> None:
    assert set(OPEN) | set(ENDED) == set(RequestState)
    assert not set(OPEN) & set(ENDED)
    assert set(UNCHECKED) | set(RUNNING) == set(OPEN)


def test_only_the_law_of_2016_has_the_term_told_beforehand() -> None:
    assert RequestEvent.NOTIFY_TERM in request_lifecycle(OLD).events(RequestState.IN_WORK)
    assert RequestEvent.NOTIFY_TERM not in request_lifecycle(NEW).events(RequestState.IN_WORK)


@pytest.mark.parametrize("table", TABLES)
def test_an_answer_goes_out_only_after_a_leader_approved_it(table: object) -> None:
    outward = (RequestEvent.PROVIDE, RequestEvent.PROVIDE_IN_PART, RequestEvent.POINT, RequestEvent.REFUSE)
    found = {state for state, event in table.moves if event in outward}  # type: ignore[attr-defined]
    assert found == {RequestState.APPROVED}
    assert {state for state, event in table.moves if event is RequestEvent.APPROVE} == {RequestState.PREPARED}  # type: ignore[attr-defined]


@pytest.mark.parametrize("law", all_statutes(), ids=lambda law: law.number)
def test_every_state_is_reached_from_a_new_request(law: Statute) -> None:
    table = request_lifecycle(law)
    reached, fresh = {RequestState.RECEIVED}, {RequestState.RECEIVED}
    while fresh:
        fresh = {to for (state, _), to in table.moves.items() if state in fresh} - reached
        reached |= fresh
    # The law of 2016 speaks of guidance alone; what the law of 2026 leaves open is read as allowing to hand over too.
    missing = {RequestState.HANDED_OVER} if law.reading("not_ours").value == "guide" else set()
    assert reached == set(RequestState) - missing
    assert (law is OLD) == bool(missing)


@pytest.mark.parametrize("table", TABLES)
def test_a_request_can_be_withdrawn_while_it_is_open_and_not_afterwards(table: object) -> None:
    may = {state for state, event in table.moves if event is RequestEvent.WITHDRAW}  # type: ignore[attr-defined]
    assert may == set(OPEN)


def test_nothing_is_put_off_before_the_clock_runs_or_after_the_answer() -> None:
    for state in (*UNCHECKED, *ENDED):
        with pytest.raises(MoveNotAllowed):
            request_lifecycle(NEW).next(state, RequestEvent.EXTEND)


def test_what_was_answered_is_worked_on_again_and_what_was_withdrawn_is_checked_anew() -> None:
    table = request_lifecycle(NEW)
    assert {table.next(state, RequestEvent.REOPEN) for state in ANSWERED} == {RequestState.IN_WORK}
    assert table.next(RequestState.WITHDRAWN, RequestEvent.REOPEN) is RequestState.RECEIVED
