"""Pages of posts: give, end, delegate, take back, hand over."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from minhbach.accounts.actions.delegate import delegate
from minhbach.accounts.actions.end_delegation import end_delegation
from minhbach.accounts.actions.end_post import end_post
from minhbach.accounts.actions.give_post import give_post
from minhbach.accounts.actions.hand_over import hand_over
from minhbach.accounts.contracts import AccountsError, PersonNotVisible, PersonRecord, PostNotVisible, PostRecord
from minhbach.accounts.doors import actor_on, officer_only
from minhbach.accounts.forms import DelegateForm, EndPostForm, HandOverForm, PostForm
from minhbach.accounts.person_page import post_line
from minhbach.accounts.queries import administers, visible_person, visible_post
from minhbach.accounts.registries import open_work
from minhbach.accounts.views.asking import ask, typed
from minhbach.accounts.views.choosing import bodies_to_choose, colleagues, units_to_choose
from minhbach.accounts.views.people import administrator_only
from minhbach.agencies.queries import body_names
from minhbach.domain.access import Role
from minhbach.foundation import clock


@administrator_only
def new_post(request: HttpRequest, person_id: int) -> HttpResponse:
    """Give a person another role."""
    about = _person(request, person_id)
    bodies = bodies_to_choose(actor_on(request))
    form = PostForm(typed(request), bodies=bodies, units=units_to_choose(bodies), initial={"from_on": clock.today()})

    def act(given: dict[str, Any]) -> str:
        give_post(
            person_id=person_id,
            role=Role(given["role"]),
            body_id=given["body"],
            unit_id=given.get("unit"),
            title=given["title"],
            from_on=given["from_on"],
            until_on=given["until_on"],
            actor=actor_on(request),
            now=clock.now(),
        )
        messages.success(request, gettext("Đã giao vị trí."))
        return _address(person_id)

    return ask(request, "accounts/post_new.html", form, act, person=about)


@administrator_only
def finish_post(request: HttpRequest, post_id: int) -> HttpResponse:
    """Say from which day a post is held no longer."""
    post = _post(request, post_id)
    form = EndPostForm(typed(request), initial={"until_on": clock.today()})

    def act(given: dict[str, Any]) -> str:
        end_post(post_id=post_id, **given, actor=actor_on(request), now=clock.now())
        messages.success(request, gettext("Đã ghi ngày thôi giữ vị trí."))
        return _address(post.person_id)

    return ask(request, "accounts/post_end.html", form, act, line=_line(post))


@officer_only
def delegate_post(request: HttpRequest, post_id: int) -> HttpResponse:
    """Name who stands in for the holder of a post: the holder's own page, and the administrator's."""
    post = _post(request, post_id)
    actor = actor_on(request)
    others = colleagues([post.body_id], actor, on=clock.today(), without=post.person_id)
    form = DelegateForm(typed(request), colleagues=others, initial={"from_on": clock.today()})
    back = reverse("accounts:profile") if post.person_id == actor.person else _address(post.person_id)

    def act(given: dict[str, Any]) -> str:
        delegate(
            post_id=post_id,
            delegate_id=given["delegate"],
            from_on=given["from_on"],
            until_on=given["until_on"],
            reason=given["reason"],
            actor=actor,
            now=clock.now(),
        )
        messages.success(request, gettext("Đã ủy quyền."))
        return back

    return ask(request, "accounts/post_delegate.html", form, act, line=_line(post), back_url=back, others=others)


@officer_only
@require_POST
def take_back(request: HttpRequest, delegation_id: int) -> HttpResponse:
    """Take a delegation back."""
    actor = actor_on(request)
    try:
        record = end_delegation(delegation_id=delegation_id, actor=actor, now=clock.now())
    except PostNotVisible as error:
        raise Http404 from error
    except AccountsError as refusal:
        messages.error(request, str(refusal))
        return HttpResponseRedirect(reverse("accounts:profile"))
    messages.success(request, gettext("Đã thôi ủy quyền."))
    own = record.post.person_id == actor.person
    return HttpResponseRedirect(reverse("accounts:profile") if own else _address(record.post.person_id))


@administrator_only
def hand_over_work(request: HttpRequest, person_id: int, body_id: int) -> HttpResponse:
    """Let a person leave a body: posts end, open work moves."""
    about = _person(request, person_id)
    actor = actor_on(request)
    if not administers(actor, body_id):
        raise Http404
    others = colleagues([body_id], actor, on=clock.today(), without=person_id)
    work = open_work(person_id=person_id, body_id=body_id)
    form = HandOverForm(typed(request), colleagues=others)

    def act(given: dict[str, Any]) -> str:
        moved = hand_over(
            person_id=person_id,
            body_id=body_id,
            successor_id=given["successor"],
            reason=given["reason"],
            actor=actor,
            now=clock.now(),
        )
        sentence = gettext("Đã bàn giao; các vị trí ở cơ quan này kết thúc hôm nay. Số việc chuyển đi: %(count)s.")
        messages.success(request, sentence % {"count": sum(moved.values())})
        return _address(person_id)

    body = body_names([body_id]).get(body_id, "")
    context = {"person": about, "body": body, "work": work, "back_url": _address(person_id)}
    return ask(request, "accounts/hand_over.html", form, act, **context)


def _person(request: HttpRequest, person_id: int) -> PersonRecord:
    try:
        return visible_person(person_id, actor=actor_on(request))
    except PersonNotVisible as error:
        raise Http404 from error


def _post(request: HttpRequest, post_id: int) -> PostRecord:
    try:
        return visible_post(post_id, actor=actor_on(request))
    except PostNotVisible as error:
        raise Http404 from error


def _line(post: PostRecord) -> Any:
    names = body_names([post.body_id, *([post.unit_id] if post.unit_id else [])])
    return post_line(post, names, today=clock.today())


def _address(person_id: int) -> str:
    return reverse("accounts:person", args=[person_id])
