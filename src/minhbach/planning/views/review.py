"""Checking what was read: the document's head, each task beside its source, the names of bodies."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from minhbach.accounts.doors import actor_on, role_only
from minhbach.domain.lifecycles.plan_import import ImportState
from minhbach.domain.reading.results import Deadline, DeadlineKind
from minhbach.foundation import clock
from minhbach.planning.actions.correct_head import correct_head
from minhbach.planning.actions.review_draft import (
    Corrections,
    add_draft,
    correct_draft,
    leave_out_draft,
    take_back_draft,
)
from minhbach.planning.body_labels import bodies_like, body_labels
from minhbach.planning.contracts import NameOnDraft
from minhbach.planning.exports.excerpt import excerpt, spans_of
from minhbach.planning.forms import HeadForm, NewTaskForm, TaskForm, initial_of
from minhbach.planning.labels import KIND_LABELS
from minhbach.planning.machine_words import HEAD as HEAD_CODES
from minhbach.planning.machine_words import problem_in_words
from minhbach.planning.models import DraftTask, PlanImport
from minhbach.planning.queries import doubts_of, head_name
from minhbach.planning.rules import MAY_IMPORT
from minhbach.planning.views.above_facts import above_of_import, task_above
from minhbach.planning.views.imports import the_import

FIRST_LINES = 8
BOXES = {
    "title": "title",
    "lead": "lead",
    "coordinating": "coordinating",
    "deadline": "deadline_text",
    "product": "product",
}
"""What of a task has a place in the original, and the box that shows it."""


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
    finds = "find" in request.POST
    looked_for = request.POST.get("tim") or request.GET.get("tim", "")
    bodies = _issuers(row, looked_for, chosen=request.POST.get("issuing_body_id", ""))
    initial = request.POST.dict() if finds else _head_as_read(row)
    form = HeadForm(None if finds else request.POST or None, initial=initial, bodies=bodies.items())
    if request.method == "POST" and form.is_valid():
        correct_head(
            import_id=import_id,
            head=form.head(),
            issuing_body_id=form.cleaned_data["issuing_body_id"],
            actor=actor_on(request),
            now=clock.now(),
        )
        messages.success(request, _("Đã lưu thông tin văn bản."))
        return redirect("planning:review_new_body" if "add" in request.POST else "planning:import", import_id)
    lines = [line for line in row.source_lines if line["t"].strip()]
    context = {
        "row": row,
        "name": head_name(row.head),
        "form": form,
        "problems": [{"sentence": problem_in_words(one), **one} for one in row.problems if one["code"] in HEAD_CODES],
        "tim": looked_for,
        "found_nothing": bool(looked_for) and not bodies_like(looked_for, limit=1),
        "first_lines": lines[:FIRST_LINES],
        "more_lines": lines[FIRST_LINES : FIRST_LINES + 20],
        "last_lines": lines[-25:],
        **above_of_import(row, actor=actor_on(request)),
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
    spans = spans_of(row.source_lines, draft.source, title=draft.title)
    names = names_of(draft)
    context = {
        "row": row,
        "name": head_name(row.head),
        "draft": draft,
        "form": form,
        "doubts": doubts_of(draft),
        "fields": {
            field: {"box": form[box], "span": spans.get(field), "names": names.get(field, ())}
            for field, box in BOXES.items()
        },
        "above": task_above(draft),
        "excerpt": excerpt(row.source_lines, draft.source, title=draft.title),
        "read_as": KIND_LABELS[DeadlineKind(draft.deadline_kind)],
        "opens_deadline": draft.deadline_kind == DeadlineKind.UNCLEAR or form.errors,
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
    """Add a task that the machine missed, where it belongs."""
    row = in_review(request, import_id)
    drafts = list(row.draft_tasks.all())
    asked = request.GET.get("sau", "")
    after = int(asked) if asked.isdecimal() else (drafts[-1].position if drafts else 0)
    form = NewTaskForm(request.POST or None, initial={"after": after}, places=places_for(drafts))
    if request.method == "POST" and form.is_valid():
        draft = add_draft(
            import_id=import_id,
            corrections=corrections(form, before=None),
            after=form.cleaned_data["after"],
            actor=actor_on(request),
            now=clock.now(),
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


def places_for(drafts: Sequence[DraftTask]) -> Iterator[tuple[int, str]]:
    """Yield the places where a task may be added: after each of the others, or first."""
    yield 0, _("Ở đầu danh sách")
    for draft in drafts:
        words = Truncator(f"{draft.number} {draft.title}".strip()).chars(60)
        yield draft.position, _("Sau: %(task)s") % {"task": words}


def names_of(draft: DraftTask) -> dict[str, list[dict[str, Any]]]:
    """Return each name of the draft with what it was found to be, by field: one query whatever their number."""
    by_field = {"lead": draft.lead, "coordinating": draft.coordinating}
    known = body_labels(body for names in by_field.values() for name in names for body in name["bodies"][:3])
    return {field: [_as_shown(name, known) for name in names] for field, names in by_field.items()}


def _as_shown(name: NameOnDraft, known: Mapping[int, str]) -> dict[str, Any]:
    return {
        "text": name["text"],
        "how": name["how"],
        "shown": [known[body] for body in name["bodies"][:3] if body in known],
        "more": max(0, len(name["bodies"]) - 3),
    }


def _issuers(row: PlanImport, looked_for: str, *, chosen: str) -> dict[int, str]:
    """Return what may have issued the document: what was chosen or read first, then what looks like the words."""
    known = [int(chosen) if chosen.isdecimal() else None, row.issuing_body_id, row.body_id]
    words = looked_for or row.head.get("issuing_body") or ""
    found = bodies_like(words, near=row.head.get("place") or "", limit=8)
    return body_labels([body for body in known if body] + found)


def _head_as_read(row: PlanImport) -> dict[str, Any]:
    issued = row.head.get("date")
    return {
        **row.head,
        "issuing_body_id": row.issuing_body_id or "",
        "date": date.fromisoformat(issued) if issued else None,
    }


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
