"""Confirmed plans as officers see them."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from minhbach.accounts.doors import actor_on, officer_only
from minhbach.accounts.queries import names_of_active_holders, person_names
from minhbach.domain.access import Actor, Role
from minhbach.domain.lifecycles.publication import PublicationState
from minhbach.foundation import clock
from minhbach.foundation.contracts import Subject
from minhbach.planning.contracts import PlanNotVisible
from minhbach.planning.figures import figure_context
from minhbach.planning.filter_forms import PlanFilterForm
from minhbach.planning.history import history_of
from minhbach.planning.labels import PUBLICATION_TAGS, Tag
from minhbach.planning.models import Plan
from minhbach.planning.queries import (
    PLAN,
    assignments_in,
    is_reopened,
    name_of,
    narrowed,
    plans_visible_to,
    sorted_plans,
    tasks_of,
    visible_plan,
    waiting_imports,
    with_task_counts,
)
from minhbach.planning.queries.counting import add_counts
from minhbach.planning.queries.sheets import results_to_accept
from minhbach.planning.queries.work import works_open_to
from minhbach.planning.rules import MAY_CONFIRM, MAY_FOLLOW, MAY_IMPORT, reason_not_to_reopen
from minhbach.planning.sheets.reading import assignments_sheet, plans_sheet, public_work_sheet, tasks_sheet
from minhbach.planning.views.lists import page_of, plan_tasks_form, standing_counts
from minhbach.planning.views.plan_around import around
from minhbach.planning.views.plan_lists import plan_work_context, plan_work_form, stands_of_tasks, task_lines
from minhbach.planning.views.plan_ways import ways_from
from minhbach.publication.contracts import PublicationRecord
from minhbach.publication.queries import publication_of, states_of
from minhbach.publication.rules import MAY_APPROVE, MAY_SUBMIT


def the_plan(request: HttpRequest, plan_id: int) -> Plan:
    """Return the plan for who asks; 404 where it is not there for them."""
    try:
        return visible_plan(plan_id, actor=actor_on(request))
    except PlanNotVisible:
        raise Http404 from None


@officer_only
def plans(request: HttpRequest) -> HttpResponse:
    """Show the plans that concern the officer's bodies."""
    actor = actor_on(request)
    form = PlanFilterForm(request.GET)
    rows = narrowed(with_task_counts(plans_visible_to(actor)), form.filters()).select_related("body", "issuing_body")
    rows = sorted_plans(rows, form.order())
    if request.GET.get("dang") == "csv":
        return plans_sheet(rows.iterator(chunk_size=500), file_name="ke-hoach.csv")
    page = page_of(request, rows, size=30)
    context = {
        "page": page,
        "lines": _lines(list(page), actor),
        "form": form,
        "may_import": actor.holds(*MAY_IMPORT),
        "to_review": waiting_imports(actor).count() if actor.holds(*MAY_IMPORT) else 0,
    }
    return render(request, "planning/plans.html", context)


@officer_only
def plan(request: HttpRequest, plan_id: int) -> HttpResponse:
    """Show one plan with its tasks, whose they are and when they are due."""
    row, actor, today = the_plan(request, plan_id), actor_on(request), clock.today()
    publication = publication_of(PLAN, row.pk)
    form = plan_tasks_form(request)
    day = form.day(today=today)
    tasks = list(tasks_of(row, form.filters(on=today), asked=form.order()))
    own = row.body_id in actor.bodies()
    by_task, work_url = stands_of_tasks(row, on=day), reverse("planning:plan_work", args=[row.pk])
    counted = add_counts(one.counts for one in by_task.values())
    context = {
        "plan": row,
        "name": name_of(row),
        "lines": task_lines(row, tasks, by_task, on=day),
        "form": form,
        "counts": standing_counts(counted, request, url=work_url),
        "tag": PUBLICATION_TAGS[publication.state if publication else None],
        "publication": publication,
        "can": _possible(row, publication, actor),
        "cascade": ways_from(row, actor=actor, on=today),
        "around": around(row, actor=actor),
        "reopened": is_reopened(row),
        "history": history_of(Subject(PLAN, row.pk)) if own else (),
        "approved_by": _approver(publication),
        "approvers": _approvers(row, publication) if own else None,
        "day": day,
        "told": len(results_to_accept(row, actor=actor, on=today)) if actor.holds(Role.LEADER) else 0,
        **figure_context(
            counted, day=day, work_url=work_url, figures_url=reverse("planning:plan_figures", args=[row.pk])
        ),
    }
    return render(request, "planning/plan.html", context)


