"""What a batch's report tells: who checked how much, how often the machine was right, and every scan in its order."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from minhbach.accounts.queries import person_names
from minhbach.digitisation.head_fields import FIELDS
from minhbach.digitisation.models import Batch, Scan
from minhbach.digitisation.naming import scan_name
from minhbach.digitisation.queries.visible import SCAN
from minhbach.domain.lifecycles.scan import ScanState
from minhbach.foundation.contracts import Subject
from minhbach.foundation.queries import events_of_many


@dataclass(frozen=True, slots=True)
class FieldRight:
    """How often a field that was read stayed as it was read: `kept` of `all` confirmed scans."""

    name: str
    kept: int
    all: int


@dataclass(frozen=True, slots=True)
class BatchReport:
    """The report; `checkers` are names with how many scans each confirmed, `lines` (scan, its name)."""

    checkers: Sequence[tuple[str, int]]
    fields: Sequence[FieldRight]
    lines: Sequence[tuple[Scan, str]]


def report_of(row: Batch) -> BatchReport:
    """Return the report of a batch: a few queries, whatever its size. The caller has asked who may see it."""
    scans = list(row.scans.select_related("item").defer("lines", "fields", "problems", "search_text").order_by("place"))
    confirmed = [scan for scan in scans if scan.state == ScanState.CONFIRMED]
    people = person_names({scan.checked_by_id for scan in confirmed if scan.checked_by_id})
    counted = Counter(people.get(scan.checked_by_id or 0, "") for scan in confirmed)
    return BatchReport(
        checkers=counted.most_common(),
        fields=_fields_right(confirmed),
        lines=[(scan, scan_name(scan)) for scan in scans],
    )


def _fields_right(confirmed: Sequence[Scan]) -> list[FieldRight]:
    """Count from the events of confirmation, which name the fields that a person changed."""
    events = events_of_many([Subject(SCAN, scan.pk) for scan in confirmed], kind="scan.confirmed")
    changed = Counter(name for facts in events.values() for name in str(facts.get("changed", "")).split(",") if name)
    return [FieldRight(name, len(confirmed) - changed[name], len(confirmed)) for name in FIELDS]
