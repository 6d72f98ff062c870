"""The overview of a document under review: what is still to do, what was read, what happened."""

from collections.abc import Sequence
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from minhbach.accounts.doors import actor_on, role_only
from minhbach.domain.lifecycles.plan_import import PLAN_IMPORT, ImportEvent, ImportState
from minhbach.foundation.contracts import Subject
from minhbach.planning import review_steps
from minhbach.planning.body_labels import body_labels
from minhbach.planning.history import history_of
from minhbach.planning.labels import STATE_TAGS
from minhbach.planning.machine_words import note_in_words, problem_in_words
from minhbach.planning.models import DraftTask, PlanImport
from minhbach.planning.queries import doubts_of, head_name
from minhbach.planning.rules import MAY_CONFIRM, MAY_IMPORT, Doubt, is_issued, only_coordinating, unanswered
from minhbach.planning.views.above_facts import above_of_import
from minhbach.planning.views.imports import the_import

SHOWN_BODIES = 3


@role_only(*MAY_IMPORT)
def import_overview(request: HttpRequest, import_id: int) -> HttpResponse:
    """Show how far the import is: what the document says of itself, its tasks, what is still unsure."""
    row = the_import(request, import_id)
    state = ImportState(row.state)
    context = {
        "row": row,
        "name": head_name(row.head),
        "tag": STATE_TAGS[state],
        "problems": [problem | {"sentence": problem_in_words(problem)} for problem in row.problems],
    }
    if state == ImportState.WAITING:
        return render(request, "planning/import_waiting.html", context)
    if state in (ImportState.UNREADABLE, ImportState.REFUSED):
        return render(request, "planning/import_failed.html", context)
    drafts = list(row.draft_tasks.all())
    lines = [{"draft": draft, "doubts": doubts_of(draft)} for draft in drafts]
    context |= {
        "lines": sorted(lines, key=_problems_first),
        "task_count": sum(not draft.left_out for draft in drafts),
        "unsure": sum(bool(line["doubts"]) for line in lines),
        "issued_on": date.fromisoformat(row.head["date"]) if row.head.get("date") else None,
        "note": note_in_words(row.bodies_note),
        "plan": getattr(row, "plan", None),
        "in_review": state == ImportState.IN_REVIEW,
        "may_take_back": ImportEvent.TAKE_BACK in PLAN_IMPORT.events(state) and bool(row.stored_file_id or row.drawn),
        "history": history_of(Subject("plan_import", row.pk)),
        **above_of_import(row, actor=actor_on(request)),
    }
    if state == ImportState.IN_REVIEW:
        may_confirm = actor_on(request).holds(*MAY_CONFIRM, body=row.body_id)
        context |= _review(row, drafts, may_confirm=may_confirm)
    return render(request, "planning/import_overview.html", context)


def _review(row: PlanImport, drafts: Sequence[DraftTask], *, may_confirm: bool) -> dict[str, Any]:
    kept = [draft for draft in drafts if not draft.left_out]
    written = [{"lead": draft.lead, "coordinating": draft.coordinating} for draft in kept]
    names = unanswered(written)
    vague = only_coordinating(names, written)
    to_choose = [name for name in names if name not in vague]
    standing = review_steps.Standing(
        head_checked=bool(row.head.get("checked")),
        issuer_known=row.issuing_body_id is not None,
        open_names=len(to_choose),
        vague_names=len(vague),
        tasks=len(kept),
        blocked=sum(any(doubt.blocks and not doubt.name for doubt in doubts_of(draft)) for draft in kept),
        unchecked=sum(not draft.checked for draft in kept),
        drawn=row.drawn,
        issued=not row.drawn or is_issued(row.head),
    )
    steps = review_steps.steps(standing)
    following = review_steps.next_step(steps)
    urls = _urls(row, kept, to_choose)
    return {
        "steps": [{"step": step, "url": urls[step.key]} for step in steps],
        "next_step": following,
        "next_url": urls[following.key],
        "offers_next": following.key != review_steps.CONFIRM or may_confirm,
        "may_confirm": may_confirm,
        "ready": standing.may_become_plan,
        "names": to_choose,
        "vague": vague,
        "settled": _settled(kept),
    }


def _urls(row: PlanImport, kept: Sequence[DraftTask], to_choose: Sequence[str]) -> dict[str, str]:
    overview = reverse("planning:import", args=[row.pk])
    choosing = (
        f"{reverse('planning:review_name', args=[row.pk])}?{urlencode({'ten': to_choose[0]})}" if to_choose else ""
    )
    unsure = next((draft for draft in kept if any(doubt.blocks for doubt in doubts_of(draft))), None)
    unseen = next((draft for draft in kept if not draft.checked), None)
    first = unsure or unseen or next(iter(kept), None)
    return {
        review_steps.HEAD: reverse("planning:review_head", args=[row.pk]),
        review_steps.NAMES: choosing or f"{overview}#ten-co-quan",
        review_steps.TASKS: reverse("planning:review_task", args=[row.pk, first.position])
        if first
        else reverse("planning:review_new_task", args=[row.pk]),
        review_steps.CONFIRM: reverse("planning:confirm_import", args=[row.pk]),
    }


def _settled(drafts: Sequence[DraftTask]) -> list[dict[str, Any]]:
    """Return each name that was found, chosen or kept, once, with the bodies that it means: one query."""
    names = {
        name["text"]: name for draft in drafts for name in (*draft.lead, *draft.coordinating) if name["how"] != "asked"
    }
    known = body_labels(body for name in names.values() for body in name["bodies"][:SHOWN_BODIES])
    return [
        {
            "text": text,
            "shown": [known[body] for body in name["bodies"][:SHOWN_BODIES] if body in known],
            "more": max(0, len(name["bodies"]) - SHOWN_BODIES),
        }
        for text, name in names.items()
    ]


def _problems_first(line: dict[str, Any]) -> tuple[int, int]:
    found: Sequence[Doubt] = line["doubts"]
    if any(doubt.blocks for doubt in found):
        return 0, line["draft"].position
    if found:
        return 1, line["draft"].position
    return 2 + line["draft"].left_out, line["draft"].position
