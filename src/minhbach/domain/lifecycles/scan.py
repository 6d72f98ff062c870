"""From a scan that came in to a checked record. Nothing enters the register before a person has looked."""

from enum import StrEnum

from minhbach.domain.lifecycles.table import Lifecycle


class BatchState(StrEnum):
    """Whether the machine goes on reading a batch; it is done when nothing of it waits."""

    RUNNING = "running"
    PAUSED = "paused"
    CANCELLED = "cancelled"


class BatchEvent(StrEnum):
    """What may happen to a batch."""

    PAUSE = "pause"
    RESUME = "resume"
    CANCEL = "cancel"


BATCH = Lifecycle(
    {
        (BatchState.RUNNING, BatchEvent.PAUSE): BatchState.PAUSED,
        (BatchState.RUNNING, BatchEvent.CANCEL): BatchState.CANCELLED,
        (BatchState.PAUSED, BatchEvent.RESUME): BatchState.RUNNING,
        (BatchState.PAUSED, BatchEvent.CANCEL): BatchState.CANCELLED,
    }
)


class ScanState(StrEnum):
    """Where one file of a batch stands."""

    WAITING = "waiting"
    TO_CHECK = "to_check"
    PUT_OFF = "put_off"
    CONFIRMED = "confirmed"
    DUPLICATE = "duplicate"
    UNREADABLE = "unreadable"
    REFUSED = "refused"
    DROPPED = "dropped"


class ScanEvent(StrEnum):
    """What may happen to a scan."""

    READ = "read"
    FAIL = "fail"
    REFUSE = "refuse"
    CONFIRM = "confirm"
    PUT_OFF = "put_off"
    KNOW = "know"
    REPLACE = "replace"
    UNDO = "undo"
    DROP = "drop"


_OPEN = (ScanState.TO_CHECK, ScanState.PUT_OFF)
SCAN = Lifecycle(
    {
        (ScanState.WAITING, ScanEvent.READ): ScanState.TO_CHECK,
        (ScanState.WAITING, ScanEvent.FAIL): ScanState.UNREADABLE,
        # A secrecy mark: the file is not kept (Law on Protection of State Secrets; design guarantee 2).
        (ScanState.WAITING, ScanEvent.REFUSE): ScanState.REFUSED,
        (ScanState.WAITING, ScanEvent.DROP): ScanState.DROPPED,
        **{(state, ScanEvent.CONFIRM): ScanState.CONFIRMED for state in _OPEN},
        # The machine may miss a mark that a person sees.
        **{(state, ScanEvent.REFUSE): ScanState.REFUSED for state in _OPEN},
        **{(state, ScanEvent.KNOW): ScanState.DUPLICATE for state in _OPEN},
        **{(state, ScanEvent.DROP): ScanState.DROPPED for state in _OPEN},
        **{(state, ScanEvent.REPLACE): ScanState.WAITING for state in (*_OPEN, ScanState.UNREADABLE)},
        (ScanState.TO_CHECK, ScanEvent.PUT_OFF): ScanState.PUT_OFF,
        (ScanState.CONFIRMED, ScanEvent.UNDO): ScanState.TO_CHECK,
    }
)
