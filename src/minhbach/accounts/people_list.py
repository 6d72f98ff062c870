"""The list of people that an administrator sees: search, filter, order, and the same as CSV."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from allauth.mfa.models import Authenticator
from django.core.paginator import Page, Paginator
from django.db.models import F, QuerySet

from minhbach.accounts.contracts import PostRecord
from minhbach.accounts.models import Person, Post
from minhbach.accounts.queries import held_on, post_record
from minhbach.domain.text import fold

PAGE = 50
ORDERS = {"ten": "name_key", "dang-nhap": "last_login"}


@dataclass(frozen=True, slots=True)
class PersonLine:
    """One line of the list: `posts` are those of today in the bodies that the asker looks after."""

    id: int
    name: str
    username: str
    email: str
    is_active: bool
    has_two_factor: bool
    temporary_password_until: datetime | None
    last_login: datetime | None
    posts: tuple[PostRecord, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """What the list is asked: in which bodies, on which day, narrowed and ordered how (`ten`, `-dang-nhap`)."""

    bodies: frozenset[int]
    on: date
    filters: Mapping[str, Any]
    order: str = "ten"


def people_page(question: Question, number: str | None) -> tuple[Page[Person], list[PersonLine]]:
    """Return a page of fifty people and its lines: four queries, however many people there are."""
    page = Paginator(_found(question), PAGE).get_page(number)
    return page, _lines(list(page.object_list), question)


def all_people(question: Question) -> list[PersonLine]:
    """Return every line that is found, as the CSV holds them: three queries."""
    return _lines(list(_found(question)), question)


def _found(question: Question) -> QuerySet[Person]:
    ever = Post.objects.filter(body_id__in=question.bodies)
    today = ever.filter(held_on(question.on))
    filters = question.filters
    rows = Person.objects.filter(id__in=ever.values("person_id"))
    for word in fold(filters.get("q") or "").split():
        rows = rows.filter(searchable__contains=word)
    if filters.get("vai_tro"):
        rows = rows.filter(id__in=today.filter(role=filters["vai_tro"]).values("person_id"))
    if filters.get("co_quan"):
        rows = rows.filter(id__in=today.filter(body_id=filters["co_quan"]).values("person_id"))
    if filters.get("tinh_trang"):
        rows = rows.filter(is_active=filters["tinh_trang"] == "dang-dung")
    return rows.order_by(_order(question.order), "id")


def _order(order: str) -> Any:
    column = F(ORDERS.get(order.removeprefix("-"), "name_key"))
    return column.desc(nulls_last=True) if order.startswith("-") else column.asc(nulls_last=True)


def _lines(people: Sequence[Person], question: Question) -> list[PersonLine]:
    ids = [person.pk for person in people]
    held: dict[int, list[PostRecord]] = {pk: [] for pk in ids}
    posts = Post.objects.filter(held_on(question.on), body_id__in=question.bodies, person_id__in=ids)
    for post in posts.select_related("person").order_by("body_id", "role", "id"):
        held[post.person_id].append(post_record(post))
    kinds = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)
    secured = set(Authenticator.objects.filter(user_id__in=ids, type__in=kinds).values_list("user_id", flat=True))
    return [
        PersonLine(
            id=person.pk,
            name=person.name,
            username=person.username,
            email=person.email,
            is_active=person.is_active,
            has_two_factor=person.pk in secured,
            temporary_password_until=person.temporary_password_until,
            last_login=person.last_login,
            posts=tuple(held[person.pk]),
        )
        for person in people
    ]
