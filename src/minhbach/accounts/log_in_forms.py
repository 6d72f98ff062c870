"""What people type at log-in: names, passwords, codes. Forms parse and decide nothing."""

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
        self.fields["password"] = password_box(_("Mật khẩu"), "current-password", _("Nhập mật khẩu."))
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
        self.fields["password"] = password_box(_("Mật khẩu"), "current-password", _("Nhập mật khẩu."))


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


class NewPasswordForm(forms.Form):
    """A password of one's own, twice; the present one first, unless that is a temporary one."""

    def __init__(self, *args: Any, asks_present: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if asks_present:
            self.fields["present_password"] = password_box(
                _("Mật khẩu đang dùng"), "current-password", _("Nhập mật khẩu đang dùng.")
            )
        self.fields["password"] = password_box(_("Mật khẩu mới"), "new-password", _("Nhập mật khẩu mới."))
        self.fields["password"].help_text = _("Ít nhất 10 ký tự. Một câu ngắn dễ nhớ là tốt nhất.")
        again = password_box(_("Nhập lại mật khẩu mới"), "new-password", _("Nhập lại mật khẩu mới."))
        self.fields["password_again"] = again

    def clean_password_again(self) -> str:
        """Make sure that both are the same."""
        again: str = self.cleaned_data["password_again"]
        if again != self.cleaned_data.get("password", again):
            raise forms.ValidationError(_("Hai lần nhập chưa giống nhau."))
        return again


def password_box(label: Any, autocomplete: str, required: Any) -> forms.CharField:
    """Return a box for a password, whose spaces count and whose text never comes back."""
    return forms.CharField(
        label=label,
        strip=False,
        max_length=200,
        widget=forms.PasswordInput(attrs={"autocomplete": autocomplete}),
        error_messages={"required": required},
    )
