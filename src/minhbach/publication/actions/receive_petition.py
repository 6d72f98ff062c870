"""Take in a petition that something public is not right (kiến nghị về thông tin công khai không chính xác)."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from minhbach.domain.access import Actor
from minhbach.domain.calendars.calendar import Calendar
from minhbach.domain.lifecycles.petition import PetitionState
from minhbach.domain.text import nfc, squeeze
from minhbach.foundation.actions.record_event import record_event
from minhbach.foundation.contracts import Subject, body_chain
from minhbach.publication.contracts import PetitionWay, PublicationNotVisible, PublicationRefused
from minhbach.publication.dues import due_of_petition, law_of_petitions
from minhbach.publication.models import Petition, PetitionSeries
from minhbach.publication.queries.items import gate_item
from minhbach.publication.queries.petitions import PETITION
from minhbach.publication.rights import refuse_who_does_not_tend
from minhbach.register.queries import public_items
from minhbach.register.rows import ItemRow

LONGEST_TEXT, LONGEST_SENDER, LONGEST_CONTACT = 4000, 200, 300


@dataclass(frozen=True, slots=True)
class PetitionFacts:
    """What somebody says is not right, and who they are; name and address may be left out.

    :param received_on: when it came, at the counter or by post; None: now.
    """

    text: str
    sender: str = ""
    contact: str = ""
    received_on: date | None = None


def receive_online(*, public_id: str, facts: PetitionFacts, form_key: str, calendar: Calendar, now: datetime) -> int:
    """Take in what a citizen sent from the item's page, and return the petition's id.

    :param form_key: of the form; the same form sent again gives the same petition.
    :raises PublicationNotVisible: if nothing public has this address.
    :raises PublicationRefused: if it says nothing.
    """
    known = Petition.objects.filter(form_key=form_key).values_list("pk", flat=True).first()
    if known is not None:
        return known
    row = public_items().select_related("public_version").filter(public_id=public_id).first()
    if row is None:
        raise PublicationNotVisible
    try:
        return _receive(row, facts, PetitionWay.ONLINE, form_key, calendar, Actor(), now)
    except IntegrityError:  # The same form came twice at the same moment: the other one is the petition.
        return Petition.objects.values_list("pk", flat=True).get(form_key=form_key)


@transaction.atomic
def receive_at_the_counter(
    *, item_id: int, facts: PetitionFacts, way: PetitionWay, calendar: Calendar, actor: Actor, now: datetime
) -> int:
    """Write down what came by another way, and return the petition's id.

    :raises PublicationNotVisible: if the item is not there for the actor.
    :raises PublicationRefused: if the actor may not, it says nothing, or its day is not there yet.
    """
    row = gate_item(item_id, actor=actor)
    refuse_who_does_not_tend(row, actor=actor)
    if row.public_version is None:
        raise PublicationRefused(_("Thông tin này không đang công khai, nên không có gì để đính chính."))
    if facts.received_on and facts.received_on > timezone.localdate(now):
        raise PublicationRefused(_("Ngày này chưa tới. Xem lại ngày, tháng, năm."), field="received_on")
    return _receive(row, facts, way, "", calendar, actor, now)


@transaction.atomic
def _receive(
    row: ItemRow, facts: PetitionFacts, way: PetitionWay, form_key: str, calendar: Calendar, actor: Actor, now: datetime
) -> int:
    text = nfc(facts.text).replace("\r\n", "\n").replace("\x00", "").strip()[:LONGEST_TEXT]
    if not text:
        raise PublicationRefused(_("Ghi chỗ nào sai hoặc thiếu."), field="text")
    assert row.public_version is not None, "a petition is about what is public"
    received_on = facts.received_on or timezone.localdate(now)
    due = due_of_petition(received_on, calendar=calendar)
    petition = Petition.objects.create(
        number=next_number(timezone.localdate(now).year),
        item_id=row.pk,
        body_id=row.body_id,
        version_number=row.public_version.number,
        way=way.value,
        form_key=form_key,
        sender=squeeze(facts.sender)[:LONGEST_SENDER],
        contact=squeeze(facts.contact)[:LONGEST_CONTACT],
        text=text,
        received_at=now,
        received_on=received_on,
        entered_by_id=actor.person,
        statute=law_of_petitions(received_on).number,
        due_on=due.due_on,
        is_due_provisional=due.provisional,
        state=PetitionState.RECEIVED,
    )
    record_event(
        chain=body_chain(row.body_id),
        kind="petition.received",
        subject=Subject(PETITION, petition.pk),
        actor=actor,
        now=now,
        ground=due.article,
        facts={"number": petition.number, "item": row.pk, "way": way.value, "due": due.due_on.isoformat()},
    )
    return petition.pk


def next_number(year: int) -> str:
    """Return the next number of a year ("KN-2026-00012"), unique in the installation; its row is held until the end."""
    PetitionSeries.objects.get_or_create(year=year)
    series = PetitionSeries.objects.select_for_update().get(year=year)
    series.last += 1
    series.save(update_fields=["last"])
    return f"KN-{year}-{series.last:05}"
