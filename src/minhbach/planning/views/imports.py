"""Taking a document in, and the overview of its review."""

from collections.abc import Callable
from datetime import date

from django.contrib import messages
from django.core.paginator import Paginator
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from minhbach.accounts.doors import actor_on, role_only
from minhbach.agencies.queries import body_names
from minhbach.domain.lifecycles.plan_import import PLAN_IMPORT, ImportEvent, ImportState
from minhbach.domain.lifecycles.table import MoveNotAllowed
from minhbach.foundation import clock
from minhbach.foundation.contracts import Subject
from minhbach.planning.actions.confirm_plan import confirm_plan
from minhbach.planning.actions.discard_import import discard_import, take_back_import
from minhbach.planning.actions.receive_document import receive_document
from minhbach.planning.contracts import AlreadyImported, ImportRefused, PlanNotVisible
from minhbach.planning.forms import ImportForm
from minhbach.planning.history import history_of
from minhbach.planning.jobs import read_import
from minhbach.planning.models import PlanImport
from minhbach.planning.queries import doubts_of, head_name, imports_visible_to, visible_import
from minhbach.planning.rules import MAY_CONFIRM, MAY_IMPORT, only_coordinating, unanswered

STATE_TAGS = {
    ImportState.WAITING: ("waiting", "Đang chờ đọc"),
    ImportState.IN_REVIEW: ("act", "Cần kiểm tra"),
    ImportState.CONFIRMED: ("done", "Đã xác nhận"),
    ImportState.UNREADABLE: ("late", "Không đọc được"),
    ImportState.REFUSED: ("closed", "Bị từ chối, không lưu"),
    ImportState.DISCARDED: ("closed", "Đã bỏ"),
}


def the_import(request: HttpRequest, import_id: int) -> PlanImport:
    """Return the import for who asks; 404 where it is not there for them."""
    try:
        return visible_import(import_id, actor=actor_on(request))
    except PlanNotVisible:
        raise Http404 from None


@role_only(*MAY_IMPORT)
def imports(request: HttpRequest) -> HttpResponse:
    """Show the documents taken in, newest first."""
    rows = imports_visible_to(actor_on(request)).select_related("body")
    page = Paginator(rows, 30).get_page(request.GET.get("trang"))
    lines = [
        {
            "row": row,
            "name": head_name(row.head) if row.head else _("Văn bản"),
            "tag": STATE_TAGS[ImportState(row.state)],
        }
        for row in page
    ]
    return render(request, "planning/imports.html", {"page": page, "lines": lines})


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
def import_overview(request: HttpRequest, import_id: int) -> HttpResponse:
    """Show how far the import is: what the document says of itself, its tasks, what is still unsure."""
    row = the_import(request, import_id)
    state = ImportState(row.state)
    if state == ImportState.WAITING:
        return render(request, "planning/import_waiting.html", {"row": row})
    if state in (ImportState.UNREADABLE, ImportState.REFUSED):
        return render(request, "planning/import_failed.html", {"row": row, "tag": STATE_TAGS[state]})
    drafts = list(row.draft_tasks.all())
    lines = [{"draft": draft, "doubts": doubts_of(draft)} for draft in drafts]
    kept = [draft for draft in drafts if not draft.left_out]
    written = [{"lead": draft.lead, "coordinating": draft.coordinating} for draft in kept]
    names = unanswered(written)
    vague = only_coordinating(names, written)
    plan_id = getattr(getattr(row, "plan", None), "pk", None) if state == ImportState.CONFIRMED else None
    return render(
        request,
        "planning/import_overview.html",
        {
            "row": row,
            "name": head_name(row.head),
            "issued_on": date.fromisoformat(row.head["date"]) if row.head.get("date") else None,
            "tag": STATE_TAGS[state],
            "lines": sorted(lines, key=lambda line: (not line["doubts"], line["draft"].position)),
            "task_count": len(kept),
            "unsure": sum(bool(line["doubts"]) for line in lines),
            "blocking": sum(any(doubt.blocks for doubt in line["doubts"]) for line in lines),
            "unchecked": sum(not draft.checked for draft in kept),
            "names": [name for name in names if name not in vague],
            "vague": vague,
            "events": PLAN_IMPORT.events(state),
            "may_confirm": actor_on(request).holds(*MAY_CONFIRM, body=row.body_id),
            "history": history_of(Subject("plan_import", row.pk)),
            "plan_id": plan_id,
            "in_review": state == ImportState.IN_REVIEW,
            "may_take_back": ImportEvent.TAKE_BACK in PLAN_IMPORT.events(state) and row.stored_file_id,
        },
    )


@role_only(*MAY_IMPORT)
@require_http_methods(["GET", "POST"])
def confirm_import(request: HttpRequest, import_id: int) -> HttpResponse:
    """Ask once more what becomes of the document, then make the plan."""
    row = the_import(request, import_id)
    if row.state != ImportState.IN_REVIEW:
        return redirect("planning:import", import_id)
    problem = ""
    if request.method == "POST":
        try:
            plan_id = confirm_plan(import_id=import_id, actor=actor_on(request), now=clock.now())
            return redirect("planning:plan", plan_id)
        except ImportRefused as refused:
            problem = refused.reason
    drafts = [draft for draft in row.draft_tasks.all() if not draft.left_out]
    leads = {body for draft in drafts for name in draft.lead for body in name["bodies"]}
    context = {
        "row": row,
        "name": head_name(row.head),
        "task_count": len(drafts),
        "body_count": len(leads),
        "unchecked": sum(not draft.checked for draft in drafts),
        "problem": problem,
    }
    return render(request, "planning/import_confirm.html", context, status=409 if problem else 200)


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
