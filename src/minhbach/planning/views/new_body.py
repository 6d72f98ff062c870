"""Adding a body that the tree lacks, while a document that names it is under review."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from minhbach.accounts.doors import actor_on, role_only
from minhbach.agencies.contracts import AgenciesError
from minhbach.agencies.queries import body, find_issuing_body
from minhbach.agencies.queries.adding import body_to_add, committee_of
from minhbach.domain.bodies.values import Kind
from minhbach.foundation import clock
from minhbach.planning.actions.add_missing_body import add_missing_body
from minhbach.planning.body_labels import bodies_like, body_labels
from minhbach.planning.forms import NEW_BODY_KINDS, NewBodyForm
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
    finds = "find" in request.POST
    as_read = _as_read(row, written)
    form = NewBodyForm(
        None if finds else request.POST or None,
        initial=request.POST.dict() if finds else as_read,
        parents=_parents(request, row, as_read["parent"]).items(),
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
        "tim": _looked_for(request),
    }
    return render(request, "planning/review_new_body.html", context, status=422 if form.errors else 200)


def _as_read(row: PlanImport, written: str) -> dict[str, Any]:
    """Return what the form proposes: the name as the document has it, and what it is likely to be and to stand under.

    What issued the document stands under the body above it in the letterhead, or the committee of the place named, or
    nobody knows; what a task names stands under the issuer.
    """
    place, issued = row.head.get("place") or "", row.head.get("date")
    on = date.fromisoformat(issued) if issued else None
    name = written or row.head.get("issuing_body") or ""
    to_add = body_to_add(name, place=place, on=on or date.max) if name else None
    kind = to_add.kind if to_add and to_add.kind in NEW_BODY_KINDS else None
    above = find_issuing_body(row.head.get("parent_body") or "", place=place, on=on)
    there = committee_of(to_add.territory_key) if kind and to_add else None
    return {"name": name, "parent": row.issuing_body_id if written else above or there, "kind": kind}


def _parents(request: HttpRequest, row: PlanImport, likely: int | None) -> dict[int, str]:
    chosen = request.POST.get("parent", "")
    near = [int(chosen) if chosen.isdecimal() else None, likely, row.issuing_body_id, row.body_id]
    return body_labels(
        [body for body in near if body] + bodies_like(_looked_for(request), near=row.head.get("place") or "", limit=12)
    )


def _looked_for(request: HttpRequest) -> str:
    return request.POST.get("tim") or request.GET.get("tim", "")
