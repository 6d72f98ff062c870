"""From an uploaded document to a confirmed plan. Nothing becomes a task before a person confirms it."""

from enum import StrEnum

from minhbach.domain.lifecycles.table import Lifecycle


class ImportState(StrEnum):
    """Where the import of a document stands."""

    WAITING = "waiting"
    IN_REVIEW = "in_review"
    CONFIRMED = "confirmed"
    UNREADABLE = "unreadable"
    REFUSED = "refused"
    DISCARDED = "discarded"


class ImportEvent(StrEnum):
    """What may happen to an import."""

    READ = "read"
    FAIL = "fail"
    REFUSE = "refuse"
    CONFIRM = "confirm"
    REOPEN = "reopen"
    DISCARD = "discard"
    TAKE_BACK = "take_back"


PLAN_IMPORT = Lifecycle(
    {
        (ImportState.WAITING, ImportEvent.READ): ImportState.IN_REVIEW,
        (ImportState.WAITING, ImportEvent.FAIL): ImportState.UNREADABLE,
        # A secrecy mark: the file is not kept (Law on Protection of State Secrets; design guarantee 2).
        (ImportState.WAITING, ImportEvent.REFUSE): ImportState.REFUSED,
        (ImportState.WAITING, ImportEvent.DISCARD): ImportState.DISCARDED,
        (ImportState.IN_REVIEW, ImportEvent.CONFIRM): ImportState.CONFIRMED,
        # A leader sent it back, or somebody saw a mistake: it is checked and confirmed again.
        (ImportState.CONFIRMED, ImportEvent.REOPEN): ImportState.IN_REVIEW,
        (ImportState.IN_REVIEW, ImportEvent.DISCARD): ImportState.DISCARDED,
        (ImportState.UNREADABLE, ImportEvent.DISCARD): ImportState.DISCARDED,
        (ImportState.DISCARDED, ImportEvent.TAKE_BACK): ImportState.IN_REVIEW,
    }
)
