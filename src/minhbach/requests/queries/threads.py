"""Which thread an e-mail goes on."""

import re

from minhbach.foundation.mail.queries import about_what
from minhbach.intake.mail.values import ReadMail
from minhbach.intake.queries import SUBMISSION, by_number, sender_of
from minhbach.requests.models import Case
from minhbach.requests.queries.cases import CASE

_NUMBERED = re.compile(r"\b(20\d{2}-\d{5,9})(?:/\d+)?\b")


def number_named(subject: str) -> str:
    """Return the number of a submission that a subject names; "" for none."""
    named = _NUMBERED.search(subject)
    return named[1] if named else ""


def answered_submission(mail: ReadMail, *, body_id: int) -> int | None:
    """Return the submission whose thread a mail goes on; None where a person must look.

    Who answers a mail of ours has had it. A number in the subject anybody can write: it counts for the address alone
    that the submission came from.
    """
    about = about_what(mail.answers)
    if about is not None and about.kind == CASE:
        return Case.objects.filter(pk=int(about.id)).values_list("submission_id", flat=True).first()
    if about is not None and about.kind == SUBMISSION:
        return int(about.id)
    known = by_number(number_named(mail.subject), body_id=body_id)
    sender = sender_of(known) if known is not None else None
    is_theirs = sender is not None and sender.email != "" and sender.email.lower() == mail.sender_address.lower()
    return known if is_theirs else None
