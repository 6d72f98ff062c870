"""The pages on which a draft is sent out for opinions, on which opinions are given, and on which each is answered."""

import datetime as dt
from collections import Counter
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from minhbach.accounts.doors import actor_on, officer_only, role_only
from minhbach.accounts.queries import officers_of
from minhbach.foundation import clock
from minhbach.foundation.dates import written
from minhbach.publication.actions.ask_opinions import Question, ask_opinions, close_opinions
from minhbach.publication.actions.give_opinion import answer_opinion, give_opinion, take_opinion_back
from minhbach.publication.announcements.labels import decision_words
from minhbach.publication.contracts import PublicationNotVisible
from minhbach.publication.models import Announcement, AskedForOpinion, Opinion
from minhbach.publication.queries.procedures import units_taking_part
from minhbach.publication.queries.regulations import opinion_on, opinions_on, question_about
from minhbach.publication.regulations.forms import AnswerForm, OpinionForm, QuestionForm
from minhbach.publication.regulations.kind import context as text_of
from minhbach.publication.regulations.labels import ANSWERS, STANCES
from minhbach.publication.regulations.opinion_files import HEAD, TITLE, opinion_paper, table_rows
from minhbach.publication.regulations.showing import article_lines, possible, standing_of
from minhbach.publication.rules import MAY_DRAFT, SEES
from minhbach.publication.views.announcements import shown
from minhbach.publication.views.named_bodies import bodies_named
from minhbach.publication.views.regulation_doors import act, done, paper_file, status_of, the_regulation
from minhbach.register.sending import workbook_sent

DAYS_PROPOSED = 10
"""So many days from today are proposed for opinions."""


@role_only(*SEES)
@require_http_methods(["GET", "POST"])
def ask(request: HttpRequest, announcement_id: int) -> HttpResponse:
    """Show who was asked and what they said; send the draft out."""
    row, actor, today = the_regulation(request, announcement_id), actor_on(request), clock.today()
    can = possible(row, actor=actor)
    if request.method == "POST" and not can["ask"]:
        raise Http404
    form = _question_form(request, row, today) if can["ask"] else None
    if form and form.is_bound and form.is_valid() and done(form, lambda: _ask(request, row, form)):
        messages.success(request, _("Đã gửi lấy ý kiến. Dự thảo giữ nguyên cho tới khi kết thúc."))
        return redirect("regulations:ask", row.pk)
    opinions = list(opinions_on(row))
    context = {
        **shown(row),
        **standing_of(row),
        "can": can,
        "form": form,
        "rounds": _rounds(row, opinions),
        "opinions": [_line(one) for one in opinions],
        "unanswered": sum(1 for one in opinions if not one.answer and one.stance == "changes"),
    }
    return render(request, "publication/regulation_opinions.html", context, status=status_of(*filter(None, [form])))


def _question_form(request: HttpRequest, row: Announcement, today: dt.date) -> QuestionForm:
    units = [(pk, name) for pk, name in units_taking_part(row.body_id, on=today).items() if pk != row.body_id]
    found = {one.person_id: one.person_name for one in officers_of(row.body_id, actor_on(request), on=today)}
    initial = {
        "until_on": today + dt.timedelta(days=DAYS_PROPOSED),
        "units": [pk for pk, _name in units],
        "revision": row.revision,
    }
    return QuestionForm(
        request.POST if request.method == "POST" else None, initial=initial, units=units, people=found.items()
    )


def _ask(request: HttpRequest, row: Announcement, form: QuestionForm) -> None:
    given = form.cleaned_data
    others = bodies_named(given["others"], on=clock.today())
    question = Question(
        bodies=frozenset(given.get("units", ())) | others, people=frozenset(given.get("people", ())),
        until_on=given["until_on"], note=given["note"],
    )  # fmt: skip
    ask_opinions(
        announcement_id=row.pk, question=question, seen_revision=given["revision"], actor=actor_on(request),
        now=clock.now(),
    )  # fmt: skip


def _rounds(row: Announcement, opinions: list[Opinion]) -> list[dict[str, Any]]:
    counts = Counter(one.asked_id for one in opinions)
    asked = AskedForOpinion.objects.filter(round__regulation=row.regulation).select_related("body", "person", "round")
    found: dict[int, dict[str, Any]] = {}
    for one in asked.order_by("-round", "body__sort_key", "pk"):
        line = found.setdefault(one.round_id, {"row": one.round, "asked": []})
        line["asked"].append({"row": one, "count": counts[one.pk]})
    return list(found.values())


def _line(one: Opinion) -> dict[str, Any]:
    return {"row": one, "stance": STANCES[one.stance], "answer": ANSWERS.get(one.answer, "")}


