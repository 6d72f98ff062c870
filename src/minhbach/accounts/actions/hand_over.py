"""Hand over a leaver's work in a body (bàn giao khi thôi việc, chuyển công tác)."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from minhbach.accounts.actions.end_post import end_post
from minhbach.accounts.administration import require_administrator
from minhbach.accounts.contracts import DelegateNotPossible, NotAllowed, WorkRemains
from minhbach.accounts.journal import note_person
from minhbach.accounts.models import Delegation, Person, Post
from minhbach.accounts.queries import held_on, visible_person
from minhbach.accounts.registries import HandOver, move_open_work, open_work
from minhbach.domain.access import Actor


def hand_over(
    *, person_id: int, body_id: int, successor_id: int | None, actor: Actor, now: datetime, reason: str = ""
) -> dict[str, int]:
    """End today every post of the person in the body, and move their open work there to the successor.

    :param successor_id: None only where no work is open.
    :returns: how many pieces of work of each kind were moved.
    :raises PersonNotVisible: if the actor may not know of the person.
    :raises NotAllowed: if the actor does not look after the people of the body, or the person holds no post there.
    :raises WorkRemains: if work is open and no successor is named.
    :raises DelegateNotPossible: if the successor holds no post in the body today.
    :raises LastAdministrator: if nobody would look after the body.
    """
    require_administrator(actor, body_id)
    visible_person(person_id, actor=actor)
    with transaction.atomic():
        _refuse_successor(person_id, body_id, successor_id, now=now)
        moved = _move(person_id, body_id, successor_id, actor=actor, now=now)
        _end_posts(person_id, body_id, reason, actor=actor, now=now)
        facts = {"body": body_id, "successor": successor_id, "moved": sum(moved.values())}
        note_person("person.handed-over", person_id, actor=actor, now=now, facts=facts)
    return moved


def _refuse_successor(person_id: int, body_id: int, successor_id: int | None, *, now: datetime) -> None:
    if successor_id is None:
        return
    active = Person.objects.filter(id=successor_id, is_active=True).exclude(id=person_id)
    posts = Post.objects.filter(held_on(timezone.localdate(now)), body_id=body_id, person__in=active)
    if not posts.exists():
        raise DelegateNotPossible(_("Người nhận bàn giao phải đang giữ vị trí trong cùng cơ quan."))


def _move(person_id: int, body_id: int, successor_id: int | None, *, actor: Actor, now: datetime) -> dict[str, int]:
    if successor_id is None:
        if open_work(person_id=person_id, body_id=body_id):
            raise WorkRemains(_("Còn việc đang làm; chọn người nhận bàn giao."))
        return {}
    return move_open_work(HandOver(person_id, body_id, successor_id), actor=actor, now=now)


def _end_posts(person_id: int, body_id: int, reason: str, *, actor: Actor, now: datetime) -> None:
    today = timezone.localdate(now)
    posts = Post.objects.filter(person_id=person_id, body_id=body_id).exclude(until_on__lte=today)
    if not posts.exists():
        raise NotAllowed(_("Người này không giữ vị trí nào ở cơ quan đó."))
    for post_id in list(posts.order_by("id").values_list("id", flat=True)):
        end_post(post_id=post_id, actor=actor, now=now, reason=reason)
    standing_in = Delegation.objects.filter(delegate_id=person_id, post__body_id=body_id, until_on__gt=today)
    for row in standing_in.select_for_update():
        row.until_on = max(today, row.from_on)
        row.save(update_fields=["until_on"])
