"""A proposal for commendation (đề nghị khen thưởng) and the leader's word on it."""

from enum import StrEnum

from minhbach.domain.lifecycles.table import Lifecycle


class CommendationState(StrEnum):
    """Where a proposal stands."""

    PROPOSED = "proposed"
    AGREED = "agreed"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"


class CommendationEvent(StrEnum):
    """What may happen to it."""

    AGREE = "agree"
    DECLINE = "decline"
    WITHDRAW = "withdraw"
    PROPOSE_AGAIN = "propose_again"


COMMENDATION = Lifecycle(
    {
        (CommendationState.PROPOSED, CommendationEvent.AGREE): CommendationState.AGREED,
        (CommendationState.PROPOSED, CommendationEvent.DECLINE): CommendationState.DECLINED,
        (CommendationState.PROPOSED, CommendationEvent.WITHDRAW): CommendationState.WITHDRAWN,
        **{
            (state, CommendationEvent.PROPOSE_AGAIN): CommendationState.PROPOSED
            for state in (CommendationState.DECLINED, CommendationState.WITHDRAWN)
        },
    }
)
