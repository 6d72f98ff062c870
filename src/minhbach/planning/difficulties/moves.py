"""What every act on a difficulty shares: the move, its saving and its event, and how answers go down."""

from collections.abc import Mapping
from datetime import datetime

from django.utils.translation import gettext as _

from minhbach.agencies.queries import body_names
from minhbach.domain.access import Actor
from minhbach.domain.lifecycles.difficulty import DIFFICULTY, DifficultyEvent, DifficultyState
from minhbach.domain.lifecycles.table import MoveNotAllowed
from minhbach.domain.text import fold, nfc
from minhbach.foundation.actions.record_event import record_event
from minhbach.foundation.contracts import Fact, Subject, body_chain
from minhbach.foundation.dates import local_date
from minhbach.planning.contracts import WorkRefused
from minhbach.planning.difficulties.history import note_state
from minhbach.planning.models import Difficulty, EarlierAnswer, Plan
from minhbach.planning.queries.difficulties import bodies_to_ask

DIFFICULTY_KIND = "difficulty"


def move(row: Difficulty, event: DifficultyEvent) -> None:
    """Set the state that follows; the caller saves it with `finish`.

    :raises WorkRefused: if the table has no such move: somebody else was quicker, or the page was old.
    """
    try:
        row.state = DIFFICULTY.next(DifficultyState(row.state), event)
    except MoveNotAllowed:
        raise WorkRefused(_("Vướng mắc này đã sang bước khác. Mở lại trang để xem tình trạng hiện nay.")) from None


def finish(row: Difficulty, kind: str, *, actor: Actor, now: datetime, facts: Mapping[str, Fact] | None = None) -> None:
    """Save the difficulty and record the event in the chain of the body that raised it.

    :param kind: past participle: "answered".
    """
    row.search_text = fold(" ".join((row.text, row.proposal, *body_names({row.body_id, row.asked_id}).values())))
    row.save()
    note_state(row, on=local_date(now))
    record_event(
        chain=body_chain(row.body_id),
        kind=f"difficulty.{kind}",
        subject=Subject(DIFFICULTY_KIND, row.pk),
        actor=actor,
        now=now,
        facts=facts,
    )


def said(text: str) -> str:
    """Return what was written, without white space around it.

    :raises WorkRefused: if nothing is written.
    """
    text = nfc(text).strip()
    if not text:
        raise WorkRefused(_("Viết nội dung trước khi gửi."))
    return text


def refuse_wrong_asked(body_id: int, asked_id: int, plan: Plan | None, now: datetime) -> None:
    """Let only the bodies be asked that the page offers.

    :raises WorkRefused: for any other.
    """
    if asked_id not in bodies_to_ask(body_id, plan=plan, on=now.date()):
        raise WorkRefused(_("Chọn cơ quan được hỏi trong danh sách."))


def hand_down(above: Difficulty, kind: str, *, actor: Actor, now: datetime) -> None:
    """Give the answer to each difficulty below that this one carried up, and on to those below them.

    :param kind: "answered" where it is new, "answer_corrected" where its words change.
    """
    for row in above.carries.select_for_update().order_by("pk"):
        if kind == "answered":
            _hand_new(row, above, actor=actor, now=now)
        elif row.state == DifficultyState.ANSWERED and row.answered_at == above.answered_at:
            _hand(row, above, kind, actor=actor, now=now)
        # Otherwise it was asked again since: what it waits for now is another answer.


def _hand_new(row: Difficulty, above: Difficulty, *, actor: Actor, now: datetime) -> None:
    # One that was passed up anew waits for the later question, not for what an earlier one is told.
    if row.passed_as.filter(pk__gt=above.pk).exists():
        return
    if row.state == DifficultyState.PASSED_UP:
        move(row, DifficultyEvent.ANSWER)
    elif not _keep_first_answer(row, above):
        return
    _hand(row, above, "answered", actor=actor, now=now)


def _keep_first_answer(row: Difficulty, above: Difficulty) -> bool:
    """Put the answer aside that stands here, if the question above was asked again since; say whether it was."""
    if row.state != DifficultyState.ANSWERED or row.answered_at is None:
        return False
    asked_again = above.earlier_answers.filter(answered_at=row.answered_at).order_by("-pk").first()
    if asked_again is None:
        return False
    EarlierAnswer.objects.create(
        difficulty=row,
        text=row.text,
        answer=row.answer,
        answered_by_id=asked_again.answered_by_id,
        answered_at=asked_again.answered_at,
        asked_again_by_id=asked_again.asked_again_by_id,
        asked_again_at=asked_again.asked_again_at,
    )
    return True


def _hand(row: Difficulty, above: Difficulty, kind: str, *, actor: Actor, now: datetime) -> None:
    row.answer, row.answered_by_id, row.answered_at = above.answer, above.answered_by_id, above.answered_at
    finish(row, kind, actor=actor, now=now, facts={"from": above.pk})
    hand_down(row, kind, actor=actor, now=now)
