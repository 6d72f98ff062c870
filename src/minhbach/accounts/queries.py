"""Reads of people and posts. Who may see whom is decided by `people_visible_to` alone."""

from collections.abc import Collection, Iterable
from datetime import date
from typing import Any

from django.db.models import Case, Exists, F, FilteredRelation, IntegerField, OuterRef, Q, QuerySet, Subquery, When
from django.utils.translation import gettext as _

from minhbach.accounts.contracts import (
    DelegationRecord,
    HeldPost,
    PersonNotVisible,
    PersonRecord,
    PostNotVisible,
    PostRecord,
)
from minhbach.accounts.models import Delegation, Person
from minhbach.accounts.models import Post as PostRow
from minhbach.accounts.rules import username_from
from minhbach.agencies.queries.beneath import any_at_the_top, own_line, with_bodies_beneath
from minhbach.domain.access import Actor, Post, Role
from minhbach.foundation.once import asked_once_each


def actor_of(person_id: int, *, on: date) -> Actor:
    """Return the person with every post held or exercised for an absent colleague on the day: one query."""
    standing_in = FilteredRelation(
        "delegations",
        condition=Q(delegations__delegate_id=person_id, delegations__from_on__lte=on, delegations__until_on__gt=on),
    )
    rows = (
        PostRow.objects.alias(standing_in=standing_in)
        .filter(held_on(on), Q(person_id=person_id) | Q(standing_in__isnull=False))
        .annotate(absent=Case(When(~Q(person_id=person_id), then=F("person_id")), output_field=IntegerField()))
        .order_by("body_id", "role", "id")
        .values_list("role", "body_id", "unit_id", "absent")
        .distinct()
    )
    posts = tuple(Post(role=Role(role), body=body, unit=unit, delegated_by=absent) for role, body, unit, absent in rows)
    return Actor(person=person_id, posts=posts)


def bodies_administered(actor: Actor) -> frozenset[int]:
    """Return the bodies whose people the actor looks after: where one is administrator, and what stands beneath."""
    return with_bodies_beneath(actor.bodies_where(Role.ADMINISTRATOR))


def administers(actor: Actor, body_id: int) -> bool:
    """True if the actor looks after the people of this body. The system does everywhere."""
    own = actor.system is not None or actor.holds(Role.ADMINISTRATOR, body=body_id)
    return own or body_id in bodies_administered(actor)


def administers_the_top(actor: Actor, *, on: date) -> bool:
    """True for the administrator of a body under which the others stand: what concerns all is theirs to keep."""
    return any_at_the_top(actor.bodies_where(Role.ADMINISTRATOR), on=on)


def people_visible_to(actor: Actor) -> QuerySet[Person]:
    """Return the people whom the actor may see: whoever was ever given a post in a body that the actor looks after."""
    if actor.system is not None:
        return Person.objects.all()
    posts = PostRow.objects.filter(body_id__in=bodies_administered(actor))
    return Person.objects.filter(id__in=posts.values("person_id"))


def visible_person(person_id: int, *, actor: Actor) -> PersonRecord:
    """Return one person.

    :raises PersonNotVisible: if there is none, and likewise if the actor may not know of them.
    """
    row = people_visible_to(actor).filter(id=person_id).first()
    if row is None:
        raise PersonNotVisible(_("Không có cán bộ %(number)s.") % {"number": person_id})
    return person_record(row)


def visible_post(post_id: int, *, actor: Actor) -> PostRecord:
    """Return one post, for its holder or for who looks after the people of its body.

    :raises PostNotVisible: if there is none, and likewise if the actor may not know of it.
    """
    row = _posts().filter(id=post_id).first()
    if row is None or not (row.person_id == actor.person or administers(actor, row.body_id)):
        raise PostNotVisible(_("Không có vị trí %(number)s.") % {"number": post_id})
    return post_record(row)


def people_by_usernames(usernames: Iterable[str], *, actor: Actor) -> dict[str, PersonRecord]:
    """Return those of the people with these user names whom the actor may see."""
    rows = people_visible_to(actor).filter(username__in=list(usernames))
    return {row.username: person_record(row) for row in rows}


