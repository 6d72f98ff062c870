"""Who may open what came along with requests."""

from minhbach.domain.access import Actor
from minhbach.foundation.contracts import Subject
from minhbach.intake.queries.mails import readable_mails, submissions_that_took_over
from minhbach.register.queries.visible import bodies_of_holders
from minhbach.requests.models import Case
from minhbach.requests.rules import MAY_RECEIVE, READS_SENDERS


def may_read_submission_file(actor: Actor, subject: Subject) -> bool:
    """Answer foundation's question who may open a file that came in: who reads the requester's words.

    A mail's files are those who sort mails, and, where it went into a thread, those who read that one.
    """
    bodies, came_by = bodies_of_holders(actor, READS_SENDERS), int(subject.id)
    held_by = [came_by, *submissions_that_took_over(came_by)]
    return (
        Case.objects.filter(submission__in=held_by, body_id__in=bodies).exists()
        or readable_mails(bodies_of_holders(actor, MAY_RECEIVE)).filter(submission=came_by).exists()
    )
