"""A difficulty on its way to an answer: raised, answered, passed up, settled (khó khăn, vướng mắc)."""

from enum import StrEnum

from minhbach.domain.lifecycles.table import Lifecycle


class DifficultyState(StrEnum):
    """Where a difficulty stands."""

    RAISED = "raised"
    PASSED_UP = "passed_up"
    ANSWERED = "answered"
    WITHDRAWN = "withdrawn"


class DifficultyEvent(StrEnum):
    """What may happen to it."""

    ANSWER = "answer"
    PASS_UP = "pass_up"  # noqa: S105 (no password: a verb)
    WITHDRAW = "withdraw"
    COME_BACK = "come_back"
    ASK_AGAIN = "ask_again"


DIFFICULTY = Lifecycle(
    {
        (DifficultyState.RAISED, DifficultyEvent.ANSWER): DifficultyState.ANSWERED,
        (DifficultyState.RAISED, DifficultyEvent.PASS_UP): DifficultyState.PASSED_UP,
        # The level above has answered; the answer goes down to who asked first.
        (DifficultyState.PASSED_UP, DifficultyEvent.ANSWER): DifficultyState.ANSWERED,
        # Who passed it up has withdrawn the question above: it waits once more for who was asked first.
        (DifficultyState.PASSED_UP, DifficultyEvent.COME_BACK): DifficultyState.RAISED,
        (DifficultyState.ANSWERED, DifficultyEvent.ASK_AGAIN): DifficultyState.RAISED,
        (DifficultyState.RAISED, DifficultyEvent.WITHDRAW): DifficultyState.WITHDRAWN,
    }
)
