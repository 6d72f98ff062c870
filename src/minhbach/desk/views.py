"""The officers' first page."""

from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext, ngettext

from minhbach.accounts.doors import actor_on, officer_only
from minhbach.desk.contracts import Act, Group
from minhbach.desk.queries import Day, day_of
from minhbach.foundation import clock
from minhbach.planning.rules import WORKING


@officer_only
def today(request: HttpRequest) -> HttpResponse:
    """Show what needs an act today, what is late, and what waits for whom."""
    on, actor = clock.today(), actor_on(request)
    day = day_of(actor, on)
    context = {"today": on, "day": day, "groups": list(_groups(day, on)), "works": actor.holds(*WORKING)}
    return render(request, "desk/today.html", context)


def _groups(day: Day, on: date) -> list[dict[str, Any]]:
    groups = (
        (Group.LATE, "qua-han", gettext("Quá hạn"), "late"),
        (Group.TODAY, "hom-nay", gettext("Đến hạn hôm nay"), "act"),
        (Group.SOON, "ba-ngay", gettext("Trong 3 ngày làm việc"), "work"),
        (Group.WAITING, "cho", gettext("Chờ"), "waiting"),
    )
    return [
        {
            "key": key,
            "title": title,
            "kind": kind,
            "count": day.count(group),
            "lines": [{"act": act, "word": limit_in_words(act, on)} for act in day.acts(group)],
            "rests": day.rests_of(group),
        }
        for group, key, title, kind in groups
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
