"""The page that a link in a mail leads to: a button, and then a fresh secret, once."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from minhbach.foundation import clock
from minhbach.requests.mail.secret import PART, is_open, secret_for


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def secret_by_mail(request: HttpRequest) -> HttpResponse:
    """Show the button; show the secret to who presses it."""
    value, now = request.GET.get(PART, ""), clock.now()
    if request.method != "POST" and is_open(value, now=now):
        return render(request, "requests/secret_by_mail.html", {"value": value})
    receipt = secret_for(value, now=now) if request.method == "POST" else None
    if receipt is None:
        messages.error(request, _("Liên kết này đã dùng, hoặc quá 30 ngày. Mất mã: mang giấy tờ tới đầu mối."))
        return redirect("requests:follow")
    return render(request, "requests/secret_by_mail.html", {"receipt": receipt})
