"""Drawing a body's own plan from the plan above, and the document that it becomes."""

from collections.abc import Callable

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from minhbach.accounts.doors import actor_on, role_only
from minhbach.agencies.queries import body_names
from minhbach.foundation import clock
from minhbach.foundation.dates import local_date
from minhbach.papers.contracts import FontsMissing, Paper
from minhbach.papers.rendering import as_docx, as_pdf
from minhbach.papers.writing import file_name_of
from minhbach.planning.actions.draw_plan import draw_plan
from minhbach.planning.cascade.forms import DrawForm
from minhbach.planning.contracts import AlreadyImported, ImportRefused
from minhbach.planning.exports.paper import paper_of
from minhbach.planning.queries import name_of
from minhbach.planning.queries.drawing import bodies_that_may_draw
from minhbach.planning.rules import MAY_IMPORT
from minhbach.planning.views.imports import the_import
from minhbach.planning.views.plans import the_plan

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@role_only(*MAY_IMPORT)
@require_http_methods(["GET", "POST"])
def draw(request: HttpRequest, plan_id: int) -> HttpResponse:
    """Say what a plan of the body's own would hold, and make it."""
    plan, actor = the_plan(request, plan_id), actor_on(request)
    may = bodies_that_may_draw(plan, actor=actor)
    if not may:
        raise Http404
    form = DrawForm(request.POST or None, bodies=body_names(may))
    if request.method == "POST" and form.is_valid():
        try:
            body = form.cleaned_data["body"]
            return redirect("planning:import", draw_plan(plan_id=plan.pk, body_id=body, actor=actor, now=clock.now()))
        except AlreadyImported as known:
            messages.info(request, known.reason)
            return redirect("planning:import", known.import_id)
        except ImportRefused as refused:
            form.add_error(None, refused.reason)
    lines = [{"name": name, "leads": may[pk]} for pk, name in body_names(may).items()]
    context = {"plan": plan, "name": name_of(plan), "form": form, "lines": lines}
    return render(request, "planning/draw_plan.html", context, status=422 if form.errors else 200)


@role_only(*MAY_IMPORT)
def docx(request: HttpRequest, import_id: int) -> HttpResponse:
    """Give the drawn plan as a document to work on."""
    return _file(request, import_id, as_docx, DOCX, "docx")


@role_only(*MAY_IMPORT)
def pdf(request: HttpRequest, import_id: int) -> HttpResponse:
    """Give the drawn plan as a document to read and sign."""
    return _file(request, import_id, as_pdf, "application/pdf", "pdf")


def _file(
    request: HttpRequest, import_id: int, render_as: Callable[[Paper], bytes], media_type: str, ending: str
) -> HttpResponse:
    row = the_import(request, import_id)
    if not row.drawn:
        raise Http404
    paper = paper_of(row, year=local_date(row.uploaded_at).year)
    try:
        content = render_as(paper)
    except FontsMissing as missing:
        messages.error(request, str(missing) or _("Máy chủ chưa có phông chữ để làm PDF; tải bản DOCX."))
        return redirect(reverse("planning:import", args=[import_id]))
    response = HttpResponse(content, content_type=media_type)
    response["Content-Disposition"] = f'attachment; filename="{file_name_of(paper)}.{ending}"'
    return response
