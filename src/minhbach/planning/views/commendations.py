"""The commendation list of a plan: proposals with their reasons, and a leader's word on each."""

from collections.abc import Callable
from typing import Any

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from minhbach.accounts.doors import actor_on, officer_only
from minhbach.domain.access import Actor
from minhbach.domain.lifecycles.commendation import CommendationState
from minhbach.foundation import clock
from minhbach.foundation.contracts import Subject
from minhbach.foundation.dates import written
from minhbach.foundation.sheets import as_csv
from minhbach.planning.actions.decide_commendation import agree_commendation, decline_commendation
from minhbach.planning.actions.propose_commendation import (
    change_commendation,
    propose_again,
    propose_commendation,
    withdraw_commendation,
)
from minhbach.planning.commendation_moves import COMMENDATION_KIND
from minhbach.planning.contracts import PlanNotVisible
from minhbach.planning.following.filters import CommendationFilterForm
from minhbach.planning.following.forms import CommendationForm, DecisionForm, SayForm
from minhbach.planning.following.labels import COMMENDATION_TAGS
from minhbach.planning.history import history_of
from minhbach.planning.models import Commendation, Plan
from minhbach.planning.queries import name_of
from minhbach.planning.queries.commendations import (
    bodies_to_commend,
    listed_commendations,
    officers_to_commend,
    plan_commended_in,
    visible_commendation,
    who_decides,
)
from minhbach.planning.views.forming import Steps, do, form_page
from minhbach.planning.views.lists import page_of


@officer_only
def commendations(request: HttpRequest, plan_id: int) -> HttpResponse:
    """Show the plan's proposals."""
    plan, actor = _plan(request, plan_id), actor_on(request)
    form = CommendationFilterForm(request.GET)
    rows = listed_commendations(actor, plan, state=form.state(), order=form.order())
    if request.GET.get("dang") == "csv":
        return commendations_sheet(rows, plan)
    page = page_of(request, rows, size=30)
    context = {
        "plan": plan,
        "name": name_of(plan),
        "form": form,
        "page": page,
        "lines": [{"row": row, "tag": COMMENDATION_TAGS[CommendationState(row.state)]} for row in page],
        "may_propose": bool(bodies_to_commend(plan, actor)),
    }
    return render(request, "planning/commendations.html", context)


@officer_only
@require_http_methods(["GET", "POST"])
def new(request: HttpRequest, plan_id: int) -> HttpResponse:
    """Propose a body or an officer."""
    plan, actor = _plan(request, plan_id), actor_on(request)
    bodies = bodies_to_commend(plan, actor)
    if not bodies:
        raise Http404
    people = officers_to_commend(actor, on=clock.today())
    form = CommendationForm(request.POST or None, bodies=bodies.items(), people=people.items())

    def act() -> str:
        fresh = propose_commendation(
            plan_id=plan.pk,
            body_id=form.cleaned_data["body"],
            person_id=form.cleaned_data["person"],
            reason=form.cleaned_data["reason"],
            actor=actor,
            now=clock.now(),
        )
        return reverse("planning:commendation", args=[plan.pk, fresh])

    return form_page(
        request, form, act, heading=_("Đề nghị khen thưởng"), verb=_("Gửi đề nghị"), done=_("Đã gửi đề nghị."),
        steps=_steps(plan), about=plan.title,
    )  # fmt: skip


@officer_only
def commendation(request: HttpRequest, plan_id: int, commendation_id: int) -> HttpResponse:
    """Show one proposal with its history."""
    row = _row(request, plan_id, commendation_id)
    context = {
        "row": row,
        "plan": row.plan,
        "name": name_of(row.plan),
        "tag": COMMENDATION_TAGS[CommendationState(row.state)],
        "can": possible(row, actor_on(request)),
        "history": history_of(Subject(COMMENDATION_KIND, row.pk)),
    }
    return render(request, "planning/commendation.html", context)


@officer_only
@require_http_methods(["GET", "POST"])
def change(request: HttpRequest, plan_id: int, commendation_id: int) -> HttpResponse:
    """Mend the reason."""
    heading, done = _("Sửa lý do đề nghị"), _("Đã sửa lý do.")
    return _reason(request, plan_id, commendation_id, "change", change_commendation, heading, _("Ghi lại"), done)


@officer_only
@require_http_methods(["GET", "POST"])
def again(request: HttpRequest, plan_id: int, commendation_id: int) -> HttpResponse:
    """Propose once more what was declined or withdrawn."""
    heading, done = _("Đề nghị lại"), _("Đã đề nghị lại.")
    return _reason(request, plan_id, commendation_id, "again", propose_again, heading, _("Gửi đề nghị"), done)


