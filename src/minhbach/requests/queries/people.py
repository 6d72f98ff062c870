"""Who may work on a body's cases, and who may decide them."""

from datetime import date

from minhbach.publication.queries.items import holders_for
from minhbach.requests.rules import MAY_DECIDE, MAY_WORK


def workers_for(body_id: int, *, on: date) -> frozenset[int]:
    """Return the people who look for information for a body: in it, in what it is a part of, in who followed it."""
    return holders_for(body_id, MAY_WORK, on=on)


def deciders_for(body_id: int, *, on: date) -> frozenset[int]:
    """Return the leaders who decide for a body, likewise."""
    return holders_for(body_id, MAY_DECIDE, on=on)
