"""Who deals with a body's feedback."""

from datetime import date

from minhbach.outreach.rules import READS_SENDERS
from minhbach.publication.queries.items import holders_for


def workers_for(body_id: int, *, on: date) -> frozenset[int]:
    """Return the people who may be given feedback: in the body, in what it is a part of, in who followed it."""
    return holders_for(body_id, READS_SENDERS, on=on)
