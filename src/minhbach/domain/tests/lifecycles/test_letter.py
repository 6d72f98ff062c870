"""The moves of a letter, read as a person would read them."""

import pytest

from minhbach.domain.lifecycles.letter import LETTER, LetterEvent, LetterState
from minhbach.domain.lifecycles.table import MoveNotAllowed


def test_nothing_is_signed_that_has_no_number() -> None:
    before = {state for (state, _), after in LETTER.moves.items() if after == LetterState.SIGNED}
    assert before == {LetterState.NUMBERED, LetterState.SIGNED}


def test_what_is_signed_is_neither_changed_nor_dropped() -> None:
    assert LETTER.events(LetterState.SIGNED) == (LetterEvent.SIGN,)


def test_a_dropped_letter_has_no_way_back() -> None:
    assert LETTER.events(LetterState.DROPPED) == ()


def test_a_number_is_given_once() -> None:
    with pytest.raises(MoveNotAllowed):
        LETTER.next(LetterState.NUMBERED, LetterEvent.NUMBER)
