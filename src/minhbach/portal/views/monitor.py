"""Mandatory publication as anyone can check it (giám sát): all agencies, and one agency letter by letter."""

import json
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from minhbach.agencies.queries.directory import territories_below
from minhbach.domain.monitoring.scoring import LetterStanding
from minhbach.domain.monitoring.values import Criterion
from minhbach.domain.statutes import Statute
from minhbach.foundation import clock
from minhbach.foundation.dates import written
from minhbach.foundation.sheets import as_csv
from minhbach.portal.caching import kept_for_visitors
from minhbach.portal.monitor_figure import letters_figure
from minhbach.portal.monitor_files import HEAD, as_data, cells
from minhbach.portal.monitor_forms import MonitorForm
from minhbach.portal.monitor_words import GAP_WORDS, letter_tag, points, rows_url
from minhbach.portal.queries.lists import law_today
from minhbach.portal.queries.monitor import agency_standing, board, by_letter, in_order, lacking_at
from minhbach.publication.queries.monitor import AgencyStanding, expectations_on
from minhbach.register.sending import workbook_sent

PAGE, PRINTED_AT_MOST = 30, 500
NAME = "giam-sat-cong-khai"
BY_ITEM = (Criterion.ON_TIME, Criterion.REACHABLE, Criterion.READABLE)
"""Criteria that are counted item by item: their figures open the items."""


@require_safe
@kept_for_visitors
def monitor(request: HttpRequest) -> HttpResponse:
    """Show every agency with its score and what it lacks, and the letters over all of them."""
    today = clock.today()
    law = law_today(today)
    form = _form(request, law, today)
    agencies = board(form.narrowing(), law=law, on=today)
    found = lacking_at(agencies, letter=form.asked("nhom"), criterion=form.criterion())
    found = in_order(found, request.GET.get("xep", ""))
    if wanted := _file(found, request.GET.get("dang", ""), law):
        return wanted
    printed = request.GET.get("in") == "1"
    page = Paginator(found, PRINTED_AT_MOST if printed else PAGE).get_page(request.GET.get("trang"))
    context = {
        "form": form,
        "boxes": form.boxes(),
        "chips": form.chips(),
        "page": page,
        "lines": [_line(row) for row in page],
        "law": law,
        "expected": expectations_on(today),
        "today": today,
        "is_narrow": bool(form.chips()),
    }
    return render(request, "portal/monitor.html", context)


@require_safe
@kept_for_visitors
def letters(request: HttpRequest) -> HttpResponse:
    """Show each letter over all agencies that fit: how many have all of it, some, nothing, and where nobody knows."""
    today = clock.today()
    law = law_today(today)
    form = _form(request, law, today)
    agencies = board(form.narrowing(), law=law, on=today)
    figures = by_letter(agencies, law)
    context = {
        "form": form,
        "boxes": [form["noi"], form["cap"]],
        "chips": [chip for chip in form.chips() if chip[1] not in ("nhom", "thieu")],
        "letters": figures,
        "figure": letters_figure(figures, on=today),
        "every": len(agencies),
        "law": law,
        "today": today,
    }
    return render(request, "portal/monitor_letters.html", context)


def _form(request: HttpRequest, law: Statute, today: date) -> MonitorForm:
    provinces = [(one.key, one.name) for one in territories_below(None, on=today)]
    return MonitorForm(request.GET, law=law, territories=provinces)


def _line(row: AgencyStanding) -> dict[str, Any]:
    return {
        "row": row,
        "missing": row.lacking(Criterion.PRESENT),
        "stale": row.lacking(Criterion.FRESH),
        "counts": [_count(row, criterion) for criterion in BY_ITEM],
    }


def _count(row: AgencyStanding, criterion: Criterion) -> dict[str, Any]:
    names = {Criterion.ON_TIME: "late", Criterion.REACHABLE: "gone", Criterion.READABLE: "unread"}
    count = sum(getattr(one.counts, names[criterion]) for one in row.letters)
    return {
        "words": str(GAP_WORDS[criterion]),
        "count": count,
        "url": rows_url(row.agency.slug, criterion=criterion) if count else "",
    }


def _file(rows: Sequence[AgencyStanding], wanted: str, law: Statute) -> HttpResponse | None:
    today = clock.today()
    if wanted == "csv":
        return as_csv([str(words) for words, _width in HEAD], cells(rows), file_name=f"{NAME}.csv")
    if wanted == "json":
        data = json.dumps(as_data(rows, law=law, on=today), ensure_ascii=False)
        return HttpResponse(data, content_type="application/json; charset=utf-8")
    if wanted == "xlsx":
        head = [(str(words), width) for words, width in HEAD]
        about = gettext("Tính đến %(day)s") % {"day": written(today)}
        return workbook_sent(head, cells(rows), title=gettext("Giám sát công khai bắt buộc"), about=about, name=NAME)
    return None


@require_safe
@kept_for_visitors
def agency(request: HttpRequest, slug: str) -> HttpResponse:
    """Show one agency letter by letter: what is there, what it lacks, and how its score is reckoned."""
    today = clock.today()
    law = law_today(today)
    row = agency_standing(slug, law=law, on=today)
    if row is None:
        raise Http404
    if wanted := _file([row], request.GET.get("dang", ""), law):
        return wanted
    expected = expectations_on(today)
    words = {one.letter: one for one in law.letters}
    context = {
        "row": row,
        "lines": [
            {"one": one, "law": words[one.letter], "expected": expected.letters.get(one.letter), **_letter(row, one)}
            for one in row.letters
        ],
        "law": law,
        "expected": expected,
        "today": today,
    }
    return render(request, "portal/monitor_agency.html", context)


def _letter(row: AgencyStanding, one: LetterStanding) -> dict[str, Any]:
    slug = row.agency.slug
    return {
        "tag": letter_tag(one),
        "points": points(one.score),
        "url": rows_url(slug, letter=one.letter) if one.counts.lines else "",
        "older_url": f"{reverse('portal:list_public')}?co_quan={slug}" if one.counts.older else "",
        "gaps": list(_gaps(slug, one)),
    }


def _gaps(slug: str, one: LetterStanding) -> Iterator[dict[str, Any]]:
    counts = {
        Criterion.ON_TIME: (one.counts.late, one.counts.dated),
        Criterion.REACHABLE: (one.counts.gone, one.counts.opened),
        Criterion.READABLE: (one.counts.unread, one.counts.looked),
    }
    for gap in one.gaps:
        bad, every = counts.get(gap, (0, 0))
        yield {
            "words": GAP_WORDS[gap],
            "bad": bad,
            "every": every,
            "url": rows_url(slug, letter=one.letter, criterion=gap) if bad else "",
        }
