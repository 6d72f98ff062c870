"""Make a plan and its tasks of what a person has checked (xác nhận)."""

import datetime as dt

from django.db import transaction
from django.utils.text import slugify
from django.utils.translation import gettext as _

from minhbach.domain.access import Actor
from minhbach.domain.lifecycles.plan_import import PLAN_IMPORT, ImportEvent, ImportState
from minhbach.domain.text import fold
from minhbach.foundation.actions.record_event import record_event
from minhbach.foundation.contracts import Subject
from minhbach.foundation.dates import local_date
from minhbach.planning.carrying_out import take_over_above
from minhbach.planning.contracts import AlreadyImported, ImportRefused
from minhbach.planning.models import Plan, PlanImport
from minhbach.planning.queries import import_for_change
from minhbach.planning.queries.above import with_plans_below
from minhbach.planning.queries.imports import reason_not_to_confirm
from minhbach.planning.rules import MAY_CONFIRM
from minhbach.planning.settling import settle_tasks
from minhbach.planning.sheets.facts import tell_work


@transaction.atomic
def confirm_plan(*, import_id: int, actor: Actor, now: dt.datetime) -> int:
    """Turn the drafts into tasks, one assignment for each body that leads or coordinates; return the plan's id.

    What it carries out of a plan above is taken over there. What a spreadsheet told of work done becomes reports, each
    result waiting for a leader.
    A plan that was reopened keeps its id and address, and its tasks keep the work that was reported of them.

    :raises PlanNotVisible: if the import is not there for the actor.
    :raises ImportRefused: if the actor may not confirm, something that blocks is still open, no task is left, or the
        check took away a task or body of which work was reported.
    :raises AlreadyImported: if the body already holds a plan with the same issuer, number, symbol and date.
    """
    plan_import = import_for_change(import_id, actor=actor)
    if not actor.holds(*MAY_CONFIRM, body=plan_import.body_id):
        raise ImportRefused(_("Người xác nhận phải là đầu mối, điều phối tư pháp hoặc lãnh đạo của cơ quan."))
    state = ImportState(plan_import.state)
    if state != ImportState.IN_REVIEW:
        raise ImportRefused(_("Văn bản này không còn ở bước kiểm tra."))
    drafts = [draft for draft in plan_import.draft_tasks.all() if not draft.left_out]
    reason = reason_not_to_confirm(plan_import, drafts)
    if reason:
        raise ImportRefused(reason)
    _refuse_second(plan_import)
    _refuse_circle(plan_import)
    plan = _plan(plan_import, actor, now)
    settled = settle_tasks(plan, drafts, on=local_date(now))
    told = tell_work(plan, plan_import, actor=actor, now=now)
    take_over_above(plan, actor=actor, now=now)
    plan_import.state = PLAN_IMPORT.next(state, ImportEvent.CONFIRM)
    plan_import.save(update_fields=["state"])
    record_event(
        chain=f"body:{plan.body_id}",
        kind="plan.confirmed",
        subject=Subject("plan", plan.pk),
        actor=actor,
        now=now,
        facts={"import": plan_import.pk, "tasks": settled.tasks, "assignments": settled.assignments, "told": told},
    )
    return plan.pk


def _refuse_second(plan_import: PlanImport) -> None:
    head = plan_import.head
    if not head.get("number"):
        return
    known = (
        Plan.objects.exclude(plan_import=plan_import)
        .filter(
            body_id=plan_import.body_id,
            issuing_body_id=plan_import.issuing_body_id,
            number=head["number"],
            symbol=head.get("symbol") or "",
            issued_on=_date(head),
        )
        .first()
    )
    if known and known.plan_import_id:
        raise AlreadyImported(
            _("Cơ quan đã có kế hoạch cùng số, ký hiệu và ngày; không có gì thay đổi."), import_id=known.plan_import_id
        )


def _refuse_circle(plan_import: PlanImport) -> None:
    # The plan above was chosen when it did not stand under this one; it may have been put there since.
    own = Plan.objects.filter(plan_import=plan_import).first()
    if own and plan_import.above_id in with_plans_below(own):
        raise ImportRefused(_("Kế hoạch cấp trên đã chọn lại đang thực hiện chính kế hoạch này, thành vòng: chọn lại."))


def _plan(plan_import: PlanImport, actor: Actor, now: dt.datetime) -> Plan:
    head = plan_import.head
    plan = Plan.objects.filter(plan_import=plan_import).first()
    if plan is None:
        plan = Plan(plan_import=plan_import, slug=f"import-{plan_import.pk}")
    plan.body_id, plan.issuing_body_id = plan_import.body_id, plan_import.issuing_body_id
    plan.above_id = plan_import.above_id
    plan.issued_on, plan.title = _date(head), head.get("title") or ""
    plan.issuer_name, plan.is_draft_document = head.get("issuing_body") or "", bool(head.get("draft"))
    for field in ("doc_type", "number", "symbol", "place", "signer", "signer_position"):
        setattr(plan, field, head.get(field) or "")
    for field, rows in plan_import.reading.items():
        setattr(plan, field, rows)
    plan.bodies_note = plan_import.bodies_note
    plan.confirmed_by_id, plan.confirmed_at = actor.person, now
    plan.search_text = fold(" ".join(filter(None, (_reference(head), plan.issuer_name, plan.title))))
    plan.save()
    if plan.slug == f"import-{plan_import.pk}":
        # The id keeps the address unique and stable; the words make it speak.
        words = slugify(f"{fold(_reference(head))} {fold(plan.issuer_name)}".replace("/", "-"))
        plan.slug = f"{words[:100]}-{plan.pk}"
        plan.save(update_fields=["slug"])
    return plan


def _reference(head: dict[str, str | None]) -> str:
    """Return kind, number and symbol alone: what stands in addresses and in the index has no words of ours."""
    number = "/".join(filter(None, (head.get("number"), head.get("symbol"))))
    return " ".join(filter(None, (head.get("doc_type"), number)))


def _date(head: dict[str, str | None]) -> dt.date | None:
    issued = head.get("date")
    return dt.date.fromisoformat(issued) if issued else None
