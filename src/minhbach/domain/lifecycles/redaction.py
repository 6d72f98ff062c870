"""From a file that may not go out whole to a copy that may: marked by one person, applied and approved by another."""

from enum import StrEnum

from minhbach.domain.lifecycles.table import Lifecycle


class RedactionState(StrEnum):
    """Where a redaction stands (Decree 13/2018, Article 7)."""

    READING = "reading"
    """The machine reads the pages and looks for what may have to go."""
    MARKING = "marking"
    """Whoever made the information says what goes, on which ground."""
    HANDED_ON = "handed_on"
    """The focal point checks what was marked."""
    APPLYING = "applying"
    """The machine makes the copy and proves it."""
    MADE = "made"
    """The copy is proved; a person has yet to look at it."""
    APPROVED = "approved"
    REFUSED = "refused"
    """The file cannot be handled, so no copy of it goes out."""
    DROPPED = "dropped"


class RedactionEvent(StrEnum):
    """What may happen to a redaction."""

    READ = "read"
    HAND_ON = "hand_on"
    TAKE_BACK = "take_back"
    SEND_BACK = "send_back"
    APPLY = "apply"
    MAKE = "make"
    NOT_PROVE = "not_prove"
    APPROVE = "approve"
    REFUSE = "refuse"
    DROP = "drop"


MACHINE_WORKS = (RedactionState.READING, RedactionState.APPLYING)
"""States in which a person waits for the machine."""

OVER = (RedactionState.APPROVED, RedactionState.DROPPED)
"""States from which nothing leads on."""

REDACTION = Lifecycle(
    {
        (RedactionState.READING, RedactionEvent.READ): RedactionState.MARKING,
        (RedactionState.READING, RedactionEvent.REFUSE): RedactionState.REFUSED,
        (RedactionState.READING, RedactionEvent.DROP): RedactionState.DROPPED,
        (RedactionState.MARKING, RedactionEvent.HAND_ON): RedactionState.HANDED_ON,
        (RedactionState.MARKING, RedactionEvent.DROP): RedactionState.DROPPED,
        (RedactionState.HANDED_ON, RedactionEvent.TAKE_BACK): RedactionState.MARKING,
        (RedactionState.HANDED_ON, RedactionEvent.SEND_BACK): RedactionState.MARKING,
        (RedactionState.HANDED_ON, RedactionEvent.APPLY): RedactionState.APPLYING,
        (RedactionState.HANDED_ON, RedactionEvent.DROP): RedactionState.DROPPED,
        (RedactionState.APPLYING, RedactionEvent.MAKE): RedactionState.MADE,
        # Something of what was to go is still there: a person marks more, or says why it stays.
        (RedactionState.APPLYING, RedactionEvent.NOT_PROVE): RedactionState.MARKING,
        (RedactionState.APPLYING, RedactionEvent.REFUSE): RedactionState.REFUSED,
        (RedactionState.MADE, RedactionEvent.APPROVE): RedactionState.APPROVED,
        (RedactionState.MADE, RedactionEvent.TAKE_BACK): RedactionState.MARKING,
        (RedactionState.MADE, RedactionEvent.SEND_BACK): RedactionState.MARKING,
        (RedactionState.MADE, RedactionEvent.DROP): RedactionState.DROPPED,
        (RedactionState.REFUSED, RedactionEvent.DROP): RedactionState.DROPPED,
    }
)
