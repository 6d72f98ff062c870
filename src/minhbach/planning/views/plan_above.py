"""Choosing the plan above that a document or a confirmed plan carries out."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from minhbach.accounts.doors import actor_on, role_only
from minhbach.foundation import clock
from minhbach.foundation.dates import written
from minhbach.planning.actions.set_plan_above import choose_plan_above, set_plan_above
from minhbach.planning.cascade.forms import AboveForm
from minhbach.planning.contracts import ImportRefused, WorkRefused
from minhbach.planning.models import Plan
from minhbach.planning.queries import PlanFilters, head_name, name_of, narrowed
from minhbach.planning.queries.above import cited_plans, plans_to_carry_out
from minhbach.planning.rules import MAY_CONFIRM, MAY_IMPORT
from minhbach.planning.views.plans import the_plan
from minhbach.planning.views.review import in_review

OFFERED = 20


@role_only(*MAY_IMPORT)
@require_http_methods(["GET", "POST"])
def of_import(request: HttpRequest, import_id: int) -> HttpResponse:
    """Choose for a document under review."""
    row = in_review(request, import_id)
    act: Callable[..., None] = choose_plan_above
    return _page(
        request,
        body=row.body_id,
        own=Plan.objects.filter(plan_import=row).first(),
        above=row.above,
        head=row.head,
        act=lambda above: act(import_id=row.pk, above_id=above, actor=actor_on(request), now=clock.now()),
        name=head_name(row.head),
        back=reverse("planning:import", args=[row.pk]),
    )


@role_only(*MAY_CONFIRM)
@require_http_methods(["GET", "POST"])
def of_plan(request: HttpRequest, plan_id: int) -> HttpResponse:
    """Choose for a confirmed plan."""
    plan = the_plan(request, plan_id)
    if not actor_on(request).holds(*MAY_CONFIRM, body=plan.body_id):
        raise Http404
    return _page(
        request,
        body=plan.body_id,
        own=plan,
        above=plan.above,
        head=plan.plan_import.head if plan.plan_import else {},
        act=lambda above: set_plan_above(plan_id=plan.pk, above_id=above, actor=actor_on(request), now=clock.now()),
        name=name_of(plan),
        back=reverse("planning:plan", args=[plan.pk]),
    )


def _page(
    request: HttpRequest,
    *,
    body: int,
    own: Plan | None,
    above: Plan | None,
    head: dict[str, Any],
    act: Callable[[int | None], None],
    name: str,
    back: str,
) -> HttpResponse:
    words = request.GET.get("tim", "")
    plans = plans_to_carry_out(body, actor=actor_on(request), but=own)
    cited = cited_plans(head, plans)
    found = narrowed(plans, PlanFilters(words=words)).select_related("issuing_body", "body")[:OFFERED]
    offered = {one.pk: one for one in (*([above] if above else []), *(() if words else cited), *found)}
    notes = {one.pk: _("có trong căn cứ của văn bản") for one in cited}
    choices = [(pk, _label(one, notes.get(pk, ""))) for pk, one in offered.items()]
    initial = above.pk if above else cited[0].pk if cited and not words else ""
    form = AboveForm(request.POST or None, plans=choices, initial={"above": initial})
    if request.method == "POST" and form.is_valid():
        try:
            act(form.cleaned_data["above"])
            messages.success(request, _("Đã lưu kế hoạch cấp trên."))
            return redirect(back)
        except (WorkRefused, ImportRefused) as refused:
            form.add_error("above", refused.reason)
    context = {
        "form": form,
        "name": name,
        "back": back,
        "tim": words,
        "found_nothing": bool(words) and not found,
        "proposed": bool(cited) and above is None,
    }
    return render(request, "planning/plan_above.html", context, status=422 if form.errors else 200)


def _label(plan: Plan, note: str) -> str:
    when = written(plan.issued_on) if plan.issued_on else ""
    parts = (name_of(plan), when, str(plan.issuing_body or plan.issuer_name), plan.title[:120])
    label = " · ".join(filter(None, parts))
    return f"{label} ({note})" if note else label
