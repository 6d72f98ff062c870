"""End all sessions of one's own account (đăng xuất khỏi mọi máy)."""

from datetime import datetime

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from minhbach.accounts.contracts import PersonNotVisible
from minhbach.accounts.journal import note_person
from minhbach.accounts.models import Person
from minhbach.domain.access import Actor


def end_sessions(*, actor: Actor, now: datetime) -> None:
    """End every session of the actor's own account but the one that the caller renews.

    :raises PersonNotVisible: for a visitor or the system.
    """
    with transaction.atomic():
        changed = Person.objects.filter(id=actor.person or 0).update(session_stamp=F("session_stamp") + 1)
        if not changed or actor.person is None:
            raise PersonNotVisible(_("Chỉ kết thúc được phiên của chính mình."))
        note_person("person.sessions-ended", actor.person, actor=actor, now=now)
