"""Taking a document in, and the overview of its review."""

from collections.abc import Callable, Sequence
from urllib.parse import urlencode

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from minhbach.accounts.doors import actor_on, role_only
from minhbach.agencies.queries import body_names
from minhbach.domain.lifecycles.plan_import import ImportState
from minhbach.domain.lifecycles.table import MoveNotAllowed
from minhbach.foundation import clock
from minhbach.planning.actions.confirm_plan import confirm_plan
from minhbach.planning.actions.discard_import import discard_import, take_back_import
from minhbach.planning.actions.receive_document import receive_document
from minhbach.planning.contracts import AlreadyImported, ImportRefused, PlanNotVisible
from minhbach.planning.filter_forms import ImportFilterForm
from minhbach.planning.forms import ImportForm
from minhbach.planning.jobs import read_import
from minhbach.planning.labels import STATE_TAGS
from minhbach.planning.models import DraftTask, PlanImport
from minhbach.planning.queries import head_name, imports_in_state, imports_visible_to, sorted_imports, visible_import
from minhbach.planning.queries.imports import first_hindrance, reason_not_to_confirm
from minhbach.planning.rules import MAY_CONFIRM, MAY_IMPORT
from minhbach.planning.views.lists import page_of


def the_import(request: HttpRequest, import_id: int) -> PlanImport:
    """Return the import for who asks; 404 where it is not there for them."""
    try:
        return visible_import(import_id, actor=actor_on(request))
    except PlanNotVisible:
        raise Http404 from None


@role_only(*MAY_IMPORT)
def imports(request: HttpRequest) -> HttpResponse:
    """Show the documents taken in, newest first."""
    actor = actor_on(request)
    form = ImportFilterForm(request.GET)
    rows = imports_in_state(imports_visible_to(actor).select_related("body"), form.asked("tinh_trang") or "")
    page = page_of(request, sorted_imports(rows, form.order()), size=30)
    lines = [
        {
            "row": row,
            "name": head_name(row.head) if row.head else _("Văn bản"),
            "tag": STATE_TAGS[ImportState(row.state)],
        }
        for row in page
    ]
    several = len(actor.bodies_where(*MAY_IMPORT)) > 1
    return render(
        request, "planning/imports.html", {"page": page, "lines": lines, "form": form, "several_bodies": several}
    )


@role_only(*MAY_IMPORT)
@require_http_methods(["GET", "POST"])
def new_import(request: HttpRequest) -> HttpResponse:
    """Take a document in."""
    actor = actor_on(request)
    bodies = body_names(actor.bodies_where(*MAY_IMPORT)).items()
    form = ImportForm(request.POST or None, request.FILES or None, bodies=bodies)
    if request.method == "POST" and form.is_valid():
        upload = form.cleaned_data["document"]
        try:
            with transaction.atomic():
                import_id = receive_document(
                    content=upload.read(),
                    name=upload.name,
                    body_id=form.cleaned_data["body"],
                    actor=actor,
                    now=clock.now(),
                )
                read_import.enqueue(import_id)
            return redirect("planning:import", import_id)
        except AlreadyImported as known:
            return render(request, "planning/already_imported.html", {"import_id": known.import_id}, status=409)
        except ImportRefused as refused:
            form.add_error("document", refused.reason)
    return render(request, "planning/new_import.html", {"form": form}, status=422 if form.errors else 200)


@role_only(*MAY_IMPORT)
@require_http_methods(["GET", "POST"])
def confirm_import(request: HttpRequest, import_id: int) -> HttpResponse:
    """Ask once more what becomes of the document, then make the plan."""
    row = the_import(request, import_id)
    if row.state != ImportState.IN_REVIEW:
        return redirect("planning:import", import_id)
    problem, problem_import = "", import_id
    if request.method == "POST":
        try:
            plan_id = confirm_plan(import_id=import_id, actor=actor_on(request), now=clock.now())
            return redirect("planning:plan", plan_id)
        except AlreadyImported as known:
            problem, problem_import = known.reason, known.import_id
        except ImportRefused as refused:
            problem = refused.reason
    drafts = [draft for draft in row.draft_tasks.all() if not draft.left_out]
    hindered = reason_not_to_confirm(row, drafts)
    leads = {body for draft in drafts for name in draft.lead for body in name["bodies"]}
    context = {
        "row": row,
        "name": head_name(row.head),
        "task_count": len(drafts),
        "body_count": len(leads),
        "hindered": hindered,
        "next_url": _next_open(row, drafts) if hindered else "",
        "may_confirm": actor_on(request).holds(*MAY_CONFIRM, body=row.body_id),
        "unchecked": sum(not draft.checked for draft in drafts),
        "problem": problem,
        "problem_import": problem_import,
    }
    return render(request, "planning/import_confirm.html", context, status=409 if problem else 200)


def _next_open(row: PlanImport, drafts: Sequence[DraftTask]) -> str:
    """Return the address where the first thing that hinders the confirmation is settled."""
    if row.issuing_body_id is None:
        return reverse("planning:review_head", args=[row.pk])
    found = first_hindrance(drafts)
    if found is None:
        return reverse("planning:review_new_task", args=[row.pk])
    draft, doubt = found
    if doubt.name:
        return f"{reverse('planning:review_name', args=[row.pk])}?{urlencode({'ten': doubt.name})}"
    return reverse("planning:review_task", args=[row.pk, draft.position])


@role_only(*MAY_IMPORT)
@require_POST
def discard(request: HttpRequest, import_id: int) -> HttpResponse:
    """Drop the import; the overview offers to take that back."""
    return _change(request, import_id, discard_import)


@role_only(*MAY_IMPORT)
@require_POST
def take_back(request: HttpRequest, import_id: int) -> HttpResponse:
    """Go on with a dropped import."""
    return _change(request, import_id, take_back_import)


def _change(request: HttpRequest, import_id: int, action: Callable[..., None]) -> HttpResponse:
    the_import(request, import_id)
    try:
        action(import_id=import_id, actor=actor_on(request), now=clock.now())
    except ImportRefused as refused:
        messages.error(request, refused.reason)
    except MoveNotAllowed:
        messages.error(request, _("Việc này không còn làm được ở bước hiện tại."))
    return redirect("planning:import", import_id)
