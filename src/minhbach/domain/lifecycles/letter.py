"""From a draft to a signed document in the book of letters (Decree 30/2020, Articles 9 to 15)."""

from enum import StrEnum

from minhbach.domain.lifecycles.table import Lifecycle


class LetterState(StrEnum):
    """Where a letter stands."""

    DRAFT = "draft"
    NUMBERED = "numbered"
    SIGNED = "signed"
    DROPPED = "dropped"


class LetterEvent(StrEnum):
    """What may happen to a letter."""

    CHANGE = "change"
    NUMBER = "number"
    SIGN = "sign"
    DROP = "drop"


LETTER = Lifecycle(
    {
        (LetterState.DRAFT, LetterEvent.CHANGE): LetterState.DRAFT,
        (LetterState.DRAFT, LetterEvent.NUMBER): LetterState.NUMBERED,
        (LetterState.DRAFT, LetterEvent.DROP): LetterState.DROPPED,
        # Before the signature the words may still be mended; number, symbol and date stand as they were given.
        (LetterState.NUMBERED, LetterEvent.CHANGE): LetterState.NUMBERED,
        (LetterState.NUMBERED, LetterEvent.SIGN): LetterState.SIGNED,
        # The number stays used: the book shows it struck through.
        (LetterState.NUMBERED, LetterEvent.DROP): LetterState.DROPPED,
        # A better scan may follow; the earlier one is kept.
        (LetterState.SIGNED, LetterEvent.SIGN): LetterState.SIGNED,
    }
)
