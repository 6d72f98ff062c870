"""End a post on a day (thôi giữ vị trí)."""

from datetime import date, datetime

from django.db import transaction
from django.db.models import F
from django.db.models.functions import Greatest
from django.utils import timezone
from django.utils.translation import gettext as _

from minhbach.accounts.administration import keep_an_administrator, require_administrator
from minhbach.accounts.contracts import DatesNotPossible, PostRecord
from minhbach.accounts.journal import note_post, written
from minhbach.accounts.models import Delegation, Post
from minhbach.accounts.queries import post_record, visible_post
from minhbach.domain.access import Actor, Role
from minhbach.domain.text import squeeze


def end_post(
    *, post_id: int, actor: Actor, now: datetime, until_on: date | None = None, reason: str = ""
) -> PostRecord:
    """Let a post be held no longer from `until_on` on (None: from today on); delegations of it end with it.

    :param reason: kept with the post, not in the event log, because it may speak of a person.
    :raises PostNotVisible: if there is no such post that the actor may know of.
    :raises NotAllowed: if the actor does not look after the people of the body.
    :raises DatesNotPossible: if the day lies in the past and was not the end before, or the post has ended.
    :raises LastAdministrator: if nobody would look after the body.
    """
    today = timezone.localdate(now)
    until_on = until_on or today
    with transaction.atomic():
        post = visible_post(post_id, actor=actor)
        require_administrator(actor, post.body_id)
        row = Post.objects.select_for_update(of=("self",)).select_related("person").get(id=post_id)
        if row.until_on is not None and row.until_on <= today:
            raise DatesNotPossible(_("Vị trí này đã kết thúc."))
        if until_on < today:
            raise DatesNotPossible(_("Ngày kết thúc sớm nhất là hôm nay: việc đã làm vẫn là của người đang giữ."))
        if post.role is Role.ADMINISTRATOR:
            keep_an_administrator(leaving=post.person_id, body_id=post.body_id, on=until_on)
        row.until_on = max(until_on, row.from_on)
        row.ending_reason = squeeze(reason)
        row.save(update_fields=["until_on", "ending_reason"])
        _end_delegations(row)
        record = post_record(row)
        note_post("post.ended", record, actor=actor, now=now, facts={"until": written(record.until_on)})
    return record


def _end_delegations(post: Post) -> None:
    Delegation.objects.filter(post=post, until_on__gt=post.until_on).update(
        until_on=Greatest(F("from_on"), post.until_on)
    )
