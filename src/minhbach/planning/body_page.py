"""What planning adds to a body's public page: the tasks that public plans give it and those it came from."""

from minhbach.agencies.contracts import BodyRecord
from minhbach.agencies.registries import BodyPart
from minhbach.domain.access import Actor
from minhbach.planning.queries import public_tasks_of_body

SHOWN = 30


def tasks_on_body_page(body: BodyRecord, actor: Actor) -> BodyPart | None:  # noqa: ARG001
    """Return the part, or None where no public plan gives the body anything: the same for every reader."""
    tasks = public_tasks_of_body(body.id, limit=SHOWN + 1)
    if not tasks:
        return None
    return BodyPart("planning/parts/body_tasks.html", {"tasks": tasks[:SHOWN], "more": len(tasks) > SHOWN}, order=40)
