"""The door of screening for a text: its marks and the personal data in it."""

from collections.abc import Iterable
from dataclasses import replace

from minhbach.domain.reading.head.stamped import secrecy_of, urgency_of
from minhbach.extraction.screening.addresses import find_addresses
from minhbach.extraction.screening.contracts import Finding, Screening
from minhbach.extraction.screening.cues import Cues
from minhbach.extraction.screening.dates import find_births
from minhbach.extraction.screening.digits import find_numbers
from minhbach.extraction.screening.marks import find_marks
from minhbach.extraction.screening.people import as_findings, find_people
from minhbach.extraction.screening.rows import find_rows
from minhbach.extraction.screening.sheet import Sheet, as_text
from minhbach.extraction.screening.subjects import Subjects
from minhbach.extraction.screening.wrapping import without_forced_line_ends

# Where two findings share characters, the label that stands first here stays.
_ORDER = (
    "EMAIL",
    "BHYT",
    "PLATE",
    "PASSPORT",
    "CCCD",
    "CMND",
    "PHONE",
    "MST",
    "BHXH",
    "BANK",
    "DOB",
    "LAND",
    "ADDRESS",
    "NAME",
    "BIRTH_YEAR",
)
_RANK = {label: rank for rank, label in enumerate(_ORDER)}


def screen_text(text: str) -> Screening:
    """Return what a text is marked with and the personal data in it.

    Offsets count code points of `as_text(text)`: no byte order mark, LF for CRLF, NFC, nothing trimmed.
    """
    whole = as_text(text)
    sheet = Sheet(without_forced_line_ends(whole))
    rows = find_rows(sheet)
    people = find_people(sheet, rows)
    cues, subjects = Cues(sheet), Subjects(sheet, rows, people)
    found = [
        *as_findings(sheet, people),
        *find_numbers(sheet, rows, cues, subjects),
        *find_births(sheet, rows, people),
        *find_marks(sheet, rows, cues, subjects),
        *find_addresses(sheet, rows, people, subjects),
    ]
    lines = whole.split("\n")
    secret = secrecy_of(lines)
    return Screening(
        secret[1] if secret else None,
        urgency_of(lines),
        tuple(replace(f, text=whole[f.start : f.end]) for f in settled(found)),
    )


def settled(found: Iterable[Finding]) -> list[Finding]:
    """Return findings in the order of the text, one where several overlap."""
    kept: list[Finding] = []
    taken: dict[int, Finding] = {}
    for finding in sorted(found, key=lambda f: (_RANK[f.label], f.start - f.end, -f.confidence)):
        if any(place in taken for place in range(finding.start, finding.end)):
            continue
        taken.update(dict.fromkeys(range(finding.start, finding.end), finding))
        kept.append(finding)
    return sorted(kept, key=lambda f: f.start)
