"""Correct what was read of the document itself: number, date, title, who issued it."""

from collections.abc import Mapping
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from minhbach.domain.access import Actor
from minhbach.domain.lifecycles.plan_import import ImportState
from minhbach.foundation.actions.record_event import record_event
from minhbach.foundation.contracts import Subject
from minhbach.planning.contracts import ImportRefused
from minhbach.planning.drafting import written_names
from minhbach.planning.models import DraftTask, PlanImport
from minhbach.planning.naming import apply_names, name_bodies
from minhbach.planning.queries import import_for_change

HEAD_FIELDS = ("doc_type", "number", "symbol", "issuing_body", "place", "date", "title", "signer", "signer_position")


@transaction.atomic
def correct_head(
    *, import_id: int, head: Mapping[str, str | None], issuing_body_id: int | None, actor: Actor, now: datetime
) -> None:
    """Save the head; where the issuer or the date changed, look the names of bodies up again, keeping chosen answers.

    :param head: the fields of `HEAD_FIELDS`; `date` as ISO text or None.
    :raises PlanNotVisible: if the import is not there for the actor.
    :raises ImportRefused: if the import is no longer in review.
    """
    plan_import = import_for_change(import_id, actor=actor)
    if plan_import.state != ImportState.IN_REVIEW:
        raise ImportRefused(_("Văn bản này không còn ở bước kiểm tra nên không sửa được nữa."))
    before = (plan_import.issuing_body_id, plan_import.head.get("date"))
    plan_import.head = plan_import.head | {field: head.get(field) for field in HEAD_FIELDS} | {"checked": True}
    plan_import.issuing_body_id = issuing_body_id
    if issuing_body_id and before != (issuing_body_id, head.get("date")):
        _look_up_again(plan_import)
    plan_import.save()
    record_event(
        chain=f"body:{plan_import.body_id}",
        kind="plan_import.head_checked",
        subject=Subject("plan_import", plan_import.pk),
        actor=actor,
        now=now,
    )


def _look_up_again(plan_import: PlanImport) -> None:
    drafts = list(plan_import.draft_tasks.all())
    issued = plan_import.head.get("date")
    named = name_bodies(
        _not_answered_by_a_person(drafts),
        issuing_body_id=plan_import.issuing_body_id or 0,
        on=date.fromisoformat(issued) if issued else None,
    )
    for draft in drafts:
        apply_names(draft, named.answers)
    plan_import.bodies_note = named.note
    DraftTask.objects.bulk_update(drafts, ["lead", "coordinating"], batch_size=200)


def _not_answered_by_a_person(drafts: list[DraftTask]) -> tuple[str, ...]:
    answered = {
        name["text"]
        for draft in drafts
        for name in (*draft.lead, *draft.coordinating)
        if name["how"] in ("chosen", "kept")
    }
    return tuple(name for name in written_names(drafts) if name not in answered)
