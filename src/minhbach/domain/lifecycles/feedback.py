"""From feedback that somebody gave an agency to its answer, or to where else it went."""

from collections.abc import Iterator
from enum import StrEnum

from minhbach.domain.lifecycles.table import Lifecycle


class FeedbackState(StrEnum):
    """Where a piece of feedback stands."""

    RECEIVED = "received"
    IN_WORK = "in_work"
    """Somebody was told to deal with it."""
    ANSWERED = "answered"
    PASSED_ON = "passed_on"
    """It is another body's, which this installation does not serve or which must not read it here."""
    JOINED = "joined"
    """It says what another says; the other's answer is its answer."""
    CLOSED = "closed"
    """Nothing can be answered: empty of sense, or the sender took it back. The reason stands with it."""


class FeedbackEvent(StrEnum):
    """What may happen to it. What comes first stands first among the buttons."""

    ANSWER = "answer"
    ASSIGN = "assign"
    ASK = "ask"
    """The sender is asked for more; nothing waits for the reply."""
    SUPPLEMENT = "supplement"
    """The sender says more."""
    GIVE_OVER = "give_over"
    """Another body here deals with it, under the same number."""
    SEND_ON = "send_on"
    """Another body, not served here or not to read it here, deals with it."""
    JOIN = "join"
    HOLD_CONFIDENTIAL = "hold_confidential"
    """It is a denunciation: from now on only the leader reads it."""
    CLOSE = "close"
    REOPEN = "reopen"


_S, _E = FeedbackState, FeedbackEvent
OPEN = frozenset({_S.RECEIVED, _S.IN_WORK})
ENDED = frozenset(_S) - OPEN


def _moves() -> Iterator[tuple[tuple[FeedbackState, FeedbackEvent], FeedbackState]]:
    for state in (_S.RECEIVED, _S.IN_WORK):
        yield (state, _E.ANSWER), _S.ANSWERED
        yield (state, _E.ASSIGN), _S.IN_WORK
        yield (state, _E.ASK), state
        yield (state, _E.SUPPLEMENT), state
        yield (state, _E.GIVE_OVER), _S.RECEIVED
        yield (state, _E.SEND_ON), _S.PASSED_ON
        yield (state, _E.JOIN), _S.JOINED
        yield (state, _E.HOLD_CONFIDENTIAL), _S.RECEIVED
        yield (state, _E.CLOSE), _S.CLOSED
    for state in (_S.ANSWERED, _S.PASSED_ON, _S.JOINED, _S.CLOSED):
        yield (state, _E.REOPEN), _S.RECEIVED


FEEDBACK: Lifecycle[FeedbackState, FeedbackEvent] = Lifecycle(dict(_moves()))
CONFIDENTIAL_EVENTS = frozenset({_E.ASK, _E.SUPPLEMENT, _E.SEND_ON, _E.CLOSE, _E.REOPEN})
"""What may be done with a denunciation: it goes to who is competent, never to an answer that others read."""
