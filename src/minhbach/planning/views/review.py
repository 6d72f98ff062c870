"""Checking what was read: the document's head, each task beside its source, the names of bodies."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from minhbach.accounts.doors import actor_on, role_only
from minhbach.agencies.queries import body_names, search_bodies
from minhbach.domain.lifecycles.plan_import import ImportState
from minhbach.domain.reading.results import Deadline, DeadlineKind
from minhbach.foundation import clock
from minhbach.planning.actions.choose_bodies import (
    choose_bodies,
    keep_vague_coordinators,
    keep_words,
    restate_name,
)
from minhbach.planning.actions.correct_head import correct_head
from minhbach.planning.actions.review_draft import (
    Corrections,
    add_draft,
    correct_draft,
    leave_out_draft,
    take_back_draft,
)
from minhbach.planning.contracts import ImportRefused
from minhbach.planning.excerpt import excerpt
from minhbach.planning.forms import HeadForm, NameAnswerForm, TaskForm, initial_of
from minhbach.planning.models import DraftTask, PlanImport
from minhbach.planning.naming import candidates_for
from minhbach.planning.queries import doubts_of, head_name
from minhbach.planning.rules import KIND_LABELS, MAY_IMPORT
from minhbach.planning.views.imports import the_import


def in_review(request: HttpRequest, import_id: int) -> PlanImport:
    """Return the import while it is in review; anything else has no page here."""
    row = the_import(request, import_id)
    if row.state != ImportState.IN_REVIEW:
        raise Http404
    return row


def in_review_with(request: HttpRequest, import_id: int, position: int) -> PlanImport:
    """Return the import while it is in review and has this task."""
    row = in_review(request, import_id)
    if not row.draft_tasks.filter(position=position).exists():
        raise Http404
    return row


@role_only(*MAY_IMPORT)
@require_http_methods(["GET", "POST"])
def head(request: HttpRequest, import_id: int) -> HttpResponse:
    """Check number, date, title and issuer beside the first lines of the document."""
    row = in_review(request, import_id)
    looked_for = request.GET.get("tim") or row.head.get("issuing_body") or ""
    found = dict(search_bodies(looked_for, limit=8)) | body_names({row.body_id, *filter(None, [row.issuing_body_id])})
    issued = row.head.get("date")
    initial = row.head | {
        "issuing_body_id": row.issuing_body_id or "",
        "date": date.fromisoformat(issued) if issued else None,
    }
    form = HeadForm(request.POST or None, initial=initial, bodies=found.items())
    if request.method == "POST" and form.is_valid():
        correct_head(
            import_id=import_id,
            head=form.head(),
            issuing_body_id=form.cleaned_data["issuing_body_id"],
            actor=actor_on(request),
            now=clock.now(),
        )
        messages.success(request, _("Đã lưu thông tin văn bản."))
        return redirect("planning:import", import_id)
    context = {
        "row": row,
        "name": head_name(row.head),
        "form": form,
        "tim": looked_for,
        "first_lines": [line for line in row.source_lines if line["t"].strip()][:25],
        "last_lines": [line for line in row.source_lines if line["t"].strip()][-25:],
    }
    return render(request, "planning/review_head.html", context, status=422 if form.errors else 200)


@role_only(*MAY_IMPORT)
@require_http_methods(["GET", "POST"])
def task(request: HttpRequest, import_id: int, position: int) -> HttpResponse:
    """Check one proposed task beside its source."""
    row = in_review(request, import_id)
    drafts = list(row.draft_tasks.all())
    draft = next((one for one in drafts if one.position == position), None)
    if draft is None:
        raise Http404
    form = TaskForm(request.POST or None, initial=initial_of(draft))
    if request.method == "POST" and form.is_valid():
        correct_draft(
            import_id=import_id,
            position=position,
            corrections=corrections(form, before=deadline_of(draft)),
            actor=actor_on(request),
            now=clock.now(),
        )
        return _onward(request, import_id, drafts, position)
    context = {
        "row": row,
        "name": head_name(row.head),
        "draft": draft,
        "form": form,
        "doubts": doubts_of(draft),
        "names": _named(draft),
        "excerpt": excerpt(row.source_lines, draft.source),
        "read_as": KIND_LABELS[DeadlineKind(draft.deadline_kind)],
        "index": drafts.index(draft) + 1,
        "count": len(drafts),
        "previous": next((one.position for one in reversed(drafts) if one.position < position), None),
        "next": next((one.position for one in drafts if one.position > position), None),
        "next_unsure": _next_unsure(drafts, position),
    }
    return render(request, "planning/review_task.html", context, status=422 if form.errors else 200)


@role_only(*MAY_IMPORT)
@require_http_methods(["GET", "POST"])
def new_task(request: HttpRequest, import_id: int) -> HttpResponse:
    """Add a task that the machine missed."""
    row = in_review(request, import_id)
    form = TaskForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        draft = add_draft(
            import_id=import_id, corrections=corrections(form, before=None), actor=actor_on(request), now=clock.now()
        )
        messages.success(request, _("Đã thêm nhiệm vụ."))
        return redirect("planning:review_task", import_id, draft.position)
    context = {"row": row, "name": head_name(row.head), "form": form, "lines": row.source_lines}
    return render(request, "planning/review_new_task.html", context, status=422 if form.errors else 200)


@role_only(*MAY_IMPORT)
@require_POST
def leave_out(request: HttpRequest, import_id: int, position: int) -> HttpResponse:
    """Say that this is no task."""
    row = in_review_with(request, import_id, position)
    leave_out_draft(import_id=import_id, position=position, actor=actor_on(request), now=clock.now())
    messages.success(request, _("Đã ghi: không phải nhiệm vụ. Có thể lấy lại ở danh sách."))
    return _onward(request, import_id, list(row.draft_tasks.all()), position)


@role_only(*MAY_IMPORT)
@require_POST
def take_back_task(request: HttpRequest, import_id: int, position: int) -> HttpResponse:
    """Make a task again of what was left out."""
    in_review_with(request, import_id, position)
    take_back_draft(import_id=import_id, position=position, actor=actor_on(request), now=clock.now())
    return redirect("planning:review_task", import_id, position)


@role_only(*MAY_IMPORT)
@require_http_methods(["GET", "POST"])
def name(request: HttpRequest, import_id: int) -> HttpResponse:
    """Answer which bodies a name means, once for the whole document. The name stands in the question (`?ten=`)."""
    row = in_review(request, import_id)
    written = request.GET.get("ten", "")
    drafts = [draft for draft in row.draft_tasks.all() if written in _texts(draft)]
    if not written or not drafts:
        raise Http404
    current = next(one for draft in drafts for one in (*draft.lead, *draft.coordinating) if one["text"] == written)
    looked_for = request.GET.get("tim") or written
    issued = row.head.get("date")
    offered = (
        candidates_for(written, issuing_body_id=row.issuing_body_id, on=date.fromisoformat(issued) if issued else None)
        if row.issuing_body_id
        else {}
    )
    named = body_names({*current["bodies"], *offered})
    candidates = named | dict(search_bodies(looked_for, limit=15))
    labels = {body: f"{label} — {offered[body]}" if offered.get(body) else label for body, label in candidates.items()}
    form = NameAnswerForm(
        request.POST if "save" in request.POST else None,
        initial={"bodies": current["bodies"]},
        bodies=labels.items(),
    )
    if request.method == "POST":
        try:
            touched = _answer(request, import_id, written, form)
        except ImportRefused as refused:
            if form.is_bound:
                form.add_error("clearer" if form.cleaned_data.get("clearer") else "bodies", refused.reason)
            else:
                messages.error(request, refused.reason)
        else:
            messages.success(request, _("Đã ghi cho %(count)s nhiệm vụ.") % {"count": touched})
            return redirect("planning:import", import_id)
    context = {
        "row": row,
        "name": head_name(row.head),
        "written": written,
        "current": current,
        "drafts": drafts,
        "form": form,
        "tim": request.GET.get("tim", ""),
        "has_candidates": bool(candidates),
    }
    return render(request, "planning/review_name.html", context, status=422 if form.errors else 200)


@role_only(*MAY_IMPORT)
@require_POST
def keep_vague(request: HttpRequest, import_id: int) -> HttpResponse:
    """Keep the words of all names that only coordinate and that nobody could place."""
    in_review(request, import_id)
    kept = keep_vague_coordinators(import_id=import_id, actor=actor_on(request), now=clock.now())
    messages.success(request, _("Đã giữ nguyên chữ cho %(count)s tên.") % {"count": kept})
    return redirect("planning:import", import_id)


def corrections(form: TaskForm, *, before: Deadline | None) -> Corrections:
    """Return the valid form as the actions take it."""
    cleaned = form.cleaned_data
    return Corrections(
        number=cleaned["number"],
        title=cleaned["title"],
        scope=cleaned["scope"],
        lead=cleaned["lead"],
        coordinating=cleaned["coordinating"],
        deadline=form.deadline(before),
        product=cleaned["product"],
        report_to=cleaned["report_to"],
    )


def deadline_of(draft: DraftTask) -> Deadline:
    """Return the draft's deadline without its branches, which no form shows."""
    return Deadline(
        text=draft.deadline_text or None,
        kind=DeadlineKind(draft.deadline_kind),
        start=draft.deadline_start,
        end=draft.deadline_end,
        recurring=draft.deadline_recurring,
        condition=draft.deadline_condition or None,
    )


