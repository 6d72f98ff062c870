"""What an agency's page shows of its information: the lists of Decree 13/2018, Articles 6 and 11, letter by letter."""

from minhbach.agencies.contracts import BodyRecord
from minhbach.agencies.registries import BodyPart
from minhbach.domain.access import Actor
from minhbach.domain.bodies.values import Kind
from minhbach.foundation import clock
from minhbach.portal.queries.lines import for_lines, lines_of
from minhbach.portal.queries.lists import (
    count_under_other_laws,
    counts_by_letter,
    law_today,
    lists_before,
    rows_of,
)
from minhbach.publication.queries.procedures import must_announce
from minhbach.register.listed import ListKind
from minhbach.register.queries import public_items
from minhbach.register.queries.lists import of_bodies
from minhbach.requests.queries.disclosed import disclosed_answers

ITEMS_SHOWN = 5
PROVIDES = frozenset({Kind.COMMITTEE, Kind.COUNCIL, Kind.DEPARTMENT})
"""Kinds of bodies whose page tells of the lists even while they are empty: the law has them keep both."""


def items_on_body_page(body: BodyRecord, actor: Actor) -> BodyPart | None:  # noqa: ARG001
    """Return the part, the same for every reader; None of a unit or a body outside the law that has nothing."""
    law = law_today(clock.today())
    must, conditional = rows_of(ListKind.MUST_BE_PUBLIC, [body.id]), rows_of(ListKind.CONDITIONAL, [body.id])
    letters = counts_by_letter(must, law)
    older = count_under_other_laws(must, law)
    count, conditional_count = sum(one.count for one in letters) + older, conditional.count()
    if not count and not conditional_count and body.kind not in PROVIDES:
        return None
    newest = for_lines(public_items().filter(body_id__in=of_bodies([body.id]))).order_by("-published_on", "-pk")
    return BodyPart(
        "portal/parts/body_items.html",
        {
            "law": law,
            "letters": letters,
            "older": older,
            "count": count,
            "conditional_count": conditional_count,
            "answered": disclosed_answers(body_id=body.id).count(),
            "takes_requests": must_announce(body.id, on=clock.today()),
            "before": lists_before(body.id),
            "lines": lines_of(newest[:ITEMS_SHOWN]),
            "forms": [one for one in law.forms if one.filled_by == "requester"],
        },
        order=20,
    )
