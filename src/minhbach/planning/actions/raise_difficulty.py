"""Raise a difficulty, mend its words, take it back, ask again (nêu, sửa, rút, hỏi lại vướng mắc)."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from minhbach.domain.access import Actor
from minhbach.domain.lifecycles.difficulty import DifficultyEvent, DifficultyState
from minhbach.domain.text import nfc
from minhbach.planning.contracts import DifficultyNotVisible, PlanNotVisible, WorkRefused
from minhbach.planning.difficulties.moves import finish, move, refuse_wrong_asked, said
from minhbach.planning.models import Difficulty, EarlierAnswer, Plan, Task
from minhbach.planning.queries.difficulties import difficulty_for_change, may_raise_for
from minhbach.planning.queries.taking_part import bodies_spoken_for, plan_taken_part_in, task_taken_part_in


@transaction.atomic
def raise_difficulty(
    *,
    body_id: int,
    asked_id: int,
    plan_id: int | None = None,
    task_id: int | None = None,
    text: str,
    proposal: str = "",
    actor: Actor,
    now: datetime,
) -> int:
    """Say what keeps a body from its work, and ask another body about it. Return the difficulty's id.

    :param plan_id: the plan that it is about; with `task_id` it must be the task's. Neither: it is a general one.
    :param asked_id: who keeps or issued the plan, or a body above: one of `bodies_to_ask`.
    :param proposal: what the body proposes, if it does.
    :raises DifficultyNotVisible: if the actor does not work for the body.
    :raises PlanNotVisible: if plan or task are not there for the actor, or no own body has a part in them.
    :raises WorkRefused: if nothing is written, or the asked body is none that the body may ask.
    """
    if body_id not in bodies_spoken_for(actor):
        raise DifficultyNotVisible
    plan, task = _about(plan_id, task_id, actor)
    refuse_wrong_asked(body_id, asked_id, plan, now)
    assert actor.person is not None
    row = Difficulty.objects.create(
        body_id=body_id,
        asked_id=asked_id,
        plan=plan,
        task=task,
        state=DifficultyState.RAISED,
        text=said(text),
        proposal=nfc(proposal).strip(),
        raised_by_id=actor.person,
        raised_at=now,
    )
    facts = {"asked": asked_id, "plan": row.plan_id, "task": row.task_id}
    finish(row, "raised", actor=actor, now=now, facts=facts)
    return row.pk


@transaction.atomic
def change_difficulty(*, difficulty_id: int, text: str, proposal: str = "", actor: Actor, now: datetime) -> None:
    """Mend the words of a difficulty that nobody has dealt with yet.

    :raises DifficultyNotVisible: if it is not there for the actor, or they do not work for the body that raised it.
    :raises WorkRefused: if it was answered, passed up or withdrawn, or nothing is written.
    """
    row = _own(difficulty_id, actor)
    if row.state != DifficultyState.RAISED:
        raise WorkRefused(_("Vướng mắc đã được xử lý, không sửa lời được nữa."))
    row.text, row.proposal = said(text), nfc(proposal).strip()
    finish(row, "changed", actor=actor, now=now)


@transaction.atomic
def withdraw_difficulty(*, difficulty_id: int, actor: Actor, now: datetime) -> None:
    """Take a difficulty back; those that it carried up from below wait there once more.

    :raises DifficultyNotVisible: if it is not there for the actor, or they do not work for the body that raised it.
    :raises WorkRefused: if it was answered, passed up or withdrawn already.
    """
    row = _own(difficulty_id, actor)
    move(row, DifficultyEvent.WITHDRAW)
    finish(row, "withdrawn", actor=actor, now=now)
    for below in row.carries.select_for_update().filter(state=DifficultyState.PASSED_UP).order_by("pk"):
        # One that was passed up anew since waits for the later question.
        if not below.passed_as.filter(pk__gt=row.pk).exists():
            move(below, DifficultyEvent.COME_BACK)
            finish(below, "came_back", actor=actor, now=now, facts={"from": row.pk})


@transaction.atomic
def ask_again(*, difficulty_id: int, text: str, actor: Actor, now: datetime) -> None:
    """Say what the answer did not settle; question and answer so far stay readable.

    :raises DifficultyNotVisible: if it is not there for the actor, or they do not work for the body that raised it.
    :raises WorkRefused: if it has no answer, or nothing is written.
    """
    row = _own(difficulty_id, actor)
    words = said(text)
    move(row, DifficultyEvent.ASK_AGAIN)
    assert actor.person is not None and row.answered_by_id is not None and row.answered_at is not None
    EarlierAnswer.objects.create(
        difficulty=row,
        text=row.text,
        answer=row.answer,
        answered_by_id=row.answered_by_id,
        answered_at=row.answered_at,
        asked_again_by_id=actor.person,
        asked_again_at=now,
    )
    row.text, row.answer, row.answered_by_id, row.answered_at = words, "", None, None
    finish(row, "asked_again", actor=actor, now=now)


def _own(difficulty_id: int, actor: Actor) -> Difficulty:
    row = difficulty_for_change(difficulty_id, actor=actor)
    if not may_raise_for(actor, row):
        raise DifficultyNotVisible
    return row


def _about(plan_id: int | None, task_id: int | None, actor: Actor) -> tuple[Plan | None, Task | None]:
    if task_id is not None:
        task = task_taken_part_in(task_id, actor=actor)
        if plan_id not in (None, task.plan_id):
            raise PlanNotVisible
        return task.plan, task
    return (plan_taken_part_in(plan_id, actor=actor) if plan_id is not None else None), None
