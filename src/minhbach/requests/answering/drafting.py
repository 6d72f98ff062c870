"""Drafts the letters about a case from the statute's texts; papers number them and keep the signed scan."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext as _

from minhbach.domain.access import Actor
from minhbach.domain.calendars.calendar import Calendar
from minhbach.domain.letters import LetterKey, LetterLacks, LetterText, written_out
from minhbach.domain.letters.places import PLACES
from minhbach.foundation.contracts import Subject
from minhbach.lawbook.letters import letter_text
from minhbach.papers.actions.draft_letter import draft_letter
from minhbach.papers.as_text import from_text
from minhbach.papers.contracts import Block, Heading, Item, Letterhead, Paper, Paragraph, Signature, Table
from minhbach.papers.queries import letterhead
from minhbach.papers.rules import MAY_DRAFT
from minhbach.requests.answering.letter_values import letter_values
from minhbach.requests.contracts import CaseRefused
from minhbach.requests.dues import law_of
from minhbach.requests.models import Case
from minhbach.requests.queries.cases import CASE


@dataclass(frozen=True, slots=True)
class DraftedLetter:
    """A letter of papers, and its words as the requester reads them on the page."""

    id: int
    words: str


def draft(
    case: Case,
    key: LetterKey,
    more: Mapping[str, str],
    *,
    calendar: Calendar,
    actor: Actor,
    now: datetime,
    tables: Sequence[Table] = (),
) -> DraftedLetter:
    """Draft a letter about a case that is locked.

    :param more: what the act brings beside what the case says.
    :raises CaseRefused: if the statute has no such letter, or something that it cannot lack is empty.
    """
    paper = paper_about(case, key, more, calendar=calendar, actor=actor, now=now, tables=tables)
    letter = draft_letter(
        paper=paper,
        body_id=issuing_body(case, actor),
        actor=actor,
        now=now,
        about=Subject(CASE, case.pk),
    )
    return DraftedLetter(letter, as_message(paper))


def paper_about(
    case: Case,
    key: LetterKey,
    more: Mapping[str, str],
    *,
    calendar: Calendar,
    actor: Actor,
    now: datetime,
    tables: Sequence[Table] = (),
) -> Paper:
    """Return the letter as it would be drafted, for a look beforehand.

    :raises CaseRefused: as `draft`.
    """
    text = letter_text(key, law_of(case), sent_on=case.sent_on)
    if text is None:
        raise CaseRefused(_("Luật áp dụng không có văn bản này."))
    values = letter_values(case, calendar=calendar, today=timezone.localdate(now)) | dict(more)
    try:
        filled = written_out(text, values)
    except LetterLacks as lacking:
        words = ", ".join(PLACES[place] for place in lacking.places)
        sentence = _("Chưa soạn được văn bản, còn thiếu: %(what)s.") % {"what": words}
        raise CaseRefused(sentence, field=lacking.places[0]) from lacking
    return _paper(filled, letterhead(issuing_body(case, actor)), now.year, tables)


def issuing_body(case: Case, actor: Actor) -> int:
    """Return the body that writes: the case's own, or for a body that is no more the actor's, which followed it."""
    own = actor.bodies_where(*MAY_DRAFT)
    return case.body_id if case.body_id in own or not own else min(own)


def as_message(paper: Paper) -> str:
    """Return the words of a letter as plain lines."""
    return "\n".join(filter(None, (_line(block) for block in paper.blocks)))


def _paper(text: LetterText, head: Letterhead, year: int, tables: Sequence[Table]) -> Paper:
    return Paper(
        kind=text.kind,
        body_above=head.body_above,
        issuing_body=head.issuing_body,
        symbol="",
        place=head.place,
        year=year,
        subject=text.subject,
        addressees=text.addressees,
        blocks=from_text(text.text, tables=tables),
        signature=Signature(head.authority, head.position),
        recipients=text.recipients,
    )


def _line(block: Block) -> str:
    match block:
        case Heading(text, _):
            return f"{text}:" if not text.endswith(":") else text
        case Paragraph(text, _):
            return text
        case Item(label, text):
            return f"{label} {text}"
        case Table():
            return "\n".join(f"- {': '.join(filter(None, row))}" for row in block.rows)
