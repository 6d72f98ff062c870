"""Passwords: temporary ones as the machine makes them, chosen ones as the rules allow."""

import secrets

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from minhbach.accounts.contracts import PasswordNotAccepted
from minhbach.accounts.models import Person

# No 0 O 1 I L: a temporary password is read aloud or copied from paper.
_LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"


def temporary_password() -> str:
    """Return a password of 16 letters and digits in groups of four: about 79 bits."""
    return "-".join("".join(secrets.choice(_LETTERS) for _ in range(4)) for _ in range(4))


def refuse_weak_password(password: str, person: Person) -> None:
    """Refuse a password that the rules of the installation do not accept.

    :raises PasswordNotAccepted: with one sentence for each broken rule.
    """
    try:
        validate_password(password, person)
    except ValidationError as error:
        raise PasswordNotAccepted(" ".join(error.messages)) from error
