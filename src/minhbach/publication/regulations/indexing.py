"""Lets the public find an agency's regulation, in the transaction of its approval."""

from collections.abc import Mapping

from django.urls import reverse

from minhbach.agencies.queries.beneath import bodies_above
from minhbach.domain.access import Actor
from minhbach.foundation.actions.index_entry import index_entry
from minhbach.foundation.search.contracts import PUBLIC, Description, Entry
from minhbach.publication.announcements.announced import AnnouncementKind
from minhbach.publication.models import Announcement
from minhbach.publication.queries.announcements import announcements_in_force
from minhbach.publication.regulations.content import filled_articles, subject_of
from minhbach.publication.regulations.defaults import NAME
from minhbach.register.indexing import body_token

KIND = AnnouncementKind.REGULATION
REGULATION = KIND.value
"""The kind under which the index and its hits name it."""


def index_regulation(row: Announcement) -> None:
    """Let one that is in force be found by its subject, its agency, its decision and its whole text."""
    assert row.public_from is not None
    articles = filled_articles(row.regulation, on=row.public_from)
    index_entry(
        Entry(
            kind=REGULATION,
            subject_id=row.pk,
            title=f"{NAME}: {subject_of(row.regulation, on=row.public_from)}",
            body="\n".join((row.body.name, *(f"{one.title}\n{one.text}" for one in articles))),
            on=row.decided_on,
            visible_to=frozenset({PUBLIC}),
            bodies=tuple(body_token(one) for one in (row.body_id, *bodies_above(row.body_id))),
            number=row.number,
            year=row.decided_on.year if row.decided_on else None,
        )
    )


def describe_regulations(ids: tuple[int, ...], actor: Actor) -> Mapping[int, Description]:  # noqa: ARG001
    """Return where hits lead, the same for everybody, while it is in force."""
    rows = announcements_in_force(KIND).filter(pk__in=ids).select_related("body")
    return {row.pk: Description(reverse("regulations:regulation", args=[row.pk]), row.body.name) for row in rows}
