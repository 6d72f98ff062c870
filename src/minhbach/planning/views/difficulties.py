"""Difficulties as officers see them: the list, one of them, and their sum for the level above."""

from typing import Any

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from minhbach.accounts.doors import actor_on, officer_only
from minhbach.agencies.queries import body_names
from minhbach.domain.access import Actor
from minhbach.domain.lifecycles.difficulty import DifficultyState
from minhbach.foundation import clock
from minhbach.foundation.contracts import Subject
from minhbach.foundation.dates import written
from minhbach.foundation.sheets import as_csv
from minhbach.planning.actions.answer_difficulty import came_from_above
from minhbach.planning.contracts import DifficultyNotVisible
from minhbach.planning.difficulties.moves import DIFFICULTY_KIND
from minhbach.planning.following.filters import DifficultyFilterForm
from minhbach.planning.following.labels import DIFFICULTY_TAGS
from minhbach.planning.history import history_of
from minhbach.planning.models import Difficulty, Plan
from minhbach.planning.queries import name_of
from minhbach.planning.queries.difficulties import (
    bodies_to_ask,
    difficulties_visible_to,
    may_answer,
    may_raise_for,
    narrowed_difficulties,
    visible_difficulty,
    waiting_for_answer,
)
from minhbach.planning.queries.taking_part import bodies_spoken_for
from minhbach.planning.views.lists import page_of

MANY = 10
"""Of what waits, so many are looked at to tell whether anybody can be asked in its place."""


def the_difficulty(request: HttpRequest, difficulty_id: int) -> Difficulty:
    """Return the difficulty for who asks; 404 where it is not there for them."""
    try:
        return visible_difficulty(difficulty_id, actor=actor_on(request))
    except DifficultyNotVisible:
        raise Http404 from None


@officer_only
def difficulties(request: HttpRequest) -> HttpResponse:
    """Show the difficulties that concern the officer's bodies."""
    actor = actor_on(request)
    visible = difficulties_visible_to(actor)
    form = _form(request, visible)
    rows = narrowed_difficulties(visible, form.filters(), actor=actor, order=form.order())
    if request.GET.get("dang") == "csv":
        return difficulties_sheet(rows, file_name="vuong-mac.csv")
    page, waiting = page_of(request, rows, size=30), waiting_for_answer(actor)
    context = {
        "page": page,
        "lines": [difficulty_line(row) for row in page],
        "form": form,
        "may_raise": bool(bodies_spoken_for(actor)),
        "waiting": waiting.count(),
        "may_gather": _may_gather(waiting),
    }
    return render(request, "planning/difficulties.html", context)


def _may_gather(waiting: QuerySet[Difficulty]) -> bool:
    """Say whether several wait, and somebody stands above who could be asked in their place."""
    first = list(waiting[:MANY])
    plans = {row.asked_id: row.plan for row in first}
    upwards = [bodies_to_ask(asked, plan=plan, on=clock.today()) for asked, plan in plans.items()]
    return len(first) > 1 and any(upwards)


@officer_only
def difficulty(request: HttpRequest, difficulty_id: int) -> HttpResponse:
    """Show one difficulty with its answers, the way that it took, and its history."""
    row, actor = the_difficulty(request, difficulty_id), actor_on(request)
    above = row.passed_as.exclude(state=DifficultyState.WITHDRAWN).select_related("asked").order_by("-pk")
    seen = set(difficulties_visible_to(actor).filter(pk__in=[one.pk for one in above]).values_list("pk", flat=True))
    below = difficulties_visible_to(actor).filter(passed_as=row.pk).select_related("body").order_by("raised_at", "pk")
    context = {
        **difficulty_line(row),
        "earlier": row.earlier_answers.select_related("answered_by", "asked_again_by").order_by("asked_again_at"),
        "above": [{"row": one, "seen": one.pk in seen} for one in above],
        "below": below,
        "can": possible(row, actor),
        "history": history_of(Subject(DIFFICULTY_KIND, row.pk)),
    }
    return render(request, "planning/difficulty.html", context)


def powers(row: Difficulty, actor: Actor) -> dict[str, bool]:
    """Return which acts are the actor's, whether they are possible now or not."""
    own, asked = may_raise_for(actor, row), may_answer(actor, row)
    mine = dict.fromkeys(("change", "withdraw", "ask_again"), own)
    return {**mine, **dict.fromkeys(("answer", "pass_up", "correct"), asked)}


def possible(row: Difficulty, actor: Actor) -> dict[str, bool]:
    """Return what the actor may do with it now; what is not allowed is absent from the page."""
    raised, answered = row.state == DifficultyState.RAISED, row.state == DifficultyState.ANSWERED
    upwards = [one for one in bodies_to_ask(row.asked_id, plan=row.plan, on=clock.today()) if one != row.body_id]
    now = {
        "answer": raised,
        "pass_up": raised and bool(upwards),
        "correct": answered and not came_from_above(row),
        "change": raised,
        "withdraw": raised,
        "ask_again": answered,
    }
    return {act: mine and now[act] for act, mine in powers(row, actor).items()}


def difficulty_line(row: Difficulty) -> dict[str, Any]:
    """Return what lists and pages show of one difficulty."""
    return {
        "row": row,
        "tag": DIFFICULTY_TAGS[_state(row)],
        "plan_name": name_of(row.plan) if row.plan else "",
    }


def _state(row: Difficulty) -> DifficultyState:
    """Return the state on the day that was asked for, or the present one."""
    return DifficultyState(getattr(row, "state_then", row.state))


def difficulties_sheet(rows: QuerySet[Difficulty], *, file_name: str) -> HttpResponse:
    """Return the difficulties as CSV, with their words."""
    head = (
        _("Nêu ngày"), _("Cơ quan nêu"), _("Hỏi cơ quan"), _("Kế hoạch"), _("Nhiệm vụ"), _("Khó khăn, vướng mắc"),
        _("Đề xuất, kiến nghị"), _("Tình trạng"), _("Trả lời"), _("Trả lời ngày"),
    )  # fmt: skip
    cells = (
        (
            written(row.raised_at),
            row.body,
            row.asked,
            name_of(row.plan) if row.plan else _("chung"),
            row.task.title if row.task else "",
            row.text,
            row.proposal,
            DIFFICULTY_TAGS[_state(row)][1],
            *(
                (row.answer, written(row.answered_at))
                if row.answered_at and _state(row) == DifficultyState.ANSWERED
                else ("", "")
            ),
        )
        for row in rows.iterator(chunk_size=500)
    )
    return as_csv(head, cells, file_name=file_name)


def _form(request: HttpRequest, visible: QuerySet[Difficulty]) -> DifficultyFilterForm:
    """Return the question to the list; it offers what stands in the rows that the asker may see, and no more."""
    plans = Plan.objects.filter(pk__in=visible.order_by().values("plan")).order_by("-issued_on", "-pk")
    task, bodies = request.GET.get("viec", ""), {request.GET.get("hoi", ""), request.GET.get("neu", "")}
    tasks = visible.filter(task=int(task)) if task.isdecimal() else visible.none()
    return DifficultyFilterForm(
        request.GET,
        plans=[(plan.pk, name_of(plan)) for plan in plans],
        tasks=tasks.order_by().values_list("task_id", "task__title").distinct(),
        bodies=body_names([int(one) for one in bodies if one.isdecimal()]).items(),
    )


def address_of(row_id: int) -> str:
    """Return the page of one difficulty."""
    return reverse("planning:difficulty", args=[row_id])
