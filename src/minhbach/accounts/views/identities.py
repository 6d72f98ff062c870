"""Pages that link a person to an identity at an identity provider."""

from typing import Any

from allauth.socialaccount.adapter import get_adapter
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from minhbach.accounts.actions.link_subject import link_subject
from minhbach.accounts.actions.unlink_subject import unlink_subject
from minhbach.accounts.contracts import AccountsError, PersonNotVisible
from minhbach.accounts.doors import actor_on
from minhbach.accounts.forms import SubjectForm
from minhbach.accounts.queries import visible_person
from minhbach.accounts.views.asking import ask, typed
from minhbach.accounts.views.people import administrator_only
from minhbach.foundation import clock


@administrator_only
def link(request: HttpRequest, person_id: int) -> HttpResponse:
    """Link a person to what the configured identity provider calls them."""
    try:
        about = visible_person(person_id, actor=actor_on(request))
    except PersonNotVisible as error:
        raise Http404 from error
    providers = get_adapter(request).list_providers(request)
    if not providers:
        raise Http404
    provider = providers[0]

    def act(given: dict[str, Any]) -> str:
        link_subject(
            person_id=person_id,
            provider=provider.app.provider_id,
            subject=given["subject"],
            actor=actor_on(request),
            now=clock.now(),
        )
        messages.success(request, gettext("Đã gắn định danh."))
        return reverse("accounts:person", args=[person_id])

    return ask(request, "accounts/subject.html", SubjectForm(typed(request)), act, person=about, provider=provider)


@administrator_only
@require_POST
def unlink(request: HttpRequest, person_id: int, provider: str) -> HttpResponse:
    """Unlink a person from an identity."""
    try:
        unlink_subject(person_id=person_id, provider=provider, actor=actor_on(request), now=clock.now())
    except PersonNotVisible as error:
        raise Http404 from error
    except AccountsError as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, gettext("Đã bỏ gắn định danh."))
    return HttpResponseRedirect(reverse("accounts:person", args=[person_id]))
