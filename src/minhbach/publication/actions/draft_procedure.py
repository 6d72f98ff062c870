"""Write an agency's procedure for requests down, before anybody approves it (soạn thủ tục)."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from minhbach.agencies.queries.focal_points import focal_points_of
from minhbach.domain.access import Actor
from minhbach.domain.text import nfc, squeeze
from minhbach.foundation.actions.record_event import record_event
from minhbach.foundation.contracts import Subject, body_chain
from minhbach.foundation.dates import local_date
from minhbach.publication.actions.draft_service_list import refuse_to_change
from minhbach.publication.announcements.announced import (
    MOST_STEPS,
    AnnouncementKind,
    Heading,
    ProcedureContent,
    StepGiven,
)
from minhbach.publication.contracts import PublicationNotVisible, PublicationRefused
from minhbach.publication.law_today import LawToday, law_today
from minhbach.publication.models import Announcement, Procedure, ProcedureStep
from minhbach.publication.procedures.law import as_json
from minhbach.publication.queries.announcements import announcement_for_change, announcements_in_force
from minhbach.publication.queries.procedures import must_announce, units_taking_part
from minhbach.publication.rules import MAY_DRAFT

KIND = AnnouncementKind.PROCEDURE


@transaction.atomic
def begin_procedure(*, body_id: int, actor: Actor, now: datetime) -> int:
    """Begin a version with what the one in force says, or with where the focal point sits; return its id.

    Where a draft is there already, that one is returned: nobody begins a second one beside it.

    :raises PublicationNotVisible: if the actor does not work in the body, or it announces no procedure of its own.
    :raises PublicationRefused: if the actor's posts do not include one that drafts.
    """
    today = local_date(now)
    if body_id not in actor.bodies() or not must_announce(body_id, on=today):
        raise PublicationNotVisible
    if actor.person is None or not actor.holds(*MAY_DRAFT, body=body_id):
        raise PublicationRefused(_("Vai trò của người này không soạn thủ tục được."))
    row, made = Announcement.objects.get_or_create(
        kind=KIND, body_id=body_id, is_draft=True, defaults={"drafted_by_id": actor.person, "drafted_at": now}
    )
    if made:
        content = _first_content(body_id, now)
        _write(row, content, law_today(today), units_taking_part(body_id, on=today))
        _record(row, "procedure.begun", len(content.steps), actor, now)
    return row.pk


def _first_content(body_id: int, now: datetime) -> ProcedureContent:
    before = announcements_in_force(KIND).filter(body_id=body_id).select_related("procedure").first()
    if before is not None:
        return content_of(before.procedure, known=units_taking_part(body_id, on=local_date(now)))
    points = focal_points_of([body_id], on=local_date(now)).get(body_id, ())
    given = points[0].fields if points else None
    return ProcedureContent(given.address, given.working_hours) if given else ProcedureContent()


def content_of(procedure: Procedure, *, known: Mapping[int, str]) -> ProcedureContent:
    """Return what a version says of its own; steps of units that are no more are the body's own."""
    body_id = procedure.announcement.body_id
    steps = (
        StepGiven(one.title, one.unit_id if one.unit_id in known else body_id, one.days)
        for one in procedure.steps.all()
    )
    return ProcedureContent(procedure.place, procedure.hours, procedure.remark, tuple(steps))


@transaction.atomic
def write_procedure(
    *,
    announcement_id: int,
    heading: Heading,
    content: ProcedureContent,
    seen_revision: int,
    actor: Actor,
    now: datetime,
) -> None:
    """Write the draft anew, with what the law says today.

    :param seen_revision: of what the person had before them.
    :raises PublicationNotVisible: if the procedure is not there for the actor.
    :raises PublicationRefused: if the actor may not, it waits or is public, somebody changed it meanwhile, or a step
        names no unit of the body.
    """
    row, today = announcement_for_change(announcement_id, actor=actor), local_date(now)
    if row.kind != KIND:
        raise PublicationNotVisible
    refuse_to_change(row, seen_revision=seen_revision, actor=actor)
    known = units_taking_part(row.body_id, on=today)
    _refuse_steps(content.steps, known)
    row.number, row.decided_on = squeeze(heading.number)[:60], heading.decided_on
    row.revision += 1
    row.save(update_fields=["number", "decided_on", "revision"])
    _write(row, content, law_today(today), known)
    _record(row, "procedure.written", len(content.steps), actor, now)


def _refuse_steps(steps: Sequence[StepGiven], known: Mapping[int, str]) -> None:
    if not {one.unit_id for one in steps} <= known.keys():
        raise PublicationRefused(_("Có bước giao cho đơn vị không thuộc cơ quan này. Mở lại trang."))
    if len(steps) > MOST_STEPS:
        raise PublicationRefused(_("Quy trình nội bộ có nhiều nhất %(most)s bước.") % {"most": MOST_STEPS})


def _write(row: Announcement, content: ProcedureContent, law: LawToday, known: Mapping[int, str]) -> None:
    procedure, _made = Procedure.objects.update_or_create(
        announcement=row,
        defaults={
            "statute": law.statute.number,
            "law_lines": as_json(law.lines),
            "law_digest": law.digest,
            "days_at_hand": law.days_at_hand,
            "place": squeeze(content.place)[:300],
            "hours": squeeze(content.hours)[:200],
            "remark": nfc(content.remark).strip()[:2000],
        },
    )
    procedure.steps.all().delete()
    ProcedureStep.objects.bulk_create(
        ProcedureStep(
            procedure=procedure,
            position=position,
            title=squeeze(step.title)[:300],
            unit_id=step.unit_id,
            unit_name=known[step.unit_id],
            days=step.days,
        )
        for position, step in enumerate(content.steps, start=1)
    )


def _record(row: Announcement, kind: str, steps: int, actor: Actor, now: datetime) -> None:
    subject = Subject(row.kind, row.pk)
    record_event(
        chain=body_chain(row.body_id), kind=kind, subject=subject, actor=actor, now=now, facts={"steps": steps}
    )
