"""What a body's page shows of feedback: how to give it (Decree 13/2018, Article 11), and how much was answered."""

from minhbach.agencies.contracts import BodyRecord
from minhbach.agencies.registries import BodyPart
from minhbach.domain.access import Actor
from minhbach.foundation import clock
from minhbach.outreach.dues import promised_days
from minhbach.outreach.queries.counting import public_feedback, total
from minhbach.requests.suggesting import takes_requests


def feedback_on_body_page(body: BodyRecord, actor: Actor) -> BodyPart | None:  # noqa: ARG001
    """Return the part, the same for every reader; None for a body that nothing is sent to."""
    if not takes_requests(body.id, on=clock.today()):
        return None
    context = {"counted": total(public_feedback().filter(body=body.id)), "promised": promised_days(body.id)}
    return BodyPart("outreach/parts/body_feedback.html", context, order=28)
