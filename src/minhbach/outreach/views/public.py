"""What everybody reads: answers that leaders let out, and how much came and what became of it."""

from typing import Any

from django import forms
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from minhbach.agencies.queries import bodies, body_names
from minhbach.foundation import clock
from minhbach.foundation.dates import written
from minhbach.foundation.sheets import as_csv
from minhbach.outreach.contracts import FeedbackNotVisible
from minhbach.outreach.figures import public_figures
from minhbach.outreach.filter_forms import PublicFilterForm
from minhbach.outreach.labels import KIND_LABELS
from minhbach.outreach.models import Feedback
from minhbach.outreach.queries.counting import public_feedback, years_with_feedback
from minhbach.outreach.queries.public import (
    bodies_and_years,
    narrowed_public,
    public_answer,
    public_answers,
    public_since,
)

PAGE = 20


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """Say how to give feedback, and list what was answered for everybody to read."""
    ids, years = bodies_and_years()
    names = sorted(body_names(ids).items(), key=lambda one: one[1])
    form = PublicFilterForm(request.GET, years=[(year, str(year)) for year in years], bodies=names)
    rows = narrowed_public(public_answers(), form.filters())
    if request.GET.get("dang") == "csv":
        return as_csv(_head(), (_cells(row) for row in rows.iterator(chunk_size=500)), file_name="gop-y-da-tra-loi.csv")
    page = Paginator(rows, PAGE).get_page(request.GET.get("trang"))
    lines = [{"row": row, "kind": KIND_LABELS[row.kind]} for row in page]
    context = {"form": form, "chips": form.chips(), "page": page, "lines": lines, "agency": _agency(request)}
    return render(request, "outreach/home.html", context)


def _agency(request: HttpRequest) -> Any:
    asked = request.GET.get("co_quan", "")
    return bodies([int(asked)]).get(int(asked)) if asked.isdecimal() and len(asked) < 18 else None


def _head() -> tuple[str, ...]:
    return _("Cơ quan"), _("Loại"), _("Nội dung góp ý"), _("Trả lời"), _("Ngày trả lời")


def _cells(row: Feedback) -> tuple[str, ...]:
    day = written(row.answered_on) if row.answered_on else ""
    return row.body.name, str(KIND_LABELS[row.kind]), row.public_question, row.public_answer, day


@require_safe
def answer(request: HttpRequest, feedback_id: int) -> HttpResponse:
    """Show one answer that a leader let out."""
    try:
        row = public_answer(feedback_id)
    except FeedbackNotVisible:
        raise Http404 from None
    context = {
        "row": row,
        "kind": KIND_LABELS[row.kind],
        "since": public_since(row),
        "agency": bodies([row.body_id])[row.body_id],
    }
    return render(request, "outreach/answer.html", context)


class YearForm(forms.Form):
    """Which year the figures are of."""

    nam = forms.IntegerField(required=False, min_value=2018, max_value=2100)


@require_safe
def figures(request: HttpRequest) -> HttpResponse:
    """Count feedback by agency and kind, without anything of persons; denunciations are in no figure."""
    form = YearForm(request.GET)
    form.is_valid()
    year = form.cleaned_data.get("nam") or clock.today().year
    found = public_figures(year)
    if request.GET.get("dang") == "csv":
        return as_csv(found.head(), found.cells(), file_name=f"gop-y-{year}.csv")
    context = {
        "found": found,
        "year": year,
        "years": sorted({year, clock.today().year, *years_with_feedback(public_feedback())}, reverse=True),
        "today": clock.today(),
    }
    return render(request, "outreach/figures.html", context)
