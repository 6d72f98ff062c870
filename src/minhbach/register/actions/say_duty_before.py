"""Say for all older items of a letter whether the law of before had them published already."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from minhbach.domain.access import Actor
from minhbach.domain.calendars.calendar import Calendar
from minhbach.foundation.actions.record_event import record_event
from minhbach.foundation.contracts import Subject, body_chain
from minhbach.register.changing import settle_due
from minhbach.register.contracts import ItemNotVisible, ItemRefused
from minhbach.register.models import Item
from minhbach.register.queries.backlog import backlog_items
from minhbach.register.rules import MAY_CLASSIFY

SETTLED = ("was_due_before", "publish_due_on", "is_due_provisional", "is_backlog", "planned_on", "version")
BATCH = 500


@transaction.atomic
def say_duty_before(
    *, body_id: int, letter: str, was_due: bool, calendar: Calendar, actor: Actor, now: datetime
) -> int:
    """Answer for the items of a letter of which nobody has said it yet, and return how many they were.

    :param was_due: True: Law 104/2016 had them published, so the general term of that law counts; False: Article 31(3)
        of Law 01/2026 gives six months.
    :raises ItemNotVisible: if the actor holds no post in the body.
    :raises ItemRefused: if the actor may not, or nothing of the letter waits for an answer.
    """
    if body_id not in actor.bodies():
        raise ItemNotVisible
    if not actor.holds(*MAY_CLASSIFY, body=body_id):
        raise ItemRefused(_("Vai trò của người này không ghi kho thông tin được."))
    rows = backlog_items(body_id, actor=actor).filter(letter=letter, was_due_before__isnull=True)
    found = list(rows.select_for_update(of=("self",)).order_by("pk"))
    if not found:
        raise ItemRefused(_("Điểm này không còn mục nào chưa xác định."), field="letter")
    for row in found:
        row.was_due_before = was_due
        row.version += 1
        settle_due(row, calendar=calendar)
    Item.objects.bulk_update(found, SETTLED, batch_size=BATCH)
    record_event(
        chain=body_chain(body_id),
        kind="register.duty_before_said",
        subject=Subject("body", body_id),
        actor=actor,
        now=now,
        facts={"letter": letter, "was_due": was_due, "items": len(found)},
    )
    return len(found)
