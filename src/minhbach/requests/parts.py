"""Cases that come out of another one: parts of a request that was split, or what another body took over."""

from minhbach.requests.models import Case
from minhbach.requests.subjects import searched


def new_part(case: Case, *, body_id: int, subject: str) -> Case:
    """Return a case of the same submission, not saved, numbered "2026-00412/1" and so on in the order of making."""
    whole = case.whole or case
    number = f"{whole.number}/{whole.parts.count() + 1}"
    return Case(
        submission_id=case.submission_id,
        number=number,
        body_id=body_id,
        statute=case.statute,
        channel=case.channel,
        sent_on=case.sent_on,
        received_on=case.received_on,
        subject=subject[:200],
        search_text=searched(number, subject),
        whole=whole,
    )
