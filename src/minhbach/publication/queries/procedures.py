"""Procedures for requests: which bodies must announce one, who has, and where the law says something else by now."""

import datetime as dt
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet, Subquery

from minhbach.agencies.queries import bodies, body_names
from minhbach.agencies.queries.focal_points import bodies_with_duty
from minhbach.agencies.queries.own_parts import with_own_parts
from minhbach.domain.bodies.values import Kind
from minhbach.publication.announcements.announced import AnnouncementKind, Lack
from minhbach.publication.models import Announcement
from minhbach.publication.queries.announcements import (
    announcements_in_force,
    public_announcements,
    with_announcement,
)

KIND = AnnouncementKind.PROCEDURE


def bodies_to_announce(on: dt.date) -> QuerySet[Any]:
    """Return the bodies that answer requests themselves on a day, each with what it announced (`announced_id` …).

    Article 11(5) binds "cơ quan, đơn vị"; those for whom another answers (Article 10(2)) have its procedure.
    `law_digest` is that of the law which the procedure in force tells of.
    """
    held = announcements_in_force(KIND).filter(body=OuterRef("pk"))
    rows: QuerySet[Any] = with_announcement(bodies_with_duty(on), KIND)
    compared: QuerySet[Any] = rows.annotate(law_digest=Subquery(held.values("procedure__law_digest")[:1]))
    return compared


def must_announce(body_id: int, *, on: dt.date) -> bool:
    """Tell whether a body announces a procedure of its own on that day."""
    return bodies_with_duty(on).filter(pk=body_id).exists()


def units_taking_part(body_id: int, *, on: dt.date) -> Mapping[int, str]:
    """Return the body and its units that are there on a day, to which steps may be given, with their names."""
    found = bodies(with_own_parts([body_id]) | {body_id})
    here = [one for one in body_names(found) if one != body_id and found[one].exists_on(on)]
    return {one: found[one].name for one in (body_id, *here)}


def procedures_in_force() -> QuerySet[Announcement]:
    """Return the procedures that hold now, one an agency at most."""
    return announcements_in_force(KIND)


def procedure_in_force(body_id: int) -> Announcement | None:
    """Return what the body announced and holds now, with its content."""
    rows = procedures_in_force().filter(body_id=body_id)
    return rows.select_related("body", "procedure").first()


def public_procedures() -> QuerySet[Announcement]:
    """Return what everybody may read, those that a later one replaced among them."""
    return public_announcements(KIND).select_related("body", "procedure")


@dataclass(frozen=True, slots=True)
class Standing:
    """What one of somebody's own bodies still has to announce.

    :param procedure, service_list: how it stands; None where it is announced and fits the law, is being drafted, or
        is none of the body's business.
    """

    body_id: int
    name: str
    procedure: Lack | None
    service_list: Lack | None


def standing_of(own: Collection[int], *, digest: str, on: dt.date) -> tuple[Standing, ...]:
    """Return what the bodies that must announce anything lack, by name: one query.

    :param digest: of the law today.
    """
    if not own:
        return ()
    drafts = Announcement.objects.filter(body=OuterRef("pk"), is_draft=True)
    lists = AnnouncementKind.SERVICE_UNITS
    rows = bodies_to_announce(on).filter(pk__in=own).order_by("sort_key", "pk")
    marked: QuerySet[Any] = rows.annotate(
        drafts_procedure=Exists(drafts.filter(kind=KIND)),
        drafts_list=Exists(drafts.filter(kind=lists)),
        has_list=Exists(announcements_in_force(lists).filter(body=OuterRef("pk"))),
    )
    return tuple(Standing(row.pk, row.name, _procedure(row, digest), _service_list(row)) for row in marked)


def _procedure(row: Any, digest: str) -> Lack | None:
    if row.drafts_procedure or (row.announced_id and row.law_digest == digest):
        return None
    return Lack.OUTDATED if row.announced_id else Lack.NONE


def _service_list(row: Any) -> Lack | None:
    lacks = row.kind == Kind.COMMITTEE and not row.has_list and not row.drafts_list
    return Lack.NONE if lacks else None
