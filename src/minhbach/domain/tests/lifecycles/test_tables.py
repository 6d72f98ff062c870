"""The tables of moves, read as a person would read them."""

import pytest

from minhbach.domain.lifecycles.commendation import COMMENDATION, CommendationEvent, CommendationState
from minhbach.domain.lifecycles.difficulty import DIFFICULTY, DifficultyEvent, DifficultyState
from minhbach.domain.lifecycles.plan_import import PLAN_IMPORT, ImportEvent, ImportState
from minhbach.domain.lifecycles.publication import PUBLICATION, PublicationEvent, PublicationState
from minhbach.domain.lifecycles.table import MoveNotAllowed


def test_a_refused_document_has_no_way_back() -> None:
    assert PLAN_IMPORT.events(ImportState.REFUSED) == ()


def test_only_a_person_confirms_and_only_out_of_review() -> None:
    leads_to_confirmed = {state for (state, _), after in PLAN_IMPORT.moves.items() if after == ImportState.CONFIRMED}
    assert leads_to_confirmed == {ImportState.IN_REVIEW}


def test_a_dropped_import_can_be_taken_back_into_review() -> None:
    assert PLAN_IMPORT.next(ImportState.DISCARDED, ImportEvent.TAKE_BACK) == ImportState.IN_REVIEW


def test_nothing_is_public_without_an_approval() -> None:
    ways = {move for move, after in PUBLICATION.moves.items() if after == PublicationState.PUBLIC}
    assert ways == {
        (PublicationState.SUBMITTED, PublicationEvent.APPROVE),
        (PublicationState.SCHEDULED, PublicationEvent.OPEN),
    }
    approved = {move for move, after in PUBLICATION.moves.items() if after == PublicationState.SCHEDULED}
    assert approved == {(PublicationState.SUBMITTED, PublicationEvent.SCHEDULE)}


def test_a_corrected_version_only_leaves_by_being_withdrawn() -> None:
    assert PUBLICATION.events(PublicationState.CORRECTED) == (PublicationEvent.WITHDRAW,)


def test_an_impossible_move_is_refused_by_name() -> None:
    with pytest.raises(MoveNotAllowed, match="approve is not possible in state public"):
        PUBLICATION.next(PublicationState.PUBLIC, PublicationEvent.APPROVE)


def test_a_difficulty_that_went_up_is_only_answered_or_comes_back() -> None:
    assert set(DIFFICULTY.events(DifficultyState.PASSED_UP)) == {DifficultyEvent.ANSWER, DifficultyEvent.COME_BACK}


def test_who_is_not_helped_by_an_answer_asks_again() -> None:
    assert DIFFICULTY.next(DifficultyState.ANSWERED, DifficultyEvent.ASK_AGAIN) == DifficultyState.RAISED


def test_a_commendation_once_agreed_stands() -> None:
    assert COMMENDATION.events(CommendationState.AGREED) == ()
    assert COMMENDATION.next(CommendationState.DECLINED, CommendationEvent.PROPOSE_AGAIN) == CommendationState.PROPOSED
