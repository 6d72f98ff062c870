"""Begin a letter (soạn văn bản)."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from minhbach.domain.access import Actor
from minhbach.domain.lifecycles.letter import LetterState
from minhbach.foundation.actions.record_event import record_event
from minhbach.foundation.contracts import Subject, body_chain
from minhbach.papers.as_json import to_json
from minhbach.papers.cleaning import clean
from minhbach.papers.contracts import LetterNotVisible, LetterRefused, Paper
from minhbach.papers.models import Letter
from minhbach.papers.queries import LETTER, letterhead, searched_text
from minhbach.papers.rules import MAY_DRAFT, reason_not_to_keep, symbol_for


@transaction.atomic
def draft_letter(
    *, paper: Paper, body_id: int, actor: Actor, now: datetime, about: Subject | None = None, unit: str = "VP"
) -> int:
    """Keep the paper as a draft of the body and return the letter's id.

    Number and date of the paper are left out: they come with `give_number`. Where it has no symbol, one is proposed.

    :param body_id: the body that issues; the actor holds a post there, or is the system.
    :param about: what the letter is about, its id a whole number; the room that drafts it finds it by this, and may
        narrow who sees it (`registries.let_see_letters`).
    :param unit: abbreviation of the unit that drafts, with which a letter's symbol ends: UBND-VP.
    :raises LetterNotVisible: if the actor holds no post in the body.
    :raises LetterRefused: if the actor's posts do not include one that drafts, or the paper has no subject.
    """
    if actor.system is None and body_id not in actor.bodies():
        raise LetterNotVisible
    if actor.system is None and not actor.holds(*MAY_DRAFT, body=body_id):
        raise LetterRefused(_("Vai trò của người này không soạn công văn được."))
    paper = clean(paper)
    if reason := reason_not_to_keep(paper):
        raise LetterRefused(reason, field="subject")
    row = Letter.objects.create(
        body_id=body_id,
        state=LetterState.DRAFT,
        kind=paper.kind,
        symbol=paper.symbol or symbol_for(kind=paper.kind, abbreviation=letterhead(body_id).abbreviation, unit=unit),
        subject=paper.subject,
        content=to_json(paper),
        search_text=searched_text(paper),
        about_kind=about.kind if about else "",
        about_id=int(about.id) if about else None,
        drafted_by_id=actor.person,
        drafted_at=now,
    )
    record_event(
        chain=body_chain(body_id),
        kind="letter.drafted",
        subject=Subject(LETTER, row.pk),
        actor=actor,
        now=now,
        facts={"about": str(about)} if about else None,
    )
    return row.pk
