"""From a draft to what the public sees: by the approval of a named person, never otherwise."""

from enum import StrEnum

from minhbach.domain.lifecycles.table import Lifecycle


class PublicationState(StrEnum):
    """Where a publication stands."""

    SUBMITTED = "submitted"
    PUBLIC = "public"
    SENT_BACK = "sent_back"
    TAKEN_BACK = "taken_back"
    WITHDRAWN = "withdrawn"


class PublicationEvent(StrEnum):
    """What may happen to a publication."""

    SUBMIT = "submit"
    APPROVE = "approve"
    SEND_BACK = "send_back"
    TAKE_BACK = "take_back"
    WITHDRAW = "withdraw"


PUBLICATION = Lifecycle(
    {
        (PublicationState.SUBMITTED, PublicationEvent.APPROVE): PublicationState.PUBLIC,
        (PublicationState.SUBMITTED, PublicationEvent.SEND_BACK): PublicationState.SENT_BACK,
        (PublicationState.SENT_BACK, PublicationEvent.SUBMIT): PublicationState.SUBMITTED,
        # Who submitted sees a mistake before the leader has answered.
        (PublicationState.SUBMITTED, PublicationEvent.TAKE_BACK): PublicationState.TAKEN_BACK,
        (PublicationState.TAKEN_BACK, PublicationEvent.SUBMIT): PublicationState.SUBMITTED,
        (PublicationState.PUBLIC, PublicationEvent.WITHDRAW): PublicationState.WITHDRAWN,
        (PublicationState.WITHDRAWN, PublicationEvent.SUBMIT): PublicationState.SUBMITTED,
    }
)
