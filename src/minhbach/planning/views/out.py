"""What goes out of a plan for officers: figures by body, the report in its layouts, the workbook."""

import datetime as dt
import io
import zipfile
from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from minhbach.accounts.doors import actor_on, officer_only
from minhbach.foundation import clock
from minhbach.foundation.dates import written
from minhbach.foundation.sheets import as_csv
from minhbach.papers.contracts import FontsMissing
from minhbach.papers.rendering import as_docx, as_pdf
from minhbach.planning.exports.report import plan_report
from minhbach.planning.exports.workbook import plan_workbook
from minhbach.planning.figures import KEYS, MOST_BARS, bodies_figure, classes_shown, figure_context
from minhbach.planning.labels import STANDING_TAGS
from minhbach.planning.levels import LEVEL_LABELS, LEVELS
from minhbach.planning.models import Plan
from minhbach.planning.queries import Counts, name_of
from minhbach.planning.queries.state import BodyCounts, counts_of_bodies, counts_of_levels, counts_on
from minhbach.planning.report_forms import ALL, DOCX, PDF, XLSX, DayForm, ReportForm
from minhbach.planning.views.lists import PRINTED_AT_MOST, is_print_view
from minhbach.planning.views.plans import the_plan

MEDIA = {
    DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    PDF: "application/pdf",
    XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ALL: "application/zip",
}
BODIES_A_PAGE = 50


@officer_only
def figures(request: HttpRequest, plan_id: int) -> HttpResponse:
    """Show how the plan and each leading body stand as of a day."""
    row = the_plan(request, plan_id)
    work_url = reverse("planning:plan_work", args=[row.pk])
    return figures_page(request, row, "planning/plan_figures.html", work_url=work_url)


def figures_page(request: HttpRequest, plan: Plan, template: str, *, work_url: str) -> HttpResponse:
    """Show the figures of a plan, or give them as CSV; the caller has checked that the asker may see it."""
    form = DayForm(request.GET)
    day = form.day(today=clock.today())
    whole, bodies = counts_on(plan, day), counts_of_bodies(plan, day)
    if request.GET.get("dang") == "csv":
        return _csv(plan, day, whole, bodies)
    size = PRINTED_AT_MOST if is_print_view(request) else BODIES_A_PAGE
    page = Paginator(bodies, size).get_page(request.GET.get("trang"))
    shown = classes_shown(whole)
    context = {
        "plan": plan,
        "name": name_of(plan),
        "form": form,
        "day": day,
        "heads": [STANDING_TAGS[one][1] for one in shown],
        "page": page,
        "lines": [_line(row, shown, work_url, day) for row in page],
        "levels": _levels(plan, shown, work_url, day),
        "bodies_figure": bodies_figure(bodies, day=day) if bodies else None,
        "bodies_more": max(0, len(bodies) - MOST_BARS),
        "most_bars": MOST_BARS,
        "work_url": work_url,
        **figure_context(whole, day=day, work_url=work_url, figures_url=request.path),
    }
    return render(request, template, context)


def _levels(plan: Plan, shown: Any, work_url: str, day: dt.date) -> list[dict[str, Any]]:
    """Return how each level of government stands; nothing where one level alone has work."""
    found = counts_of_levels(plan, day)
    keys = {level: key for key, level in LEVELS.items() if level in found}
    if len(found) < 2 or len(keys) < len(found):
        return []
    return [
        {
            "name": LEVEL_LABELS[keys[level]],
            "cells": [
                {
                    "words": STANDING_TAGS[one][1],
                    "count": counted.of(one),
                    "url": f"{work_url}?cap={keys[level]}&tinh_trang={KEYS[one]}&tinh_den={day.isoformat()}",
                }
                for one in shown
            ],
            "every": counted.every,
            "counts": counted,
        }
        for level, counted in found.items()
    ]