@officer_only
@require_http_methods(["GET", "POST"])
def decide(request: HttpRequest, plan_id: int, commendation_id: int) -> HttpResponse:
    """Let the leader agree or decline."""
    row = _for(request, plan_id, commendation_id, "decide")
    form = DecisionForm(request.POST or None)
    declines = "decline" in request.POST

    def act() -> str:
        action = decline_commendation if declines else agree_commendation
        action(
            commendation_id=row.pk,
            plan_id=plan_id,
            note=form.cleaned_data["note"],
            actor=actor_on(request),
            now=clock.now(),
        )
        return _page_of(row)

    return form_page(
        request, form, act, heading=_("Ý kiến về đề nghị khen thưởng"), verb=_("Nhất trí"),
        done=_("Đã ghi không nhất trí.") if declines else _("Đã ghi nhất trí."),
        steps=(*_steps(row.plan), (_("Một đề nghị"), _page_of(row))),
        template="planning/commendation_decide.html", row=row, possible=possible(row, actor_on(request))["decide"],
    )  # fmt: skip


@officer_only
@require_POST
def withdraw(request: HttpRequest, plan_id: int, commendation_id: int) -> HttpResponse:
    """Take a proposal back."""
    row = _for(request, plan_id, commendation_id, "withdraw")

    def act() -> None:
        withdraw_commendation(commendation_id=row.pk, plan_id=plan_id, actor=actor_on(request), now=clock.now())

    return do(request, act, done=_("Đã rút đề nghị."), to=_page_of(row))


def powers(row: Commendation, actor: Actor) -> dict[str, bool]:
    """Return which acts are the actor's, whether they are possible now or not."""
    own = row.proposed_by_id == actor.person
    decides = actor.person in who_decides(row.plan, on=clock.today())
    return {"decide": decides, "change": own, "withdraw": own, "again": own}


def possible(row: Commendation, actor: Actor) -> dict[str, bool]:
    """Return what the actor may do with the proposal now."""
    waits = row.state == CommendationState.PROPOSED
    over = row.state in (CommendationState.DECLINED, CommendationState.WITHDRAWN)
    return {act: mine and (over if act == "again" else waits) for act, mine in powers(row, actor).items()}


def commendations_sheet(rows: QuerySet[Commendation], plan: Plan) -> HttpResponse:
    """Return the proposals as CSV."""
    head = (
        _("Cơ quan"), _("Cán bộ"), _("Lý do đề nghị"), _("Tình trạng"), _("Người đề nghị"), _("Ngày đề nghị"),
        _("Ý kiến lãnh đạo"),
    )  # fmt: skip
    cells = (
        (
            row.body,
            row.person or _("Cả cơ quan"),
            row.reason,
            COMMENDATION_TAGS[CommendationState(row.state)][1],
            row.proposed_by,
            written(row.proposed_at),
            row.decision_note,
        )
        for row in rows.iterator(chunk_size=500)
    )
    return as_csv(head, cells, file_name=f"{plan.slug}-khen-thuong.csv")


def _reason(
    request: HttpRequest, plan_id: int, commendation_id: int, act: str, action: Callable[..., None], heading: str,
    verb: str, done: str,
) -> HttpResponse:  # fmt: skip
    row = _for(request, plan_id, commendation_id, act)
    form = SayForm(request.POST or None, label=_("Lý do đề nghị"), initial={"text": row.reason})

    def acted() -> str:
        action(
            commendation_id=row.pk,
            plan_id=plan_id,
            reason=form.cleaned_data["text"],
            actor=actor_on(request),
            now=clock.now(),
        )
        return _page_of(row)

    steps = (*_steps(row.plan), (_("Một đề nghị"), _page_of(row)))
    more: dict[str, Any] = {
        "about": str(row.person or row.body),
        "possible": possible(row, actor_on(request))[act],
    }
    return form_page(request, form, acted, heading=heading, verb=verb, done=done, steps=steps, **more)


def _plan(request: HttpRequest, plan_id: int) -> Plan:
    try:
        return plan_commended_in(plan_id, actor=actor_on(request))
    except PlanNotVisible:
        raise Http404 from None


def _row(request: HttpRequest, plan_id: int, commendation_id: int) -> Commendation:
    try:
        return visible_commendation(commendation_id, plan_id=plan_id, actor=actor_on(request))
    except PlanNotVisible:
        raise Http404 from None


def _for(request: HttpRequest, plan_id: int, commendation_id: int, act: str) -> Commendation:
    """Return the proposal if this act is the asker's; 404 where it is not."""
    row = _row(request, plan_id, commendation_id)
    if not powers(row, actor_on(request))[act]:
        raise Http404
    return row


def _page_of(row: Commendation) -> str:
    return reverse("planning:commendation", args=[row.plan_id, row.pk])


def _steps(plan: Plan) -> Steps:
    return (
        (_("Kế hoạch"), reverse("planning:plans")),
        (name_of(plan), reverse("planning:plan", args=[plan.pk])),
        (_("Khen thưởng"), reverse("planning:commendations", args=[plan.pk])),
    )
