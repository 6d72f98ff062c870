"""One's own account: posts, who stands in, password, second factor, identity, sessions."""

from typing import Any

from allauth.mfa.models import Authenticator
from allauth.socialaccount.adapter import get_adapter
from allauth.socialaccount.models import SocialAccount
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from minhbach.accounts.actions.change_password import change_password
from minhbach.accounts.actions.end_sessions import end_sessions
from minhbach.accounts.actions.unlink_subject import unlink_subject
from minhbach.accounts.adapters import PersonAdapter
from minhbach.accounts.contracts import AccountsError
from minhbach.accounts.doors import actor_on, logged_in_only
from minhbach.accounts.log_in_forms import NewPasswordForm
from minhbach.accounts.models import Person
from minhbach.accounts.person_page import delegation_line, post_line
from minhbach.accounts.queries import delegations_of, posts_of
from minhbach.accounts.views.asking import ask, typed
from minhbach.agencies.queries import body_names
from minhbach.foundation import clock


@logged_in_only
def profile(request: HttpRequest) -> HttpResponse:
    """Show one's own account."""
    actor, today = actor_on(request), clock.today()
    me = _me(request)
    posts = [post for post in posts_of(me.pk, actor=actor) if post.until_on is None or post.until_on > today]
    delegations = [one for one in delegations_of(me.pk, actor=actor) if one.until_on > today]
    mentioned = [*posts, *(one.post for one in delegations)]
    names = body_names({post.body_id for post in mentioned} | {post.unit_id for post in mentioned if post.unit_id})
    linked = set(SocialAccount.objects.filter(user_id=me.pk).values_list("provider", flat=True))
    providers = get_adapter(request).list_providers(request)
    context = {
        "me": me,
        "posts": [post_line(post, names, today=today) for post in posts],
        "delegations": [delegation_line(one, names, about=me.pk, today=today) for one in delegations],
        "has_two_factor": Authenticator.objects.filter(user_id=me.pk).exists(),
        "two_factor_required": settings.TWO_FACTOR_REQUIRED,
        "identities": [{"provider": one, "linked": one.app.provider_id in linked} for one in providers],
    }
    return render(request, "accounts/profile.html", context)


@sensitive_post_parameters()
@logged_in_only
def password(request: HttpRequest) -> HttpResponse:
    """Change one's own password; the session here goes on, all others end."""
    me = _me(request)
    temporary = me.temporary_password_until is not None
    form = NewPasswordForm(typed(request), asks_present=not temporary and me.has_usable_password())

    def act(given: dict[str, Any]) -> str:
        if "present_password" in given and not PersonAdapter(request).reauthenticate(me, given["present_password"]):
            raise AccountsError(gettext("Mật khẩu đang dùng không đúng."))
        change_password(password=given["password"], actor=actor_on(request), now=clock.now())
        _keep_this_session(request)
        messages.success(request, gettext("Đã đổi mật khẩu. Các máy khác phải đăng nhập lại."))
        return _next(request)

    context = {"temporary": temporary, "next": request.POST.get("next") or request.GET.get("next", "")}
    return ask(request, "accounts/password.html", form, act, **context)


@logged_in_only
@require_POST
def end_other_sessions(request: HttpRequest) -> HttpResponse:
    """Log out everywhere else."""
    end_sessions(actor=actor_on(request), now=clock.now())
    _keep_this_session(request)
    messages.success(request, gettext("Đã đăng xuất khỏi các máy khác."))
    return HttpResponseRedirect(reverse("accounts:profile"))


@logged_in_only
@require_POST
def unlink_identity(request: HttpRequest, provider: str) -> HttpResponse:
    """Stop logging in by an identity provider."""
    me = _me(request)
    if not me.has_usable_password():
        messages.error(request, gettext("Đặt mật khẩu trước, nếu không sẽ không còn cách đăng nhập."))
        return HttpResponseRedirect(reverse("accounts:profile"))
    try:
        unlink_subject(person_id=me.pk, provider=provider, actor=actor_on(request), now=clock.now())
    except AccountsError as error:
        raise Http404 from error
    messages.success(request, gettext("Đã bỏ gắn định danh."))
    return HttpResponseRedirect(reverse("accounts:profile"))


def _me(request: HttpRequest) -> Person:
    assert isinstance(request.user, Person)
    return request.user


def _keep_this_session(request: HttpRequest) -> None:
    update_session_auth_hash(request, Person.objects.get(pk=_me(request).pk))


def _next(request: HttpRequest) -> str:
    wanted = request.POST.get("next", "")
    return wanted if wanted and PersonAdapter(request).is_safe_url(wanted) else reverse("accounts:profile")