def _answer(request: HttpRequest, import_id: int, written: str, form: NameAnswerForm) -> int:
    actor, now = actor_on(request), clock.now()
    if "keep" in request.POST:
        return keep_words(import_id=import_id, name=written, actor=actor, now=now)
    answered = form.cleaned_data if form.is_valid() else {}
    if answered.get("clearer"):
        return restate_name(import_id=import_id, name=written, clearer=answered["clearer"], actor=actor, now=now)
    chosen: Sequence[int] = answered.get("bodies", ())
    return choose_bodies(import_id=import_id, name=written, body_ids=chosen, actor=actor, now=now)


def _named(draft: DraftTask) -> list[dict[str, Any]]:
    """Return each name of the draft with what it was found to be, for the page: two queries whatever their number."""
    names = [
        (role, name) for role, group in (("Chủ trì", draft.lead), ("Phối hợp", draft.coordinating)) for name in group
    ]
    known = body_names({body for _role, name in names for body in name["bodies"][:3]})
    return [
        {
            "role": role,
            "text": name["text"],
            "how": name["how"],
            "note": name["note"],
            "shown": [known[body] for body in name["bodies"][:3] if body in known],
            "more": max(0, len(name["bodies"]) - 3),
        }
        for role, name in names
    ]


def _texts(draft: DraftTask) -> set[str]:
    return {name["text"] for name in (*draft.lead, *draft.coordinating)}


def _onward(request: HttpRequest, import_id: int, drafts: Sequence[DraftTask], position: int) -> HttpResponse:
    if "to_unsure" in request.POST:
        following = _next_unsure(drafts, position)
    else:
        following = next((one.position for one in drafts if one.position > position), None)
    if following is None:
        messages.success(request, _("Đã xem tới mục cuối."))
        return redirect("planning:import", import_id)
    return redirect("planning:review_task", import_id, following)


def _next_unsure(drafts: Sequence[DraftTask], position: int) -> int | None:
    later = [one for one in drafts if one.position > position]
    earlier = [one for one in drafts if one.position < position]
    return next((one.position for one in (*later, *earlier) if doubts_of(one)), None)
