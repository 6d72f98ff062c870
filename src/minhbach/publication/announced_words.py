"""The words of an announcement that would go out, and what the machine finds in them."""

from minhbach.extraction.screening.contracts import Screening
from minhbach.extraction.screening.screen import screen_text
from minhbach.publication.models import Announcement


def words_of(row: Announcement) -> str:
    """Return everything that people typed into it, a line each; names and addresses of public bodies are left out."""
    return "\n".join(part for part in (row.number, row.remark, *row.units.values_list("services", flat=True)) if part)


def screening_of(row: Announcement) -> Screening:
    """Return what the machine finds in the words: marks of secrecy, personal data. A person looks too."""
    return screen_text(words_of(row))
