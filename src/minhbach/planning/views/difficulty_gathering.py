"""Several difficulties passed up as one question: first they are chosen, then the question is written."""

from collections.abc import Collection, Sequence
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from minhbach.accounts.doors import actor_on, officer_only
from minhbach.domain.access import Actor
from minhbach.foundation import clock
from minhbach.planning.actions.pass_up_difficulties import AT_ONCE, pass_up_difficulties
from minhbach.planning.following.forms import PassUpForm
from minhbach.planning.models import Difficulty
from minhbach.planning.queries import name_of
from minhbach.planning.queries.difficulties import (
    FACTS,
    bodies_to_ask,
    difficulties_visible_to,
    may_answer,
    waiting_for_answer,
)
from minhbach.planning.rules import MAY_FOLLOW
from minhbach.planning.views.difficulties import address_of, difficulty_line
from minhbach.planning.views.forming import form_page

CHOSEN = "chon"
LONGEST_ID = 18
"""Digits that any id in the database may have."""


@officer_only
@require_http_methods(["GET", "POST"])
def gather(request: HttpRequest) -> HttpResponse:
    """Offer what waits for an answer; with `?chon=1&chon=2` take those up in one question."""
    actor = actor_on(request)
    if not actor.holds(*MAY_FOLLOW):
        raise Http404
    waiting = waiting_for_answer(actor)
    ids = [int(one) for one in request.GET.getlist(CHOSEN) if one.isdecimal() and len(one) <= LONGEST_ID]
    if request.method == "POST":
        # What somebody answered meanwhile is refused by name of the act, with all that was typed still there.
        return _question(request, _of_own(ids, actor))
    chosen = list(waiting.filter(pk__in=ids)[:AT_ONCE])
    asked = {row.asked_id for row in chosen}
    if len(asked) == 1:
        return _question(request, chosen)
    context = {
        "lines": [difficulty_line(row) for row in waiting[:AT_ONCE]],
        "chosen": {row.pk for row in chosen},
        # Nothing is said before a choice was sent.
        "none": CHOSEN in request.GET and not chosen,
        "several": len(asked) > 1,
        "name": CHOSEN,
    }
    return render(request, "planning/difficulty_gather.html", context)


def _of_own(ids: Collection[int], actor: Actor) -> list[Difficulty]:
    rows = difficulties_visible_to(actor).filter(pk__in=ids).select_related(*FACTS).order_by("raised_at", "pk")
    found = [row for row in rows if may_answer(actor, row)]
    if not found or len(found) < len(set(ids)):
        raise Http404
    return found


def _question(request: HttpRequest, rows: Sequence[Difficulty]) -> HttpResponse:
    raised_by = {row.body_id for row in rows}
    plan = rows[0].plan if len({row.plan_id for row in rows}) == 1 else None
    above = bodies_to_ask(rows[0].asked_id, plan=plan, on=clock.today())
    offered = [(one, name) for one, name in above.items() if one not in raised_by]
    form = PassUpForm(request.POST or None, asked=offered, initial=_first_words(rows))

    def act() -> str:
        given: dict[str, Any] = form.cleaned_data
        return address_of(
            pass_up_difficulties(
                difficulty_ids=[row.pk for row in rows],
                asked_id=given["asked"],
                text=given["text"],
                proposal=given["proposal"],
                actor=actor_on(request),
                now=clock.now(),
            )
        )

    return form_page(
        request, form, act, heading=_("Gộp vướng mắc chuyển lên cấp trên"), verb=_("Chuyển lên"),
        done=_("Đã chuyển lên cấp trên."), template="planning/difficulty_gathered.html",
        steps=((_("Vướng mắc"), reverse("planning:difficulties")),),
        lines=[difficulty_line(row) for row in rows], nobody=not offered,
        context_line=name_of(plan) if plan else "",
        lead=_("Cấp trên đọc được cả lời gốc của từng cơ quan. Khi cấp trên trả lời, câu trả lời tự về mỗi cơ quan."),
    )  # fmt: skip


def _first_words(rows: Sequence[Difficulty]) -> dict[str, str]:
    """Return what the question may begin with: the words of each body, to be drawn together by who passes them up."""
    return {
        "text": "\n".join(f"- {row.body}: {row.text}" for row in rows),
        "proposal": "\n".join(f"- {row.body}: {row.proposal}" for row in rows if row.proposal),
    }
