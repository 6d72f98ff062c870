"""A body's backlog of older information: how much there is, how far it is, and its plan by letter and month."""

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from minhbach.accounts.doors import actor_on, role_only
from minhbach.agencies.queries import body_names
from minhbach.domain.deadlines import Due
from minhbach.foundation import clock
from minhbach.foundation.calendar import calendar_in_use
from minhbach.foundation.sheets import as_csv
from minhbach.register.actions.plan_backlog import plan_backlog
from minhbach.register.actions.say_duty_before import say_duty_before
from minhbach.register.backlog_forms import DutyForm, PlanForm
from minhbach.register.contracts import ItemNotVisible, ItemRefused
from minhbach.register.dues import backlog_end
from minhbach.register.filter_forms import BodyForm
from minhbach.register.law import letters_of, statute_of_register
from minhbach.register.queries import registers_of
from minhbach.register.queries.backlog import Backlog, Share, backlog_of
from minhbach.register.rules import MAY_CLASSIFY, SEES
from minhbach.register.views.acts import blame, status_of

MOST_MONTHS = 12


@role_only(*SEES)
@require_safe
def backlog(request: HttpRequest) -> HttpResponse:
    """Show the backlog of a body, or give it as CSV."""
    return _page(request)


@role_only(*MAY_CLASSIFY)
@require_POST
def plan(request: HttpRequest) -> HttpResponse:
    """Plan by when the items of a letter are to be public."""
    asked = _asked(request)
    form = PlanForm(request.POST, letters=asked.waiting, months=asked.months)
    if form.is_valid():
        try:
            planned = plan_backlog(
                body_id=asked.body_id,
                letter=form.cleaned_data["letter"],
                planned_on=form.cleaned_data["planned_on"],
                at_most=form.cleaned_data["at_most"],
                last_day=asked.end.due_on if asked.end else None,
                actor=actor_on(request),
                now=clock.now(),
            )
            words = ngettext("Đã xếp lịch %(count)s mục.", "Đã xếp lịch %(count)s mục.", planned)
            return _back(request, asked, words % {"count": planned})
        except ItemNotVisible:
            raise Http404 from None
        except ItemRefused as refused:
            blame(form, refused)
    return _page(request, plan_form=form)


@role_only(*MAY_CLASSIFY)
@require_POST
def duty(request: HttpRequest) -> HttpResponse:
    """Say for the items of a letter whether the law of before had them published already."""
    asked = _asked(request)
    form = DutyForm(request.POST, letters=asked.unsaid)
    if form.is_valid():
        try:
            said = say_duty_before(
                body_id=asked.body_id,
                letter=form.cleaned_data["letter"],
                was_due=form.cleaned_data["was_due"] == "1",
                calendar=calendar_in_use(),
                actor=actor_on(request),
                now=clock.now(),
            )
            words = ngettext("Đã xác định %(count)s mục.", "Đã xác định %(count)s mục.", said)
            return _back(request, asked, words % {"count": said})
        except ItemNotVisible:
            raise Http404 from None
        except ItemRefused as refused:
            blame(form, refused)
    return _page(request, duty_form=form)


@dataclass(frozen=True, slots=True)
class Asked:
    """The backlog that a page is about, and what there is to choose."""

    form: BodyForm
    body_id: int
    letters: dict[str, str]
    found: Backlog
    end: Due | None
    months: list[tuple[str, str]]

    @property
    def waiting(self) -> list[tuple[str, str]]:
        """Return the letters of which something is still to be made public."""
        return [(one, words) for one, words in self.letters.items() if self.found.of(one).open]

    @property
    def unsaid(self) -> list[tuple[str, str]]:
        """Return the letters of which something waits for an answer."""
        return [(one, words) for one, words in self.letters.items() if self.found.of(one).unsaid]


def _asked(request: HttpRequest) -> Asked:
    actor, today = actor_on(request), clock.today()
    form = BodyForm(request.GET, bodies=body_names(registers_of(actor, SEES)).items())
    letters = dict(letters_of(statute_of_register(today)))
    end = backlog_end(on=today, calendar=calendar_in_use())
    found = backlog_of(form.body(), letters=letters, actor=actor)
    return Asked(form, form.body(), letters, found, end, list(_months(today, end.due_on)) if end else [])


def _back(request: HttpRequest, asked: Asked, words: str) -> HttpResponse:
    messages.success(request, words)
    return redirect(f"{reverse('register:backlog')}?co_quan={asked.body_id}")


def _page(
    request: HttpRequest, *, plan_form: PlanForm | None = None, duty_form: DutyForm | None = None
) -> HttpResponse:
    asked, today = _asked(request), clock.today()
    found, end = asked.found, asked.end
    if request.GET.get("dang") == "csv":
        return as_csv(_head(found), _cells(found, asked.letters), file_name="ton-dong.csv")
    may_plan = end is not None and actor_on(request).holds(*MAY_CLASSIFY, body=asked.body_id)
    plan_form = plan_form or PlanForm(letters=asked.waiting, months=asked.months)
    duty_form = duty_form or DutyForm(letters=asked.unsaid)
    context = {
        "asked": asked.form,
        "body": asked.form.body_name(),
        "body_id": asked.body_id,
        "end": end,
        "whole": found.whole,
        "behind": found.behind(today),
        "overdue": found.whole.open if end and today > end.due_on else 0,
        "days": found.days,
        "lines": [_line(found, one, asked.letters.get(one, one)) for one in found.letters],
        "sums": list(zip(found.days, (found.of(planned=one) for one in found.days), strict=True)),
        "unplanned": found.of(planned=None),
        "plan_form": plan_form if may_plan and asked.waiting else None,
        "duty_form": duty_form if may_plan and asked.unsaid else None,
        "today": today,
    }
    status = max(status_of(plan_form), status_of(duty_form))
    return render(request, "register/backlog.html", context, status=status)


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
