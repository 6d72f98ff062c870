"""The officers' pages of an agency's internal regulation: all of it, one, its places, how it differs from the model."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from minhbach.accounts.doors import actor_on, role_only
from minhbach.agencies.queries import bodies, body_names
from minhbach.domain.access import Actor
from minhbach.domain.regulations import pieces_between
from minhbach.foundation import clock
from minhbach.lawbook.regulations import models_offered
from minhbach.papers.queries import letters_in_short
from minhbach.publication.actions.begin_regulation import (
    begin_from_model,
    begin_from_text,
    begin_from_the_one_in_force,
    discard_regulation,
)
from minhbach.publication.actions.write_regulation import fill_in
from minhbach.publication.announcements.labels import decision_words, history_of
from minhbach.publication.models import Announcement
from minhbach.publication.queries import states_of
from minhbach.publication.queries.regulations import KIND, open_round, questions_for, regulations_for
from minhbach.publication.regulations.content import model_used
from minhbach.publication.regulations.forms import FillForm, TextToBeginForm
from minhbach.publication.regulations.labels import model_words, tag_of_regulation
from minhbach.publication.regulations.paper import decision_paper
from minhbach.publication.regulations.showing import article_lines, faults_shown, possible, standing_of
from minhbach.publication.rules import MAY_DRAFT, SEES, WATCHES
from minhbach.publication.views.announcements import shown
from minhbach.publication.views.regulation_doors import act, done, paper_file, revision_in, status_of, the_regulation


@role_only(*SEES)
@require_http_methods(["GET", "POST"])
def drafts(request: HttpRequest) -> HttpResponse:
    """Show the regulations of the agencies that one works in and what one is asked about; begin a new one."""
    actor, today = actor_on(request), clock.today()
    offered = models_offered(today)
    form = TextToBeginForm(request.POST if "text" in request.POST else None)
    if request.method == "POST":
        answer = _begin(request, form, actor)
        if answer is not None:
            return answer
    rows = list(regulations_for(actor))
    states = states_of(KIND, [row.pk for row in rows])
    versions: dict[int, list[dict[str, Any]]] = {}
    for row in rows:
        tag = tag_of_regulation(row.regulation.state, states.get(row.pk))
        line = {"row": row, "decision": decision_words(row.number, row.decided_on), "tag": tag}
        versions.setdefault(row.body_id, []).append(line)
    context = {
        "agencies": _agencies(actor, versions),
        "models": [(one, model_words(one, one.key, one.version)) for one in offered],
        "form": form,
        "typed_for": request.POST.get("body", "") if form.is_bound else "",
        "questions": questions_for(actor),
        "watches": actor.holds(*WATCHES),
    }
    return render(request, "publication/regulations.html", context, status=status_of(form))


def _agencies(actor: Actor, versions: dict[int, list[dict[str, Any]]]) -> list[dict[str, Any]]:
    own = bodies(actor.bodies_where(*SEES))
    return [
        {
            "body": own[body_id],
            "versions": versions.get(body_id, []),
            "in_force": any(_holds(line["row"]) for line in versions.get(body_id, [])),
            "can_begin": actor.holds(*MAY_DRAFT, body=body_id)
            and not any(line["row"].is_draft for line in versions.get(body_id, [])),
        }
        for body_id in body_names(own)
    ]


def _holds(row: Announcement) -> bool:
    return row.public_from is not None and row.replaced_on is None and row.withdrawn_on is None


def _begin(request: HttpRequest, form: TextToBeginForm, actor: Actor) -> HttpResponse | None:
    """Begin as asked; None where the pasted text is to be shown again with what is wrong with it."""
    asked, now = request.POST.get("body", ""), clock.now()
    body_id = int(asked) if asked.isdecimal() and len(asked) < 18 else 0
    how, made = request.POST.get("how", ""), 0

    def begin() -> None:
        nonlocal made
        if form.is_bound:
            made = begin_from_text(body_id=body_id, text=form.cleaned_data["text"], actor=actor, now=now)
        elif how == "in_force":
            made = begin_from_the_one_in_force(body_id=body_id, actor=actor, now=now)
        else:
            key, _colon, version = how.partition(":")
            made = begin_from_model(body_id=body_id, model_key=key, model_version=version, actor=actor, now=now)

    if form.is_bound:
        if not form.is_valid() or not done(form, begin):
            return None
        return redirect("regulations:draft", made)
    answer = act(
        request, begin, _("Đã bắt đầu. Điền các chỗ trống, rồi xem từng điều."), back="regulations:drafts", args=[]
    )
    return redirect("regulations:draft", made) if made else answer


@role_only(*SEES)
@require_safe
def draft(request: HttpRequest, announcement_id: int) -> HttpResponse:
    """Show one version: how far it has come, what is wrong with it, every article, and what was done."""
    row, actor, today = the_regulation(request, announcement_id), actor_on(request), clock.today()
    regulation = row.regulation
    letters = letters_in_short([regulation.letter_id]) if regulation.letter_id else {}
    context = {
        **shown(row),
        **standing_of(row),
        "can": possible(row, actor=actor),
        "faults": faults_shown(row, on=today) if row.is_draft else [],
        "articles": article_lines(row, on=today),
        "round": open_round(row),
        "letter": letters.get(regulation.letter_id) if regulation.letter_id else None,
        "history": history_of(row),
    }
    return render(request, "publication/regulation.html", context)


@role_only(*MAY_DRAFT)
@require_http_methods(["GET", "POST"])
def fill(request: HttpRequest, announcement_id: int) -> HttpResponse:
    """Fill in the places of the model."""
    row, actor = the_regulation(request, announcement_id), actor_on(request)
    if not possible(row, actor=actor)["write"]:
        raise Http404
    initial = {**row.regulation.values, "subject": row.regulation.subject, "revision": row.revision}
    model = model_used(row.regulation)
    form = FillForm(request.POST if request.method == "POST" else None, initial=initial, model=model)
    if (
        form.is_bound
        and form.is_valid()
        and done(
            form,
            lambda: fill_in(
                announcement_id=row.pk, subject=form.cleaned_data["subject"], values=form.values(),
                seen_revision=form.cleaned_data["revision"], actor=actor, now=clock.now(),
            ),
        )
    ):  # fmt: skip
        messages.success(request, _("Đã lưu."))
        return redirect("regulations:draft", row.pk)
    context = {**shown(row), "form": form, "boxes": [form[key] for key in form.keys]}
    return render(request, "publication/regulation_fill.html", context, status=status_of(form))


@role_only(*SEES)
@require_safe
def difference(request: HttpRequest, announcement_id: int) -> HttpResponse:
    """Show word by word what the agency changed in the model's text."""
    row = the_regulation(request, announcement_id)
    model = model_used(row.regulation)
    lines = []
    for one in article_lines(row, on=clock.today()):
        own = model.article(one.row.key) if model and one.row.key else None
        if one.origin != "model" or one.number is None:
            before = f"{own.title}\n{own.text}" if own else ""
            after = "" if one.number is None else f"{one.row.title}\n{one.row.text}"
            lines.append({"line": one, "pieces": pieces_between(before, after)})
    context = {**shown(row), **standing_of(row), "lines": lines}
    return render(request, "publication/regulation_difference.html", context)


@role_only(*SEES)
@require_safe
def draft_file(request: HttpRequest, announcement_id: int, file_type: str) -> HttpResponse:
    """Give the decision with the regulation as a document, as far as it is written."""
    row = the_regulation(request, announcement_id)
    return paper_file(decision_paper(row, on=clock.today()), file_type, f"du-thao-quy-che-{row.pk}")


@role_only(*MAY_DRAFT)
@require_POST
def discard(request: HttpRequest, announcement_id: int) -> HttpResponse:
    """Throw a draft away."""
    the_regulation(request, announcement_id)
    if revision_in(request) < 0:
        raise Http404
    return act(
        request,
        lambda: discard_regulation(announcement_id=announcement_id, actor=actor_on(request), now=clock.now()),
        _("Đã bỏ bản soạn."),
        back="regulations:drafts",
        args=[],
    )
