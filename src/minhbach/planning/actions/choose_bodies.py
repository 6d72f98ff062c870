"""Answer which bodies a written name means, once for the whole document."""

from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from minhbach.agencies.queries import existing_ids
from minhbach.domain.access import Actor
from minhbach.domain.lifecycles.plan_import import ImportState
from minhbach.foundation.actions.record_event import record_event
from minhbach.foundation.contracts import Subject
from minhbach.planning.contracts import ImportRefused, NameOnDraft
from minhbach.planning.models import DraftTask
from minhbach.planning.naming import apply_names, name_bodies
from minhbach.planning.queries import import_for_change


@transaction.atomic
def choose_bodies(*, import_id: int, name: str, body_ids: Sequence[int], actor: Actor, now: datetime) -> int:
    """Say that the name, wherever this document writes it, means these bodies; return how many tasks that touches.

    :raises PlanNotVisible: if the import is not there for the actor.
    :raises ImportRefused: if the import is no longer in review, or a body does not exist.
    """
    if not body_ids or set(body_ids) - existing_ids(body_ids):
        raise ImportRefused(_("Chọn ít nhất một cơ quan có trong danh sách, hoặc chọn giữ nguyên chữ."))
    answer: NameOnDraft = {"text": name, "bodies": sorted(set(body_ids)), "how": "chosen", "note": ""}
    return _answer(import_id, answer, actor, now)


@transaction.atomic
def restate_name(*, import_id: int, name: str, clearer: Sequence[str], actor: Actor, now: datetime) -> int:
    """Say the name in clearer words ("UBND cấp xã", "các Sở, ban, ngành"): it then means all bodies that these mean.

    :raises ImportRefused: if one of the clearer names is itself not sure; nothing is changed.
    """
    plan_import = import_for_change(import_id, actor=actor)
    if plan_import.issuing_body_id is None:
        raise ImportRefused(_("Chưa rõ cơ quan ban hành nên chưa tra tên được: chọn ở phần Thông tin văn bản."))
    issued = plan_import.head.get("date")
    on = date.fromisoformat(issued) if issued else None
    answers = name_bodies(clearer, issuing_body_id=plan_import.issuing_body_id, on=on).answers
    unsure = [text for text in clearer if answers[text]["how"] != "found"]
    if unsure or not clearer:
        sentence = _("“%(names)s” vẫn chưa rõ. Viết tên đầy đủ, hoặc chọn trong danh sách.")
        raise ImportRefused(sentence % {"names": "”, “".join(unsure)})
    bodies = sorted({body for answer in answers.values() for body in answer["bodies"]})
    answer: NameOnDraft = {"text": name, "bodies": bodies, "how": "chosen", "note": "; ".join(clearer)}
    return _answer(import_id, answer, actor, now)


@transaction.atomic
def keep_vague_coordinators(*, import_id: int, actor: Actor, now: datetime) -> int:
    """Keep the words of every name that is still asked and only coordinates; return how many names that were."""
    plan_import = import_for_change(import_id, actor=actor)
    drafts = list(plan_import.draft_tasks.all())
    leads = {name["text"] for draft in drafts for name in draft.lead}
    asked = {name["text"] for draft in drafts for name in draft.coordinating if name["how"] == "asked"}
    for text in sorted(asked - leads):
        keep_words(import_id=import_id, name=text, actor=actor, now=now)
    return len(asked - leads)


@transaction.atomic
def keep_words(*, import_id: int, name: str, actor: Actor, now: datetime) -> int:
    """Say that the name is no body of the tree ("các đơn vị liên quan"): the words stay, nobody is assigned."""
    return _answer(import_id, {"text": name, "bodies": [], "how": "kept", "note": ""}, actor, now)


def _answer(import_id: int, answer: NameOnDraft, actor: Actor, now: datetime) -> int:
    plan_import = import_for_change(import_id, actor=actor)
    if plan_import.state != ImportState.IN_REVIEW:
        raise ImportRefused(_("Văn bản này không còn ở bước kiểm tra nên không sửa được nữa."))
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
