"""Who sees feedback, and who may do what to it."""

from collections.abc import Mapping

from minhbach.domain.access import Role
from minhbach.domain.lifecycles.feedback import FeedbackEvent
from minhbach.intake.contracts import Way
from minhbach.outreach.contracts import FeedbackWay

SEES = (Role.FOCAL_POINT, Role.SPECIALIST, Role.LEADER, Role.SUPERVISOR)
"""Who reads the feedback of a body. A supervisor reads how it goes, and words and sender only of
what they wrote down themselves."""
READS_SENDERS = (Role.FOCAL_POINT, Role.SPECIALIST, Role.LEADER)
READS_CONFIDENTIAL = (Role.LEADER,)
"""Who reads a denunciation once it is known as one."""
MAY_ENTER = (Role.FOCAL_POINT, Role.SPECIALIST, Role.LEADER, Role.SUPERVISOR)
"""Who writes down what came another way: officers, and the Front's people, who hear it in the residents' groups."""
MAY_SET_TERM = (Role.FOCAL_POINT, Role.LEADER)
MAY_PUBLISH = READS_SENDERS
"""Who writes the answer without the person, for the leader to let out."""
_WORKS, _LEADS_ON = READS_SENDERS, (Role.FOCAL_POINT, Role.LEADER)
_E = FeedbackEvent
ROLES_FOR: Mapping[FeedbackEvent, tuple[Role, ...]] = {
    _E.ANSWER: _WORKS,
    _E.ASK: _WORKS,
    _E.SUPPLEMENT: _WORKS,
    _E.JOIN: _WORKS,
    _E.HOLD_CONFIDENTIAL: _WORKS,
    _E.ASSIGN: _LEADS_ON,
    _E.GIVE_OVER: _LEADS_ON,
    _E.SEND_ON: _LEADS_ON,
    _E.CLOSE: _LEADS_ON,
    _E.REOPEN: _LEADS_ON,
}
BY_SENDER = frozenset({_E.SUPPLEMENT, _E.CLOSE})
"""What the sender does too, by number and secret: say more, take it back."""
INTAKE_WAYS: Mapping[FeedbackWay, Way] = {
    FeedbackWay.ONLINE: Way.PORTAL,
    FeedbackWay.COUNTER: Way.COUNTER,
    FeedbackWay.FRONT: Way.COUNTER,
    FeedbackWay.TELEPHONE: Way.COUNTER,
    FeedbackWay.POST: Way.POST,
    FeedbackWay.EMAIL: Way.EMAIL,
}
"""Intake has the ways of the statutes on requests; how exactly feedback came stands with the feedback."""
SHOWN_FROM = 10
"""The public is told how content people were only where so many said so: a few answers would tell who gave them."""
