"""A job that does not exist, so that its address can be asked for; mail of the first ward, and of nobody; days off."""

import datetime as dt
from uuid import UUID

from django.db import transaction

from minhbach.domain.access import Role, system_actor
from minhbach.domain.calendars.changes import DaysOff
from minhbach.domain.lifecycles.mail import MailState
from minhbach.foundation.actions.change_calendar import change_calendar
from minhbach.foundation.actions.send_mail import queue_mail
from minhbach.foundation.actions.take_back_calendar_change import take_back_calendar_change
from minhbach.foundation.contracts import Subject
from minhbach.foundation.models import OutgoingMail
from tests.world.values import KEEPER, NOW, ROLES, STRANGER, World

WRITER = system_actor("world")
NO_CASE = 999_999
"""What is not sent about a case stands on the case's page too, for its own officers; these mails are about none."""


def plant(world: World) -> None:
    """Tell what the job pages may be asked for, and leave mail in the outbox."""
    world.knows("size", larger_type=125, no_such_type=300)
    world.knows("job_id", no_such_job=UUID("00000000-0000-4000-8000-000000000000"))
    own = (Role.ADMINISTRATOR.value,)
    failed = _mail(world, "thư không gửi được", seen_by=own, body_id=world.bodies["ubnd_a"])
    said = world.hides("lời máy chủ về thư không gửi được", seen_by=own)
    OutgoingMail.objects.filter(pk=failed).update(state=MailState.FAILED, trouble="refused", said=f"550 {said}")
    sent = _mail(world, "thư đã gửi", seen_by=own, body_id=world.bodies["van-phong-hdnd-va-ubnd_a"])
    OutgoingMail.objects.filter(pk=sent).update(state=MailState.SENT, sent_at=NOW)
    nobodys = _mail(world, "thư không của cơ quan nào", seen_by=(*own, STRANGER), body_id=None)
    world.knows("mail_id", mail_failed=failed, mail_sent=sent, mail_of_nobody=nobodys)
    _days_off(world)


def _days_off(world: World) -> None:
    """One that holds, which every officer may read; one that was entered by mistake, for the keeper alone."""
    keeper = world.actors[KEEPER]
    day = dt.date(2027, 12, 27)
    why = world.hides("dịp của ngày nghỉ đã thêm", seen_by=(*ROLES, STRANGER))
    source = world.hides("căn cứ của ngày nghỉ đã thêm", seen_by=(*ROLES, STRANGER))
    holds = change_calendar(act=DaysOff(day, day, f"Lễ {why}"), source=f"Văn bản {source}", actor=keeper, now=NOW)
    mistaken = world.hides("ngày nghỉ ghi nhầm", seen_by=())
    reason = world.hides("lý do rút lại ngày nghỉ", seen_by=())
    day = day.replace(day=28)
    mistake = change_calendar(act=DaysOff(day, day, f"Lễ {mistaken}"), source="Văn bản mẫu", actor=keeper, now=NOW)
    take_back_calendar_change(change_id=mistake.id, reason=f"nhầm {reason}", actor=keeper, now=NOW)
    world.knows("change_id", calendar_change=holds.id, calendar_mistake=mistake.id)
    world.knows("act", days_off="nghi", compensation="nghi-bu", swap="hoan-doi", ordinary="bo", announced_year="nam")


def _mail(world: World, what: str, *, seen_by: tuple[str, ...], body_id: int | None) -> int:
    address, subject, text = (world.hides(f"{part} của {what}", seen_by=seen_by) for part in ("nơi nhận", "đề", "lời"))
    with transaction.atomic():
        return queue_mail(
            to=f"{address}@vidu.vn",
            subject=f"[1] {subject}",
            body=f"Kính gửi {text}",
            about=Subject("case", NO_CASE),
            actor=WRITER,
            now=NOW,
            body_id=body_id,
        )
