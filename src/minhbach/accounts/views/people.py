"""Pages of the people of a body, for its administrator: list, one person, and what is done with an account."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from minhbach.accounts.actions.correct_person import correct_person
from minhbach.accounts.actions.create_person import create_person
from minhbach.accounts.actions.deactivate_person import deactivate_person
from minhbach.accounts.actions.reactivate_person import reactivate_person
from minhbach.accounts.actions.reset_password import reset_password
from minhbach.accounts.actions.reset_two_factor import reset_two_factor
from minhbach.accounts.contracts import AccountsError, PersonNotVisible, PersonRecord
from minhbach.accounts.doors import actor_on, role_only
from minhbach.accounts.forms import NewPersonForm, PeopleFilterForm, PersonForm, ReasonForm
from minhbach.accounts.passwords import temporary_password
from minhbach.accounts.people_list import PersonLine, Question, all_people, people_page
from minhbach.accounts.person_page import person_page
from minhbach.accounts.queries import bodies_administered, visible_person
from minhbach.accounts.secrets_at_rest import open_sealed, seal
from minhbach.accounts.views.asking import ask, typed
from minhbach.accounts.views.choosing import bodies_to_choose, units_to_choose
from minhbach.accounts.words import ROLE_NAMES
from minhbach.agencies.queries import body_names
from minhbach.domain.access import Role
from minhbach.foundation import clock
from minhbach.foundation.dates import written
from minhbach.foundation.sheets import as_csv

administrator_only = role_only(Role.ADMINISTRATOR)


@administrator_only
def people(request: HttpRequest) -> HttpResponse:
    """List the people whom the administrator looks after."""
    bodies = bodies_administered(actor_on(request))
    names = body_names(bodies)
    form = PeopleFilterForm(request.GET, bodies=names)
    filters = form.cleaned_data if form.is_valid() else {}
    question = Question(bodies, clock.today(), filters, request.GET.get("xep", "ten"))
    if request.GET.get("dang") == "csv":
        return _sheet(all_people(question), names)
    page, lines = people_page(question, request.GET.get("trang"))
    shown = [{"person": line, "posts": _posts_written(line, names)} for line in lines]
    context = {"form": form, "page": page, "lines": shown, "chips": _chips(form), "asked": any(filters.values())}
    return render(request, "accounts/people.html", context)


@administrator_only
def person(request: HttpRequest, person_id: int) -> HttpResponse:
    """Show a person: what may be done, posts, delegations, and what was done."""
    page = person_page(_visible(request, person_id), actor=actor_on(request), today=clock.today())
    return render(request, "accounts/person.html", {"page": page, "person": page.person})


@administrator_only
@never_cache
def new_person(request: HttpRequest) -> HttpResponse:
    """Make an account with its first post, and show the temporary password once."""
    actor = actor_on(request)
    bodies = bodies_to_choose(actor)
    form = NewPersonForm(
        typed(request), bodies=bodies, units=units_to_choose(bodies), initial={"from_on": clock.today()}
    )
    password = temporary_password()

    def act(given: dict[str, Any]) -> str:
        made = create_person(
            name=given["name"],
            username=given["username"],
            email=given["email"],
            password=password,
            body_id=given["body"],
            unit_id=given.get("unit"),
            role=Role(given["role"]),
            title=given["title"],
            from_on=given["from_on"],
            actor=actor,
            now=clock.now(),
        )
        return _show_once(request, made.id, password)

    return ask(request, "accounts/person_new.html", form, act)


@administrator_only
def edit_person(request: HttpRequest, person_id: int) -> HttpResponse:
    """Correct the names of a person."""
    about = _visible(request, person_id)
    form = PersonForm(typed(request), initial={"name": about.name, "username": about.username, "email": about.email})

    def act(given: dict[str, Any]) -> str:
        correct_person(person_id=person_id, **given, actor=actor_on(request), now=clock.now())
        messages.success(request, gettext("Đã sửa thông tin."))
        return _address(person_id)

    return ask(request, "accounts/person_edit.html", form, act, person=about)


@administrator_only
def close_account(request: HttpRequest, person_id: int) -> HttpResponse:
    """Close an account, on a page of its own that says what follows."""
    about = _visible(request, person_id)

    def act(given: dict[str, Any]) -> str:
        deactivate_person(person_id=person_id, reason=given["reason"], actor=actor_on(request), now=clock.now())
        messages.success(request, gettext("Đã khóa tài khoản."))
        return _address(person_id)

    form = ReasonForm(typed(request))
    return ask(request, "accounts/person_close.html", form, act, person=about, back_url=_address(person_id))


@administrator_only
@require_POST
def reopen_account(request: HttpRequest, person_id: int) -> HttpResponse:
    """Open a closed account again."""
    _visible(request, person_id)
    return _do(
        request,
        person_id,
        lambda: reactivate_person(person_id=person_id, actor=actor_on(request), now=clock.now()),
        gettext("Đã mở lại tài khoản. Giao vị trí để người này làm việc được."),
    )


@administrator_only
@require_POST
@never_cache
def give_temporary_password(request: HttpRequest, person_id: int) -> HttpResponse:
    """Give a temporary password and show it once."""
    _visible(request, person_id)
    try:
        password = reset_password(person_id=person_id, actor=actor_on(request), now=clock.now())
    except AccountsError as refusal:
        messages.error(request, str(refusal))
        return HttpResponseRedirect(_address(person_id))
    return HttpResponseRedirect(_show_once(request, person_id, password))


@administrator_only
@require_POST
def remove_two_factor(request: HttpRequest, person_id: int) -> HttpResponse:
    """Take the second factor away from a person who lost it."""
    _visible(request, person_id)
    return _do(
        request,
        person_id,
        lambda: reset_two_factor(person_id=person_id, actor=actor_on(request), now=clock.now()),
        gettext("Đã bỏ xác thực hai lớp. Người này đặt lại ở lần đăng nhập tới."),
    )


@administrator_only
@never_cache
def temporary_password_once(request: HttpRequest, person_id: int) -> HttpResponse:
    """Show the temporary password that was just made; gone when the page is left."""
    about = _visible(request, person_id)
    sealed = request.session.pop(f"temporary_password_{person_id}", None)
    password = open_sealed(sealed) if sealed else None
    return render(request, "accounts/temporary_password.html", {"person": about, "password": password})


def _visible(request: HttpRequest, person_id: int) -> PersonRecord:
    try:
        return visible_person(person_id, actor=actor_on(request))
    except PersonNotVisible as error:
        raise Http404 from error


def _do(request: HttpRequest, person_id: int, act: Any, done: str) -> HttpResponse:
    try:
        act()
    except AccountsError as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, done)
    return HttpResponseRedirect(_address(person_id))


def _show_once(request: HttpRequest, person_id: int, password: str) -> str:
    request.session[f"temporary_password_{person_id}"] = seal(password)
    return reverse("accounts:temporary_password", args=[person_id])


def _address(person_id: int) -> str:
    return reverse("accounts:person", args=[person_id])


def _posts_written(line: PersonLine, names: dict[int, str]) -> list[str]:
    return [f"{ROLE_NAMES[post.role]}, {names.get(post.body_id, '')}" for post in line.posts]


def _chips(form: PeopleFilterForm) -> list[tuple[str, str]]:
    given = form.cleaned_data if form.is_valid() else {}
    return [(_chosen(form, name, value), name) for name, value in given.items() if value]


def _chosen(form: PeopleFilterForm, name: str, value: Any) -> str:
    choices = dict(getattr(form.fields[name], "choices", ()))
    return str(choices.get(value, value))


def _sheet(lines: list[PersonLine], names: dict[int, str]) -> HttpResponse:
    head = (
        gettext("Họ và tên"),
        gettext("Tên đăng nhập"),
        gettext("Thư điện tử"),
        gettext("Vị trí"),
        gettext("Tình trạng"),
        gettext("Hai lớp"),
        gettext("Đăng nhập gần nhất"),
    )
    return as_csv(head, (_cells(line, names) for line in lines), file_name="can-bo.csv")


def _cells(line: PersonLine, names: dict[int, str]) -> tuple[str, ...]:
    return (
        line.name,
        line.username,
        line.email,
        "; ".join(_posts_written(line, names)),
        gettext("đang dùng") if line.is_active else gettext("đã khóa"),
        gettext("có") if line.has_two_factor else gettext("chưa"),
        written(timezone.localtime(line.last_login)) if line.last_login else "",
    )
