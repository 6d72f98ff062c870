"""Correct the names of a person (sửa thông tin cán bộ)."""

from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from minhbach.accounts.actions.create_person import describe, refuse_wrong_names
from minhbach.accounts.administration import require_answering_for
from minhbach.accounts.contracts import NameTaken, PersonRecord
from minhbach.accounts.journal import note_person
from minhbach.accounts.models import Person
from minhbach.accounts.queries import person_record
from minhbach.accounts.rules import clean_email, clean_username
from minhbach.domain.access import Actor
from minhbach.domain.text import squeeze


def correct_person(
    *, person_id: int, name: str, username: str, email: str, actor: Actor, now: datetime
) -> PersonRecord:
    """Change name, user name and e-mail address. The event says which changed, not from what to what.

    :raises PersonNotVisible: if the actor may not know of the person.
    :raises NotAllowed: if somebody else answers for the person too.
    :raises NameTaken: if another person has the user name or the e-mail address.
    :raises AccountsError: if the user name cannot be one, or the name is empty.
    """
    require_answering_for(actor, person_id, on=timezone.localdate(now))
    wanted = {"name": squeeze(name), "username": clean_username(username), "email": clean_email(email)}
    with transaction.atomic():
        row = Person.objects.select_for_update().get(id=person_id)
        changed = [field for field, value in wanted.items() if getattr(row, field) != value]
        if not changed:
            return person_record(row)
        for field in changed:
            setattr(row, field, wanted[field])
        refuse_wrong_names(row)
        describe(row)
        try:
            with transaction.atomic():
                row.save(update_fields=[*changed, "name_key", "searchable"])
        except IntegrityError as error:
            raise NameTaken(_("Tên đăng nhập hoặc thư điện tử này đã có người dùng.")) from error
        note_person("person.corrected", person_id, actor=actor, now=now, facts=dict.fromkeys(changed, True))
    return person_record(row)
