"""What a person must do before anything else: choose a password of their own, set up the second factor."""

from dataclasses import dataclass

from allauth.account.internal.flows.login import get_authentication_records
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.http import HttpRequest

_TWO_FACTOR_SEEN = "two_factor_seen"


@dataclass(frozen=True, slots=True)
class OwedStep:
    """A step that is owed: where it is taken, and which paths may be visited meanwhile."""

    url_name: str
    allowed: tuple[str, ...]


_PASSWORD = OwedStep("accounts:change_password", ("/lam-viec/tai-khoan/mat-khau/", "/en/lam-viec/tai-khoan/mat-khau/"))
_TWO_FACTOR = OwedStep(
    "mfa_activate_totp",
    tuple(f"{language}/lam-viec/tai-khoan/{step}/" for language in ("", "/en") for step in ("hai-lop", "xac-nhan")),
)


def owed_step(request: HttpRequest) -> OwedStep | None:
    """Return the step that the person of the session owes first, or None."""
    if not request.user.is_authenticated:
        return None
    if request.user.temporary_password_until is not None:
        return _PASSWORD
    if settings.TWO_FACTOR_REQUIRED and not _has_second_factor(request):
        return _TWO_FACTOR
    return None


def _has_second_factor(request: HttpRequest) -> bool:
    session = request.session
    if session.get(_TWO_FACTOR_SEEN):
        return True
    records = get_authentication_records(request, request.user)
    used = any(record["method"] == "mfa" for record in records)
    kinds = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)
    if used or Authenticator.objects.filter(user_id=request.user.pk, type__in=kinds).exists():
        session[_TWO_FACTOR_SEEN] = True
        return True
    return False
