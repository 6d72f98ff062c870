"""Leaves out of the running text what an annexed table repeats: the table has the lead and the limit of each task."""

import re
from collections.abc import Sequence

from minhbach.domain.reading.results import Task
from minhbach.domain.text import fold

_WORD = re.compile(r"\w+")


def without_twins(running: Sequence[Task], listed: Sequence[Task]) -> list[Task]:
    """Return the tasks of the running text that no row of a table repeats."""
    if not listed:
        return list(running)
    rows = [_words(task.title) for task in listed]
    exact = set(rows)
    return [task for task in running if not _repeated(_words(task.title), rows, exact)]


def _words(title: str) -> frozenset[str]:
    return frozenset(_WORD.findall(fold(title[:400])))


def _repeated(words: frozenset[str], rows: Sequence[frozenset[str]], exact: set[frozenset[str]]) -> bool:
    if words in exact:
        return True
    # Bounded, so that a hostile document of thousands of tasks and rows stays linear.
    return any(row and len(words & row) >= 0.75 * len(words | row) for row in rows[:300])
