"""Who asks: a plain value that every room, the event log included, can hold."""

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What an officer may be in a body. One person may hold every role of a small ward."""

    FOCAL_POINT = "focal_point"
    SPECIALIST = "specialist"
    MODERATOR = "moderator"
    LEADER = "leader"
    JUSTICE_COORDINATOR = "justice_coordinator"
    SUPERVISOR = "supervisor"
    ADMINISTRATOR = "administrator"


@dataclass(frozen=True, slots=True)
class Post:
    """A role held in a body on the day of asking, perhaps in one unit of it, perhaps for an absent colleague."""

    role: Role
    body: int
    unit: int | None = None
    delegated_by: int | None = None


@dataclass(frozen=True, slots=True)
class Actor:
    """The one who asks: a visitor (no person), an officer with posts, or the system itself doing a scheduled job."""

    person: int | None = None
    posts: tuple[Post, ...] = ()
    system: str | None = None

    @property
    def is_officer(self) -> bool:
        """True for a person who holds at least one post today."""
        return self.person is not None and bool(self.posts)

    @property
    def reference(self) -> str:
        """Return who this is without any personal datum: what the event log writes."""
        if self.system:
            return f"system:{self.system}"
        return f"person:{self.person}" if self.person is not None else "visitor"

    def bodies(self) -> frozenset[int]:
        """Return the bodies in which this actor holds a post."""
        return frozenset(post.body for post in self.posts)

    def holds(self, *roles: Role, body: int | None = None) -> bool:
        """True if one of the roles is held, in the given body if one is given."""
        return any(post.role in roles and body in (None, post.body) for post in self.posts)

    def bodies_where(self, *roles: Role) -> frozenset[int]:
        """Return the bodies in which one of the roles is held."""
        return frozenset(post.body for post in self.posts if post.role in roles)


VISITOR = Actor()


def system_actor(name: str) -> Actor:
    """Return the actor that a scheduled job acts as."""
    return Actor(system=name)
