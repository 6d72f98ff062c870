"""What may be chosen in the forms: bodies that one looks after, units inside them, colleagues."""

from collections.abc import Iterable, Mapping
from datetime import date

from minhbach.accounts.queries import bodies_administered, officers_of
from minhbach.agencies.queries import bodies, body_names
from minhbach.domain.access import Actor


def bodies_to_choose(actor: Actor) -> dict[int, str]:
    """Return the names of the bodies whose people the actor looks after."""
    return body_names(bodies_administered(actor))


def units_to_choose(choice: Mapping[int, str]) -> dict[int, str]:
    """Return those of the bodies that stand beneath another of them: they may be named as a unit of it."""
    found = bodies(choice)
    return {pk: name for pk, name in choice.items() if pk in found and found[pk].parent_id in found}


def colleagues(body_ids: Iterable[int], actor: Actor, *, on: date, without: int) -> dict[int, str]:
    """Return who else holds a post in the bodies on the day, by name in Vietnamese order."""
    return {
        post.person_id: post.person_name
        for body_id in body_ids
        for post in officers_of(body_id, actor, on=on)
        if post.person_id != without
    }
