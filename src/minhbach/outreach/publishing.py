"""What the public would read of an answer, and what the machine finds in it."""

from minhbach.domain.lifecycles.publication import PublicationState
from minhbach.extraction.screening.contracts import Screening
from minhbach.extraction.screening.screen import screen_text
from minhbach.outreach.models import Feedback
from minhbach.publication.contracts import PublicationRecord

WRITABLE = (PublicationState.SENT_BACK, PublicationState.TAKEN_BACK, PublicationState.WITHDRAWN)


def screening_of(question: str, answer: str) -> Screening:
    """Return what the machine finds: marks of secrecy, personal data. A person looks too."""
    return screen_text(f"{question}\n\n{answer}")


def may_write_public(row: Feedback, publication: PublicationRecord | None) -> bool:
    """True while the words for the public may be written: answered, not confidential, not at the gate."""
    return (
        row.state == "answered" and not row.is_confidential and (publication is None or publication.state in WRITABLE)
    )