def _line(row: BodyCounts, shown: Any, work_url: str, day: dt.date) -> dict[str, Any]:
    cells = [
        {
            "words": STANDING_TAGS[one][1],
            "count": row.counts.of(one),
            "url": f"{work_url}?co_quan={row.body_id}&tinh_trang={KEYS[one]}&tinh_den={day.isoformat()}",
        }
        for one in shown
    ]
    return {"row": row, "cells": cells, "every": row.counts.every, "url": f"{work_url}?co_quan={row.body_id}"}


def _csv(plan: Plan, day: dt.date, whole: Counts, bodies: list[BodyCounts]) -> HttpResponse:
    shown = classes_shown(whole)
    head = (_("Cơ quan chủ trì"), *(str(STANDING_TAGS[one][1]) for one in shown), _("Cộng"), _("Tính đến ngày"))
    levels = [BodyCounts(0, str(one["name"]), one["counts"]) for one in _levels(plan, shown, "", day)]
    everything = [BodyCounts(0, _("Tất cả"), whole), *levels, *bodies]
    cells = ((row.name, *(row.counts.of(one) for one in shown), row.counts.every, written(day)) for row in everything)
    return as_csv(head, cells, file_name=f"{plan.slug}-so-lieu.csv")


@officer_only
def report(request: HttpRequest, plan_id: int) -> HttpResponse:
    """Ask for day and file, and give the report on the plan; it is the body's that keeps it."""
    row, today = the_plan(request, plan_id), clock.today()
    if row.body_id not in actor_on(request).bodies():
        raise Http404
    asked = "tep" in request.GET or "ngay" in request.GET
    form = ReportForm(request.GET if asked else None, today=today, initial={"ngay": today, "tep": DOCX})
    if asked and form.is_valid():
        day, kind = form.cleaned_data["ngay"], form.cleaned_data["tep"]
        try:
            return _file(row, day, kind)
        except FontsMissing as missing:
            form.add_error("tep", str(missing))
    context = {"plan": row, "name": name_of(row), "form": form}
    return render(request, "planning/plan_report.html", context, status=422 if form.errors else 200)


@officer_only
def workbook(request: HttpRequest, plan_id: int) -> HttpResponse:
    """Give the workbook; what accepted results say is for those who keep the plan."""
    row = the_plan(request, plan_id)
    full = row.body_id in actor_on(request).bodies()
    return workbook_file(row, DayForm(request.GET).day(today=clock.today()), full=full)


def workbook_file(plan: Plan, day: dt.date, *, full: bool) -> HttpResponse:
    """Return the plan's workbook as a file to be saved. It was written row by row; packed it takes little room."""
    with plan_workbook(plan, day, full=full) as book:
        return _saved(book.read(), f"{plan.slug}-{day.isoformat()}", XLSX)


def _file(plan: Plan, day: dt.date, kind: str) -> HttpResponse:
    name = f"bao-cao-{plan.slug}-{day.isoformat()}"
    if kind == XLSX:
        return workbook_file(plan, day, full=True)
    return _saved(_zipped(plan, day, name) if kind == ALL else _one(plan, day, kind), name, kind)


def _saved(content: bytes, name: str, kind: str) -> HttpResponse:
    shown = f'attachment; filename="{name}.{kind}"'
    return HttpResponse(content, content_type=MEDIA[kind], headers={"Content-Disposition": shown})


def _one(plan: Plan, day: dt.date, kind: str) -> bytes:
    paper = plan_report(plan, day)
    return as_docx(paper) if kind == DOCX else as_pdf(paper)


def _zipped(plan: Plan, day: dt.date, name: str) -> bytes:
    file = io.BytesIO()
    paper = plan_report(plan, day)
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(f"{name}.docx", as_docx(paper))
        archive.writestr(f"{name}.pdf", as_pdf(paper))
        with plan_workbook(plan, day, full=True) as book:
            archive.writestr(f"{name}.xlsx", book.read())
    return file.getvalue()
