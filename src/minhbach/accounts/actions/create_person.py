"""Create the account of a person (lập tài khoản cán bộ)."""

from datetime import date, datetime, timedelta

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from minhbach.accounts.actions.give_post import give_post
from minhbach.accounts.administration import require_administrator
from minhbach.accounts.contracts import AccountsError, NameTaken, PersonRecord
from minhbach.accounts.journal import note_person
from minhbach.accounts.models import Person
from minhbach.accounts.queries import person_record
from minhbach.accounts.rules import clean_email, clean_username, is_username, name_sort_key, searchable
from minhbach.domain.access import Actor, Role
from minhbach.domain.text import squeeze

TEMPORARY_PASSWORD_TERM = timedelta(days=7)


def create_person(
    *,
    name: str,
    username: str,
    email: str,
    password: str,
    body_id: int,
    role: Role,
    actor: Actor,
    now: datetime,
    unit_id: int | None = None,
    title: str = "",
    from_on: date | None = None,
    temporary: bool = True,
) -> PersonRecord:
    """Create a person's account together with the first post; nobody has an account without a body that answers for it.

    :param password: as `passwords.temporary_password` makes it, or chosen by the person themself.
    :param from_on: first day of the post; None is the day of `now`.
    :param temporary: the person must choose another password at the first log-in, within seven days.
    :raises NotAllowed: if the actor does not look after the people of the body.
    :raises NameTaken: if another person has the user name or the e-mail address.
    :raises AccountsError: if the user name cannot be one, or the name is empty.
    """
    require_administrator(actor, body_id)
    row = Person(
        name=squeeze(name),
        username=clean_username(username),
        email=clean_email(email),
        temporary_password_until=now + TEMPORARY_PASSWORD_TERM if temporary else None,
        created_at=now,
    )
    refuse_wrong_names(row)
    describe(row)
    row.set_password(password)
    with transaction.atomic():
        try:
            with transaction.atomic():
                row.save()
        except IntegrityError as error:
            raise NameTaken(_("Tên đăng nhập hoặc thư điện tử này đã có người dùng.")) from error
        give_post(
            person_id=row.pk,
            role=role,
            body_id=body_id,
            unit_id=unit_id,
            title=title,
            from_on=from_on,
            actor=actor,
            now=now,
        )
        note_person("person.created", row.pk, actor=actor, now=now)
    return person_record(row)


def refuse_wrong_names(row: Person) -> None:
    """Refuse a name that is empty and a user name that cannot be typed everywhere.

    :raises AccountsError: saying which.
    """
    if not row.name:
        raise AccountsError(_("Nhập họ và tên."))
    if not is_username(row.username):
        raise AccountsError(_("Tên đăng nhập có 3 đến 40 ký tự: chữ a–z không dấu, chữ số, dấu chấm, gạch nối."))


def describe(row: Person) -> None:
    """Bring the columns for sorting and searching in line with the names."""
    row.name_key = name_sort_key(row.name)
    row.searchable = searchable(row.name, row.username, row.email)
