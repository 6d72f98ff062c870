"""From a draft of an internal regulation to the decision that issues it. What is public after that, the gate says."""

from enum import StrEnum

from minhbach.domain.lifecycles.table import Lifecycle


class RegulationState(StrEnum):
    """Where a regulation stands before it goes through the gate."""

    DRAFTING = "drafting"
    IN_OPINIONS = "in_opinions"
    """Sent to units, people or other bodies; its text stands still, so that all judge the same."""
    AT_SIGNING = "at_signing"
    """Its decision is among the body's letters and waits for number and signature; its text stands still."""
    ISSUED = "issued"


class RegulationEvent(StrEnum):
    """What may happen to a regulation."""

    WRITE = "write"
    ASK_OPINIONS = "ask_opinions"
    CLOSE_OPINIONS = "close_opinions"
    DRAW_UP_DECISION = "draw_up_decision"
    RETURN_TO_DRAFT = "return_to_draft"
    ISSUE = "issue"
    DISCARD = "discard"


REGULATION = Lifecycle(
    {
        (RegulationState.DRAFTING, RegulationEvent.WRITE): RegulationState.DRAFTING,
        (RegulationState.DRAFTING, RegulationEvent.ASK_OPINIONS): RegulationState.IN_OPINIONS,
        (RegulationState.IN_OPINIONS, RegulationEvent.CLOSE_OPINIONS): RegulationState.DRAFTING,
        (RegulationState.DRAFTING, RegulationEvent.DRAW_UP_DECISION): RegulationState.AT_SIGNING,
        # The leader wants other words, or the decision was dropped.
        (RegulationState.AT_SIGNING, RegulationEvent.RETURN_TO_DRAFT): RegulationState.DRAFTING,
        (RegulationState.AT_SIGNING, RegulationEvent.ISSUE): RegulationState.ISSUED,
        # Issued on paper, outside of here: its number and day are written down.
        (RegulationState.DRAFTING, RegulationEvent.ISSUE): RegulationState.ISSUED,
        # A mistake seen before anybody outside read it.
        (RegulationState.ISSUED, RegulationEvent.RETURN_TO_DRAFT): RegulationState.DRAFTING,
        # Nothing of it is left afterwards but its events.
        (RegulationState.DRAFTING, RegulationEvent.DISCARD): RegulationState.DRAFTING,
    }
)
