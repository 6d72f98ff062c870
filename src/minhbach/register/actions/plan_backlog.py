"""Plan by when older information is to be made public, letter by letter (lịch công khai thông tin tồn đọng)."""

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from minhbach.domain.access import Actor
from minhbach.foundation.actions.record_event import record_event
from minhbach.foundation.contracts import Subject, body_chain
from minhbach.register.contracts import ItemNotVisible, ItemRefused
from minhbach.register.models import Item
from minhbach.register.queries.backlog import backlog_items
from minhbach.register.queries.listing import IS_PUBLIC
from minhbach.register.rules import MAY_CLASSIFY


@transaction.atomic
def plan_backlog(
    *, body_id: int, letter: str, planned_on: date, last_day: date | None, actor: Actor, now: datetime,
    at_most: int | None = None,
) -> int:  # fmt: skip
    """Give the day to the items of a letter that are not public, those without a day and the oldest first.

    :param planned_on: the last day by the body's own plan, never after the law's.
    :param last_day: the law's last day (Article 31(3)).
    :param at_most: how many get it; None: all of them, those that had another day too.
    :return: how many got it.
    :raises ItemNotVisible: if the actor holds no post in the body.
    :raises ItemRefused: if the actor may not plan, the day comes too late, or nothing of the letter is left.
    """
    if body_id not in actor.bodies():
        raise ItemNotVisible
    if not actor.holds(*MAY_CLASSIFY, body=body_id):
        raise ItemRefused(_("Vai trò của người này không ghi kho thông tin được."))
    if last_day and planned_on > last_day:
        raise ItemRefused(_("Lịch không thể sau hạn của luật."), field="planned_on")
    rows = backlog_items(body_id, actor=actor).filter(~IS_PUBLIC, letter=letter)
    rows = rows.filter(planned_on__isnull=True) if at_most else rows
    chosen = list(rows.order_by("created_on", "pk").values_list("pk", flat=True)[:at_most])
    if not chosen:
        raise ItemRefused(_("Điểm này không còn mục nào cần xếp lịch."), field="letter")
    for start in range(0, len(chosen), 500):
        Item.objects.filter(pk__in=chosen[start : start + 500]).update(planned_on=planned_on)
    record_event(
        chain=body_chain(body_id),
        kind="register.backlog_planned",
        subject=Subject("body", body_id),
        actor=actor,
        now=now,
        facts={"letter": letter, "planned_on": planned_on.isoformat(), "items": len(chosen)},
    )
    return len(chosen)
