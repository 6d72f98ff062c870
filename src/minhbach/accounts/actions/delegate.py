"""Let another person exercise a post while its holder is away (ủy quyền khi vắng mặt)."""

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from minhbach.accounts.contracts import (
    DatesNotPossible,
    DelegateNotPossible,
    DelegationRecord,
    NotAllowed,
    PostHeldAlready,
    PostRecord,
)
from minhbach.accounts.journal import note_post, written
from minhbach.accounts.models import Delegation, Person, Post
from minhbach.accounts.queries import administers, delegation_record, held_on, visible_post
from minhbach.accounts.rules import overlap
from minhbach.domain.access import Actor
from minhbach.domain.text import squeeze


def delegate(
    *, post_id: int, delegate_id: int, from_on: date, until_on: date, reason: str, actor: Actor, now: datetime
) -> DelegationRecord:
    """Let a colleague exercise the post from `from_on` until the day before `until_on`.

    Meanwhile the colleague's `Actor` carries the post with `delegated_by`. A delegated post cannot be passed on.

    :param reason: kept with the delegation, not in the event log, because it may speak of health.
    :raises PostNotVisible: if there is no such post that the actor may know of.
    :raises NotAllowed: if the actor neither holds the post nor looks after the people of its body.
    :raises DatesNotPossible: if the days are over, turned round, or not all within the post.
    :raises DelegateNotPossible: if the colleague holds no post in the same body when the delegation begins.
    :raises PostHeldAlready: if the post is delegated on one of those days.
    """
    with transaction.atomic():
        post = visible_post(post_id, actor=actor)
        if actor.person != post.person_id and not administers(actor, post.body_id):
            raise NotAllowed(_("Chỉ người giữ vị trí hoặc người quản trị được ủy quyền."))
        _refuse_days(post, from_on, until_on, today=timezone.localdate(now))
        Post.objects.select_for_update(of=("self",)).get(id=post_id)
        _refuse_delegate(post, delegate_id, on=from_on)
        for other in Delegation.objects.filter(post_id=post_id):
            if other.from_on != other.until_on and overlap(other.from_on, other.until_on, from_on, until_on):
                raise PostHeldAlready(_("Vị trí này đã ủy quyền trong những ngày ấy."))
        row = Delegation.objects.create(
            post_id=post_id, delegate_id=delegate_id, from_on=from_on, until_on=until_on, reason=squeeze(reason)
        )
        facts = {"delegation": row.pk, "delegate": delegate_id, "from": written(from_on), "until": written(until_on)}
        note_post("post.delegated", post, actor=actor, now=now, facts=facts)
        return delegation_record(Delegation.objects.select_related("post__person", "delegate").get(id=row.pk))


def _refuse_days(post: PostRecord, from_on: date, until_on: date, *, today: date) -> None:
    if until_on <= from_on:
        raise DatesNotPossible(_("Ngày kết thúc phải sau ngày bắt đầu."))
    if until_on <= today:
        raise DatesNotPossible(_("Những ngày này đã qua."))
    if from_on < post.from_on or (post.until_on is not None and until_on > post.until_on):
        raise DatesNotPossible(_("Chỉ ủy quyền trong thời gian giữ vị trí."))


def _refuse_delegate(post: PostRecord, delegate_id: int, *, on: date) -> None:
    if delegate_id == post.person_id:
        raise DelegateNotPossible(_("Không ủy quyền cho chính mình."))
    colleagues = Person.objects.filter(is_active=True, id=delegate_id)
    posts = Post.objects.filter(held_on(on), body_id=post.body_id, person__in=colleagues)
    if not posts.exists():
        raise DelegateNotPossible(_("Chỉ ủy quyền cho người đang giữ vị trí trong cùng cơ quan."))
