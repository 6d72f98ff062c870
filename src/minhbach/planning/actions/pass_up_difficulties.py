"""Ask a body above what bodies below asked, several of them in one question (chuyển vướng mắc lên cấp trên)."""

from collections.abc import Collection, Sequence
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from minhbach.domain.access import Actor
from minhbach.domain.lifecycles.difficulty import DifficultyEvent, DifficultyState
from minhbach.domain.text import nfc
from minhbach.planning.contracts import DifficultyNotVisible, WorkRefused
from minhbach.planning.difficulties.moves import finish, move, refuse_wrong_asked, said
from minhbach.planning.models import Difficulty, Plan
from minhbach.planning.queries.difficulties import difficulty_for_change, may_answer

AT_ONCE = 100
"""What one question carries at most: each difficulty gets its answer by an act of its own, with its event."""


@transaction.atomic
def pass_up_difficulties(
    *, difficulty_ids: Collection[int], asked_id: int, text: str, proposal: str = "", actor: Actor, now: datetime
) -> int:
    """Ask a body above what bodies below asked, in one question. Return the id of the new difficulty.

    It carries the others: whoever reads it above reads the first words as well, and its answer goes to each of them.
    It is about the plan and task that all of them share, if they share one.

    :param difficulty_ids: difficulties that ask the same body and wait for its answer.
    :param text: the question in the words of who passes them up.
    :raises DifficultyNotVisible: if one is not there for the actor, or they do not answer for the body that is asked.
    :raises WorkRefused: if none was chosen, one no longer waits, they ask different bodies, nothing is written, or the
        body is none that may be asked.
    """
    rows = _waiting(difficulty_ids, actor)
    words, plan = said(text), _plan(rows)
    refuse_wrong_asked(rows[0].asked_id, asked_id, plan, now)
    if asked_id in {row.body_id for row in rows}:
        raise WorkRefused(_("Cơ quan này là nơi nêu vướng mắc; chọn cơ quan khác."))
    for row in rows:
        move(row, DifficultyEvent.PASS_UP)
    tasks = {row.task_id for row in rows}
    assert actor.person is not None
    upper = Difficulty.objects.create(
        body_id=rows[0].asked_id,
        asked_id=asked_id,
        plan=plan,
        task_id=tasks.pop() if len(tasks) == 1 else None,
        state=DifficultyState.RAISED,
        text=words,
        proposal=nfc(proposal).strip(),
        raised_by_id=actor.person,
        raised_at=now,
    )
    upper.carries.set(rows)
    for row in rows:
        finish(row, "passed_up", actor=actor, now=now, facts={"as": upper.pk, "asked": asked_id})
    facts = {"asked": asked_id, "plan": upper.plan_id, "task": upper.task_id, "carries": len(rows)}
    finish(upper, "raised", actor=actor, now=now, facts=facts)
    return upper.pk


def _waiting(difficulty_ids: Collection[int], actor: Actor) -> Sequence[Difficulty]:
    if not difficulty_ids:
        raise WorkRefused(_("Chọn ít nhất một vướng mắc."))
    if len(set(difficulty_ids)) > AT_ONCE:
        raise WorkRefused(_("Mỗi lần chuyển lên tối đa 100 vướng mắc."))
    # In one order, so that two who choose the same at once wait for each other instead of locking each other out.
    rows = [difficulty_for_change(one, actor=actor) for one in sorted(set(difficulty_ids))]
    if not all(may_answer(actor, row) for row in rows):
        raise DifficultyNotVisible
    if len({row.asked_id for row in rows}) > 1:
        raise WorkRefused(_("Chỉ gộp được các vướng mắc cùng hỏi một cơ quan."))
    return rows


def _plan(rows: Sequence[Difficulty]) -> Plan | None:
    plans = {row.plan_id for row in rows}
    return rows[0].plan if len(plans) == 1 else None
