"""Take away the second factor of a person who lost it (bỏ xác thực hai lớp)."""

from datetime import datetime

from allauth.mfa.models import Authenticator
from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from minhbach.accounts.administration import require_answering_for
from minhbach.accounts.contracts import NotAllowed
from minhbach.accounts.journal import note_person
from minhbach.accounts.models import Person
from minhbach.domain.access import Actor


def reset_two_factor(*, person_id: int, actor: Actor, now: datetime) -> int:
    """Remove every second factor of a person and end the sessions; where two are required, a new one is set up next.

    :returns: how many were removed, recovery codes counting as one.
    :raises PersonNotVisible: if the actor may not know of the person.
    :raises NotAllowed: if there is none, it is the actor's own, or somebody else answers for the person too.
    """
    require_answering_for(actor, person_id, on=timezone.localdate(now))
    if person_id == actor.person:
        raise NotAllowed(_("Hai lớp của mình thì đổi ở trang Tài khoản, hoặc nhờ người quản trị khác."))
    with transaction.atomic():
        removed: int = Authenticator.objects.filter(user_id=person_id).delete()[0]
        if not removed:
            raise NotAllowed(_("Người này chưa bật xác thực hai lớp."))
        Person.objects.filter(id=person_id).update(session_stamp=F("session_stamp") + 1)
        note_person("person.two-factor-reset", person_id, actor=actor, now=now, facts={"removed": removed})
    return removed
