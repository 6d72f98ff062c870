"""The words of an announcement that would go out, and what the machine finds in them."""

from minhbach.extraction.screening.contracts import Screening
from minhbach.extraction.screening.screen import screen_text
from minhbach.publication.announcements.kinds import how
from minhbach.publication.models import Announcement


def words_of(row: Announcement) -> str:
    """Return everything that people typed into it, a line each, and what the scan of its decision says."""
    scanned = row.scans.values_list("text", flat=True)
    return "\n".join(part for part in (row.number, row.remark, *how(row).words(row), *scanned) if part)


def screening_of(row: Announcement) -> Screening:
    """Return what the machine finds in the words: marks of secrecy, personal data. A person looks too."""
    return screen_text(words_of(row))
