"""A body's backlog of older information: how much there is, how far it is, and its plan by letter and month."""

from calendar import monthrange
from collections.abc import Iterator
from datetime import date
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from minhbach.accounts.doors import actor_on, role_only
from minhbach.agencies.queries import body_names
from minhbach.foundation import clock
from minhbach.foundation.calendar import calendar_in_use
from minhbach.foundation.sheets import as_csv
from minhbach.register.actions.plan_backlog import plan_backlog
from minhbach.register.contracts import ItemNotVisible, ItemRefused
from minhbach.register.dues import backlog_end
from minhbach.register.filter_forms import BodyForm
from minhbach.register.forms import PlanForm
from minhbach.register.law import letters_of, statute_of_register
from minhbach.register.queries.backlog import Backlog, Share, backlog_of
from minhbach.register.rules import MAY_CLASSIFY, SEES
from minhbach.register.views.acts import blame, status_of

MOST_MONTHS = 12


@role_only(*SEES)
@require_http_methods(["GET", "POST"])
def backlog(request: HttpRequest) -> HttpResponse:
    """Show the backlog of a body; who classifies may plan it."""
    actor, today = actor_on(request), clock.today()
    asked = BodyForm(request.GET, bodies=body_names(actor.bodies_where(*SEES)).items())
    body_id = asked.body()
    law = statute_of_register(today)
    letters = dict(letters_of(law))
    end = backlog_end(on=today, calendar=calendar_in_use())
    found = backlog_of(body_id, letters=letters, actor=actor)
    may_plan = end is not None and actor.holds(*MAY_CLASSIFY, body=body_id)
    months = list(_months(today, end.due_on)) if end else []
    waiting = [(one, words) for one, words in letters.items() if found.of(one).open]
    form = PlanForm(request.POST if request.method == "POST" else None, letters=waiting, months=months)
    if request.method == "POST":
        if not may_plan:
            raise Http404
        if form.is_valid():
            try:
                planned = plan_backlog(
                    body_id=body_id,
                    letter=form.cleaned_data["letter"],
                    planned_on=form.cleaned_data["planned_on"],
                    at_most=form.cleaned_data["at_most"],
                    last_day=end.due_on if end else None,
                    actor=actor,
                    now=clock.now(),
                )
                words = ngettext("Đã xếp lịch %(count)s mục.", "Đã xếp lịch %(count)s mục.", planned)
                messages.success(request, words % {"count": planned})
                return redirect(f"{reverse('register:backlog')}?co_quan={body_id}")
            except ItemNotVisible:
                raise Http404 from None
            except ItemRefused as refused:
                blame(form, refused)
    lines = [_line(found, one, letters.get(one, one)) for one in found.letters]
    if request.GET.get("dang") == "csv":
        return as_csv(_head(found), _cells(found, letters), file_name="ton-dong.csv")
    context = {
        "asked": asked,
        "body": asked.body_name(),
        "body_id": body_id,
        "end": end,
        "whole": found.whole,
        "behind": found.behind(today),
        "overdue": found.whole.open if end and today > end.due_on else 0,
        "days": found.days,
        "lines": lines,
        "sums": [found.of(planned=one) for one in found.days],
        "unplanned": found.of(planned=None),
        "form": form if may_plan and waiting else None,
        "today": today,
    }
    return render(
        request, "register/backlog.html", context, status=status_of(form) if request.method == "POST" else 200
    )


def _months(today: date, last: date) -> Iterator[tuple[str, str]]:
    """Yield the last day of each month from today's on, the last one being the law's own day."""
    year, month = today.year, today.month
    for _number in range(MOST_MONTHS):
        end = date(year, month, monthrange(year, month)[1])
        if end >= last or date(year, month, 1) > last:
            yield last.isoformat(), _("hạn của luật, %(day)s") % {"day": f"{last.day:02}/{last.month}/{last.year}"}
            return
        yield end.isoformat(), _("hết tháng %(month)s") % {"month": f"{month}/{year}"}
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)


def _line(found: Backlog, letter: str, words: str) -> dict[str, Any]:
    return {
        "letter": letter,
        "words": words,
        "whole": found.of(letter),
        "shares": list(zip(found.days, (found.of(letter, one) for one in found.days), strict=True)),
        "unplanned": found.of(letter, None),
    }


def _head(found: Backlog) -> list[str]:
    days = [f"{one:%d/%m/%Y}" for one in found.days]
    return [_("Điểm"), _("Số mục"), _("Đã công khai"), _("Chưa xác định"), *days, _("Chưa xếp lịch")]


def _cells(found: Backlog, letters: dict[str, str]) -> Iterator[list[str]]:
    for letter in found.letters:
        whole: Share = found.of(letter)
        shares = [str(found.of(letter, one).every) for one in (*found.days, None)]
        yield [letters.get(letter, letter), str(whole.every), str(whole.done), str(whole.unsaid), *shares]
