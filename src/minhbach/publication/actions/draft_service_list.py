"""Write a committee's list of public service units down, before anybody approves it (lập danh mục)."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from minhbach.agencies.contracts import ServiceUnitRecord
from minhbach.agencies.queries.bodies import body
from minhbach.agencies.queries.service_units import service_units_of
from minhbach.domain.access import Actor
from minhbach.domain.bodies.values import Kind
from minhbach.domain.text import squeeze
from minhbach.foundation.actions.record_event import record_event
from minhbach.foundation.contracts import Subject, body_chain
from minhbach.foundation.dates import local_date
from minhbach.publication.announcements.announced import AnnouncementKind, Heading, ListedService
from minhbach.publication.contracts import PublicationNotVisible, PublicationRefused
from minhbach.publication.models import Announcement, ListedUnit
from minhbach.publication.queries import publication_of
from minhbach.publication.queries.announcements import announcement_for_change, announcements_in_force
from minhbach.publication.rules import EDITABLE, MAY_DRAFT

KIND = AnnouncementKind.SERVICE_UNITS


@transaction.atomic
def begin_service_list(*, body_id: int, actor: Actor, now: datetime) -> int:
    """Begin a list with what the list in force says, or with the units known to be essential; return its id.

    Where a draft is there already, that one is returned: nobody begins a second one beside it.

    :raises PublicationNotVisible: if the actor does not work in the body, or it is no committee.
    :raises PublicationRefused: if the actor's posts do not include one that drafts.
    """
    if body_id not in actor.bodies() or body(body_id).kind != Kind.COMMITTEE:
        raise PublicationNotVisible
    if actor.person is None or not actor.holds(*MAY_DRAFT, body=body_id):
        raise PublicationRefused(_("Vai trò của người này không lập danh mục được."))
    row, made = Announcement.objects.get_or_create(
        kind=KIND, body_id=body_id, is_draft=True, defaults={"drafted_by_id": actor.person, "drafted_at": now}
    )
    if made:
        _write_units(row, _first_units(body_id, now), service_units_of(body_id, on=local_date(now)))
        _record(row, "announcement.begun", actor, now)
    return row.pk


def _first_units(body_id: int, now: datetime) -> list[ListedService]:
    before = announcements_in_force(KIND).filter(body_id=body_id).first()
    said = dict(before.units.values_list("unit_id", "services")) if before else {}
    units = service_units_of(body_id, on=local_date(now))
    return [ListedService(one.id, said.get(one.id, "")) for one in units if one.is_essential or one.id in said]


@transaction.atomic
def write_service_list(
    *,
    announcement_id: int,
    heading: Heading,
    units: Sequence[ListedService],
    remark: str,
    seen_revision: int,
    actor: Actor,
    now: datetime,
) -> None:
    """Write the draft anew: by which decision, which units, and what each of them renders.

    :param remark: why it names nobody; empty where it names units.
    :param seen_revision: of what the person had before them.
    :raises PublicationNotVisible: if the list is not there for the actor.
    :raises PublicationRefused: if the actor may not, it waits or is public, somebody changed it meanwhile, or a unit is
        none of the committee's.
    """
    row = announcement_for_change(announcement_id, actor=actor)
    if row.kind != KIND:
        raise PublicationNotVisible
    refuse_to_change(row, seen_revision=seen_revision, actor=actor)
    known = service_units_of(row.body_id, on=local_date(now))
    if not {one.body_id for one in units} <= {one.id for one in known}:
        raise PublicationRefused(_("Có đơn vị không thuộc phạm vi quản lý của cơ quan này. Mở lại trang."))
    row.number, row.decided_on, row.remark = squeeze(heading.number)[:60], heading.decided_on, squeeze(remark)[:500]
    row.revision += 1
    row.save(update_fields=["number", "decided_on", "remark", "revision"])
    _write_units(row, units, known)
    _record(row, "announcement.written", actor, now)


def refuse_to_change(row: Announcement, *, seen_revision: int, actor: Actor) -> None:
    """Refuse who may not write drafts of this body, what somebody has before them, and what changed meanwhile."""
    if not actor.holds(*MAY_DRAFT, body=row.body_id):
        raise PublicationRefused(_("Vai trò của người này không sửa được."))
    publication = publication_of(row.kind, row.pk)
    if publication is not None and publication.state not in EDITABLE:
        raise PublicationRefused(_("Bản này đang chờ duyệt hoặc đã công bố, không sửa được."))
    if row.revision != seen_revision:
        raise PublicationRefused(_("Có người vừa sửa bản này. Mở lại trang để xem bản mới."))


def _write_units(row: Announcement, units: Sequence[ListedService], known: Sequence[ServiceUnitRecord]) -> None:
    said = {one.body_id: squeeze(one.services)[:500] for one in units}
    row.units.all().delete()
    ListedUnit.objects.bulk_create(
        ListedUnit(
            announcement=row,
            unit_id=unit.id,
            position=position,
            name=unit.name,
            address=unit.address,
            telephone=unit.telephone,
            email=unit.email,
            website=unit.website,
            services=said[unit.id],
        )
        for position, unit in enumerate((one for one in known if one.id in said), start=1)
    )


def _record(row: Announcement, kind: str, actor: Actor, now: datetime) -> None:
    record_event(
        chain=body_chain(row.body_id), kind=kind, subject=Subject(row.kind, row.pk), actor=actor, now=now,
        facts={"units": row.units.count()},
    )  # fmt: skip
