"""What goes out of a public plan for everybody: figures by body, the workbook, data for programs."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.urls import reverse

from minhbach.foundation import clock
from minhbach.planning.contracts import PlanNotVisible
from minhbach.planning.exports.data import plan_as_json
from minhbach.planning.models import Plan
from minhbach.planning.queries import public_plan
from minhbach.planning.report_forms import DayForm
from minhbach.planning.views.out import figures_page, workbook_file


def figures(request: HttpRequest, slug: str) -> HttpResponse:
    """Show how the plan and each leading body stand as of a day."""
    work_url = reverse("planning:public_work", args=[slug])
    return figures_page(request, _public(slug), "planning/public_figures.html", work_url=work_url)


def workbook(request: HttpRequest, slug: str) -> HttpResponse:
    """Give the workbook with dates and how the work stands."""
    return workbook_file(_public(slug), DayForm(request.GET).day(today=clock.today()), full=False)


def data(request: HttpRequest, slug: str) -> HttpResponseBase:
    """Give the plan and its state as JSON."""
    plan = _public(slug)
    url = request.build_absolute_uri(reverse("planning:public_plan", args=[slug]))
    text = plan_as_json(plan, DayForm(request.GET).day(today=clock.today()), url=url)
    response = StreamingHttpResponse(text, content_type="application/json; charset=utf-8")
    # Public data is for every page and program; nothing here depends on who asks.
    response["Access-Control-Allow-Origin"] = "*"
    return response


def _public(slug: str) -> Plan:
    try:
        return public_plan(slug)
    except PlanNotVisible:
        raise Http404 from None
