"""Give a person who forgot theirs a temporary password (cấp mật khẩu tạm)."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from minhbach.accounts.actions.create_person import TEMPORARY_PASSWORD_TERM
from minhbach.accounts.administration import require_answering_for
from minhbach.accounts.contracts import NotAllowed
from minhbach.accounts.journal import note_person
from minhbach.accounts.models import Person
from minhbach.accounts.passwords import temporary_password
from minhbach.domain.access import Actor


def reset_password(*, person_id: int, actor: Actor, now: datetime) -> str:
    """Return a temporary password, good for seven days and one log-in's way to a new one; sessions end at once.

    Only its hash is kept: the administrator hands it over face to face and nobody can read it again.

    :raises PersonNotVisible: if the actor may not know of the person.
    :raises NotAllowed: if the account is closed, is the actor's own, or somebody else answers for the person too.
    """
    require_answering_for(actor, person_id, on=timezone.localdate(now))
    if person_id == actor.person:
        raise NotAllowed(_("Mật khẩu của mình thì đổi ở trang Tài khoản."))
    password = temporary_password()
    with transaction.atomic():
        row = Person.objects.select_for_update().get(id=person_id)
        if not row.is_active:
            raise NotAllowed(_("Tài khoản đã khóa; mở lại trước."))
        row.set_password(password)
        row.temporary_password_until = now + TEMPORARY_PASSWORD_TERM
        row.save(update_fields=["password", "temporary_password_until"])
        note_person("person.password-reset", person_id, actor=actor, now=now)
    return password
