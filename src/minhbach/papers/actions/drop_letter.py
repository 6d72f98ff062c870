"""Drop a letter that will not go out (bỏ văn bản)."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from minhbach.domain.access import Actor
from minhbach.domain.lifecycles.letter import LETTER as LIFECYCLE
from minhbach.domain.lifecycles.letter import LetterEvent, LetterState
from minhbach.foundation.actions.record_event import record_event
from minhbach.foundation.contracts import Subject, body_chain
from minhbach.papers.cleaning import clean_text
from minhbach.papers.contracts import LetterRefused
from minhbach.papers.queries import LETTER, letter_for_change
from minhbach.papers.rules import MAY_NUMBER


@transaction.atomic
def drop_letter(*, letter_id: int, reason: str, actor: Actor, now: datetime) -> None:
    """Drop the letter; a number that it has stays used, and the book shows it struck through with the reason.

    :param reason: needed where the letter has a number.
    :raises LetterNotVisible: if the letter is not there for the actor.
    :raises LetterRefused: if it has a number and the actor may not number, or gives no reason.
    :raises MoveNotAllowed: if it is signed, or dropped already.
    """
    row = letter_for_change(letter_id, actor=actor)
    reason = clean_text(reason).strip()[:300]
    if row.number is not None and not actor.holds(*MAY_NUMBER, body=row.body_id):
        raise LetterRefused(_("Văn bản đã có số: chỉ lãnh đạo hoặc đầu mối (văn thư) mới bỏ được."))
    row.state = LIFECYCLE.next(LetterState(row.state), LetterEvent.DROP)
    if row.number is not None and not reason:
        raise LetterRefused(_("Ghi lý do: số này vẫn nằm trong sổ, gạch ngang kèm lý do."), field="reason")
    row.dropped_reason = reason
    row.version += 1
    row.save()
    record_event(
        chain=body_chain(row.body_id),
        kind="letter.dropped",
        subject=Subject(LETTER, row.pk),
        actor=actor,
        now=now,
        facts={"number": row.number, "year": row.year},
    )
