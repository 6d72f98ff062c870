"""The officers' first page."""

from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext, ngettext

from minhbach.accounts.doors import actor_on, officer_only
from minhbach.desk.contracts import Act
from minhbach.desk.queries import Day, day_of
from minhbach.foundation import clock

SHOWN = 20


@officer_only
def today(request: HttpRequest) -> HttpResponse:
    """Show what needs an act today, what is late, and what waits for whom."""
    on = clock.today()
    day = day_of(actor_on(request), on)
    return render(request, "desk/today.html", {"today": on, "day": day, "groups": list(_groups(day, on))})


def _groups(day: Day, on: date) -> list[dict[str, Any]]:
    groups = (
        ("qua-han", gettext("Quá hạn"), "late", day.late),
        ("hom-nay", gettext("Đến hạn hôm nay"), "act", day.due_today),
        ("ba-ngay", gettext("Trong 3 ngày"), "work", day.soon),
        ("cho", gettext("Chờ"), "waiting", day.waiting),
    )
    return [
        {
            "key": key,
            "title": title,
            "kind": kind,
            "count": len(acts),
            "lines": [{"act": act, "word": limit_in_words(act, on)} for act in acts[:SHOWN]],
            "more": max(0, len(acts) - SHOWN),
        }
        for key, title, kind, acts in groups
    ]


def limit_in_words(act: Act, on: date) -> str:
    """Say how the limit stands; nothing for what has none."""
    if act.due_on is None:
        return act.state or gettext("Chờ")
    days = (act.due_on - on).days
    if days == 0:
        return gettext("Hạn hôm nay")
    if days > 0:
        return ngettext("Còn %(days)s ngày", "Còn %(days)s ngày", days) % {"days": days}
    return ngettext("Quá hạn %(days)s ngày", "Quá hạn %(days)s ngày", -days) % {"days": -days}
