"""Open a closed account again (mở lại tài khoản)."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from minhbach.accounts.contracts import NotAllowed, PersonRecord
from minhbach.accounts.journal import note_person
from minhbach.accounts.models import Person
from minhbach.accounts.queries import person_record, visible_person
from minhbach.domain.access import Actor


def reactivate_person(*, person_id: int, actor: Actor, now: datetime) -> PersonRecord:
    """Let a person log in again with the password they had. Posts do not come back; they are given anew.

    :raises PersonNotVisible: if the actor may not know of the person.
    :raises NotAllowed: if the account is not closed.
    """
    visible_person(person_id, actor=actor)
    with transaction.atomic():
        row = Person.objects.select_for_update().get(id=person_id)
        if row.is_active:
            raise NotAllowed(_("Tài khoản này đang dùng."))
        row.is_active = True
        row.closed_at = None
        row.closing_reason = ""
        row.save(update_fields=["is_active", "closed_at", "closing_reason"])
        note_person("person.reactivated", person_id, actor=actor, now=now)
    return person_record(row)