def person_by_username(username: str, *, actor: Actor) -> PersonRecord | None:
    """Return the person with this user name, if the actor may see them."""
    return people_by_usernames([username], actor=actor).get(username)


def posts_of(person_id: int, *, actor: Actor) -> tuple[PostRecord, ...]:
    """Return every post that the person was given, newest first: one's own, else those in bodies one looks after."""
    rows = _posts().filter(person_id=person_id)
    if actor.person != person_id and actor.system is None:
        rows = rows.filter(body_id__in=bodies_administered(actor))
    return tuple(post_record(row) for row in rows.order_by("-from_on", "-id"))


def delegations_of(person_id: int, *, actor: Actor) -> tuple[DelegationRecord, ...]:
    """Return who stood in for the person, and for whom the person did, newest first, as far as the actor may see."""
    rows = Delegation.objects.select_related("post__person", "delegate").filter(
        Q(post__person_id=person_id) | Q(delegate_id=person_id)
    )
    if actor.person != person_id and actor.system is None:
        rows = rows.filter(post__body_id__in=bodies_administered(actor))
    return tuple(delegation_record(row) for row in rows.order_by("-from_on", "-id"))


def officers_of(body: int, actor: Actor, *, on: date) -> tuple[PostRecord, ...]:
    """Return who holds which post in a body on a day, in Vietnamese order of names.

    For officers of that body or of the one that it is a part of: a ward's of its office. Others are told of nobody.
    """
    if not (actor.bodies() & {body, *own_line(body)} or administers(actor, body)):
        return ()
    rows = _posts().filter(held_on(on), body_id=body, person__is_active=True)
    return tuple(post_record(row) for row in rows.order_by("person__name_key", "role", "id"))


def active_holders(*, body_id: int, roles: Collection[Role], on: date) -> frozenset[int]:
    """Return the people who may act in one of the roles for the body on the day, delegates of the absent included."""
    return frozenset(_active_holders(body_id, roles, on))


def names_of_active_holders(*, body_id: int, roles: Collection[Role], on: date) -> tuple[str, ...]:
    """Return the names of the `active_holders`, in Vietnamese order."""
    rows = Person.objects.filter(pk__in=_active_holders(body_id, roles, on))
    return tuple(rows.order_by("name_key", "pk").values_list("name", flat=True))


def _active_holders(body_id: int, roles: Collection[Role], on: date) -> QuerySet[Any, int]:
    held = PostRow.objects.filter(held_on(on), body_id=body_id, role__in=[role.value for role in roles])
    holders = held.filter(person__is_active=True).order_by().values_list("person_id", flat=True)
    return holders.union(_standing_in(held, on).values_list("delegate_id", flat=True))


def held_posts(
    *, roles: Collection[Role], on: date, bodies: Collection[int] | None = None, people: Collection[int] | None = None
) -> tuple[HeldPost, ...]:
    """Return every post of these roles as people with open accounts may exercise it on the day: one query.

    For rooms that must know at once who acts for many bodies, or where many people work; no names stand in it.

    :param bodies: only posts in these; None: in all.
    :param people: only posts that these hold (with who stands in for them); None: of all.
    """
    held = PostRow.objects.filter(held_on(on), role__in=[role.value for role in roles])
    held = held if bodies is None else held.filter(body_id__in=bodies)
    held = held if people is None else held.filter(person_id__in=people)
    facts = ("role", "body_id", "unit_id")
    # Holder and post stand in the rows of both, or two posts alike would become one.
    own = held.filter(person__is_active=True).order_by().annotate(holder=F("person_id"))
    for_others = (f"post__{fact}" for fact in (*facts, "person_id", "pk"))
    return tuple(
        HeldPost(person, Role(role), body, unit, absent if absent != person else None)
        for person, role, body, unit, absent, _post in own.values_list("person_id", *facts, "holder", "pk").union(
            _standing_in(held, on).values_list("delegate_id", *for_others)
        )
    )


