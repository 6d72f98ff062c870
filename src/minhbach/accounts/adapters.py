"""What django-allauth asks an installation: words, stages, who may come in. Nobody ever signs up."""

from datetime import timedelta
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.flows.login import get_authentication_records
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialLogin
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from minhbach.accounts.addresses import client_address
from minhbach.accounts.models import Person
from minhbach.accounts.queries import actor_of
from minhbach.accounts.secrets_at_rest import open_sealed, seal
from minhbach.foundation import clock

RECENT_LOG_IN = timedelta(minutes=5)
_WRONG = _("Tên hoặc mật khẩu không đúng. Xem lại, hoặc nhờ người quản trị của cơ quan cấp mật khẩu tạm.")
_TOO_MANY = _("Đã thử nhiều lần không đúng. Đợi 5 phút rồi thử lại.")
_SENTENCES = {
    "mfa/messages/totp_activated.txt": _("Đã bật xác thực hai lớp."),
    "mfa/messages/totp_deactivated.txt": _("Đã tắt xác thực hai lớp."),
    "mfa/messages/recovery_codes_generated.txt": _("Đã tạo mã dự phòng mới; mã cũ không dùng được nữa."),
    "socialaccount/messages/account_connected.txt": _("Đã gắn định danh điện tử với tài khoản này."),
    "socialaccount/messages/account_connected_updated.txt": _("Định danh điện tử này đã gắn với tài khoản từ trước."),
    "socialaccount/messages/account_connected_other.txt": _("Định danh này đã gắn với một người dùng khác."),
}


class PersonAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    """Log-in by password."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "username_password_mismatch": _WRONG,
        "email_password_mismatch": _WRONG,
        "invalid_login": _WRONG,
        "incorrect_password": _("Mật khẩu không đúng."),
        "too_many_login_attempts": _TOO_MANY,
        "rate_limited": _TOO_MANY,
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Say no: administrators make accounts."""
        return False

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """Leave counting to django-axes, by person and address; allauth would lock a person out everywhere."""

    def get_client_ip(self, request: HttpRequest) -> str:
        """Return the address that limits count by."""
        return client_address(request)

    def pre_login(self, request: HttpRequest, user: Person, **kwargs: Any) -> HttpResponse | None:
        """Turn away a temporary password whose days are over. Only who typed it rightly comes so far."""
        until = user.temporary_password_until
        if until is not None and until <= clock.now():
            messages.error(request, _("Mật khẩu tạm đã hết hạn. Nhờ người quản trị cấp mật khẩu tạm khác."))
            return HttpResponseRedirect(reverse("account_login"))
        return super().pre_login(request, user, **kwargs)  # type: ignore[no-any-return]

    def respond_user_inactive(self, request: HttpRequest, user: Person) -> HttpResponse:
        """Say that the account is closed. Only who typed the right password comes so far."""
        messages.error(request, _("Tài khoản này đã khóa. Hỏi người quản trị của cơ quan."))
        return HttpResponseRedirect(reverse("account_login"))

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        """Return the day's page, or the account's own where the person holds no post."""
        holds_posts = request.user.pk and actor_of(request.user.pk, on=clock.today()).posts
        return str(settings.LOGIN_REDIRECT_URL) if holds_posts else reverse("accounts:profile")

    def is_reauthentication_required(self, *, app: str, **kwargs: Any) -> bool:
        """Ask for the password again unless the person gave it within the last five minutes."""
        records = get_authentication_records(self.request, self.request.user)
        return not records or clock.now().timestamp() - records[-1]["at"] > RECENT_LOG_IN.total_seconds()

    def add_message(
        self, request: HttpRequest, level: int, message_template: str | None = None, *args: Any, **kwargs: Any
    ) -> None:
        """Say our sentence for what happened; where we have none, nothing need be said."""
        sentence = kwargs.get("message") or _SENTENCES.get(message_template or "")
        if sentence:
            messages.add_message(request, level, sentence)


class SecondFactorAdapter(DefaultMFAAdapter):  # type: ignore[misc]
    """The second factor: its secrets are sealed in the database."""

    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": _("Mã không đúng. Xem giờ của điện thoại, rồi nhập mã đang hiện."),
        "cannot_delete_authenticator": _("Ở đây mọi cán bộ phải dùng hai lớp. Mất máy thì nhờ người quản trị bỏ."),
        "cannot_generate_recovery_codes": _("Bật xác thực hai lớp trước khi tạo mã dự phòng."),
    }

    def encrypt(self, text: str) -> str:
        """Seal a secret before it is stored."""
        return seal(text)

    def decrypt(self, encrypted_text: str) -> str:
        """Open a stored secret."""
        return open_sealed(encrypted_text)

    def build_totp_svg(self, url: str) -> str:
        """Return the square code as it may stand inside a page: without the declaration of a file of its own."""
        drawn: str = super().build_totp_svg(url)
        return drawn[drawn.index("<svg") :]

    def get_totp_issuer(self) -> str:
        """Return what the application on the telephone calls this installation."""
        return "Minh Bạch"

    def get_totp_label(self, user: Person) -> str:
        """Return what the application calls the account."""
        return user.username

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        """Say no where two factors are required."""
        return not settings.TWO_FACTOR_REQUIRED


class SubjectAdapter(DefaultSocialAccountAdapter):  # type: ignore[misc]
    """Log-in by an identity provider, for people whom an administrator linked or who linked themselves."""

    error_messages = {
        **DefaultSocialAccountAdapter.error_messages,
        "connected_other": _("Định danh này đã gắn với một người dùng khác."),
    }

    def is_open_for_signup(self, request: HttpRequest, sociallogin: SocialLogin) -> bool:
        """Say no: an identity that nobody linked opens nothing."""
        return False

    def pre_social_login(self, request: HttpRequest, sociallogin: SocialLogin) -> None:
        """Keep nothing that the provider tells but the subject, and turn away an identity that nobody linked."""
        sociallogin.account.extra_data = {}
        if sociallogin.account.pk:
            sociallogin.account.save(update_fields=["extra_data"])
        elif sociallogin.state.get("process") != "connect":
            raise ImmediateHttpResponse(render(request, "accounts/subject_unknown.html", status=403))

    def on_authentication_error(self, request: HttpRequest, provider: object, *args: Any, **kwargs: Any) -> None:
        """Show our page for a log-in that broke off at the provider."""
        raise ImmediateHttpResponse(render(request, "accounts/subject_refused.html", status=401))

    def get_connect_redirect_url(self, request: HttpRequest, socialaccount: object) -> str:
        """Return where linking oneself began."""
        return reverse("accounts:profile")
