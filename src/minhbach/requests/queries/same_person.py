"""What the same person asked before, by the keyed hash of the identity number; whether it is the same, people judge."""

from dataclasses import dataclass

from minhbach.domain.access import Actor
from minhbach.domain.lifecycles.request import RequestState
from minhbach.domain.text import fold
from minhbach.intake.queries import submissions_of_same_person
from minhbach.requests.models import Case
from minhbach.requests.queries.cases import cases_visible_to

PROVIDED = (RequestState.PROVIDED, RequestState.PROVIDED_IN_PART)
ALIKE, SHOWN = 0.6, 10


@dataclass(frozen=True, slots=True)
class Earlier:
    """An earlier case of the same person; `is_alike`: most of its words are the same. The officer judges."""

    case: Case
    is_alike: bool
    was_provided: bool


def earlier_of_same_person(case: Case, *, actor: Actor) -> tuple[Earlier, ...]:
    """Return the person's other cases that the actor sees, the newest first."""
    others = submissions_of_same_person(case.submission_id)[:200]
    rows = cases_visible_to(actor).filter(submission__in=others).order_by("-pk")[:SHOWN] if others else ()
    return tuple(Earlier(row, alike(row.subject, case.subject), row.state in PROVIDED) for row in rows)


def alike(one: str, other: str) -> bool:
    """Tell whether two requests share most of their words; marks and capitals do not count."""
    first, second = set(fold(one).split()), set(fold(other).split())
    return bool(first and second) and len(first & second) / min(len(first), len(second)) >= ALIKE
