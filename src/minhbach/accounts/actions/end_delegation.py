"""Take a delegation back before its last day (thôi ủy quyền)."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from minhbach.accounts.contracts import DatesNotPossible, DelegationRecord, NotAllowed, PostNotVisible
from minhbach.accounts.journal import note_post, written
from minhbach.accounts.models import Delegation
from minhbach.accounts.queries import administers, delegation_record
from minhbach.domain.access import Actor


def end_delegation(*, delegation_id: int, actor: Actor, now: datetime) -> DelegationRecord:
    """Let a delegation end today: from now on the colleague exercises the post no longer.

    :raises PostNotVisible: if there is no such delegation that the actor may know of.
    :raises NotAllowed: if the actor neither holds the post nor looks after the people of its body.
    :raises DatesNotPossible: if the delegation is over.
    """
    today = timezone.localdate(now)
    with transaction.atomic():
        rows = Delegation.objects.select_related("post__person", "delegate").select_for_update(of=("self",))
        row = rows.filter(id=delegation_id).first()
        parties = () if row is None else (row.post.person_id, row.delegate_id)
        if row is None or not (actor.person in parties or administers(actor, row.post.body_id)):
            raise PostNotVisible(_("Không có ủy quyền %(number)s.") % {"number": delegation_id})
        if actor.person != row.post.person_id and not administers(actor, row.post.body_id):
            raise NotAllowed(_("Chỉ người giữ vị trí hoặc người quản trị được thôi ủy quyền."))
        if row.until_on <= today:
            raise DatesNotPossible(_("Ủy quyền này đã kết thúc."))
        row.until_on = max(today, row.from_on)
        row.save(update_fields=["until_on"])
        record = delegation_record(row)
        facts = {"delegation": row.pk, "until": written(record.until_on)}
        note_post("post.delegation-ended", record.post, actor=actor, now=now, facts=facts)
    return record
