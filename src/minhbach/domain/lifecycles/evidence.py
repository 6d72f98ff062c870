"""A file that shows a result, from being handed in to being kept or not."""

from enum import StrEnum

from minhbach.domain.lifecycles.table import Lifecycle


class EvidenceState(StrEnum):
    """Where a file stands."""

    WAITING = "waiting"
    KEPT = "kept"
    REFUSED = "refused"
    UNREADABLE = "unreadable"


class EvidenceEvent(StrEnum):
    """What may happen to it."""

    FIND_FIT = "find_fit"
    REFUSE = "refuse"
    FAIL = "fail"


EVIDENCE = Lifecycle(
    {
        (EvidenceState.WAITING, EvidenceEvent.FIND_FIT): EvidenceState.KEPT,
        # A secrecy mark: the file is not kept (Law on Protection of State Secrets; design guarantee 2).
        (EvidenceState.WAITING, EvidenceEvent.REFUSE): EvidenceState.REFUSED,
        # What no machine can read might be secret, so it is not kept either; the officer hands in another format.
        (EvidenceState.WAITING, EvidenceEvent.FAIL): EvidenceState.UNREADABLE,
    }
)
