"""Enter a piece of information into the register (vào sổ)."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from minhbach.domain.access import Actor
from minhbach.domain.calendars.calendar import Calendar
from minhbach.register.changing import refuse_known, refuse_other_unit, settle_due
from minhbach.register.cleaning import clean_facts, clean_terms
from minhbach.register.contracts import ItemFacts, ItemNotVisible, ItemRefused, NewFile, Proposal, PublicationTerms
from minhbach.register.facts_kept import apply_facts, apply_terms
from minhbach.register.holding import hold_files
from minhbach.register.indexing import index_item
from minhbach.register.journal import note
from minhbach.register.models import Item, ItemVersion
from minhbach.register.numbers import new_public_ids, next_book_numbers
from minhbach.register.proposing import as_json, propose
from minhbach.register.rules import MAY_KEEP


@transaction.atomic
def register_item(
    *,
    facts: ItemFacts,
    body_id: int,
    calendar: Calendar,
    actor: Actor,
    now: datetime,
    terms: PublicationTerms | None = None,
    files: Sequence[NewFile] = (),
    proposal: Proposal | None = None,
) -> int:
    """Enter an item with its first version, and return its id. It is not classified: what seems right is proposed.

    Files wait, unread, until the job has seen that they carry no mark of secrecy.

    :param body_id: the body that holds the information; the actor keeps its register, or is the system.
    :param proposal: what another machine thinks of its classification; None: what its name suggests.
    :raises ItemNotVisible: if the actor holds no post in the body.
    :raises ItemRefused: if the actor may not keep the register, or the facts cannot be.
    :raises ItemKnown: if the document is in the register already.
    """
    _refuse_stranger(actor, body_id)
    today = timezone.localdate(now)
    facts = clean_facts(facts, today=today)
    refuse_other_unit(facts.creating_unit_id, body_id)
    refuse_known(facts, body_id=body_id)
    number = next_book_numbers(body_id=body_id, year=today.year)[0]
    row = Item(
        public_id=new_public_ids(1)[0],
        body_id=body_id,
        book_year=today.year,
        book_number=number,
        entered_by_id=actor.person,
        entered_at=now,
    )
    apply_facts(row, facts)
    apply_terms(row, clean_terms(terms or PublicationTerms()))
    row.proposal = as_json(proposal or propose(facts, on=today))
    settle_due(row, calendar=calendar)
    row.save()
    version = ItemVersion.objects.create(item=row, number=1, made_by_id=actor.person, made_at=now)
    note(row, "registered", actor=actor, now=now, facts={"book": f"{row.book_year}-{number}", "files": len(files)})
    index_item(row)
    hold_files(version, files, actor=actor)
    return row.pk


def _refuse_stranger(actor: Actor, body_id: int) -> None:
    if actor.system is not None:
        return
    if body_id not in actor.bodies():
        raise ItemNotVisible
    if not actor.holds(*MAY_KEEP, body=body_id):
        raise ItemRefused(_("Vai trò của người này không ghi kho thông tin được."))
