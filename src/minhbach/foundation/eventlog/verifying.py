"""Checks the whole log against itself and against the checkpoints."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from minhbach.foundation.contracts import EventRecord
from minhbach.foundation.eventlog.checking import Head, Problem, check_chain
from minhbach.foundation.eventlog.checkpoints import Checkpoints, read_checkpoints
from minhbach.foundation.eventlog.hashing import canonical
from minhbach.foundation.eventlog.rows import as_record
from minhbach.foundation.models import Event, EventChain


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a check of the log found. `warnings` weaken the check without being faults of the log."""

    chains: int
    entries: int
    checkpoints: int
    problems: tuple[Problem, ...]
    warnings: tuple[str, ...]

    @property
    def is_whole(self) -> bool:
        """True if nothing was altered, removed, reordered or cut off."""
        return not self.problems


class _Counter:
    def __init__(self) -> None:
        self.entries = 0


def verify_log(checkpoints_folder: Path) -> Verdict:
    """Check every chain; new entries may come in meanwhile, nobody waits for this."""
    checkpoints = read_checkpoints(checkpoints_folder)
    promised, heads = checkpoints.by_chain(), read_heads()
    counter = _Counter()
    problems: list[Problem] = []
    seen = set()
    for chain, entries in groupby(_rows(counter), key=lambda pair: pair[0]):
        seen.add(chain)
        found = (entry for _, entry in entries)
        problems += check_chain(chain, found, head=_head(chain, heads), checkpoints=promised.get(chain, {}))
    for chain in sorted((heads.keys() | promised.keys()) - seen):
        problems += check_chain(chain, (), head=heads.get(chain, Head()), checkpoints=promised.get(chain, {}))
    return Verdict(
        chains=len(seen),
        entries=counter.entries,
        checkpoints=len(checkpoints.lines),
        problems=tuple(problems),
        warnings=tuple(_warnings(checkpoints)),
    )


def read_heads() -> dict[str, Head]:
    """Return the head of every chain, as the database says."""
    return {name: Head(count, head) for name, count, head in EventChain.objects.values_list("name", "count", "head")}


def _head(chain: str, heads: dict[str, Head]) -> Head:
    # A chain that began after the heads were read is asked for once more.
    return heads.get(chain) or read_heads().get(chain, Head())


def _rows(counter: _Counter) -> Iterator[tuple[str, EventRecord | None]]:
    for row in Event.objects.order_by("chain", "sequence", "id").iterator(chunk_size=2000):
        counter.entries += 1
        yield row.chain, _readable(row)


def _readable(row: Event) -> EventRecord | None:
    try:
        record = as_record(row)
        return record if canonical(record.facts) == row.facts else None
    except (ValueError, TypeError):
        return None


def _warnings(checkpoints: Checkpoints) -> Iterator[str]:
    if not checkpoints.lines:
        yield "Chưa có điểm kiểm nào: chỉ kiểm được nhật ký với chính nó."
    for line in checkpoints.damaged:
        yield f"Không đọc được điểm kiểm {line}."
