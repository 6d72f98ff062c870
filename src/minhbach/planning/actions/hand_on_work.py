"""Hand the open work of bodies that ended on to those that followed them (bàn giao khi sáp nhập, chia tách)."""

import datetime as dt
from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from minhbach.agencies.contracts import Following
from minhbach.agencies.queries.passing_on import who_follows
from minhbach.domain.access import Actor
from minhbach.domain.lifecycles.assignment import OPEN
from minhbach.foundation.dates import local_date
from minhbach.planning.contracts import PlanNotVisible, WorkRefused
from minhbach.planning.handing import KEPT, MERGED, MOVED, hand_on
from minhbach.planning.models import Assignment
from minhbach.planning.queries import visible_plan
from minhbach.planning.rules import MAY_FOLLOW


@dataclass(frozen=True, slots=True)
class HandedOn:
    """What became of the open parts: moved, merged with the successor's own, or kept with the body that ended."""

    moved: int = 0
    merged: int = 0
    kept: int = 0


@transaction.atomic
def hand_on_work(*, body_id: int, actor: Actor, now: dt.datetime) -> HandedOn:
    """Hand the open parts of a body that ended to its clear successor. Safe twice: what was moved is not found again.

    They are the successor's from the day on which it took over, however late this runs. A successor that ended since
    hands them on in its turn. Where the body was divided and no main successor is recorded, nothing happens: a person
    chooses, plan by plan (`choose_successor`).

    :raises WorkRefused: if a person asks: this follows from a recorded succession and is the system's to do.
    """
    if actor.system is None:
        raise WorkRefused(
            _("Việc này máy tự làm khi có cơ quan kế thừa rõ ràng; nếu chưa rõ thì chọn cơ quan tiếp nhận.")
        )
    following = who_follows([body_id], on=local_date(now)).get(body_id)
    if following is None or following.clear is None:
        return HandedOn()
    return _hand_on(following, following.clear, None, actor, now)


@transaction.atomic
def choose_successor(*, plan_id: int, body_id: int, to: int, actor: Actor, now: dt.datetime) -> HandedOn:
    """Say which of several successors goes on with the work that a divided body left in one plan.

    :raises PlanNotVisible: if the plan is not there for the actor, or they do not follow it.
    :raises WorkRefused: if the body goes on existing, or the chosen one did not follow it.
    """
    plan = visible_plan(plan_id, actor=actor)
    if not actor.holds(*MAY_FOLLOW, body=plan.body_id):
        raise PlanNotVisible
    following = who_follows([body_id], on=local_date(now)).get(body_id)
    if following is None or to not in following.successors:
        raise WorkRefused(_("Cơ quan đã chọn không kế thừa cơ quan này. Mở lại trang để xem."))
    return _hand_on(following, to, plan.pk, actor, now)


def _hand_on(following: Following, to: int, plan_id: int | None, actor: Actor, now: dt.datetime) -> HandedOn:
    rows = Assignment.objects.select_for_update(of=("self",)).filter(body=following.older, state__in=OPEN)
    if plan_id is not None:
        rows = rows.filter(task__plan=plan_id)
    day = following.successors[to]
    done = [hand_on(row, to=to, from_day=day, actor=actor, now=now) for row in rows.order_by("pk")]
    return HandedOn(moved=done.count(MOVED), merged=done.count(MERGED), kept=done.count(KEPT))
