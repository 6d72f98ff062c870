"""What planning hands in for the first page of work that bodies left behind when they ended."""

from collections.abc import Iterator
from datetime import date
from itertools import groupby

from django.urls import reverse
from django.utils.translation import gettext, ngettext

from minhbach.desk.contracts import Act
from minhbach.domain.access import Actor
from minhbach.planning.queries import name_of, plans_visible_to
from minhbach.planning.queries.handing_on import plans_with_work_left


def work_left_behind(actor: Actor, today: date) -> Iterator[Act]:
    """Yield a line for each plan that the actor follows in which a body left work and nobody said who goes on."""
    left = plans_with_work_left(actor, on=today)
    plans = plans_visible_to(actor).in_bulk(list({one.plan_id for one in left})) if left else {}
    for plan_id, group in groupby(left, key=lambda one: one.plan_id):
        if plan_id not in plans:
            continue
        bodies = list(group)
        words = ngettext(
            "%(count)s cơ quan đã kết thúc còn việc", "%(count)s cơ quan đã kết thúc còn việc", len(bodies)
        )
        yield Act(
            what=words % {"count": len(bodies)},
            detail=name_of(plans[plan_id]),
            verb=gettext("Chọn nơi tiếp nhận"),
            state=gettext("Chưa rõ cơ quan kế thừa"),
            url=reverse("planning:hand_on_work", args=[plan_id]),
        )
