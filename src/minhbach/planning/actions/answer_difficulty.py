"""Answer a difficulty, or correct the answer (trả lời, sửa trả lời)."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from minhbach.domain.access import Actor
from minhbach.domain.lifecycles.difficulty import DifficultyEvent, DifficultyState
from minhbach.planning.contracts import DifficultyNotVisible, WorkRefused
from minhbach.planning.difficulties.moves import finish, hand_down, move, said
from minhbach.planning.models import Difficulty
from minhbach.planning.queries.difficulties import difficulty_for_change, may_answer


@transaction.atomic
def answer_difficulty(*, difficulty_id: int, answer: str, actor: Actor, now: datetime) -> None:
    """Answer a difficulty; whoever passed it up, and whoever raised it first, has the answer with that.

    :raises DifficultyNotVisible: if it is not there for the actor, or they do not answer for the body that is asked.
    :raises WorkRefused: if it does not wait for an answer here, or nothing is written.
    """
    row = _asked(difficulty_id, actor)
    if row.state == DifficultyState.PASSED_UP:
        raise WorkRefused(_("Vướng mắc đã chuyển lên cấp trên: câu trả lời ở trên sẽ tự về đây."))
    words = said(answer)
    move(row, DifficultyEvent.ANSWER)
    row.answer, row.answered_by_id, row.answered_at = words, actor.person, now
    finish(row, "answered", actor=actor, now=now)
    hand_down(row, "answered", actor=actor, now=now)


@transaction.atomic
def correct_answer(*, difficulty_id: int, answer: str, actor: Actor, now: datetime) -> None:
    """Mend the words of an answer that was given here, also where it went down.

    :raises DifficultyNotVisible: if it is not there for the actor, or they do not answer for the body that is asked.
    :raises WorkRefused: if it has no answer, the answer came from above, or nothing is written.
    """
    row = _asked(difficulty_id, actor)
    if row.state != DifficultyState.ANSWERED:
        raise WorkRefused(_("Vướng mắc này chưa có trả lời để sửa."))
    if came_from_above(row):
        raise WorkRefused(_("Câu trả lời này từ cấp trên: cơ quan đã trả lời mới sửa được."))
    row.answer = said(answer)
    finish(row, "answer_corrected", actor=actor, now=now)
    hand_down(row, "answer_corrected", actor=actor, now=now)


def came_from_above(row: Difficulty) -> bool:
    """True if the answer was given to the question that this one was passed up as."""
    return row.passed_as.filter(state=DifficultyState.ANSWERED, answered_at=row.answered_at).exists()


def _asked(difficulty_id: int, actor: Actor) -> Difficulty:
    row = difficulty_for_change(difficulty_id, actor=actor)
    if not may_answer(actor, row):
        raise DifficultyNotVisible
    return row
