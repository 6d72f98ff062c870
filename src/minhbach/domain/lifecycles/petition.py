"""From a petition that something public is wrong to its answer, and to the correction where it was right."""

from enum import StrEnum

from minhbach.domain.lifecycles.table import Lifecycle


class PetitionState(StrEnum):
    """Where a petition stands."""

    RECEIVED = "received"
    FOUND_RIGHT = "found_right"
    """Answered: what is public is right."""
    FOUND_WRONG = "found_wrong"
    """Answered: it is wrong, and its correction is still to be published."""
    CORRECTED = "corrected"
    SET_ASIDE = "set_aside"
    """It says nothing of the item: empty of sense, or about something else. Kept, with the reason."""


class PetitionEvent(StrEnum):
    """What may happen to a petition."""

    SAY_RIGHT = "say_right"
    SAY_WRONG = "say_wrong"
    CORRECT = "correct"
    SET_ASIDE = "set_aside"


PETITION = Lifecycle(
    {
        (PetitionState.RECEIVED, PetitionEvent.SAY_RIGHT): PetitionState.FOUND_RIGHT,
        (PetitionState.RECEIVED, PetitionEvent.SAY_WRONG): PetitionState.FOUND_WRONG,
        (PetitionState.RECEIVED, PetitionEvent.SET_ASIDE): PetitionState.SET_ASIDE,
        # The correction may be out before the answer is written.
        (PetitionState.FOUND_WRONG, PetitionEvent.CORRECT): PetitionState.CORRECTED,
    }
)
