"""Who acts for many bodies on one day, found at once: who does a work, who gives it out, who accepts its result."""

import datetime as dt
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from minhbach.accounts.contracts import HeldPost
from minhbach.accounts.queries import held_posts
from minhbach.agencies.queries.beneath import chains_of, own_lines
from minhbach.domain.access import Role
from minhbach.planning.rules import MAY_GIVE, WORKING


@dataclass(frozen=True, slots=True)
class Work:
    """What must be known of a part of a task to tell whose it is."""

    body: int
    keeper: int
    """The body that keeps the plan."""
    person: int | None = None
    unit: int | None = None


@dataclass(frozen=True, slots=True)
class Staff:
    """The working posts of the bodies that were asked for, of those they are a part of, and of the people asked for."""

    chains: Mapping[int, tuple[int, ...]]
    """For each body itself and what stands above it, the nearest first."""
    lines: Mapping[int, tuple[int, ...]]
    """The same up to the body that answers for itself (`own_line`)."""
    by_body: Mapping[int, Sequence[HeldPost]] = field(default_factory=dict)
    by_holder: Mapping[int, Sequence[HeldPost]] = field(default_factory=dict)
    """The posts of each person, exercised by themself or by who stands in."""

    def doers(self, work: Work, *, otherwise: Collection[Role] = MAY_GIVE) -> frozenset[int]:
        """Return who must do the work: whom it is given to, with who stands in for them.

        Where it is given to nobody, or to somebody who works there no more, they are those who give it out in the
        nearest body that has any; where there are none, everybody who works there.

        :param otherwise: the roles of those who see to work that nobody has.
        """
        named = self.named(work)
        return named or self.nearest(work.body, otherwise) or self.nearest(work.body, MAY_GIVE) or self._all(work)

    def named(self, work: Work) -> frozenset[int]:
        """Return whom the work is given to, with who stands in for them; nobody where they work there no more."""
        posts = self.by_holder.get(work.person, ()) if work.person is not None else ()
        return frozenset(post.person_id for post in posts if self._around(post.body_id, work.body))

    def nearest(self, body: int, roles: Collection[Role]) -> frozenset[int]:
        """Return who holds one of the roles in the nearest body that has anybody: itself, or what it is a part of."""
        found = (self._held(one, roles) for one in self.lines.get(body, (body,)))
        return next(filter(None, found), frozenset())

    def answering(self, work: Work, *, reporter: int | None) -> frozenset[int]:
        """Return whose word a reported result waits for: those who may accept it, but for who reported it themself.

        Where nobody else may, the reporter is left.
        """
        leaders = self.accepting(work)
        return leaders - {reporter} or leaders

    def accepting(self, work: Work) -> frozenset[int]:
        """Return who may accept the result, as `who_accepts` of one work: the nearest leaders, or the keeper's."""
        return self.nearest(work.body, (Role.LEADER,)) or self._held(work.keeper, (Role.LEADER,))

    def home(self, person: int, *, otherwise: int) -> int:
        """Return a body in which the person acts, whose administrators then see to mail that does not arrive."""
        bodies = (body for body, posts in self.by_body.items() if any(post.person_id == person for post in posts))
        return next(bodies, otherwise)

    def _held(self, body: int, roles: Collection[Role]) -> frozenset[int]:
        return frozenset(post.person_id for post in self.by_body.get(body, ()) if post.role in roles)

    def _all(self, work: Work) -> frozenset[int]:
        posts = [post for one in self.lines.get(work.body, (work.body,)) for post in self.by_body.get(one, ())]
        return frozenset(post.person_id for post in posts if post.unit_id in (None, work.body, work.unit))

    def _around(self, post: int, body: int) -> bool:
        """Say whether a post in one body works for the other: there, beneath it, or in what it is a part of."""
        return post in self.lines.get(body, (body,)) or body in self.chains.get(post, (post,))


def staff_of(works: Collection[Work], *, on: dt.date) -> Staff:
    """Return who acts for these works on the day: a number of queries that does not grow with them."""
    named = {work.person for work in works if work.person is not None}
    theirs = held_posts(roles=WORKING, on=on, people=named) if named else ()
    chains = chains_of({work.body for work in works} | {post.body_id for post in theirs})
    lines = own_lines(chains)
    around = {one for work in works for one in (*lines[work.body], work.keeper)}
    by_body: dict[int, list[HeldPost]] = {}
    for post in held_posts(roles=WORKING, on=on, bodies=around):
        by_body.setdefault(post.body_id, []).append(post)
    by_holder: dict[int, list[HeldPost]] = {}
    for post in theirs:
        by_holder.setdefault(post.absent or post.person_id, []).append(post)
    return Staff(chains, lines, by_body, by_holder)