@officer_only
def plan_work(request: HttpRequest, plan_id: int) -> HttpResponse:
    """Show every body's part in the plan's tasks: the rows that the plan's figures count."""
    row, actor, today = the_plan(request, plan_id), actor_on(request), clock.today()
    form = plan_work_form(request)
    keeps = row.body_id in actor.bodies()
    if not keeps:
        # To others a body's part is open only as far as to the public; the step inside it would tell more.
        del form.fields["buoc"]
    rows = assignments_in(row, form.filters(on=today, person=actor.person), asked=form.order())
    if request.GET.get("dang") == "csv":
        sheet = assignments_sheet if keeps else public_work_sheet
        return sheet(rows.iterator(chunk_size=1000), on=today, file_name=f"{row.slug}-viec.csv")
    context = plan_work_context(request, row, form, rows)
    shown = works_open_to(actor, [line["row"].pk for line in context["lines"]])
    for line in context["lines"]:
        line["closed"] = line["row"].pk not in shown
    return render(request, "planning/plan_work.html", context)


@officer_only
def plan_csv(request: HttpRequest, plan_id: int) -> HttpResponse:
    """Give the plan's tasks as CSV, with the same filters and order."""
    row, form = the_plan(request, plan_id), plan_tasks_form(request)
    tasks = tasks_of(row, form.filters(on=clock.today()), asked=form.order())
    return tasks_sheet(tasks.iterator(chunk_size=500), file_name=f"{row.slug}.csv")


def _lines(page: list[Plan], actor: Actor) -> list[dict[str, Any]]:
    states = states_of(PLAN, [plan.pk for plan in page])
    return [{"plan": plan, "name": name_of(plan), "tag": _tag(plan, states.get(plan.pk), actor)} for plan in page]


def _tag(plan: Plan, state: PublicationState | None, actor: Actor) -> Tag | None:
    # How far an unpublished plan has come is the affair of the body that holds it.
    shown = state == PublicationState.PUBLIC or plan.body_id in actor.bodies()
    return PUBLICATION_TAGS[state] if shown else None


def _possible(row: Plan, publication: PublicationRecord | None, actor: Actor) -> dict[str, bool]:
    own = row.body_id in actor.bodies()
    state = publication.state if publication else None
    submits = own and actor.holds(*MAY_SUBMIT, body=row.body_id)
    leads = actor.holds(*MAY_APPROVE, body=row.body_id)
    again = (None, PublicationState.SENT_BACK, PublicationState.TAKEN_BACK, PublicationState.WITHDRAWN)
    mends = actor.holds(*MAY_CONFIRM, body=row.body_id) and reason_not_to_reopen(state) is None
    return {
        "submit": submits and state in again and not is_reopened(row),
        "take_back": submits and state == PublicationState.SUBMITTED,
        "approve": leads and state == PublicationState.SUBMITTED,
        "withdraw": leads and state == PublicationState.PUBLIC,
        "urge": actor.holds(*MAY_FOLLOW, body=row.body_id),
        "report": own,
        "reopen": mends and row.plan_import is not None and not is_reopened(row),
    }


def _approver(publication: PublicationRecord | None) -> str:
    if publication is None or publication.approved_by is None:
        return ""
    return person_names([publication.approved_by]).get(publication.approved_by, "")


def _approvers(row: Plan, publication: PublicationRecord | None) -> tuple[str, ...] | None:
    """Return who may approve, where that is still ahead; None where it is not."""
    if publication is not None and publication.is_public:
        return None
    return names_of_active_holders(body_id=row.body_id, roles=MAY_APPROVE, on=clock.today())
