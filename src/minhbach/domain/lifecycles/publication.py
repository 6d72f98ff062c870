"""From a draft to what the public sees: by the approval of a named person, never otherwise."""

from enum import StrEnum

from minhbach.domain.lifecycles.table import Lifecycle


class PublicationState(StrEnum):
    """Where a publication stands. What has versions has one publication for each of them."""

    DRAFT = "draft"
    """Somebody means to publish it; nobody has looked for what may not go out."""
    CHECKED = "checked"
    """It was looked through, and what was found is written down."""
    SUBMITTED = "submitted"
    SCHEDULED = "scheduled"
    """Approved for a later day."""
    PUBLIC = "public"
    CORRECTED = "corrected"
    """A later version stands in its place; this one stays to be cited."""
    SENT_BACK = "sent_back"
    TAKEN_BACK = "taken_back"
    WITHDRAWN = "withdrawn"


class PublicationEvent(StrEnum):
    """What may happen to a publication."""

    CHECK = "check"
    SUBMIT = "submit"
    APPROVE = "approve"
    SCHEDULE = "schedule"
    OPEN = "open"
    STOP = "stop"
    SEND_BACK = "send_back"
    TAKE_BACK = "take_back"
    CORRECT = "correct"
    WITHDRAW = "withdraw"


BEFORE_THE_LEADER = (PublicationState.SUBMITTED, PublicationState.SCHEDULED)
"""States in which somebody has approved or is about to: what they see must not change meanwhile."""

PUBLICATION = Lifecycle(
    {
        (PublicationState.DRAFT, PublicationEvent.CHECK): PublicationState.CHECKED,
        # What changed since is looked through again, as often as it changes.
        (PublicationState.CHECKED, PublicationEvent.CHECK): PublicationState.CHECKED,
        (PublicationState.CHECKED, PublicationEvent.SUBMIT): PublicationState.SUBMITTED,
        (PublicationState.SUBMITTED, PublicationEvent.APPROVE): PublicationState.PUBLIC,
        (PublicationState.SUBMITTED, PublicationEvent.SCHEDULE): PublicationState.SCHEDULED,
        (PublicationState.SUBMITTED, PublicationEvent.SEND_BACK): PublicationState.SENT_BACK,
        # Who submitted sees a mistake before the leader has answered, or before the day has come.
        (PublicationState.SUBMITTED, PublicationEvent.TAKE_BACK): PublicationState.TAKEN_BACK,
        (PublicationState.SCHEDULED, PublicationEvent.TAKE_BACK): PublicationState.TAKEN_BACK,
        (PublicationState.SCHEDULED, PublicationEvent.SEND_BACK): PublicationState.SENT_BACK,
        (PublicationState.SCHEDULED, PublicationEvent.OPEN): PublicationState.PUBLIC,
        # The day came, but it is not what was approved any more.
        (PublicationState.SCHEDULED, PublicationEvent.STOP): PublicationState.SENT_BACK,
        (PublicationState.SENT_BACK, PublicationEvent.CHECK): PublicationState.CHECKED,
        (PublicationState.SENT_BACK, PublicationEvent.SUBMIT): PublicationState.SUBMITTED,
        (PublicationState.TAKEN_BACK, PublicationEvent.CHECK): PublicationState.CHECKED,
        (PublicationState.TAKEN_BACK, PublicationEvent.SUBMIT): PublicationState.SUBMITTED,
        (PublicationState.PUBLIC, PublicationEvent.CORRECT): PublicationState.CORRECTED,
        (PublicationState.PUBLIC, PublicationEvent.WITHDRAW): PublicationState.WITHDRAWN,
        (PublicationState.CORRECTED, PublicationEvent.WITHDRAW): PublicationState.WITHDRAWN,
        (PublicationState.WITHDRAWN, PublicationEvent.CHECK): PublicationState.CHECKED,
        (PublicationState.WITHDRAWN, PublicationEvent.SUBMIT): PublicationState.SUBMITTED,
    }
)
