"""Procedures for requests: which bodies must announce one, who has, and where the law says something else by now."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery

from minhbach.agencies.queries import bodies, body_names
from minhbach.agencies.queries.focal_points import bodies_with_duty
from minhbach.agencies.queries.own_parts import with_own_parts
from minhbach.publication.announced import AnnouncementKind
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


def procedure_in_force(body_id: int) -> Announcement | None:
    """Return what the body announced and holds now, with its content."""
    rows = announcements_in_force(KIND).filter(body_id=body_id)
    return rows.select_related("body", "procedure").first()


def public_procedures() -> QuerySet[Announcement]:
    """Return what everybody may read, those that a later one replaced among them."""
    return public_announcements(KIND).select_related("body", "procedure")


def procedures_to_settle(own: frozenset[int], *, digest: str, on: dt.date) -> QuerySet[Any]:
    """Return those of the bodies that announced none, or one of which the law says something else; drafts waive it.

    :param digest: of the law today.
    """
    drafts = Announcement.objects.filter(kind=KIND, body=OuterRef("pk"), is_draft=True)
    rows = bodies_to_announce(on).filter(pk__in=own)
    lacking = Q(announced_id__isnull=True) | ~Q(law_digest=digest)
    return rows.filter(lacking).exclude(Exists(drafts)).order_by("sort_key", "pk")
