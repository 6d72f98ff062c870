"""Checks one chain: every entry in its place, as it was hashed, as far as its head and its checkpoints say."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from minhbach.foundation.contracts import EventRecord
from minhbach.foundation.eventlog.hashing import START, content_of, digest, link


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that is wrong with a chain; `fault` is one of altered, removed, unlinked, rewritten, cut_off, added."""

    chain: str
    fault: str
    sequence: int
    sentence: str


@dataclass(frozen=True, slots=True)
class Head:
    """How many entries a chain should have, and the hash of the last."""

    count: int = 0
    hash: str = START


def check_chain(
    chain: str, entries: Iterable[EventRecord | None], *, head: Head, checkpoints: Mapping[int, str]
) -> Iterator[Problem]:
    """Yield what is wrong. Entries come by sequence; None stands for one whose facts are no longer readable.

    :param head: what the database says of the chain, read before the entries, which may have grown since.
    :param checkpoints: hash by count, as written down outside the database.
    """
    expected, previous = 1, START
    known = {**checkpoints}
    for entry in entries:
        if entry is None:
            yield Problem(chain, "altered", expected, f"Mục {expected} không còn đọc được.")
            expected, previous = expected + 1, ""
            continue
        if entry.sequence != expected:
            yield _gap(chain, expected, entry.sequence)
            previous = ""
        yield from _check_entry(entry, previous)
        yield from _compare(chain, entry.sequence, entry.hash, known.pop(entry.sequence, None), "rewritten")
        if entry.sequence == head.count:
            yield from _compare(chain, entry.sequence, entry.hash, head.hash, "altered")
        expected, previous = entry.sequence + 1, entry.hash
    yield from _check_end(chain, expected - 1, head, known)


def _gap(chain: str, expected: int, found: int) -> Problem:
    return Problem(chain, "removed", expected, f"Thiếu mục {expected}; sau mục {expected - 1} là mục {found}.")


def _check_entry(entry: EventRecord, previous: str) -> Iterator[Problem]:
    # An empty `previous` means that the entry before is missing or broken, which has been said already.
    if previous and entry.previous_hash != previous:
        sentence = f"Mục {entry.sequence} không nối với mục đứng trước."
        yield Problem(entry.chain, "unlinked", entry.sequence, sentence)
    if link(entry.previous_hash, digest(content_of(entry))) != entry.hash:
        yield Problem(entry.chain, "altered", entry.sequence, f"Mục {entry.sequence} đã bị sửa.")


def _compare(chain: str, sequence: int, found: str, expected: str | None, fault: str) -> Iterator[Problem]:
    if expected is not None and found != expected:
        sentence = (
            f"Mục {sequence} không phải là mục đã được ghi ở {'điểm kiểm' if fault == 'rewritten' else 'đầu chuỗi'}."
        )
        yield Problem(chain, fault, sequence, sentence)


def _check_end(chain: str, last: int, head: Head, checkpoints: Mapping[int, str]) -> Iterator[Problem]:
    promised = max([head.count, *checkpoints])
    if last < promised:
        what = "Cả chuỗi đã bị xóa" if last == 0 else f"Chuỗi bị cắt sau mục {last}"
        yield Problem(chain, "cut_off", last + 1, f"{what}; phải có {promised} mục.")
    elif not head.count and last:
        yield Problem(chain, "added", 1, "Chuỗi có mục nhưng không có đầu chuỗi.")
