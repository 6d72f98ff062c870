"""The public directory: words to search by, provinces and communes to browse."""

import datetime as dt
from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from minhbach.agencies.contracts import KNOWN_FROM
from minhbach.agencies.forms import DirectoryForm, cleaned_or_empty
from minhbach.agencies.labels import KIND_LABELS, LEVEL_LABELS
from minhbach.agencies.queries.directory import (
    Narrowing,
    TerritoryRecord,
    bodies_of_territory,
    bodies_on,
    committees_first,
    known_day,
    narrowed,
    territories_above,
    territories_below,
    territory,
)
from minhbach.domain.bodies.values import Kind
from minhbach.domain.units.values import Level
from minhbach.foundation import clock, dates

PAGE = 30


@require_GET
def bodies(request: HttpRequest) -> HttpResponse:
    """Show what was asked for; without a question, the provinces; with a place alone, its bodies and its places."""
    today = clock.today()
    provinces = territories_below(None, on=_day(request, today))
    form = DirectoryForm(request.GET, territories=[(one.key, one.name) for one in provinces])
    asked = cleaned_or_empty(form)
    asked_day = asked.get("ngay") or today
    day = known_day(asked_day)
    place = territory(request.GET.get("noi", ""), on=day) if request.GET.get("noi") else None
    to = Narrowing(asked.get("q", ""), place.key if place else "", asked.get("cap", ""), asked.get("loai", ""))
    context = {
        "form": form,
        "day": day,
        "is_today": day == today,
        "too_early": asked_day < KNOWN_FROM,
        "known_from": KNOWN_FROM,
        "to": to,
        "place": place,
        "chips": _chips(to, place, asked.get("ngay")),
    }
    if to.words or to.level or to.kind:
        page = Paginator(committees_first(narrowed(bodies_on(day), to, on=day)), PAGE).get_page(
            request.GET.get("trang")
        )
        return render(request, "agencies/bodies_found.html", context | {"page": page})
    if place is None and request.GET.get("noi"):
        raise Http404
    if place is not None:
        return render(request, "agencies/place.html", context | _place(place, day))
    return render(request, "agencies/bodies.html", context | {"provinces": provinces})


def _day(request: HttpRequest, today: dt.date) -> dt.date:
    try:
        return known_day(dates.typed(request.GET.get("ngay", "")))
    except ValueError:
        return today


def _place(place: TerritoryRecord, day: dt.date) -> dict[str, Any]:
    here = list(bodies_of_territory(place.key, on=day))
    groups = [(label, [row for row in here if row.kind == kind]) for kind, label in KIND_LABELS.items()]
    below = territories_below(place.key, on=day)
    return {
        "above": territories_above(place.path, on=day)[:-1],
        "groups": [(label, rows) for label, rows in groups if rows],
        "below": below,
        "below_is_district": bool(below) and below[0].level is Level.DISTRICT,
    }


def _chips(to: Narrowing, place: TerritoryRecord | None, day: dt.date | None) -> list[tuple[Any, str]]:
    chips: list[tuple[Any, str]] = [(f"“{to.words}”", "q")] if to.words else []
    if place is not None:
        chips.append((place.name, "noi"))
    if to.level:
        chips.append((LEVEL_LABELS[Level(to.level)], "cap"))
    if to.kind:
        chips.append((KIND_LABELS[Kind(to.kind)], "loai"))
    if day is not None:
        chips.append((dates.written(day), "ngay"))
    return chips
