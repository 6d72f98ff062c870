"""Answer a difficulty, correct the answer, or pass the question up (trả lời, sửa trả lời, chuyển lên cấp trên)."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from minhbach.domain.access import Actor
from minhbach.domain.lifecycles.difficulty import DifficultyEvent, DifficultyState
from minhbach.domain.text import nfc
from minhbach.planning.contracts import DifficultyNotVisible, WorkRefused
from minhbach.planning.difficulty_moves import finish, hand_down, move, refuse_wrong_asked, said
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


@transaction.atomic
def pass_up_difficulty(
    *, difficulty_id: int, asked_id: int, text: str, proposal: str = "", actor: Actor, now: datetime
) -> int:
    """Ask a body above what a body below asked. Return the id of the new difficulty, which carries the other.

    :param text: the question in the words of who passes it up; the first words stay readable above as well.
    :raises DifficultyNotVisible: if it is not there for the actor, or they do not answer for the body that is asked.
    :raises WorkRefused: if it does not wait for an answer, nothing is written, or the body is none that may be asked.
    """
    row = _asked(difficulty_id, actor)
    words = said(text)
    refuse_wrong_asked(row.asked_id, asked_id, row.plan, now)
    if asked_id == row.body_id:
        raise WorkRefused(_("Cơ quan này là nơi nêu vướng mắc; chọn cơ quan khác."))
    move(row, DifficultyEvent.PASS_UP)
    assert actor.person is not None
    upper = Difficulty.objects.create(
        body_id=row.asked_id,
        asked_id=asked_id,
        plan_id=row.plan_id,
        task_id=row.task_id,
        passed_from=row,
        state=DifficultyState.RAISED,
        text=words,
        proposal=nfc(proposal).strip(),
        raised_by_id=actor.person,
        raised_at=now,
    )
    finish(row, "passed_up", actor=actor, now=now, facts={"as": upper.pk, "asked": asked_id})
    facts = {"asked": asked_id, "plan": row.plan_id, "task": row.task_id, "for": row.pk}
    finish(upper, "raised", actor=actor, now=now, facts=facts)
    return upper.pk


def came_from_above(row: Difficulty) -> bool:
    """True if the answer was given to the question that this one was passed up as."""
    return row.passed_as.filter(state=DifficultyState.ANSWERED, answered_at=row.answered_at).exists()


def _asked(difficulty_id: int, actor: Actor) -> Difficulty:
    row = difficulty_for_change(difficulty_id, actor=actor)
    if not may_answer(actor, row):
        raise DifficultyNotVisible
    return row
