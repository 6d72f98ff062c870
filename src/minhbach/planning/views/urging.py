"""Urging bodies about a plan by letter: whom, what the letter will say, then the letter's own page."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from minhbach.accounts.doors import actor_on, officer_only
from minhbach.foundation import clock
from minhbach.foundation.calendar import calendar_in_use
from minhbach.foundation.contracts import Subject
from minhbach.papers.queries import letters_about, letters_in_short
from minhbach.planning.actions.urge import urge
from minhbach.planning.contracts import PlanNotVisible, WorkRefused
from minhbach.planning.models import Plan
from minhbach.planning.queries.plans import PLAN, name_of
from minhbach.planning.queries.urging import parts_to_urge, plan_to_urge, urgings_of
from minhbach.planning.rules import ANSWER_WITHIN
from minhbach.planning.urging.forms import APART, REASONS, TOGETHER, UrgeForm
from minhbach.planning.urging.letters import Urged, UrgedPart, by_body

SHOWN = 150
LETTERS_SHOWN = 50


@officer_only
@require_http_methods(["GET", "POST"])
def urging(request: HttpRequest, plan_id: int) -> HttpResponse:
    """Show whom to urge, all of them ticked; sent, draft the letters and go to them."""
    plan, reason, today = _the_plan(request, plan_id), _reason(request), clock.today()
    parts = parts_to_urge(plan, reason, on=today, actor=actor_on(request))
    form = _form(request, parts)
    if request.method == "POST" and form.is_valid():
        try:
            return _drafted(request, plan, reason, form, parts)
        except WorkRefused as refused:
            form.add_error(None, refused.reason)
    context = {
        "plan": plan,
        "name": name_of(plan),
        "form": form,
        "reasons": [(one.value, words, one == reason) for one, words in REASONS.items()],
        "bodies": len(by_body(parts)),
        "parts": len(parts),
        "unshown": max(0, len(by_body(parts)) - SHOWN),
        "letters": _letters(request, plan),
        "letters_url": f"{reverse('papers:letters')}",
    }
    return render(request, "planning/urging.html", context, status=422 if form.errors else 200)


def _the_plan(request: HttpRequest, plan_id: int) -> Plan:
    try:
        return plan_to_urge(plan_id, actor=actor_on(request))
    except PlanNotVisible:
        raise Http404 from None


def _reason(request: HttpRequest) -> Urged:
    asked = request.GET.get("vi", "")
    return Urged(asked) if asked in list(Urged) else Urged.LATE


def _form(request: HttpRequest, parts: tuple[UrgedPart, ...]) -> UrgeForm:
    found = by_body(parts)
    urged = urgings_of([part.assignment_id for part in parts], drafts=True) if len(found) <= SHOWN else {}
    choices = [(pk, _in_words(own, urged)) for pk, own in list(found.items())[:SHOWN]]
    asked = request.GET.getlist("co_quan")
    ticked = [str(pk) for pk, _words in choices if not asked or str(pk) in asked]
    everyone = _("Tất cả %(count)s cơ quan, kể cả cơ quan không hiện ở trên") % {"count": len(found)}
    return UrgeForm(
        request.POST if request.method == "POST" else None,
        bodies=choices,
        everyone=everyone if len(found) > SHOWN else "",
        initial={
            "bodies": ticked,
            "answer_by": calendar_in_use().add_working_days(clock.today(), ANSWER_WITHIN),
            "separately": TOGETHER,
        },
    )


def _in_words(own: list[UrgedPart], urged: Any) -> str:
    works = ngettext("%(body)s: %(count)s việc", "%(body)s: %(count)s việc", len(own))
    words = works % {"body": own[0].body, "count": len(own)}
    days = [one.on for part in own for one in urged.get(part.assignment_id, ()) if one.on]
    return words + (_(", đã đôn đốc ngày %(day)s") % {"day": f"{max(days):%d/%m/%Y}"} if days else "")


def _drafted(
    request: HttpRequest, plan: Plan, reason: Urged, form: UrgeForm, parts: tuple[UrgedPart, ...]
) -> HttpResponse:
    given = form.cleaned_data
    letters = urge(
        plan_id=plan.pk,
        reason=reason,
        body_ids=by_body(parts).keys() if given.get("everyone") else given["bodies"],
        answer_by=given["answer_by"],
        separately=given["separately"] == APART,
        more=given["more"],
        actor=actor_on(request),
        now=clock.now(),
    )
    words = ngettext("Đã soạn %(count)s công văn đôn đốc.", "Đã soạn %(count)s công văn đôn đốc.", len(letters))
    messages.success(request, words % {"count": len(letters)})
    return redirect("papers:letter", letters[0]) if len(letters) == 1 else redirect("planning:urge", plan.pk)


def _letters(request: HttpRequest, plan: Plan) -> list[dict[str, Any]]:
    """Return the letters about the plan that the officer sees, newest first."""
    rows = list(letters_about(Subject(PLAN, plan.pk), actor=actor_on(request))[:LETTERS_SHOWN])
    short = letters_in_short({row.pk for row in rows})
    return [{"row": row, "name": short[row.pk].name} for row in rows]
