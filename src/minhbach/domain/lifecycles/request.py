"""From a request for information to its answer. States, moves and buttons come from here, one table for each statute.

What all statutes share stands in one table; the moves that a statute alone allows (putting an answer off, telling the
term beforehand) come from its own terms, so that a statute that is added as data brings its table with it.
"""

from collections.abc import Mapping
from enum import StrEnum

from minhbach.domain.lifecycles.table import Lifecycle
from minhbach.domain.statutes.statute import Statute


class RequestState(StrEnum):
    """Where a request stands."""

    RECEIVED = "received"
    """It has its number; nobody has said yet whether it says all that it must."""
    LACKING = "lacking"
    """The requester was asked for what lacks; no clock runs."""
    IN_WORK = "in_work"
    """Valid: the clock runs, somebody looks for the information."""
    CONSULTING = "consulting"
    """Another body's opinion, or a third person's consent, was asked for. The clock runs on: no statute stops it."""
    PREPARED = "prepared"
    """The answer is drafted and lies before the leader."""
    APPROVED = "approved"
    """Decided by a leader; not at the requester yet."""
    PAYMENT = "payment"
    """The requester was told what it costs (a sum, never none) and has not paid."""
    PROVIDED = "provided"
    PROVIDED_IN_PART = "provided_in_part"
    POINTED = "pointed"
    """Answered by pointing to what is public."""
    REFUSED = "refused"
    REFERRED = "referred"
    """Not our information: the requester was shown the body that has it."""
    HANDED_OVER = "handed_over"
    """Not our information: sent on to the body that has it, with thread and files."""
    SPLIT = "split"
    """Cut into parts, each a case of its own with its own clock."""
    WITHDRAWN = "withdrawn"
    UNANSWERED = "unanswered"
    """Closed: what lacked was asked for and never came."""
    SET_ASIDE = "set_aside"
    """No request for information at all, as a denunciation: sent to who deals with such."""
    VOIDED = "voided"
    """Entered by mistake; kept with the reason, counted nowhere."""


class RequestEvent(StrEnum):
    """What may happen to a request."""

    FIND_VALID = "find_valid"
    ASK_SUPPLEMENT = "ask_supplement"
    SUPPLEMENT = "supplement"
    CLOSE_UNANSWERED = "close_unanswered"
    SET_ASIDE = "set_aside"
    ASSIGN = "assign"
    NOTIFY_TERM = "notify_term"
    EXTEND = "extend"
    ASK_OPINION = "ask_opinion"
    ASK_THIRD_PERSON = "ask_third_person"
    HEAR = "hear"
    """One of those asked answered, and others are still out."""
    GO_ON = "go_on"
    """All who were asked answered, or nobody waits for them any longer."""
    PREPARE = "prepare"
    SEND_BACK = "send_back"
    APPROVE = "approve"
    ASK_PAYMENT = "ask_payment"
    PAY = "pay"
    PROVIDE = "provide"
    PROVIDE_IN_PART = "provide_in_part"
    POINT = "point"
    REFUSE = "refuse"
    REFER = "refer"
    HAND_OVER = "hand_over"
    SPLIT = "split"
    WITHDRAW = "withdraw"
    REOPEN = "reopen"
    VOID = "void"


_S, _E = RequestState, RequestEvent
_Moves = Mapping[tuple[RequestState, RequestEvent], RequestState]

UNCHECKED = (_S.RECEIVED, _S.LACKING)
"""No clock runs: a term counts from the day on which the body had a valid request."""
RUNNING = (_S.IN_WORK, _S.CONSULTING, _S.PREPARED, _S.APPROVED, _S.PAYMENT)
"""The clock runs."""
OPEN = (*UNCHECKED, *RUNNING)
ANSWERED = (_S.PROVIDED, _S.PROVIDED_IN_PART, _S.POINTED, _S.REFUSED)
"""Ended by an answer that can be complained about, or asked to be put right."""
PASSED_ON = (_S.REFERRED, _S.HANDED_OVER)
ENDED = (*ANSWERED, *PASSED_ON, _S.SPLIT, _S.WITHDRAWN, _S.UNANSWERED, _S.SET_ASIDE, _S.VOIDED)
UNDECIDED = (_S.IN_WORK, _S.CONSULTING)
"""Valid, and no draft of an answer lies before the leader."""

