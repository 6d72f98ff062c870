"""Say how, by when and for how long an item is to be public (hình thức, thời điểm, thời hạn công khai)."""

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from minhbach.domain.access import Actor
from minhbach.domain.calendars.calendar import Calendar
from minhbach.register.changing import keeper_item, settle_due
from minhbach.register.cleaning import clean_terms
from minhbach.register.contracts import ItemRefused, PublicationTerms
from minhbach.register.facts_kept import apply_terms, terms_of
from minhbach.register.journal import note
from minhbach.register.law import statute_of_publication
from minhbach.register.models import Item


@transaction.atomic
def set_publication_terms(
    *, item_id: int, terms: PublicationTerms, seen_version: int, calendar: Calendar, actor: Actor, now: datetime
) -> None:
    """Write the terms; the day by which the item must be public follows from them.

    :raises ItemNotVisible: if the item is not there for the actor.
    :raises ItemRefused: if the actor may not, a special day has no ground, or the statute has no such form.
    """
    row = keeper_item(item_id, actor=actor, seen_version=seen_version)
    terms = clean_terms(terms)
    before = terms_of(row)
    if terms == before:
        return
    _refuse_unknown_forms(row, terms, on=timezone.localdate(now))
    apply_terms(row, terms)
    settle_due(row, calendar=calendar)
    row.version += 1
    row.save()
    due = row.publish_due_on.isoformat() if row.publish_due_on else None
    note(
        row,
        "terms_set",
        actor=actor,
        now=now,
        ground=terms.special_ground,
        facts={"forms": ",".join(terms.forms), "due": due, "was_due_before": terms.was_due_before},
    )


def _refuse_unknown_forms(row: Item, terms: PublicationTerms, *, on: date) -> None:
    statute = statute_of_publication(row.created_on, on=on)
    known = {form.key for form in statute.publication_forms}
    if not known.issuperset(terms.forms):
        raise ItemRefused(_("Luật không có hình thức công khai này."), field="forms")
