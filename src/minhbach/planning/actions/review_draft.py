"""What a person does with a proposed task: correct it, leave it out, take it back, add one that was missed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.db.models import F, Max
from django.utils.translation import gettext as _

from minhbach.domain.access import Actor
from minhbach.domain.lifecycles.plan_import import ImportState
from minhbach.domain.reading.results import Deadline
from minhbach.foundation.actions.record_event import record_event
from minhbach.foundation.contracts import Subject
from minhbach.planning.contracts import ImportRefused, NameOnDraft, PlanNotVisible
from minhbach.planning.drafting import deadline_fields
from minhbach.planning.models import DraftTask, PlanImport
from minhbach.planning.naming import name_bodies
from minhbach.planning.queries import import_for_change


@dataclass(frozen=True, slots=True)
class Corrections:
    """The fields of a draft as the person leaves them; names of bodies as written."""

    number: str
    title: str
    scope: str
    lead: Sequence[str]
    coordinating: Sequence[str]
    deadline: Deadline
    product: str
    report_to: Sequence[str]


@transaction.atomic
def correct_draft(*, import_id: int, position: int, corrections: Corrections, actor: Actor, now: datetime) -> DraftTask:
    """Save the fields and mark the task as checked by a person.

    :raises PlanNotVisible: if the import or the position is not there for the actor.
    :raises ImportRefused: if the import is no longer in review.
    """
    plan_import = _in_review(import_id, actor)
    draft = _draft(plan_import, position)
    _fill(draft, corrections, plan_import)
    draft.checked, draft.left_out = True, False
    draft.save()
    _note(plan_import, "plan_import.task_checked", position, actor, now)
    return draft


@transaction.atomic
def leave_out_draft(*, import_id: int, position: int, actor: Actor, now: datetime) -> None:
    """Say that this is no task. It stays on the list, struck, and can be taken back."""
    _set_left_out(import_id, position, actor, now, left_out=True)


@transaction.atomic
def take_back_draft(*, import_id: int, position: int, actor: Actor, now: datetime) -> None:
    """Make a task of what was left out before."""
    _set_left_out(import_id, position, actor, now, left_out=False)


@transaction.atomic
def add_draft(
    *, import_id: int, corrections: Corrections, actor: Actor, now: datetime, after: int | None = None
) -> DraftTask:
    """Add a task that the machine missed.

    :param after: the position that it follows, 0 for the first place, None for the last.
    :raises PlanNotVisible: if the import, or a task at that position, is not there for the actor.
    :raises ImportRefused: if the import is no longer in review.
    """
    plan_import = _in_review(import_id, actor)
    place = _place_after(plan_import, after)
    draft = DraftTask(plan_import=plan_import, position=place, added_by_hand=True, checked=True)
    _fill(draft, corrections, plan_import)
    draft.save()
    _note(plan_import, "plan_import.task_added", draft.position, actor, now)
    return draft


def _place_after(plan_import: PlanImport, after: int | None) -> int:
    last = plan_import.draft_tasks.aggregate(last=Max("position"))["last"] or 0
    if after is None:
        return last + 1
    if after:
        _draft(plan_import, after)
    # In two moves, because a position is held by one task at each instant.
    following = plan_import.draft_tasks.filter(position__gt=after)
    following.update(position=F("position") + last + 1)
    plan_import.draft_tasks.filter(position__gt=last).update(position=F("position") - last)
    return after + 1


def _fill(draft: DraftTask, corrections: Corrections, plan_import: PlanImport) -> None:
    draft.number, draft.title, draft.scope = corrections.number, corrections.title, corrections.scope
    draft.product, draft.report_to = corrections.product, list(corrections.report_to)
    draft.lead = _kept_or_new(corrections.lead, draft.lead, plan_import)
    draft.coordinating = _kept_or_new(corrections.coordinating, draft.coordinating, plan_import)
    for field, value in deadline_fields(corrections.deadline).items():
        setattr(draft, field, value)


def _kept_or_new(written: Sequence[str], before: Sequence[NameOnDraft], plan_import: PlanImport) -> list[NameOnDraft]:
    """Keep what was found or chosen for names that stand unchanged, and look up only the new ones."""
    known = {name["text"]: name for name in before}
    new = [text for text in written if text not in known]
    if new and plan_import.issuing_body_id:
        issued = plan_import.head.get("date")
        on = date.fromisoformat(issued) if issued else None
        known |= name_bodies(new, issuing_body_id=plan_import.issuing_body_id, on=on).answers
    return [known.get(text) or {"text": text, "bodies": [], "how": "asked", "note": ""} for text in written]


def _set_left_out(import_id: int, position: int, actor: Actor, now: datetime, *, left_out: bool) -> None:
    plan_import = _in_review(import_id, actor)
    draft = _draft(plan_import, position)
    draft.left_out = left_out
    draft.checked = left_out
    draft.save(update_fields=["left_out", "checked"])
    _note(plan_import, "plan_import.task_left_out" if left_out else "plan_import.task_taken_back", position, actor, now)


def _in_review(import_id: int, actor: Actor) -> PlanImport:
    plan_import = import_for_change(import_id, actor=actor)
    if plan_import.state != ImportState.IN_REVIEW:
        raise ImportRefused(_("Văn bản này không còn ở bước kiểm tra nên không sửa được nữa."))
    return plan_import


def _draft(plan_import: PlanImport, position: int) -> DraftTask:
    draft = plan_import.draft_tasks.filter(position=position).first()
    if draft is None:
        raise PlanNotVisible
    return draft


def _note(plan_import: PlanImport, kind: str, position: int, actor: Actor, now: datetime) -> None:
    record_event(
        chain=f"body:{plan_import.body_id}",
        kind=kind,
        subject=Subject("plan_import", plan_import.pk),
        actor=actor,
        now=now,
        facts={"position": position},
    )