_CHECKING: _Moves = {
    (_S.RECEIVED, _E.FIND_VALID): _S.IN_WORK,
    (_S.RECEIVED, _E.ASK_SUPPLEMENT): _S.LACKING,
    (_S.RECEIVED, _E.SET_ASIDE): _S.SET_ASIDE,
    # What comes is looked at anew; it may lack something still.
    (_S.LACKING, _E.SUPPLEMENT): _S.RECEIVED,
    (_S.LACKING, _E.FIND_VALID): _S.IN_WORK,
}
_WORKING: _Moves = {
    # The requester may add something at any time; it stops and restarts nothing.
    **{(state, _E.SUPPLEMENT): state for state in (_S.RECEIVED, *UNDECIDED, _S.PREPARED)},
    **{(state, _E.ASSIGN): state for state in (_S.RECEIVED, *UNDECIDED)},
    **{(state, event): _S.CONSULTING for state in UNDECIDED for event in (_E.ASK_OPINION, _E.ASK_THIRD_PERSON)},
    (_S.CONSULTING, _E.HEAR): _S.CONSULTING,
    (_S.CONSULTING, _E.GO_ON): _S.IN_WORK,
}
_DECIDING: _Moves = {
    # A leader need not wait for an opinion that does not come, and may refuse what nobody pays for.
    **{(state, _E.PREPARE): _S.PREPARED for state in (*UNDECIDED, _S.PAYMENT)},
    (_S.PREPARED, _E.SEND_BACK): _S.IN_WORK,
    (_S.PREPARED, _E.APPROVE): _S.APPROVED,
    (_S.APPROVED, _E.ASK_PAYMENT): _S.PAYMENT,
    (_S.PAYMENT, _E.PAY): _S.APPROVED,
    (_S.APPROVED, _E.PROVIDE): _S.PROVIDED,
    (_S.APPROVED, _E.PROVIDE_IN_PART): _S.PROVIDED_IN_PART,
    (_S.APPROVED, _E.POINT): _S.POINTED,
    (_S.APPROVED, _E.REFUSE): _S.REFUSED,
}
_ELSEWHERE: _Moves = {
    **{(state, _E.REFER): _S.REFERRED for state in (*UNCHECKED, *UNDECIDED)},
    **{(state, _E.SPLIT): _S.SPLIT for state in (*UNCHECKED, *UNDECIDED)},
}
_ENDING: _Moves = {
    **{(state, _E.WITHDRAW): _S.WITHDRAWN for state in OPEN},
    **{(state, _E.VOID): _S.VOIDED for state in (*OPEN, *ENDED) if state is not _S.VOIDED},
    # What was closed before anybody worked on it is checked anew; what was answered is worked on again.
    **{(state, _E.REOPEN): _S.RECEIVED for state in (*PASSED_ON, _S.WITHDRAWN, _S.UNANSWERED, _S.SET_ASIDE)},
    **{(state, _E.REOPEN): _S.IN_WORK for state in ANSWERED},
}
_SHARED: _Moves = {**_CHECKING, **_WORKING, **_DECIDING, **_ELSEWHERE, **_ENDING}
_BY_TERM: Mapping[str, _Moves] = {
    "notice_of_term": {(state, _E.NOTIFY_TERM): state for state in (*UNDECIDED, _S.PREPARED)},
    "extended_answer": {(state, _E.EXTEND): state for state in (*UNDECIDED, _S.PREPARED)},
}
_BY_READING: Mapping[tuple[str, str], _Moves] = {
    ("not_ours", "guide_or_hand_over"): {(state, _E.HAND_OVER): _S.HANDED_OVER for state in (*UNCHECKED, *UNDECIDED)},
    ("unanswered_supplement", "closes"): {(_S.LACKING, _E.CLOSE_UNANSWERED): _S.UNANSWERED},
}
"""What hangs on how a statute is read where its words leave a choice."""


def request_lifecycle(statute: Statute) -> Lifecycle[RequestState, RequestEvent]:
    """Return what may happen to a request under a statute: what all share, and what its terms and readings allow."""
    known = {term.what for term in statute.terms if term.about == "request"}
    own = {move: state for what, moves in _BY_TERM.items() if what in known for move, state in moves.items()}
    own |= {
        move: state
        for (key, value), moves in _BY_READING.items()
        if statute.reading(key).value == value
        for move, state in moves.items()
    }
    return Lifecycle({**_SHARED, **own})
