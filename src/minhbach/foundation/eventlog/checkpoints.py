"""Checkpoints: the heads of the chains, written down outside the database, one file a day, one line a chain.

Whoever rewrites a chain in the database would have to rewrite these files too, and every copy of them kept elsewhere.
"""

import json
import os
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

from django.utils.timezone import localdate

from minhbach.foundation.eventlog.hashing import canonical, moment_text
from minhbach.foundation.files.disk import flush_folder


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """What a chain looked like at a moment (UTC, as text): so many entries, the last with this hash."""

    chain: str
    count: int
    head: str
    at: str


@dataclass(frozen=True, slots=True)
class Checkpoints:
    """Everything read from a folder; `damaged` names lines that could not be read, as "file:line"."""

    lines: tuple[Checkpoint, ...]
    damaged: tuple[str, ...]

    def by_chain(self) -> dict[str, dict[int, str]]:
        """Return for each chain the head that it had at each count written down; the earliest line counts."""
        heads: dict[str, dict[int, str]] = {}
        for line in self.lines:
            heads.setdefault(line.chain, {}).setdefault(line.count, line.head)
        return heads


def read_checkpoints(folder: Path) -> Checkpoints:
    """Read every day's file of a folder, oldest first."""
    lines: list[Checkpoint] = []
    damaged: list[str] = []
    for path in sorted(folder.glob("*.jsonl")):
        for number, text in enumerate(path.read_text(encoding="utf-8", errors="replace").splitlines(), start=1):
            found = _parse(text)
            if found:
                lines.append(found)
            elif text:
                damaged.append(f"{path.name}:{number}")
    return Checkpoints(tuple(lines), tuple(damaged))


def write_checkpoints(folder: Path, heads: Iterable[tuple[str, int, str]], *, now: datetime) -> int:
    """Append the heads (chain, count, hash) that today's file does not hold yet, flushed to the disk; return how many.

    The first lines of a day hold every chain, so that an old file may be lost without losing a chain.

    :raises OSError: if the folder cannot be written.
    """
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    path = folder / f"{localdate(now).isoformat()}.jsonl"
    known = {(line.chain, line.count, line.head) for line in _lines_of(path)}
    fresh = [Checkpoint(*head, at=moment_text(now)) for head in heads if head not in known]
    if fresh:
        _append(path, "".join(canonical({"v": 1, **asdict(line)}) + "\n" for line in fresh))
    return len(fresh)


def _lines_of(path: Path) -> Iterator[Checkpoint]:
    if path.exists():
        yield from filter(None, map(_parse, path.read_text(encoding="utf-8", errors="replace").splitlines()))


def _parse(text: str) -> Checkpoint | None:
    try:
        found = json.loads(text)
        return Checkpoint(str(found["chain"]), int(found["count"]), str(found["head"]), str(found["at"]))
    except (ValueError, KeyError, TypeError):
        return None


def _append(path: Path, text: str) -> None:
    # Appending, never rewriting, so that the folder may lie on a medium that allows nothing else.
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o600)
    try:
        size = os.fstat(descriptor).st_size
        torn = size > 0 and os.pread(descriptor, 1, size - 1) != b"\n"
        os.write(descriptor, (("\n" if torn else "") + text).encode())
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
    flush_folder(path.parent)
