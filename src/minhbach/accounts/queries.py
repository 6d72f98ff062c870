"""Reads of people and posts."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Case, F, FilteredRelation, IntegerField, Q, When

from minhbach.accounts.models import Person
from minhbach.accounts.models import Post as PostRow
from minhbach.domain.access import Actor, Post, Role


def actor_of(person_id: int, *, on: date) -> Actor:
    """Return the person with every post held or exercised for an absent colleague on the day: one query."""
    standing_in = FilteredRelation(
        "delegations",
        condition=Q(delegations__delegate_id=person_id, delegations__from_on__lte=on, delegations__until_on__gt=on),
    )
    rows = (
        PostRow.objects.alias(standing_in=standing_in)
        .filter(_held_on(on), Q(person_id=person_id) | Q(standing_in__isnull=False))
        .annotate(absent=Case(When(~Q(person_id=person_id), then=F("person_id")), output_field=IntegerField()))
        .values_list("role", "body_id", "absent")
        .distinct()
        .order_by("body_id", "role", "id")
    )
    posts = tuple(Post(role=Role(role), body=body, delegated_by=absent) for role, body, absent in rows)
    return Actor(person=person_id, posts=posts)


def person_names(ids: Iterable[int]) -> dict[int, str]:
    """Return the names of people by id; an id that nobody has is left out."""
    return dict(Person.objects.filter(id__in=set(ids)).values_list("id", "name"))


def _held_on(day: date) -> Q:
    return Q(from_on__lte=day) & (Q(until_on__isnull=True) | Q(until_on__gt=day))
