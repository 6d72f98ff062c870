"""Answer which bodies a written name means, once for the whole document."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from minhbach.agencies.queries import existing_ids
from minhbach.domain.access import Actor
from minhbach.domain.lifecycles.plan_import import ImportState
from minhbach.foundation.actions.record_event import record_event
from minhbach.foundation.contracts import Subject
from minhbach.planning.contracts import ImportRefused, NameOnDraft
from minhbach.planning.models import DraftTask
from minhbach.planning.naming import apply_names
from minhbach.planning.queries import import_for_change


@transaction.atomic
def choose_bodies(*, import_id: int, name: str, body_ids: Sequence[int], actor: Actor, now: datetime) -> int:
    """Say that the name, wherever this document writes it, means these bodies; return how many tasks that touches.

    :raises PlanNotVisible: if the import is not there for the actor.
    :raises ImportRefused: if the import is no longer in review, or a body does not exist.
    """
    if not body_ids or set(body_ids) - existing_ids(body_ids):
        raise ImportRefused("Chọn ít nhất một cơ quan có trong danh sách, hoặc chọn giữ nguyên chữ.")
    answer: NameOnDraft = {"text": name, "bodies": sorted(set(body_ids)), "how": "chosen", "note": ""}
    return _answer(import_id, answer, actor, now)


@transaction.atomic
def keep_words(*, import_id: int, name: str, actor: Actor, now: datetime) -> int:
    """Say that the name is no body of the tree ("các đơn vị liên quan"): the words stay, nobody is assigned."""
    return _answer(import_id, {"text": name, "bodies": [], "how": "kept", "note": ""}, actor, now)


def _answer(import_id: int, answer: NameOnDraft, actor: Actor, now: datetime) -> int:
    plan_import = import_for_change(import_id, actor=actor)
    if plan_import.state != ImportState.IN_REVIEW:
        raise ImportRefused("Văn bản này không còn ở bước kiểm tra nên không sửa được nữa.")
    touched = [
        draft
        for draft in plan_import.draft_tasks.all()
        if any(name["text"] == answer["text"] for name in (*draft.lead, *draft.coordinating))
    ]
    for draft in touched:
        apply_names(draft, {answer["text"]: answer})
    DraftTask.objects.bulk_update(touched, ["lead", "coordinating"], batch_size=200)
    record_event(
        chain=f"body:{plan_import.body_id}",
        kind="plan_import.name_answered",
        subject=Subject("plan_import", plan_import.pk),
        actor=actor,
        now=now,
        facts={"tasks": len(touched), "bodies": len(answer["bodies"])},
    )
    return len(touched)
