"""Lock-out after wrong passwords, by person and address: what django-axes counts under, and what the page says."""

from datetime import datetime, timedelta
from typing import Any

from axes.handlers.proxy import AxesProxyHandler
from axes.helpers import get_cool_off
from axes.models import AccessAttempt
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext

from minhbach.accounts.addresses import client_address
from minhbach.accounts.log_in_forms import LogInForm
from minhbach.accounts.models import Person
from minhbach.accounts.rules import clean_username


def counted_name(request: HttpRequest, credentials: dict[str, Any] | None = None) -> str:
    """Return under which name a try is counted: the person's user name, also when they typed the e-mail address.

    A name that nobody has is counted as typed, so that it locks like any other and tells nothing.
    """
    typed = (credentials or {}).get("username") or request.POST.get("login", "")
    name = clean_username(str(typed))[:150]
    if "@" not in name:
        return name
    return Person.objects.filter(email=name).values_list("username", flat=True).first() or name


def locked_out(
    request: HttpRequest, response: HttpResponse | None = None, credentials: dict[str, Any] | None = None
) -> HttpResponse:
    """Return the log-in page that says until when this person cannot try again from here; what was typed stays."""
    until = timezone.localtime(_locked_until(request, counted_name(request, credentials)))
    sentence = gettext(
        "Đã thử nhiều lần không đúng. Thử lại sau %(time)s, hoặc nhờ người quản trị của cơ quan cấp mật khẩu tạm."
    ) % {"time": f"{until:%H:%M}"}
    if request.user.is_authenticated:
        messages.error(request, sentence)
        return HttpResponseRedirect(request.path)
    form = LogInForm(initial={"login": request.POST.get("login", "")}, request=request)
    context = {"form": form, "sentence": sentence, "next": request.POST.get("next", "")}
    return render(request, "accounts/locked_out.html", context, status=429)


def _locked_until(request: HttpRequest, name: str) -> datetime:
    tries = AccessAttempt.objects.filter(username=name, ip_address=client_address(request))
    last = tries.order_by("-attempt_time").values_list("attempt_time", flat=True).first()
    return (last or timezone.now()) + (get_cool_off(request) or timedelta())


def forgive(username: str) -> None:
    """Forget the wrong tries of a person, as when an administrator hands out a temporary password."""
    AxesProxyHandler.reset_attempts(username=username)
