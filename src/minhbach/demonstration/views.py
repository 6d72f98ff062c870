"""Log-in of the demonstration: one button, nothing to type. Nowhere else does this page exist."""

from django.conf import settings
from django.contrib.auth import get_user_model, login
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from minhbach.demonstration.people import USERNAMES

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


def log_in(request: HttpRequest) -> HttpResponse:
    """Log a made-up officer in; 404 in any mode but the demonstration."""
    if not settings.IS_DEMONSTRATION:
        raise Http404
    return _log_in(request)


@require_POST
def _log_in(request: HttpRequest) -> HttpResponse:
    chosen = request.POST.get("person", "")
    officers = get_user_model().objects.filter(username__in=USERNAMES, is_active=True)
    person = officers.filter(pk=int(chosen)).first() if chosen.isascii() and chosen.isdigit() else None
    if person is None:
        raise Http404
    login(request, person, backend=BACKEND)
    wanted = request.POST.get("next", "")
    safe = url_has_allowed_host_and_scheme(wanted, allowed_hosts=None, require_https=request.is_secure())
    return HttpResponseRedirect(wanted if wanted and safe else settings.LOGIN_REDIRECT_URL or reverse("account_login"))
