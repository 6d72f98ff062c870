"""From what is said against an answer to its decision: corrections, complaints (first, second), lawsuits."""

from enum import StrEnum

from minhbach.domain.lifecycles.table import Lifecycle


class ReviewKind(StrEnum):
    """What is said against an answer."""

    CORRECTION = "correction"
    """The requester says that it is wrong or incomplete."""
    OWN_ERROR = "own_error"
    """The body found so by itself."""
    COMPLAINT = "complaint"
    """The first complaint."""
    SECOND_COMPLAINT = "second_complaint"
    LAWSUIT = "lawsuit"
    """Only noted: the court decides."""


class ReviewState(StrEnum):
    """Where it stands."""

    RECEIVED = "received"
    ACCEPTED = "accepted"
    """Of a complaint: its settling has begun, and its term runs."""
    UPHELD = "upheld"
    """Right: what was provided is corrected, or the case is worked on again."""
    REJECTED = "rejected"
    NOT_ACCEPTED = "not_accepted"
    """Of a complaint: no such complaint is settled here; told with the reason."""
    WITHDRAWN = "withdrawn"


class ReviewEvent(StrEnum):
    """What may happen to it."""

    ACCEPT = "accept"
    NOT_ACCEPT = "not_accept"
    UPHOLD = "uphold"
    REJECT = "reject"
    WITHDRAW = "withdraw"


_S, _E = ReviewState, ReviewEvent
COMPLAINTS = (ReviewKind.COMPLAINT, ReviewKind.SECOND_COMPLAINT)
OPEN_REVIEWS = (_S.RECEIVED, _S.ACCEPTED)

_COMPLAINT = Lifecycle(
    {
        (_S.RECEIVED, _E.ACCEPT): _S.ACCEPTED,
        (_S.RECEIVED, _E.NOT_ACCEPT): _S.NOT_ACCEPTED,
        (_S.ACCEPTED, _E.UPHOLD): _S.UPHELD,
        (_S.ACCEPTED, _E.REJECT): _S.REJECTED,
        (_S.RECEIVED, _E.WITHDRAW): _S.WITHDRAWN,
        (_S.ACCEPTED, _E.WITHDRAW): _S.WITHDRAWN,
    }
)
_OTHERS = Lifecycle(
    {
        (_S.RECEIVED, _E.UPHOLD): _S.UPHELD,
        (_S.RECEIVED, _E.REJECT): _S.REJECTED,
        (_S.RECEIVED, _E.WITHDRAW): _S.WITHDRAWN,
    }
)


def review_lifecycle(kind: ReviewKind) -> Lifecycle[ReviewState, ReviewEvent]:
    """Return what may happen: a complaint is accepted before it is settled, the rest is decided at once."""
    return _COMPLAINT if kind in COMPLAINTS else _OTHERS
