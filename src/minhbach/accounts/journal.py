"""How this room writes to the event log: always on the chain of a body that answers for the person."""

from collections.abc import Mapping
from datetime import date, datetime

from minhbach.accounts.contracts import PostRecord
from minhbach.accounts.models import Post
from minhbach.domain.access import Actor
from minhbach.foundation.actions.record_event import record_event
from minhbach.foundation.contracts import INSTALLATION, Fact, Subject, body_chain


def person_subject(person_id: int) -> Subject:
    """Return how events name a person."""
    return Subject("person", person_id)


def note_post(
    kind: str, post: PostRecord, *, actor: Actor, now: datetime, facts: Mapping[str, Fact] | None = None
) -> None:
    """Record what happened to a post, on the chain of its body. The subject is the person who holds it."""
    about = {"post": post.id, "role": post.role.value, "unit": post.unit_id, **(facts or {})}
    record_event(
        chain=body_chain(post.body_id),
        kind=kind,
        subject=person_subject(post.person_id),
        actor=actor,
        now=now,
        facts=about,
    )


def note_person(
    kind: str, person_id: int, *, actor: Actor, now: datetime, facts: Mapping[str, Fact] | None = None
) -> None:
    """Record what happened to an account, on the chain of the body that first gave the person a post."""
    record_event(
        chain=_chain_of(person_id),
        kind=kind,
        subject=person_subject(person_id),
        actor=actor,
        now=now,
        facts=facts,
    )


def written(day: date | None) -> str | None:
    """Return a day as facts hold it."""
    return day.isoformat() if day else None


def _chain_of(person_id: int) -> str:
    body = Post.objects.filter(person_id=person_id).order_by("id").values_list("body_id", flat=True).first()
    return INSTALLATION if body is None else body_chain(body)
