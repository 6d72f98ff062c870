"""Who sees cases, and who may do what to them."""

from collections.abc import Mapping

from minhbach.domain.access import Role
from minhbach.domain.lifecycles.request import RequestEvent

SEES = (Role.FOCAL_POINT, Role.SPECIALIST, Role.LEADER, Role.SUPERVISOR)
"""Who reads the cases of a body. A supervisor reads how they go, never who asked, nor in which words."""
READS_SENDERS = (Role.FOCAL_POINT, Role.SPECIALIST, Role.LEADER)
"""Who reads name, address and words of requesters."""
MAY_RECEIVE = (Role.FOCAL_POINT,)
"""Who takes requests in and looks whether they say what they must (Decree 13/2018, Article 8)."""
MAY_WORK = (Role.FOCAL_POINT, Role.SPECIALIST)
MAY_DECIDE = (Role.LEADER,)

_E = RequestEvent
_BY_ROLE: Mapping[tuple[Role, ...], tuple[RequestEvent, ...]] = {
    MAY_RECEIVE: (
        _E.FIND_VALID,
        _E.ASK_SUPPLEMENT,
        _E.SUPPLEMENT,
        _E.CLOSE_UNANSWERED,
        _E.SET_ASIDE,
        _E.ASSIGN,
        _E.NOTIFY_TERM,
        _E.REFER,
        _E.HAND_OVER,
        _E.SPLIT,
        _E.WITHDRAW,
        _E.ASK_PAYMENT,
        _E.PAY,
        _E.PROVIDE,
        _E.PROVIDE_IN_PART,
        _E.POINT,
        _E.REFUSE,
    ),
    MAY_WORK: (_E.ASK_OPINION, _E.ASK_THIRD_PERSON, _E.HEAR, _E.GO_ON, _E.PREPARE),
    MAY_DECIDE: (_E.EXTEND, _E.SEND_BACK, _E.APPROVE, _E.REOPEN, _E.VOID),
}
ROLES_FOR: Mapping[RequestEvent, tuple[Role, ...]] = {
    event: roles for roles, events in _BY_ROLE.items() for event in events
}
"""Who of the body may do each act. Who sends an approved answer out (PROVIDE …) executes what a leader decided."""
BY_REQUESTER = frozenset({_E.SUPPLEMENT, _E.WITHDRAW})
"""What the requester does too, by number and secret."""