def _standing_in(held: QuerySet[PostRow], on: date) -> QuerySet[Delegation]:
    running = Delegation.objects.filter(post__in=held, from_on__lte=on, until_on__gt=on, delegate__is_active=True)
    return running.order_by()


def bodies_where_held(*, roles: Collection[Role], on: date) -> QuerySet[PostRow, int]:
    """Return the ids of the bodies in which somebody may act in one of the roles on the day, fit for `__in`."""
    running = Delegation.objects.filter(post=OuterRef("pk"), from_on__lte=on, until_on__gt=on, delegate__is_active=True)
    held = PostRow.objects.filter(held_on(on), role__in=[role.value for role in roles])
    return held.filter(Q(person__is_active=True) | Exists(running)).values_list("body_id", flat=True)


def addresses_of(people: Collection[int]) -> dict[int, str]:
    """Return the e-mail addresses of people with open accounts who have one: for mail that the house itself sends."""
    rows = Person.objects.filter(pk__in=people, is_active=True).exclude(email="")
    return dict(rows.values_list("pk", "email"))


def is_active(person_id: int) -> bool:
    """True if the person's account is open."""
    return Person.objects.filter(pk=person_id, is_active=True).exists()


def there_is_an_administrator(*, on: date) -> bool:
    """True if somebody with an open account is administrator anywhere on the day."""
    return PostRow.objects.filter(held_on(on), role=Role.ADMINISTRATOR, person__is_active=True).exists()


def username_for(email: str) -> str:
    """Return a user name that nobody has, made from the part of an address before @: "an", "an2"."""
    wanted = username_from(email)
    taken = set(Person.objects.filter(username__startswith=wanted).values_list("username", flat=True))
    numbered = (f"{wanted}{number}" for number in range(2, len(taken) + 3))
    return next(name for name in (wanted, *numbered) if name not in taken)


@asked_once_each
def person_names(ids: Iterable[int]) -> dict[int, str]:
    """Return the names of people by id; an id that nobody has is left out. The asker has been let see who acted."""
    return dict(Person.objects.filter(id__in=ids).values_list("id", "name"))


def identity_of(actor: Actor) -> str:
    """Return how the frame of officers' pages names the one who works: person and body."""
    if actor.person is None:
        return ""
    body = next((post.body for post in actor.posts if post.delegated_by is None), None)
    own = PostRow.objects.filter(person=OuterRef("pk"), body=body).values("body__name")[:1]
    named = Person.objects.filter(pk=actor.person).values_list("name", Subquery(own))
    return " · ".join(filter(None, named.first() or ()))


def names_by_reference(references: Iterable[str]) -> dict[str, str]:
    """Return how the actors of the event log ("person:12") are called; the system and the unknown are left out."""
    people = {ref: int(ref.partition(":")[2]) for ref in references if ref.startswith("person:")}
    names = person_names(people.values())
    return {ref: names[person] for ref, person in people.items() if person in names}


def held_on(day: date) -> Q:
    """Return the condition that a post is held on a day."""
    return Q(from_on__lte=day) & (Q(until_on__isnull=True) | Q(until_on__gt=day))


def person_record(row: Person) -> PersonRecord:
    """Return the row as other rooms may hold it."""
    return PersonRecord(id=row.pk, name=row.name, username=row.username, email=row.email, is_active=row.is_active)


def post_record(row: PostRow) -> PostRecord:
    """Return the row, fetched with its person, as other rooms may hold it."""
    return PostRecord(
        id=row.pk,
        person_id=row.person_id,
        person_name=row.person.name,
        role=Role(row.role),
        body_id=row.body_id,
        unit_id=row.unit_id,
        title=row.title,
        from_on=row.from_on,
        until_on=row.until_on,
    )


def delegation_record(row: Delegation) -> DelegationRecord:
    """Return the row, fetched with its post and people, as other rooms may hold it."""
    return DelegationRecord(
        id=row.pk,
        post=post_record(row.post),
        delegate_id=row.delegate_id,
        delegate_name=row.delegate.name,
        from_on=row.from_on,
        until_on=row.until_on,
        reason=row.reason,
    )


def _posts() -> QuerySet[PostRow]:
    return PostRow.objects.select_related("person")
