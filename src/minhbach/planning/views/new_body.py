"""Adding a body that the tree lacks, while a document that names it is under review."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from minhbach.accounts.doors import actor_on, role_only
from minhbach.agencies.contracts import AgenciesError
from minhbach.agencies.queries import body, body_names, search_bodies
from minhbach.domain.bodies.values import Kind
from minhbach.foundation import clock
from minhbach.planning.actions.add_missing_body import add_missing_body
from minhbach.planning.forms import NewBodyForm
from minhbach.planning.models import PlanImport
from minhbach.planning.queries import head_name
from minhbach.planning.rules import MAY_IMPORT
from minhbach.planning.views.review import in_review


@role_only(*MAY_IMPORT)
@require_http_methods(["GET", "POST"])
def new_body(request: HttpRequest, import_id: int) -> HttpResponse:
    """Add the body that a written name (`?ten=`) means, or, without one, the body that issued the document."""
    row = in_review(request, import_id)
    written = request.GET.get("ten", "")
    form = NewBodyForm(
        request.POST or None,
        initial={"name": written or row.head.get("issuing_body") or "", "parent": row.issuing_body_id},
        parents=_parents(request, row).items(),
    )
    if request.method == "POST" and form.is_valid():
        try:
            add_missing_body(
                import_id=import_id,
                written=written,
                name=form.cleaned_data["name"],
                kind=Kind(form.cleaned_data["kind"]),
                parent=body(form.cleaned_data["parent"]),
                actor=actor_on(request),
                now=clock.now(),
            )
        except AgenciesError as refused:
            form.add_error("name", str(refused))
        else:
            messages.success(request, _("Đã thêm cơ quan."))
            return redirect("planning:import", import_id)
    context = {
        "row": row,
        "name": head_name(row.head),
        "form": form,
        "written": written,
        "tim": request.GET.get("tim", ""),
    }
    return render(request, "planning/review_new_body.html", context, status=422 if form.errors else 200)


def _parents(request: HttpRequest, row: PlanImport) -> dict[int, str]:
    near = body_names({row.body_id, *filter(None, [row.issuing_body_id])})
    chosen = request.POST.get("parent", "")
    asked = body_names([int(chosen)]) if chosen.isdecimal() else {}
    return near | dict(search_bodies(request.GET.get("tim", ""), limit=12)) | asked
