"""Pages of logging in and out and of the second factor: allauth's flows under our words and addresses."""

from typing import Any

from allauth.account.views import LoginView, LogoutView, ReauthenticateView
from allauth.mfa.base.views import AuthenticateView, IndexView
from allauth.mfa.base.views import ReauthenticateView as CodeAgainView
from allauth.mfa.recovery_codes.views import GenerateRecoveryCodesView, ViewRecoveryCodesView
from allauth.mfa.totp.views import ActivateTOTPView, DeactivateTOTPView
from allauth.socialaccount.adapter import get_adapter
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from minhbach.accounts.registries import quick_log_ins


class LogIn(LoginView):  # type: ignore[misc]
    """Log in by password, or by an identity provider where one is configured."""

    template_name = "accounts/log_in.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the identity providers, and in the demonstration its officers."""
        context: dict[str, Any] = super().get_context_data(**kwargs)
        context["providers"] = get_adapter(self.request).list_providers(self.request)
        context["quick_log_ins"] = quick_log_ins()
        return context


class LogOut(LogoutView):  # type: ignore[misc]
    """Log out, by a posted form alone; the next person at the machine finds no page by going back."""

    template_name = "accounts/log_out.html"

    def post(self, *args: Any, **kwargs: Any) -> HttpResponse:
        """Log out and have the browser forget the pages that it keeps."""
        response: HttpResponse = super().post(*args, **kwargs)
        response["Clear-Site-Data"] = '"cache"'
        return response


class PasswordAgain(ReauthenticateView):  # type: ignore[misc]
    """Ask for the password once more."""

    template_name = "accounts/password_again.html"


class SecondFactor(AuthenticateView):  # type: ignore[misc]
    """Ask for the second factor at log-in."""

    template_name = "accounts/second_factor.html"


class CodeAgain(CodeAgainView):  # type: ignore[misc]
    """Ask for the second factor once more."""

    template_name = "accounts/code_again.html"


class TwoFactor(IndexView):  # type: ignore[misc]
    """Show which second factors there are."""

    template_name = "accounts/two_factor.html"


class SetUpTwoFactor(ActivateTOTPView):  # type: ignore[misc]
    """Set up an application on the telephone as the second factor."""

    template_name = "accounts/two_factor_set_up.html"


class RemoveTwoFactor(DeactivateTOTPView):  # type: ignore[misc]
    """Take the second factor away, where that is allowed."""

    template_name = "accounts/two_factor_remove.html"


class RecoveryCodes(ViewRecoveryCodesView):  # type: ignore[misc]
    """Show the recovery codes, right after they were made."""

    template_name = "accounts/recovery_codes.html"


class NewRecoveryCodes(GenerateRecoveryCodesView):  # type: ignore[misc]
    """Make recovery codes anew."""

    template_name = "accounts/recovery_codes_new.html"


def subject_refused(request: HttpRequest) -> HttpResponse:
    """Say that the log-in at the identity provider was broken off, and what else one can do."""
    return render(request, "accounts/subject_refused.html")


def too_many(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Answer 429: so many tries came from one address that all must wait a minute."""
    return render(request, "accounts/too_many.html", status=429)
