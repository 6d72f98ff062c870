"""Whom the log-in page of the demonstration offers."""

from django.conf import settings
from django.urls import reverse

from minhbach.accounts.queries import people_by_usernames
from minhbach.accounts.registries import QuickLogIn, QuickLogInGroup
from minhbach.accounts.words import ROLE_NAMES
from minhbach.agencies.contracts import BodyNotVisible
from minhbach.agencies.queries import body_by_slug
from minhbach.demonstration.people import OFFICERS, USERNAMES, MadeUpOfficer
from minhbach.domain.access import system_actor


def quick_log_ins() -> tuple[QuickLogInGroup, ...]:
    """Return the made-up officers by body; nobody anywhere but in a demonstration."""
    if not settings.IS_DEMONSTRATION:
        return ()
    people = people_by_usernames(USERNAMES, actor=system_actor("demonstration"))
    groups: dict[str, list[QuickLogIn]] = {}
    for officer in OFFICERS:
        person = people.get(officer.username)
        if person is not None and person.is_active:
            groups.setdefault(officer.posts[0].body, []).append(_line(officer, person.id))
    return tuple(QuickLogInGroup(_title(slug), tuple(lines)) for slug, lines in groups.items())


def _line(officer: MadeUpOfficer, person_id: int) -> QuickLogIn:
    roles = dict.fromkeys(str(ROLE_NAMES[post.role]) for post in officer.posts)
    description = f"{', '.join(roles)} · {officer.posts[0].title}"
    return QuickLogIn(reverse("demonstration:log_in"), str(person_id), officer.name, description)


def _title(slug: str) -> str:
    try:
        return body_by_slug(slug).name
    except BodyNotVisible:
        return slug
