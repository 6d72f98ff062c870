"""Say which class of access an item has, and why (phân loại)."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from minhbach.domain.access import Actor
from minhbach.domain.calendars.calendar import Calendar
from minhbach.domain.text import squeeze
from minhbach.register.changing import item_for_roles, refuse_old_page, refuse_struck, refuse_waiting, settle_due
from minhbach.register.contracts import Access, Classification, ItemRefused
from minhbach.register.indexing import index_item
from minhbach.register.journal import note
from minhbach.register.law import checked, statute_of_register
from minhbach.register.models import Item
from minhbach.register.rules import MAY_CLASSIFY

LONGEST_REASON = 500


@transaction.atomic
def classify_item(
    *,
    item_id: int,
    classification: Classification,
    calendar: Calendar,
    actor: Actor,
    now: datetime,
    seen_version: int | None = None,
) -> None:
    """Give an item its class under the statute of the day. Only a person does; a machine proposes.

    :param seen_version: None where no page was open, as in a list that is taken in.
    :raises ItemNotVisible: if the item is not there for the actor.
    :raises ItemRefused: if the actor may not, the statute has no such ground or letter, or the item is public or waits
        at the gate and would not stay open.
    """
    row = item_for_roles(item_id, MAY_CLASSIFY, actor=actor)
    refuse_struck(row)
    refuse_old_page(row, seen_version)
    statute = statute_of_register(timezone.localdate(now))
    given = checked(classification, statute)
    refuse_waiting(row)
    if row.public_version_id is not None and given.access is not Access.OPEN:
        raise ItemRefused(_("Thông tin đang công khai. Rút khỏi công khai trước, rồi mới đổi loại."), field="access")
    before = {"access": row.access, "letter": row.letter, "grounds": row.grounds, "class_reason": row.class_reason}
    _write(row, given, statute.number, actor, now)
    settle_due(row, calendar=calendar)
    row.save()
    note(
        row,
        "classified",
        actor=actor,
        now=now,
        ground=statute.title,
        facts={"access": row.access, "letter": row.letter or None, "grounds": ",".join(row.grounds)},
        before=before if before["access"] else None,
    )
    index_item(row)


def _write(row: Item, given: Classification, statute: str, actor: Actor, now: datetime) -> None:
    row.access, row.letter, row.grounds = given.access.value, given.letter, list(given.grounds)
    row.class_reason = squeeze(given.reason)[:LONGEST_REASON]
    row.statute = statute
    row.classified_by_id, row.classified_at = actor.person, now
    row.proposal = None
    row.version += 1