@role_only(*MAY_DRAFT)
@require_POST
def close(request: HttpRequest, announcement_id: int) -> HttpResponse:
    """End the round of opinions."""
    the_regulation(request, announcement_id)
    return act(
        request,
        lambda: close_opinions(announcement_id=announcement_id, actor=actor_on(request), now=clock.now()),
        _("Đã kết thúc lấy ý kiến. Trả lời từng ý kiến, sửa dự thảo, rồi ban hành."),
        back="regulations:ask",
        args=[announcement_id],
    )


@officer_only
@require_http_methods(["GET", "POST"])
def give(request: HttpRequest, announcement_id: int) -> HttpResponse:
    """Show the draft to who is asked about it, and take their opinion in."""
    asked, actor = _the_question(request, announcement_id), actor_on(request)
    row = asked.round.regulation.announcement
    articles = [
        (one.row.pk, f"{one.number}. {one.title}") for one in article_lines(row, on=clock.today()) if one.number
    ]
    form = OpinionForm(request.POST if request.method == "POST" else None, articles=articles)
    if form.is_bound and form.is_valid() and done(form, lambda: _give(request, announcement_id, form)):
        messages.success(request, _("Đã gửi ý kiến. Góp ý thêm được cho tới khi kết thúc."))
        return redirect("regulations:give_opinion", announcement_id)
    said = asked.opinions.select_related("given_by").order_by("pk")
    context = {
        "row": row,
        "asked": asked,
        "form": form,
        "decision": decision_words(row.number, row.decided_on),
        "said": [{**_line(one), "own": one.given_by_id == actor.person and not one.answer} for one in said],
        "is_over": asked.round.until_on < clock.today(),
        **text_of(row),
    }
    return render(request, "publication/regulation_give_opinion.html", context, status=status_of(form))


def _give(request: HttpRequest, announcement_id: int, form: OpinionForm) -> None:
    given = form.cleaned_data
    give_opinion(
        announcement_id=announcement_id, article_id=given["article"], stance=given["stance"], text=given["text"],
        actor=actor_on(request), now=clock.now(),
    )  # fmt: skip


def _the_question(request: HttpRequest, announcement_id: int) -> AskedForOpinion:
    try:
        return question_about(announcement_id, actor=actor_on(request))
    except PublicationNotVisible:
        raise Http404 from None


@officer_only
@require_POST
def take_back(request: HttpRequest, announcement_id: int, opinion_id: int) -> HttpResponse:
    """Take back what one said oneself."""
    _the_question(request, announcement_id)
    actor = actor_on(request)
    return act(
        request,
        lambda: take_opinion_back(announcement_id=announcement_id, opinion_id=opinion_id, actor=actor, now=clock.now()),
        _("Đã rút ý kiến."),
        back="regulations:give_opinion",
        args=[announcement_id],
    )


@role_only(*MAY_DRAFT)
@require_http_methods(["GET", "POST"])
def answer(request: HttpRequest, announcement_id: int, opinion_id: int) -> HttpResponse:
    """Answer one opinion."""
    row, actor = the_regulation(request, announcement_id), actor_on(request)
    if not possible(row, actor=actor)["answer"]:
        raise Http404
    try:
        one = opinion_on(row, opinion_id)
    except PublicationNotVisible:
        raise Http404 from None
    initial = {"answer": one.answer, "text": one.answer_text}
    form = AnswerForm(request.POST if request.method == "POST" else None, initial=initial)
    if (
        form.is_bound
        and form.is_valid()
        and done(
            form,
            lambda: answer_opinion(
                announcement_id=row.pk, opinion_id=one.pk, answer=form.cleaned_data["answer"],
                text=form.cleaned_data["text"], actor=actor, now=clock.now(),
            ),
        )
    ):  # fmt: skip
        messages.success(request, _("Đã trả lời ý kiến."))
        return redirect("regulations:ask", row.pk)
    context = {**shown(row), "opinion": _line(one), "form": form}
    return render(request, "publication/regulation_answer_opinion.html", context, status=status_of(form))


@role_only(*SEES)
@require_safe
def table(request: HttpRequest, announcement_id: int, file_type: str) -> HttpResponse:
    """Give the table of opinions as a workbook or a document."""
    row = the_regulation(request, announcement_id)
    name = f"bang-y-kien-quy-che-{row.pk}"
    if file_type == "xlsx":
        about = f"{row.body.name} · {written(clock.today())}"
        return workbook_sent(HEAD, table_rows(opinions_on(row)), title=TITLE, about=about, name=name)
    return paper_file(opinion_paper(row), file_type, name)
