"""What the page of one person shows: state, posts, delegations, what was done, and which acts are open to the asker."""

from dataclasses import dataclass
from datetime import date, datetime

from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from django.conf import settings
from django.utils.translation import gettext

from minhbach.accounts.administration import require_answering_for
from minhbach.accounts.contracts import DelegationRecord, NotAllowed, PersonRecord, PostRecord
from minhbach.accounts.journal import person_subject
from minhbach.accounts.models import Person
from minhbach.accounts.queries import bodies_administered, delegations_of, person_names, posts_of
from minhbach.accounts.registries import act_name
from minhbach.accounts.words import EVENT_NAMES, ROLE_NAMES
from minhbach.agencies.queries import body_names
from minhbach.domain.access import Actor
from minhbach.foundation.contracts import INSTALLATION, EventRecord, body_chain
from minhbach.foundation.queries import events_about

LAST_EVENTS = 50


@dataclass(frozen=True, slots=True)
class PostLine:
    """A post as the page says it; `state` is `upcoming`, `held` or `past`."""

    post: PostRecord
    role: str
    body: str
    unit: str
    state: str


@dataclass(frozen=True, slots=True)
class DelegationLine:
    """A delegation as the page says it; `given` is true where the person of the page is the one who is away."""

    delegation: DelegationRecord
    role: str
    body: str
    given: bool
    runs: bool
    last_on: date


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One line of what was done."""

    moment: datetime
    who: str
    what: str
    ground: str


@dataclass(frozen=True, slots=True)
class PersonPage:
    """Everything on the page. `refusal` says why the asker may not touch the account itself, or is empty."""

    person: PersonRecord
    row: Person
    is_self: bool
    refusal: str
    has_two_factor: bool
    subjects: tuple[str, ...]
    may_link: bool
    posts: tuple[PostLine, ...]
    delegations: tuple[DelegationLine, ...]
    history: tuple[HistoryLine, ...]
    bodies_held: tuple[tuple[int, str], ...]


def person_page(person: PersonRecord, *, actor: Actor, today: date) -> PersonPage:
    """Return what the asker may see of the person, with a number of queries that does not grow with it."""
    posts = posts_of(person.id, actor=actor)
    delegations = delegations_of(person.id, actor=actor)
    mentioned = [*posts, *(delegation.post for delegation in delegations)]
    names = body_names({post.body_id for post in mentioned} | {post.unit_id for post in mentioned if post.unit_id})
    held = [post for post in posts if post.until_on is None or post.until_on > today]
    return PersonPage(
        person=person,
        row=Person.objects.get(id=person.id),
        is_self=person.id == actor.person,
        refusal=_refusal(person, actor=actor, today=today),
        has_two_factor=Authenticator.objects.filter(user_id=person.id).exists(),
        subjects=tuple(SocialAccount.objects.filter(user_id=person.id).values_list("provider", flat=True)),
        may_link=bool(settings.SOCIALACCOUNT_PROVIDERS),
        posts=tuple(post_line(post, names, today=today) for post in posts),
        delegations=tuple(delegation_line(one, names, about=person.id, today=today) for one in delegations),
        history=_history(person.id, actor),
        bodies_held=tuple(sorted({(post.body_id, names.get(post.body_id, "")) for post in held})),
    )


def post_line(post: PostRecord, names: dict[int, str], *, today: date) -> PostLine:
    """Return a post as pages say it."""
    state = "upcoming" if post.from_on > today else "held" if post.is_held_on(today) else "past"
    unit = names.get(post.unit_id, "") if post.unit_id else ""
    return PostLine(post, str(ROLE_NAMES[post.role]), names.get(post.body_id, ""), unit, state)


def delegation_line(one: DelegationRecord, names: dict[int, str], *, about: int, today: date) -> DelegationLine:
    """Return a delegation as the page of the person `about` says it."""
    return DelegationLine(
        delegation=one,
        role=str(ROLE_NAMES[one.post.role]),
        body=names.get(one.post.body_id, ""),
        given=one.post.person_id == about,
        runs=one.until_on > today,
        last_on=date.fromordinal(one.until_on.toordinal() - 1),
    )


def _refusal(person: PersonRecord, *, actor: Actor, today: date) -> str:
    try:
        require_answering_for(actor, person.id, on=today)
    except NotAllowed as refusal:
        return str(refusal)
    return ""


def _history(person_id: int, actor: Actor) -> tuple[HistoryLine, ...]:
    chains = {INSTALLATION, *(body_chain(body) for body in bodies_administered(actor))}
    events = [event for event in events_about(person_subject(person_id)) if event.chain in chains]
    recent = events[: -LAST_EVENTS - 1 : -1]
    names = person_names(_person_of(event) for event in recent)
    return tuple(_history_line(event, names) for event in recent)


def _history_line(event: EventRecord, names: dict[int, str]) -> HistoryLine:
    who = names.get(_person_of(event), gettext("hệ thống"))
    return HistoryLine(event.at, who, str(EVENT_NAMES.get(event.kind) or act_name(event.kind)), event.ground)


def _person_of(event: EventRecord) -> int:
    kind, _, reference = event.actor.partition(":")
    return int(reference) if kind == "person" else 0
