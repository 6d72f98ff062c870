"""Lets the public find an agency's procedure, in the transaction of its approval."""

from collections.abc import Mapping

from django.urls import reverse

from minhbach.agencies.queries.beneath import bodies_above
from minhbach.domain.access import Actor
from minhbach.foundation.actions.index_entry import index_entry
from minhbach.foundation.search.contracts import PUBLIC, Description, Entry
from minhbach.publication.announcements.announced import AnnouncementKind
from minhbach.publication.models import Announcement
from minhbach.publication.queries.announcements import announcements_in_force
from minhbach.register.indexing import body_token

PROCEDURE = AnnouncementKind.PROCEDURE.value
"""The kind under which search and events name a procedure, by the id of its announcement."""
NAME = "Thủ tục cung cấp thông tin theo yêu cầu của công dân"
"""What the procedure is called in documents; Vietnamese, as data."""


def index_procedure(row: Announcement) -> None:
    """Let one that is in force be found by its name, its agency, its decision, its place and steps.

    Not by the law's words: these are alike in the procedures of all agencies.
    """
    said = row.procedure
    steps = (f"{one.title} {one.unit_name}" for one in said.steps.all())
    index_entry(
        Entry(
            kind=PROCEDURE,
            subject_id=row.pk,
            title=f"{NAME}: {row.body}",
            body="\n".join((said.place, said.hours, said.remark, *steps)),
            on=row.decided_on,
            visible_to=frozenset({PUBLIC}),
            bodies=tuple(body_token(one) for one in (row.body_id, *bodies_above(row.body_id))),
            number=row.number,
            year=row.decided_on.year if row.decided_on else None,
        )
    )


def describe_procedures(ids: tuple[int, ...], actor: Actor) -> Mapping[int, Description]:  # noqa: ARG001
    """Return where hits lead, the same for everybody: to the agency's procedure, while it is in force."""
    rows = announcements_in_force(AnnouncementKind.PROCEDURE).filter(pk__in=ids).select_related("body")
    return {row.pk: Description(reverse("procedures:of_body", args=[row.body.slug]), row.body.name) for row in rows}
