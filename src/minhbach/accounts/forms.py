"""What people type at the log-in and on the pages of people and posts. Forms parse and decide nothing."""

from typing import Any

from allauth.account.forms import LoginForm, ReauthenticateForm
from allauth.mfa.base.forms import AuthenticateForm as SecondFactorForm
from allauth.mfa.base.forms import ReauthenticateForm as SecondFactorAgainForm
from allauth.mfa.totp.forms import ActivateTOTPForm
from django import forms
from django.utils.translation import gettext_lazy as _

from minhbach.accounts.rules import clean_username


class LogInForm(LoginForm):  # type: ignore[misc]
    """User name or e-mail address, and password."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"] = forms.CharField(
            label=_("Tên đăng nhập hoặc thư điện tử"),
            max_length=254,
            widget=forms.TextInput(attrs={"autocomplete": "username", "autocapitalize": "none", "spellcheck": "false"}),
            error_messages={"required": _("Nhập tên đăng nhập hoặc thư điện tử.")},
        )
        self.fields["password"] = _password(_("Mật khẩu"), "current-password", _("Nhập mật khẩu."))
        self.order_fields(["login", "password"])

    def clean_login(self) -> str:
        """Return what was typed as names are stored."""
        return clean_username(self.cleaned_data["login"])

    def user_credentials(self) -> dict[str, str]:
        """Return one name for both columns.

        allauth would hand over an e-mail address twice and hash the password twice where a person has it,
        which tells by the time taken who has an account.
        """
        return {"username": self.cleaned_data["login"], "password": self.cleaned_data["password"]}


class PasswordAgainForm(ReauthenticateForm):  # type: ignore[misc]
    """The password once more, before something that matters."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["password"] = _password(_("Mật khẩu"), "current-password", _("Nhập mật khẩu."))


class _CodeField(forms.CharField):
    """A code as people type it: with spaces or hyphens, from the telephone or from the paper."""

    def __init__(self, label: Any, **kwargs: Any) -> None:
        widget = forms.TextInput(attrs={"autocomplete": "one-time-code", "inputmode": "numeric", "spellcheck": "false"})
        super().__init__(
            label=label, max_length=20, widget=widget, error_messages={"required": _("Nhập mã.")}, **kwargs
        )

    def to_python(self, value: Any) -> str:
        """Return the code without spaces and hyphens."""
        return "".join(str(super().to_python(value) or "").replace("-", " ").split())


class CodeForm(SecondFactorForm):  # type: ignore[misc]
    """The second factor at log-in."""

    code = _CodeField(_("Mã 6 chữ số, hoặc một mã dự phòng"))


class CodeAgainForm(SecondFactorAgainForm):  # type: ignore[misc]
    """The second factor once more, before something that matters."""

    code = _CodeField(_("Mã 6 chữ số, hoặc một mã dự phòng"))


class FirstCodeForm(ActivateTOTPForm):  # type: ignore[misc]
    """The first code of an application that was just set up."""

    code = _CodeField(_("Mã 6 chữ số hiện trong ứng dụng"))


def _password(label: Any, autocomplete: str, required: Any) -> forms.CharField:
    return forms.CharField(
        label=label,
        strip=False,
        max_length=200,
        widget=forms.PasswordInput(attrs={"autocomplete": autocomplete}),
        error_messages={"required": required},
    )
