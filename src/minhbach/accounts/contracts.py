"""What other rooms may hold of people and their posts, and what the actions here refuse."""

from dataclasses import dataclass
from datetime import date

from minhbach.domain.access import Role


@dataclass(frozen=True, slots=True)
class PersonRecord:
    """A person who may log in. `is_active` is false once the account is closed for good."""

    id: int
    name: str
    username: str
    email: str
    is_active: bool


@dataclass(frozen=True, slots=True)
class PostRecord:
    """A role held in a body from `from_on` until the day before `until_on` (None: no end is known)."""

    id: int
    person_id: int
    person_name: str
    role: Role
    body_id: int
    unit_id: int | None
    title: str
    from_on: date
    until_on: date | None

    def is_held_on(self, day: date) -> bool:
        """True on `from_on` and every day before `until_on`."""
        return self.from_on <= day and (self.until_on is None or day < self.until_on)


@dataclass(frozen=True, slots=True)
class DelegationRecord:
    """A post exercised by another person from `from_on` until the day before `until_on`."""

    id: int
    post: PostRecord
    delegate_id: int
    delegate_name: str
    from_on: date
    until_on: date
    reason: str


@dataclass(frozen=True, slots=True)
class HeldPost:
    """A post as somebody may exercise it on a day: its holder, or who stands in for them (`absent` is the holder)."""

    person_id: int
    role: Role
    body_id: int
    unit_id: int | None
    absent: int | None = None


class AccountsError(Exception):
    """A refusal of this room; its text is a sentence for the person who asked."""


class PersonNotVisible(AccountsError):
    """There is no such person, or the asker administers no body in which the person has ever been given a post."""


class PostNotVisible(AccountsError):
    """The asker does not administer the body of this post and does not hold it, or there is no such post."""


class NotAllowed(AccountsError):
    """The asker may see the person or post, but not do this."""


class NameTaken(AccountsError):
    """The user name or the e-mail address belongs to another person."""


class DatesNotPossible(AccountsError):
    """The end does not come after the beginning, or the days fall outside the post."""


class PostHeldAlready(AccountsError):
    """The person holds this role in this body and unit on one of those days."""


class UnitNotInBody(AccountsError):
    """The unit does not stand beneath the body."""


class LastAdministrator(AccountsError):
    """The body would be left without an active administrator."""


class DelegateNotPossible(AccountsError):
    """The post cannot be delegated to this person."""


class PasswordNotAccepted(AccountsError):
    """The password breaks a rule; the text says which."""


class SubjectTaken(AccountsError):
    """This identity at the identity provider belongs to another person."""


class WorkRemains(AccountsError):
    """Open work stands on the posts and no successor was named."""
