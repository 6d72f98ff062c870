"""Change one's own password (đổi mật khẩu)."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from minhbach.accounts.contracts import PasswordNotAccepted, PersonNotVisible
from minhbach.accounts.journal import note_person
from minhbach.accounts.models import Person
from minhbach.accounts.passwords import refuse_weak_password
from minhbach.domain.access import Actor


def change_password(*, password: str, actor: Actor, now: datetime) -> None:
    """Give the actor's own account another password; all sessions end but the one that the caller renews.

    The caller has made sure that the person who asks is the person: by the old password or a fresh log-in.

    :raises PersonNotVisible: for a visitor or the system.
    :raises PasswordNotAccepted: if it breaks a rule, or is the one in use.
    """
    with transaction.atomic():
        row = Person.objects.select_for_update().filter(id=actor.person or 0, is_active=True).first()
        if row is None:
            raise PersonNotVisible(_("Chỉ đổi được mật khẩu của chính mình."))
        refuse_weak_password(password, row)
        if row.check_password(password):
            raise PasswordNotAccepted(_("Mật khẩu mới phải khác mật khẩu đang dùng."))
        row.set_password(password)
        row.temporary_password_until = None
        row.save(update_fields=["password", "temporary_password_until"])
        note_person("person.password-changed", row.pk, actor=actor, now=now)
