"""The pages of days off: a year as it stands, an announced change with what it would move, a mistake taken back."""

from collections.abc import Mapping

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from minhbach.domain.calendars.changes import ActKind, proposed_for
from minhbach.foundation import clock
from minhbach.foundation.actions.change_calendar import change_calendar
from minhbach.foundation.actions.take_back_calendar_change import take_back_calendar_change
from minhbach.foundation.calendar.contracts import CalendarNotKept, CalendarRefused
from minhbach.foundation.calendar.doors import keeper_only, officer_only
from minhbach.foundation.calendar.forms import (
    FIRST_YEAR,
    YEARS_AHEAD,
    ActForm,
    CompensationForm,
    DaysOffForm,
    OrdinaryForm,
    SwapForm,
    TakeBackForm,
    YearForm,
)
from minhbach.foundation.calendar.listing import changes_of, lines_of, months_of, working_days_in
from minhbach.foundation.calendar.previewing import Preview, preview, preview_without
from minhbach.foundation.calendar.using import calendar_in_use
from minhbach.foundation.calendar.words import ACTS
from minhbach.foundation.mail.doors import actor_on
from minhbach.foundation.models import CalendarChange
from minhbach.foundation.registries import keeps_calendar
from minhbach.foundation.writing import number_written

FORMS: Mapping[str, tuple[ActKind, type[ActForm]]] = {
    "nghi": (ActKind.DAYS_OFF, DaysOffForm),
    "nghi-bu": (ActKind.COMPENSATION, CompensationForm),
    "hoan-doi": (ActKind.SWAP, SwapForm),
    "bo": (ActKind.ORDINARY, OrdinaryForm),
    "nam": (ActKind.YEAR, YearForm),
}
"""Each act by the last part of its address."""


@officer_only
@require_safe
def show_year(request: HttpRequest) -> HttpResponse:
    """Show the days off of a year, and to the keeper what may be done and what was."""
    year, calendar, keeps = _year_asked(request), calendar_in_use(), keeps_calendar(actor_on(request))
    changes = changes_of(year)
    context = {
        "year": year,
        "years": range(FIRST_YEAR, clock.today().year + YEARS_AHEAD + 1),
        "is_confirmed": calendar.is_confirmed(year),
        "has_proposals": bool(proposed_for(calendar, year)),
        "working_days": working_days_in(calendar, year),
        "months": months_of(calendar, year, changes),
        "keeps": keeps,
        "changes": lines_of(changes) if keeps else (),
    }
    return render(request, "foundation/calendar_year.html", context)


@keeper_only
@require_http_methods(["GET", "HEAD", "POST"])
def change(request: HttpRequest, act: str) -> HttpResponse:
    """Ask what was announced, show what it would do, and do it once that was seen."""
    if act not in FORMS:
        raise Http404
    kind, form_class = FORMS[act]
    year, given = _year_asked(request), request.POST if request.method == "POST" else None
    form = form_class(given, calendar=calendar_in_use(), today=clock.today(), year=year)
    context = {"form": form, "what": ACTS[kind], "year": year, "is_year": kind is ActKind.YEAR}
    if given is None or "sua" in given or not form.is_valid():
        return render(request, "foundation/calendar_change.html", context)
    said, source = form.act(), form.cleaned_data["source"]
    try:
        if "ghi" in given:
            done = change_calendar(act=said, source=source, actor=actor_on(request), now=clock.now())
            messages.success(request, _told(_("Đã ghi vào lịch."), done.moved))
            return redirect(f"{reverse('calendar:year')}?nam={year if kind is ActKind.YEAR else _year_of(form, year)}")
        context["preview"] = preview(said, source=source)
    except CalendarRefused as refusal:
        form.add_error(None, str(refusal))
        return render(request, "foundation/calendar_change.html", context)
    return render(request, "foundation/calendar_preview.html", context)


@keeper_only
@require_http_methods(["GET", "HEAD", "POST"])
def take_back(request: HttpRequest, change_id: int) -> HttpResponse:
    """Show what taking a change back would do, ask why, and do it."""
    row = CalendarChange.objects.filter(pk=change_id).first()
    if row is None:
        raise Http404
    (line,) = lines_of([row])
    year = row.year or min((day.day.year for day, _kind in line.days), default=clock.today().year)
    back_url = f"{reverse('calendar:year')}?nam={year}"
    if row.taken_back_at:
        return redirect(back_url)
    form = TakeBackForm(request.POST if request.method == "POST" else None)
    shown: Preview | None = None
    try:
        if form.is_valid():
            moved = take_back_calendar_change(
                change_id=change_id, reason=form.cleaned_data["reason"], actor=actor_on(request), now=clock.now()
            )
            messages.success(request, _told(_("Đã rút lại."), moved))
            return redirect(back_url)
        shown = preview_without(row)
    except CalendarNotKept:
        raise Http404 from None
    except CalendarRefused as refusal:
        if not form.is_bound:
            messages.error(request, str(refusal))
            return redirect(back_url)
        form.add_error(None, str(refusal))
    context = {"form": form, "line": line, "preview": shown, "back_url": back_url, "year": year}
    return render(request, "foundation/calendar_take_back.html", context)


def _year_asked(request: HttpRequest) -> int:
    asked, today = request.GET.get("nam", ""), clock.today()
    if asked.isascii() and asked.isdigit() and FIRST_YEAR <= int(asked[:5]) <= today.year + YEARS_AHEAD:
        return int(asked)
    return today.year


def _year_of(form: ActForm, otherwise: int) -> int:
    days = [value for value in form.cleaned_data.values() if hasattr(value, "year")]
    return min(days).year if days else otherwise


def _told(done: str, moved: int) -> str:
    if not moved:
        return f"{done} {_('Không hạn nào thay đổi.')}"
    words = ngettext("%(count)s hạn đã đổi theo.", "%(count)s hạn đã đổi theo.", moved)
    return f"{done} {words % {'count': number_written(moved)}}"
