"""Who may open what came along with requests."""

from minhbach.domain.access import Actor
from minhbach.foundation.contracts import Subject
from minhbach.register.queries.visible import bodies_of_holders
from minhbach.requests.models import Case
from minhbach.requests.rules import READS_SENDERS


def may_read_submission_file(actor: Actor, subject: Subject) -> bool:
    """Answer foundation's question who may open a file that came in: who reads the requester's words."""
    bodies = bodies_of_holders(actor, READS_SENDERS)
    return Case.objects.filter(submission=int(subject.id), body_id__in=bodies).exists()
