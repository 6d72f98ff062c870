"""Change the words of a letter before it is signed (sửa văn bản)."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from minhbach.domain.access import Actor
from minhbach.domain.lifecycles.letter import LETTER as LIFECYCLE
from minhbach.domain.lifecycles.letter import LetterEvent, LetterState
from minhbach.foundation.actions.record_event import record_event
from minhbach.foundation.contracts import Subject, body_chain
from minhbach.papers.as_json import to_json
from minhbach.papers.cleaning import clean
from minhbach.papers.contracts import LetterRefused, Paper
from minhbach.papers.queries import LETTER, letter_for_change, paper_of, searched_text
from minhbach.papers.rules import reason_not_to_keep


@transaction.atomic
def change_letter(*, letter_id: int, paper: Paper, version: int, actor: Actor, now: datetime) -> None:
    """Keep the new words; kind, number, symbol and date of the letter stay as they are.

    :param version: of the letter that the new words were made from.
    :raises LetterNotVisible: if the letter is not there for the actor.
    :raises LetterRefused: if somebody else has changed it since, or it has no subject.
    :raises MoveNotAllowed: if it is signed or dropped.
    """
    row = letter_for_change(letter_id, actor=actor)
    row.state = LIFECYCLE.next(LetterState(row.state), LetterEvent.CHANGE)
    if row.version != version:
        raise LetterRefused(_("Người khác vừa sửa văn bản này. Chữ đã gõ còn ở đây: mở bản mới, so lại rồi lưu."))
    paper = clean(paper)
    if reason := reason_not_to_keep(paper):
        raise LetterRefused(reason, field="subject")
    row.subject, row.content, row.version = paper.subject, to_json(paper), version + 1
    row.search_text = searched_text(paper_of(row))
    row.save()
    record_event(
        chain=body_chain(row.body_id),
        kind="letter.changed",
        subject=Subject(LETTER, row.pk),
        actor=actor,
        now=now,
        facts={"version": row.version},
    )
