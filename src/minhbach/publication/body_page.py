"""What an agency's page shows of what the agency announced by a decision."""

from collections.abc import Collection
from typing import Any

from django.urls import reverse

from minhbach.agencies.contracts import BodyRecord
from minhbach.agencies.registries import BodyPart, ServiceLists
from minhbach.domain.access import Actor
from minhbach.domain.bodies.values import Kind
from minhbach.foundation import clock
from minhbach.publication.announcements.announced import AnnouncementKind
from minhbach.publication.announcements.labels import decision_words
from minhbach.publication.before import announced_before
from minhbach.publication.models import Announcement
from minhbach.publication.queries.announcements import announcements_in_force, lists_naming
from minhbach.publication.queries.procedures import must_announce, procedure_in_force
from minhbach.publication.queries.regulations import regulation_in_force
from minhbach.publication.queries.translations import languages_of_body


def announcements_on_body_page(body: BodyRecord, actor: Actor) -> BodyPart | None:  # noqa: ARG001
    """Return the part of a committee's page, the same for all: its list of service units, or that it lacks one."""
    if body.kind != Kind.COMMITTEE:
        return None
    row = announcements_in_force(AnnouncementKind.SERVICE_UNITS).filter(body_id=body.id).first()
    context = {"service_list": row, **_told(row, body, AnnouncementKind.SERVICE_UNITS)}
    return BodyPart("publication/parts/body_announcements.html", context, order=30)


def procedure_on_body_page(body: BodyRecord, actor: Actor) -> BodyPart | None:  # noqa: ARG001
    """Return the part of an agency's page, the same for all: its procedure for requests, or that it lacks one."""
    row = procedure_in_force(body.id)
    context = {"procedure": row, **_told(row, body, AnnouncementKind.PROCEDURE)}
    if row is None and not context["before"] and not must_announce(body.id, on=clock.today()):
        return None
    return BodyPart("publication/parts/body_procedure.html", context, order=25)


def regulation_on_body_page(body: BodyRecord, actor: Actor) -> BodyPart | None:  # noqa: ARG001
    """Return the part of an agency's page, the same for all: its regulation, or that it lacks one."""
    row = regulation_in_force(body.id)
    context = {"regulation": row, **_told(row, body, AnnouncementKind.REGULATION)}
    if row is None and not context["before"] and not must_announce(body.id, on=clock.today()):
        return None
    return BodyPart("publication/parts/body_regulation.html", context, order=26)


def _told(row: Announcement | None, body: BodyRecord, kind: AnnouncementKind) -> dict[str, Any]:
    """Return by which decision it was announced, and what predecessors announced."""
    return {
        "decision": decision_words(row.number, row.decided_on) if row else "",
        "before": announced_before(body.id, kind),
    }


def languages_on_body_page(body: BodyRecord, actor: Actor) -> BodyPart | None:  # noqa: ARG001
    """Return the part of an agency's page, the same for all: in which other languages it says something of itself."""
    languages = [
        {"language": one, "url": reverse("publication:body_translation", args=[body.slug, one.tag])}
        for one in languages_of_body(body.id)
    ]
    return BodyPart("publication/parts/languages_here.html", {"languages": languages}, order=5) if languages else None


def service_lists_of(unit_ids: Collection[int]) -> ServiceLists:
    """Return which published lists name the units, for the public's page of units."""
    naming = {
        unit: (decision_words(row.number, row.decided_on), reverse("announcements:public_service_list", args=[row.pk]))
        for unit, row in lists_naming(unit_ids).items()
    }
    return ServiceLists(reverse("announcements:public_service_lists"), naming)
