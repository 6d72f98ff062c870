"""Who may be given a body's work, and who is told of it."""

import datetime as dt

from minhbach.accounts.contracts import PostRecord
from minhbach.accounts.queries import active_holders, officers_of
from minhbach.agencies.queries.beneath import own_line, with_own_units
from minhbach.domain.access import Actor
from minhbach.planning.rules import WORKING


def works_for(person_id: int, body_id: int, *, on: dt.date) -> bool:
    """True if the person holds a post that works in the body, beneath it, or in a body that it is a part of."""
    around = {*with_own_units({body_id}), *own_line(body_id)}
    return any(person_id in active_holders(body_id=one, roles=tuple(WORKING), on=on) for one in around)


def officers_for(body_id: int, *, actor: Actor, on: dt.date) -> dict[int, str]:
    """Return name and position of everybody to whom the actor may give the body's work, by person."""
    around = (*own_line(body_id), *sorted(with_own_units({body_id}) - {body_id}))
    posts = [post for one in around for post in officers_of(one, actor, on=on) if post.role in WORKING]
    named: dict[int, str] = {}
    for post in posts:
        named.setdefault(post.person_id, _words(post))
    return named


def _words(post: PostRecord) -> str:
    return f"{post.person_name}, {post.title}" if post.title else post.person_name
