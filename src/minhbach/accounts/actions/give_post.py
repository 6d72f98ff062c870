"""Give a person a role in a body from a day on (giao vị trí)."""

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from minhbach.accounts.administration import require_administrator
from minhbach.accounts.contracts import (
    DatesNotPossible,
    NotAllowed,
    PersonNotVisible,
    PostHeldAlready,
    PostRecord,
    UnitNotInBody,
)
from minhbach.accounts.journal import note_post, written
from minhbach.accounts.models import Person, Post
from minhbach.accounts.queries import post_record
from minhbach.accounts.rules import overlap
from minhbach.agencies.queries.beneath import with_bodies_beneath
from minhbach.domain.access import Actor, Role
from minhbach.domain.text import squeeze


def give_post(
    *,
    person_id: int,
    role: Role,
    body_id: int,
    actor: Actor,
    now: datetime,
    unit_id: int | None = None,
    title: str = "",
    from_on: date | None = None,
    until_on: date | None = None,
) -> PostRecord:
    """Give a post from `from_on` (None: today) until the day before `until_on` (None: no end is known).

    :raises NotAllowed: if the actor does not look after the people of the body, or the account is closed.
    :raises PersonNotVisible: if there is no such person.
    :raises UnitNotInBody: if the unit does not stand beneath the body.
    :raises DatesNotPossible: if the end does not come after the beginning.
    :raises PostHeldAlready: if the person holds this role in this body and unit on one of those days.
    """
    require_administrator(actor, body_id)
    from_on = from_on or timezone.localdate(now)
    if until_on is not None and until_on <= from_on:
        raise DatesNotPossible(_("Ngày kết thúc phải sau ngày bắt đầu."))
    if unit_id is not None and (unit_id == body_id or unit_id not in with_bodies_beneath({body_id})):
        raise UnitNotInBody(_("Đơn vị này không thuộc cơ quan đã chọn."))
    with transaction.atomic():
        person = Person.objects.select_for_update().filter(id=person_id).first()
        if person is None:
            raise PersonNotVisible(_("Không có cán bộ %(number)s.") % {"number": person_id})
        if not person.is_active:
            raise NotAllowed(_("Tài khoản đã khóa; mở lại trước khi giao vị trí."))
        for other in Post.objects.filter(person=person, role=role, body_id=body_id, unit_id=unit_id):
            if overlap(other.from_on, other.until_on, from_on, until_on) and other.from_on != other.until_on:
                raise PostHeldAlready(_("Người này đã giữ vai trò đó ở đây trong những ngày ấy."))
        row = Post.objects.create(
            person=person,
            role=role,
            body_id=body_id,
            unit_id=unit_id,
            title=squeeze(title),
            from_on=from_on,
            until_on=until_on,
        )
        record = post_record(row)
        facts = {"from": written(from_on), "until": written(until_on)}
        note_post("post.given", record, actor=actor, now=now, facts=facts)
    return record
