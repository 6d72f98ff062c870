"""Saying which bodies the names of a document mean, once for the whole document."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import get_language, ngettext
from django.views.decorators.http import require_http_methods, require_POST

from minhbach.accounts.doors import actor_on, role_only
from minhbach.foundation import clock
from minhbach.planning.actions.choose_bodies import (
    choose_bodies,
    keep_vague_coordinators,
    keep_words,
    restate_name,
)
from minhbach.planning.body_labels import bodies_like, body_labels
from minhbach.planning.contracts import ImportRefused, NameOnDraft
from minhbach.planning.exports.excerpt import ExcerptLine, excerpt
from minhbach.planning.models import DraftTask, PlanImport
from minhbach.planning.name_forms import NameAnswerForm
from minhbach.planning.naming import Meaning, meaning_of
from minhbach.planning.queries import head_name
from minhbach.planning.rules import MAY_IMPORT, only_coordinating, unanswered
from minhbach.planning.views.review import in_review
from minhbach.planning.whole_answers import BY_HAND, WholeAnswer, whole_answers

QUOTED_TASKS = 3


@role_only(*MAY_IMPORT)
@require_http_methods(["GET", "POST"])
def name(request: HttpRequest, import_id: int) -> HttpResponse:
    """Answer which bodies a name means, once for the whole document. The name stands in the question (`?ten=`)."""
    row = in_review(request, import_id)
    written = request.GET.get("ten", "")
    drafts = [draft for draft in row.draft_tasks.all() if _named(draft, written)]
    if not written or not drafts:
        raise Http404
    current = _named(drafts[0], written)[0]
    form = _form(request, row, current)
    if request.method == "POST" and "find" not in request.POST:
        try:
            touched = _answer(request, import_id, written, form)
        except ImportRefused as refused:
            if form.is_bound:
                form.add_error("clearer" if form.cleaned_data.get("clearer") else "bodies", refused.reason)
            else:
                messages.error(request, refused.reason)
        else:
            words = ngettext("Đã ghi cho %(count)s nhiệm vụ.", "Đã ghi cho %(count)s nhiệm vụ.", touched)
            messages.success(request, words % {"count": touched})
            return redirect(_next(row))
    looked_for = request.POST.get("tim") or request.GET.get("tim", "")
    context = {
        "row": row,
        "name": head_name(row.head),
        "written": written,
        "current": current,
        "drafts": drafts,
        "quoted": [(draft, _lines_of(row, draft, written)) for draft in drafts[:QUOTED_TASKS]],
        "form": form,
        "tim": looked_for,
        "opens_ticks": bool(looked_for or form["bodies"].errors) or form["whole"].value() == BY_HAND
        if "whole" in form.fields
        else False,
    }
    return render(request, "planning/review_name.html", context, status=422 if form.errors else 200)


@role_only(*MAY_IMPORT)
@require_POST
def keep_vague(request: HttpRequest, import_id: int) -> HttpResponse:
    """Keep the words of all names that only coordinate and that nobody could place."""
    in_review(request, import_id)
    kept = keep_vague_coordinators(import_id=import_id, actor=actor_on(request), now=clock.now())
    words = ngettext("Đã giữ nguyên chữ cho %(count)s tên.", "Đã giữ nguyên chữ cho %(count)s tên.", kept)
    messages.success(request, words % {"count": kept})
    return redirect("planning:import", import_id)


def _form(request: HttpRequest, row: PlanImport, current: NameOnDraft) -> NameAnswerForm:
    """Return the form; a search keeps what was chosen and typed so far."""
    looked_for = request.POST.get("tim") or request.GET.get("tim") or current["text"]
    chosen = [int(one) for one in request.POST.getlist("bodies") if one.isdecimal()]
    meaning = _meaning(row, current)
    labels = _labels(meaning, [*chosen, *current["bodies"]], _like(row, looked_for))
    whole = whole_answers(meaning)
    if "save" in request.POST:
        return NameAnswerForm(request.POST, bodies=labels.items(), whole=whole)
    ticked = chosen or current["bodies"] or meaning.proposed
    typed: dict[str, Any] = {
        "whole": request.POST.get("whole") or _answered(whole, current["bodies"]),
        "bodies": ticked,
        "clearer": request.POST.get("clearer", ""),
    }
    return NameAnswerForm(initial=typed, bodies=labels.items(), whole=whole)


def _answered(whole: Sequence[WholeAnswer], bodies: Sequence[int]) -> str:
    """Return which of the answers was given before, or nothing where the name is still asked."""
    if not bodies:
        return ""
    return next((one.key for one in whole if set(one.bodies) == set(bodies)), BY_HAND)


def _meaning(row: PlanImport, current: NameOnDraft) -> Meaning:
    if not row.issuing_body_id:
        return Meaning()
    issued = row.head.get("date")
    on = date.fromisoformat(issued) if issued else None
    return meaning_of(current["text"], issuing_body_id=row.issuing_body_id, on=on)


def _labels(meaning: Meaning, chosen: Sequence[int], like: Sequence[int]) -> dict[int, str]:
    """Return what may be chosen: what is chosen already, what the name may mean and why, and what was looked for."""
    offered = meaning.offered
    named = body_labels([*chosen, *offered, *meaning.proposed, *like])
    # The reasons are the machine's Vietnamese phrases; one that all share says nothing.
    says_why = get_language() == "vi" and (len(set(offered.values())) > 1 or bool(meaning.proposed))
    return {
        body: f"{label} — {offered[body]}" if says_why and offered.get(body) else label for body, label in named.items()
    }


def _like(row: PlanImport, words: str) -> list[int]:
    return bodies_like(words, near=row.head.get("place") or "", limit=15)


def _answer(request: HttpRequest, import_id: int, written: str, form: NameAnswerForm) -> int:
    actor, now = actor_on(request), clock.now()
    if "keep" in request.POST:
        return keep_words(import_id=import_id, name=written, actor=actor, now=now)
    answered = form.cleaned_data if form.is_valid() else {}
    if answered.get("clearer"):
        return restate_name(import_id=import_id, name=written, clearer=answered["clearer"], actor=actor, now=now)
    chosen: Sequence[int] = answered.get("chosen", ())
    return choose_bodies(import_id=import_id, name=written, body_ids=chosen, actor=actor, now=now)


def _next(row: PlanImport) -> str:
    """Return the address of the next name that must be answered, or of the overview."""
    drafts = [
        {"lead": draft.lead, "coordinating": draft.coordinating} for draft in row.draft_tasks.filter(left_out=False)
    ]
    names = unanswered(drafts)
    vague = only_coordinating(names, drafts)
    following = next((one for one in names if one not in vague), None)
    if following is None:
        return reverse("planning:import", args=[row.pk])
    return f"{reverse('planning:review_name', args=[row.pk])}?{urlencode({'ten': following})}"


def _named(draft: DraftTask, written: str) -> list[NameOnDraft]:
    return [name for name in (*draft.lead, *draft.coordinating) if name["text"] == written]


def _lines_of(row: PlanImport, draft: DraftTask, written: str) -> list[ExcerptLine]:
    """Return the lines of the original from which the draft has the name."""
    field = "lead" if any(name["text"] == written for name in draft.lead) else "coordinating"
    lines = excerpt(row.source_lines, draft.source)
    return [line for line in lines if any(given.name == field for given in line.gives)]
